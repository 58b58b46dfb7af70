"""Trình ký: everything presented to this approver, signed with one press (O16)."""

import reflex as rx

from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.link import link
from dvc_app.components.office_page import OfficeWords, office_list
from dvc_app.components.waiting import AskAgain, HashSigner
from dvc_app.state.officer.signing import SigningState as State
from dvc_app.state.officer.signing_rows import ItemRow, PresentedRow
from dvc_app.wording import signing as wording

ASK_SECONDS = 3


def signing_page() -> rx.Component:
    """Compose the list, and above it the press that is under way."""
    words = OfficeWords(no_role_title=wording.TITLE, no_role=wording.NO_ROLE)
    return office_list(
        State,
        wording.TITLE,
        wording.LEAD,
        rx.cond(State.batch.id != "", _batch()),
        rx.cond(~State.has_number, _number()),
        rx.cond(
            State.rows.length() > 0,
            _form(),
            rx.el.p(wording.EMPTY, class_name="card empty", role="status"),
        ),
        words=words,
    )


def _number() -> rx.Component:
    field = Field(
        "number",
        wording.NUMBER,
        hint=wording.NUMBER_HINT,
        required=True,
        error=State.problems.get("number", ""),
    )
    return rx.el.form(
        text_field(field, input_mode="numeric", auto_complete="off", max_length=12),
        rx.el.button(
            wording.SAVE_NUMBER, type="submit", class_name="button button--quiet"
        ),
        on_submit=State.save_number,
        no_validate=True,
        class_name="card stack",
    )


def _form() -> rx.Component:
    fault = State.problems.get("documents", "")
    return rx.el.form(
        rx.el.fieldset(
            rx.el.legend(wording.TITLE, class_name="sr-only"),
            rx.cond(fault != "", rx.el.p(fault, class_name="error")),
            rx.cond(State.rows.length() > 1, _all()),
            rx.el.ul(rx.foreach(State.rows, _row), class_name="stack-s signing-rows"),
            id="documents",
        ),
        rx.cond(
            State.has_number,
            rx.el.div(
                rx.el.button(
                    rx.cond(State.busy, wording.SENDING, wording.SIGN_REMOTE),
                    type="submit",
                    disabled=State.busy,
                    class_name="button",
                ),
                rx.el.label(
                    rx.el.input(type="checkbox", name="usb"),
                    rx.el.span(wording.SIGN_TOKEN),
                    class_name="tick",
                ),
                class_name="row",
            ),
        ),
        rx.el.p(wording.BACK, class_name="small muted"),
        key=State.form_key,
        on_submit=State.sign,
        no_validate=True,
        class_name="stack",
    )


def _all() -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            default_checked=State.all_on,
            on_change=State.tick_all,
            key=State.form_key,
        ),
        rx.el.span(
            wording.TICK_ALL,
            rx.cond(
                State.is_many,
                rx.el.span(wording.TICK_MOST, class_name="small muted block"),
            ),
        ),
        class_name="tick",
    )


def _row(row: PresentedRow) -> rx.Component:
    return rx.el.li(
        rx.el.label(
            rx.el.input(
                type="checkbox",
                name=f"ky-{row.code}",
                default_checked=State.all_on & row.is_first,
                disabled=~row.may_sign,
                key=State.round + row.code,
            ),
            rx.el.span(
                rx.el.b(row.title),
                rx.el.span(row.procedure, class_name="small block"),
                rx.el.span(
                    row.code, " · ", row.applicant, class_name="small muted block"
                ),
            ),
            class_name="tick grow",
        ),
        rx.el.div(
            rx.el.span(row.due, class_name="small"),
            rx.cond(row.note != "", rx.el.span(row.note, class_name="tag")),
            rx.el.a(wording.READ, href=row.file, target="_blank", rel="noopener"),
            link(wording.OPEN, to=row.href),
            class_name="row",
        ),
        class_name="card signing-row",
        key=row.code,
    )


def _batch() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.LAST),
        rx.cond(
            State.is_waiting,
            rx.fragment(AskAgain.create(seconds=ASK_SECONDS, on_ask=State.look)),
        ),
        rx.cond(
            State.session != "",
            HashSigner.create(
                address=State.signer,
                number=State.number,
                certificate=State.certificate,
                documents=State.documents,
                session=State.session,
                words=wording.TOKEN,
                on_certificates=State.certificates,
                on_signed=State.signed,
                on_failed=State.failed,
            ),
        ),
        rx.cond(
            State.batch.compare != "",
            rx.fragment(
                rx.el.p(wording.COMPARE_LEAD),
                rx.el.p(wording.COMPARE, class_name="small muted"),
                rx.el.output(State.batch.compare, class_name="compare"),
            ),
        ),
        rx.cond(
            State.is_waiting | (State.session != ""),
            rx.cond(
                State.window != "",
                rx.el.p(
                    rx.el.a(
                        wording.WINDOW,
                        href=State.window,
                        target="_blank",
                        rel="noopener",
                    ),
                    class_name="small",
                ),
            ),
        ),
        rx.cond(State.is_left & (State.session == ""), _left()),
        rx.cond(State.batch.why != "", rx.el.p(State.batch.why, role="alert")),
        rx.el.ul(rx.foreach(State.batch.lines, _item), class_name="stack-s"),
        class_name="card stack",
        aria_live="polite",
    )


def _left() -> rx.Component:
    return rx.el.div(
        rx.el.p(wording.LEFT_OPEN),
        rx.el.div(
            rx.el.button(
                wording.GO_ON, type="button", class_name="button", on_click=State.go_on
            ),
            rx.el.button(
                wording.LEAVE,
                type="button",
                class_name="button button--quiet",
                on_click=State.leave,
            ),
            class_name="row",
        ),
        class_name="stack-s",
    )


def _item(item: ItemRow) -> rx.Component:
    return rx.el.li(
        rx.el.b(item.code, class_name="num"),
        " ",
        rx.cond(item.number != "", rx.el.span(item.number, " ")),
        rx.el.span(item.state, class_name=item.css),
        rx.cond(item.why != "", rx.el.span(item.why, class_name="small block")),
        key=item.code,
    )
