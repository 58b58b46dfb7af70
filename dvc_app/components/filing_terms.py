"""Cards of the last look: delivery, fees, and the second signature (C14)."""

import reflex as rx

from dvc_app.components.form.fields import Field, text_field
from dvc_app.state.citizen.fee_rows import FeeLineRow
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.filing_terms import FilingTermsState as State
from dvc_app.wording import cosigning as wording
from dvc_app.wording import fees


def delivery_lines() -> rx.Component:
    """Return how the result comes, for its card."""
    return rx.el.div(
        rx.foreach(State.delivery, lambda line: rx.el.p(line)), class_name="stack-s"
    )


def fee_lines() -> rx.Component:
    """Return what it costs, for its card."""
    return rx.el.div(
        rx.cond(
            State.fees.length() == 0,
            rx.el.p(fees.NO_FEES),
            rx.fragment(
                rx.el.ul(rx.foreach(State.fees, _fee), class_name="stack-s"),
                rx.el.p(
                    rx.el.span(fees.TOTAL), rx.el.b(State.total), class_name="apart"
                ),
            ),
        ),
        class_name="stack-s",
    )


def _fee(line: FeeLineRow) -> rx.Component:
    return rx.el.li(
        rx.el.span(line.name),
        rx.el.span(line.amount, class_name="num"),
        rx.cond(line.relief != "", rx.el.span(line.relief, class_name="small relief")),
        class_name="apart",
    )


def cosign_panel() -> rx.Component:
    """Return where the second signature stands, and the form that asks for it."""
    return rx.cond(
        State.loaded & (State.drawn_of == FilingState.draft_id),
        rx.el.section(
            rx.cond(
                State.needed != "",
                rx.fragment(
                    rx.el.h2(wording.PANEL, class_name="h3"),
                    rx.el.p(State.needed),
                    _panel(),
                ),
                rx.el.details(
                    rx.el.summary(wording.PANEL),
                    rx.el.p(wording.OPTIONAL, class_name="muted"),
                    _panel(),
                    open=State.standing != "",
                    class_name="fold",
                ),
            ),
            id="cosign",
            class_name="card stack-s",
        ),
    )


def _panel() -> rx.Component:
    return rx.el.div(
        rx.cond(
            State.standing != "",
            rx.el.p(
                State.standing,
                role="status",
                class_name=rx.match(
                    State.standing_kind,
                    ("done", "notice notice--done"),
                    ("warn", "notice notice--warn"),
                    "notice",
                ),
            ),
        ),
        rx.cond(
            State.link != "",
            rx.el.div(
                rx.el.p(wording.LINK, class_name="small"),
                rx.el.p(State.link, class_name="code-line"),
            ),
        ),
        rx.cond(
            State.is_open,
            rx.el.button(
                wording.TAKE_BACK,
                type="button",
                class_name="button button--text",
                on_click=State.take_back,
            ),
            _form(),
        ),
        class_name="stack-s",
    )


def _form() -> rx.Component:
    return rx.el.form(
        text_field(
            Field(
                "cosign_name",
                wording.NAME,
                wording.NAME_HINT,
                required=True,
                error=State.problems.get("cosign_name", ""),
            ),
            auto_complete="off",
            spell_check=False,
        ),
        text_field(
            Field(
                "cosign_contact",
                wording.CONTACT,
                wording.CONTACT_HINT,
                required=True,
                error=State.problems.get("cosign_contact", ""),
            ),
            auto_complete="off",
            auto_capitalize="none",
            spell_check=False,
        ),
        rx.el.button(
            rx.cond(State.standing != "", wording.INVITE_AGAIN, wording.INVITE),
            type="submit",
            class_name="button button--quiet",
        ),
        on_submit=State.invite,
        no_validate=True,
        key=State.form_key,
        class_name="stack",
    )
