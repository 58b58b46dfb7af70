"""Thanh toán phí, lệ phí: what is due for a dossier (C17)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import error_summary
from dvc_app.components.human_proof import human_proof
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.public import waiting
from dvc_app.state.public.look_up_view import example_code
from dvc_app.state.public.payment_find import PaymentFindState as State
from dvc_app.state.public.payment_rows import DueRow
from dvc_app.wording import frame
from dvc_app.wording import payments as wording


def payment_find_page() -> rx.Component:
    """Compose the page: what was found above the form that asks again."""
    return page_shell(
        error_summary(State),
        rx.el.header(
            rx.el.h1(wording.HEADING),
            rx.el.p(wording.LEAD, class_name="lead column"),
            class_name="stack",
        ),
        rx.el.div(_found(), role="status", class_name="found-dues"),
        rx.cond(
            State.loaded,
            rx.el.div(_form(), _how(), class_name="halves ask"),
            waiting(5),
        ),
        rx.el.noscript(rx.el.p(frame.NEEDS_SCRIPT, class_name="notice")),
        active=routes.PAY,
        css="frame stack-l page",
    )


def _form() -> rx.Component:
    field = Field(
        "ma",
        wording.CODE,
        hint=wording.CODE_HINT.format(example=example_code()),
        required=True,
        error=State.problems.get("ma", ""),
    )
    return rx.el.form(
        text_field(
            field,
            State.asked,
            auto_complete="off",
            auto_capitalize="characters",
            spell_check=False,
            enter_key_hint="search",
            class_name="code-field num",
        ),
        human_proof(
            always=True,
            spent=State.attempt,
            error=State.problems.get("picture", ""),
            label=wording.PROOF,
        ),
        rx.el.button(wording.SEARCH, type="submit", class_name="button"),
        key=State.field_key,
        role="search",
        no_validate=True,
        class_name="card stack",
        on_submit=State.search,
    )


def _how() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.HOW),
        rx.el.ul(
            *[
                rx.el.li(rx.el.b(name), " – ", words)
                for name, words in wording.HOW_WAYS
            ],
            class_name="dots",
        ),
        rx.el.p(wording.HOW_SAFE, class_name="notice"),
        class_name="card stack",
    )


def _found() -> rx.Component:
    return rx.fragment(
        rx.cond(
            State.not_found != "",
            rx.el.div(
                rx.el.b(State.not_found),
                rx.el.ul(
                    *[rx.el.li(line) for line in wording.NOT_FOUND_HELP],
                    class_name="dots",
                ),
                class_name="notice notice--warn",
            ),
        ),
        rx.cond(
            State.nothing_due != "",
            rx.el.div(
                rx.el.b(State.nothing_due),
                rx.el.p(State.procedure),
                rx.el.p(wording.NOTHING_DUE_HINT),
                class_name="notice notice--done",
            ),
        ),
        rx.cond(State.rows.length() > 0, _table()),
    )


def _table() -> rx.Component:
    return rx.el.section(
        rx.el.h2(State.heading),
        rx.el.p(State.procedure, " ", rx.el.span(State.counted, class_name="muted")),
        rx.el.table(
            rx.el.thead(
                rx.el.tr(*[rx.el.th(name, scope="col") for name in wording.COLUMNS])
            ),
            rx.el.tbody(rx.foreach(State.rows, _row)),
            class_name="table table--cards card due-table",
        ),
        class_name="stack",
    )


def _row(row: DueRow) -> rx.Component:
    invoice, agency, moment, amount, status, act = wording.COLUMNS
    return rx.el.tr(
        rx.el.td(row.invoice, class_name="num", data_label=invoice),
        rx.el.td(row.agency, data_label=agency),
        rx.el.td(
            rx.el.span(
                row.moment,
                rx.cond(
                    row.until != "",
                    rx.el.span(row.until, class_name="small muted basis"),
                ),
            ),
            data_label=moment,
        ),
        rx.el.td(rx.el.b(row.amount), class_name="num", data_label=amount),
        rx.el.td(
            rx.el.span(rx.el.span(row.label, class_name=row.tag)), data_label=status
        ),
        rx.el.td(
            link(
                row.act,
                to=row.address,
                aria_label=row.act_label,
                class_name=rx.cond(
                    row.can_pay,
                    "button button--small",
                    "button button--quiet button--small",
                ),
            ),
            data_label=act,
        ),
        key=row.key,
    )
