"""Decisions beside a dossier: what waits for the leader, ways to the acts, slips."""

import reflex as rx

from dvc_app.components.decision_told import told
from dvc_app.components.form.fields import Field, area_field
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.slips_list import slips_list
from dvc_app.state.decision_rows import DecisionRow
from dvc_app.state.officer.decisions_card import DecisionsCardState as State
from dvc_app.wording import decisions as wording


def decisions_card(with_ways: bool = True, with_slips: bool = True) -> rx.Component:
    """Return the card; what is empty is left out, and what stands elsewhere."""
    has_any = (
        (with_ways & (State.ways.length() > 0))
        | (with_slips & (State.slips.length() > 0))
        | (State.waiting.length() > 0)
        | (State.declined.length() > 0)
        | (State.past != "")
        | (State.suspended != "")
    )
    return rx.cond(State.is_there & has_any, _card(with_ways, with_slips))


def after_apology(form: rx.Component) -> rx.Component:
    """Return the form that hands a result over; of a late one the apology is first."""
    return rx.cond(
        State.apology_href != "",
        rx.el.div(
            notice(wording.APOLOGY_FIRST, kind="warn"),
            rx.cond(
                State.waiting.length() > 0,
                rx.el.p(wording.APOLOGY_WAITS),
                link(wording.TO_APOLOGY, to=State.apology_href, class_name="button"),
            ),
            class_name="stack",
        ),
        form,
    )


def _card(with_ways: bool, with_slips: bool) -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.CARD),
        rx.cond(State.unreached != "", notice(State.unreached, kind="warn")),
        rx.cond(State.past != "", _past()),
        rx.cond(State.suspended != "", notice(State.suspended, kind="warn")),
        rx.foreach(State.waiting, _waiting),
        rx.foreach(
            State.declined, lambda line: rx.el.p(line, class_name="small muted")
        ),
        rx.cond(
            with_ways & (State.ways.length() > 0),
            rx.el.nav(
                rx.foreach(
                    State.ways,
                    lambda way: link(
                        way[1],
                        to=way[0],
                        class_name="button button--quiet button--small",
                    ),
                ),
                aria_label=wording.LINKS,
                class_name="row",
            ),
        ),
        slips_list(State.slips) if with_slips else rx.fragment(),
        class_name="card stack",
    )


def _past() -> rx.Component:
    return notice(
        rx.el.p(wording.PAST),
        rx.cond(
            State.stop_href != "",
            rx.el.p(link(wording.PAST_ACT, to=State.stop_href)),
        ),
        kind="warn",
    )


def _waiting(row: DecisionRow) -> rx.Component:
    return rx.el.div(
        rx.el.h3(row.title),
        rx.el.p(row.by, class_name="small muted"),
        rx.el.div(told(row.told), class_name="as-read"),
        rx.cond(row.may_decide, _word(row)),
        key=row.id,
        class_name="stack-s",
    )


def _word(row: DecisionRow) -> rx.Component:
    field = Field(
        "declined_reason",
        wording.DISAGREE_REASON,
        hint=wording.DISAGREE_HINT,
        error=State.problems.get("declined_reason", ""),
    )
    return rx.el.form(
        rx.el.input(type="hidden", name="decision", value=row.id),
        area_field(field),
        rx.el.div(
            rx.el.button(
                wording.AGREE,
                type="button",
                class_name="button",
                on_click=State.agree(row.id),
            ),
            rx.el.button(
                wording.DISAGREE, type="submit", class_name="button button--quiet"
            ),
            class_name="row",
        ),
        key=State.form_key,
        on_submit=State.disagree,
        no_validate=True,
        class_name="stack",
    )
