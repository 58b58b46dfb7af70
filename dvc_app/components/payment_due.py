"""The card “Cần nộp … đ” on the page of one's own dossier."""

import reflex as rx

from dvc_app.components.link import link
from dvc_app.state.citizen.my_payments_due import DossierDuesState as State
from dvc_app.state.public.payment_rows import DueRow
from dvc_app.wording import my_payments as mine_words
from dvc_app.wording import payments as wording


def dossier_dues() -> rx.Component:
    """Return one card for each open request; nothing when nothing is due."""
    return rx.cond(
        State.rows.length() > 0,
        rx.el.section(
            rx.foreach(State.rows, _card),
            aria_label=mine_words.CARD_LABEL,
            class_name="stack",
        ),
    )


def _card(row: DueRow) -> rx.Component:
    due, checking = (
        words.partition("{amount}")
        for words in (mine_words.DUE_FIRST, mine_words.CARD_CHECKING)
    )
    return rx.el.div(
        rx.el.div(
            rx.el.h2(
                rx.cond(row.can_pay, due[0], checking[0]),
                row.amount,
                rx.cond(row.can_pay, due[2], checking[2]),
                class_name="h3",
            ),
            rx.el.p(
                rx.el.span(row.label, class_name=row.tag),
                rx.el.span(row.moment, class_name="small"),
                rx.cond(row.until != "", rx.el.span(row.until, class_name="small")),
                class_name="row",
            ),
            class_name="stack-s grow",
        ),
        link(
            rx.cond(row.can_pay, wording.PAY, mine_words.CARD_CHECK),
            to=row.address,
            aria_label=row.act_label,
            class_name=rx.cond(row.can_pay, "button", "button button--quiet"),
        ),
        class_name=rx.cond(
            row.can_pay, "notice notice--warn row due-card", "notice row due-card"
        ),
        key=row.key,
    )
