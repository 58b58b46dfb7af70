"""The officer's card of a dossier's fees, and what stands before its result."""

import reflex as rx

from dvc_app.components.link import link
from dvc_app.state.officer.office_dues import OfficeDueRow
from dvc_app.state.officer.office_dues import OfficeDuesState as State
from dvc_app.wording import till as wording


def office_dues() -> rx.Component:
    """Return the card; nothing where no sum was asked for and none may be."""
    return rx.cond(
        (State.rows.length() > 0) | (State.ask_href != ""),
        rx.el.section(
            rx.el.h2(wording.DUES_CARD, class_name="h3"),
            rx.cond(
                State.rows.length() > 0,
                rx.el.ul(rx.foreach(State.rows, _row), class_name="plain office-dues"),
                rx.el.p(wording.NO_DUES, class_name="muted"),
            ),
            rx.cond(
                State.ask_href != "",
                rx.el.p(
                    link(
                        wording.ASK_LINK,
                        to=State.ask_href,
                        class_name="button button--quiet button--small",
                    )
                ),
            ),
            class_name="card stack-s",
        ),
    )


def before_result(form: rx.Component) -> rx.Component:
    """Return the form that hands the result over, once nothing is owed any more."""
    return rx.cond(
        State.pay_href != "",
        rx.el.div(
            rx.el.p(State.owed_words, class_name="notice notice--warn", role="status"),
            link(wording.GO_TAKE, to=State.pay_href, class_name="button"),
            class_name="stack",
        ),
        form,
    )


def _row(row: OfficeDueRow) -> rx.Component:
    return rx.el.li(
        link(rx.el.b(row.amount, class_name="num"), to=row.href),
        rx.el.span(row.state, class_name=row.state_css),
        rx.el.span(row.moment, class_name="small muted"),
        key=row.id,
        class_name="row",
    )
