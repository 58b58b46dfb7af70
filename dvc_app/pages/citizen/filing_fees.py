"""Nộp hồ sơ, bước 5: phí, lệ phí (C14)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.filing import next_button, step_form, step_page
from dvc_app.components.form.summary import error_summary
from dvc_app.components.notice import notice
from dvc_app.components.papers import sent_file
from dvc_app.components.skeleton import skeleton
from dvc_app.components.uploader import uploader
from dvc_app.state.citizen.fee_rows import FeeLineRow
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.filing_fees import FilingFeesState, GroundRow
from dvc_app.wording import fees as wording

State = FilingFeesState
COLUMNS = (
    wording.NAME,
    wording.KIND,
    wording.RATE,
    wording.QUANTITY,
    wording.AMOUNT,
    wording.BASIS,
)


def filing_fees_page() -> rx.Component:
    """Compose the page."""
    return step_page(
        "fees",
        error_summary(FilingState),
        rx.cond(
            State.loaded & (State.drawn_of == FilingState.draft_id),
            _form(),
            skeleton(6),
        ),
    )


def _form() -> rx.Component:
    return step_form(
        rx.el.div(
            rx.cond(
                State.lines.length() == 0,
                rx.el.p(wording.NO_FEES),
                _table(),
            ),
            rx.cond(
                State.postal != "",
                rx.el.p(
                    rx.el.span(wording.POSTAL),
                    rx.el.b(State.postal, class_name="num"),
                    class_name="apart",
                ),
            ),
            class_name="card stack",
        ),
        rx.cond(State.grounds.length() > 1, rx.el.div(_relief())),
        rx.cond(State.due.length() > 0, _due()),
        on_submit=FilingState.go_on,
        main=next_button(),
        back=routes.FILE_DELIVERY,
    )


def _table() -> rx.Component:
    return rx.fragment(
        rx.el.table(
            rx.el.caption(wording.HEADING, class_name="sr-only"),
            rx.el.thead(rx.el.tr(*[rx.el.th(name, scope="col") for name in COLUMNS])),
            rx.el.tbody(rx.foreach(State.lines, _row)),
            class_name="table table--cards fee-table",
        ),
        rx.el.p(rx.el.span(wording.TOTAL), rx.el.span(State.total), class_name="total"),
    )


def _row(line: FeeLineRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(
            rx.el.div(
                rx.el.b(line.name),
                rx.cond(line.note != "", rx.el.p(line.note, class_name="small muted")),
                rx.cond(
                    line.relief != "",
                    rx.el.p(line.relief, class_name="small relief"),
                ),
            ),
            data_label=wording.NAME,
        ),
        rx.el.td(line.kind, data_label=wording.KIND),
        rx.el.td(line.rate, data_label=wording.RATE),
        rx.el.td(
            rx.cond(line.quantity != "", line.quantity, "–"),
            data_label=wording.QUANTITY,
        ),
        rx.el.td(rx.el.b(line.amount), data_label=wording.AMOUNT, class_name="num"),
        rx.el.td(line.basis, data_label=wording.BASIS, class_name="small"),
    )


def _relief() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(wording.RELIEF, class_name="h2"),
        rx.foreach(State.grounds, _ground),
        rx.el.span(FilingState.problems.get("fee_relief", ""), class_name="error"),
        rx.cond(State.has_ground, _proof()),
        id="fee_relief",
        class_name="card stack radios",
    )


def _ground(ground: GroundRow) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="fee_relief",
            value=ground.code,
            default_checked=ground.is_chosen,
            on_change=State.choose_ground(ground.code),
        ),
        rx.el.span(ground.words),
        class_name="tick",
        key=ground.code,
    )


def _proof() -> rx.Component:
    return rx.el.div(
        rx.el.h3(wording.PROOF),
        rx.el.p(State.proof),
        rx.cond(
            State.can_look_up,
            rx.el.div(
                _way("look_up", wording.LOOK_UP, State.looks_up),
                rx.el.p(wording.LOOK_UP_HINT, class_name="small muted indented"),
                _way("attach", wording.ATTACH, ~State.looks_up),
            ),
        ),
        rx.cond(~State.looks_up, _files()),
        rx.el.span(FilingState.problems.get("relief_proof", ""), class_name="error"),
        id="relief_proof",
        class_name="stack-s",
    )


def _way(value: str, words: str, is_chosen: rx.Var[bool]) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="relief_proof",
            value=value,
            default_checked=is_chosen,
            on_change=State.choose_proof(value),
        ),
        rx.el.span(words),
        class_name="tick",
    )


def _files() -> rx.Component:
    return rx.el.div(
        rx.el.ul(rx.foreach(State.proofs, sent_file), class_name="stack-s"),
        uploader(State.endpoint, wording.SEND, State.known, shrinks=True),
        class_name="stack-s indented",
    )


def _due() -> rx.Component:
    return notice(
        rx.el.h2(wording.WHEN, class_name="h3"),
        rx.el.ul(
            rx.foreach(State.due, lambda line: rx.el.li(line)), class_name="dotted"
        ),
        rx.cond(~State.is_due_now, rx.el.p(rx.el.b(wording.NOTHING_NOW))),
        rx.el.p(wording.FROZEN, class_name="small muted"),
    )
