"""Điều hành: what is late or soon will be, on a phone first (O16)."""

from typing import Any

import reflex as rx

from dvc_app.components.day_figures import day_figures
from dvc_app.components.dossier_parts import card
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.form.summary import submit_button
from dvc_app.components.link import link
from dvc_app.components.office_page import OfficeWords, office_list
from dvc_app.state.officer.desk_filters import Choice
from dvc_app.state.officer.lead import CODE, OFFICER, REASON
from dvc_app.state.officer.lead import LeadState as State
from dvc_app.state.officer.lead_rows import (
    LeadRow,
    LoadRow,
    NearTile,
    UnitRow,
    WordRow,
)
from dvc_app.wording import lead as wording


def lead_page() -> rx.Component:
    """Compose the page in the order of what would become late first."""
    return office_list(
        State,
        wording.TITLE,
        wording.LEAD,
        rx.el.section(
            rx.foreach(State.tiles, _tile), aria_label=wording.NEAR, class_name="tiles"
        ),
        rx.el.div(
            rx.el.div(_words(), _first(), class_name="stack"),
            rx.el.div(
                card(
                    wording.LOADS,
                    _loads(State.officers, wording.LOADS_CAPTION, wording.LOAD_HEADS),
                    rx.el.p(link(wording.AWAY, to=State.away_href)),
                ),
                rx.cond(
                    State.steps.length() > 0,
                    rx.fragment(
                        card(
                            wording.STEPS,
                            _loads(
                                State.steps, wording.STEPS_CAPTION, wording.STEP_HEADS
                            ),
                        ),
                        _oldest(),
                    ),
                ),
                class_name="stack",
            ),
            class_name="lead-grid",
        ),
        rx.cond(State.units.length() > 0, _units()),
        day_figures(),
        words=OfficeWords(no_role_title=wording.NO_ROLE_TITLE, no_role=wording.NO_ROLE),
    )


def _tile(tile: NearTile) -> rx.Component:
    return link(
        rx.el.b(tile.number, class_name=rx.cond(tile.is_hot, "hot", "")),
        rx.el.span(tile.words, class_name="small muted"),
        to=tile.href,
        class_name="tile tile--link",
        key=tile.words,
    )


def _words() -> rx.Component:
    return card(
        wording.WAITING,
        rx.cond(
            State.words.length() > 0,
            rx.el.ul(rx.foreach(State.words, _word), class_name="plain lead-list"),
            rx.el.p(wording.WAITING_NONE, class_name="muted"),
        ),
    )


def _word(one: WordRow) -> rx.Component:
    return rx.el.li(
        rx.el.p(rx.el.b(one.kind), " ", rx.el.span(one.code, class_name="num")),
        rx.el.p(one.words, class_name="small muted"),
        rx.cond(one.why != "", rx.el.p(one.why, class_name="small")),
        rx.cond(
            one.note != "",
            rx.el.p(one.note, class_name="small"),
            link(
                wording.OPEN,
                to=one.href,
                class_name="button button--quiet button--small",
            ),
        ),
        key=one.code + one.kind,
        class_name="stack-s",
    )


def _first() -> rx.Component:
    return card(
        wording.FIRST,
        rx.cond(
            State.first.length() > 0,
            rx.fragment(
                rx.el.ol(rx.foreach(State.first, _row), class_name="plain lead-list"),
                rx.el.p(link(wording.ALL_OWED, to=State.owed_href)),
            ),
            rx.el.p(wording.FIRST_NONE, class_name="muted", role="status"),
        ),
    )


def _row(row: LeadRow) -> rx.Component:
    return rx.el.li(
        rx.el.p(
            link(rx.el.b(row.code, class_name="num"), to=row.href),
            rx.el.span(row.left, class_name=row.left_css),
            class_name="row spread",
        ),
        rx.el.p(row.procedure, class_name="clamp"),
        rx.el.p(row.applicant, " · ", row.where, class_name="small muted"),
        rx.el.div(
            rx.cond(
                row.may_remind,
                rx.el.button(
                    wording.REMIND,
                    type="button",
                    class_name="button button--quiet button--small",
                    on_click=State.remind(row.code),
                ),
            ),
            rx.cond(
                row.extend_href != "",
                link(
                    wording.EXTEND,
                    to=row.extend_href,
                    class_name="button button--quiet button--small",
                ),
            ),
            class_name="row",
        ),
        rx.cond(row.may_give, _give(row)),
        key=row.code,
        class_name="stack-s",
    )


def _give(row: LeadRow) -> rx.Component:
    officer, reason = OFFICER + "." + row.code, REASON + "." + row.code
    return rx.el.details(
        rx.el.summary(wording.GIVE),
        rx.el.form(
            rx.el.input(type="hidden", name=CODE, value=row.code),
            select_field(
                Field(
                    officer,
                    wording.GIVE_TO,
                    required=True,
                    error=State.problems.get(officer, ""),
                ),
                [
                    rx.el.option(wording.GIVE_CHOOSE, value=""),
                    rx.foreach(State.choices, _choice),
                ],
            ),
            text_field(
                Field(
                    reason,
                    wording.GIVE_WHY,
                    required=True,
                    error=State.problems.get(reason, ""),
                ),
                auto_complete="off",
                max_length=500,
            ),
            submit_button(wording.GIVE_GO, State.busy, wording.WORKING),
            on_submit=State.give,
            no_validate=True,
            class_name="stack-s",
        ),
    )


def _choice(one: Choice) -> rx.Component:
    return rx.el.option(one.words, value=one.value, key=one.value)


def _loads(found: Any, caption: str, heads: tuple[str, ...]) -> rx.Component:
    # Any: a Var of rows.
    return rx.el.table(
        rx.el.caption(caption, class_name="sr-only"),
        rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
        rx.el.tbody(rx.foreach(found, _load)),
        class_name="table lead-table",
    )


def _load(row: LoadRow) -> rx.Component:
    return rx.el.tr(
        rx.el.th(row.name, scope="row"),
        rx.el.td(link(row.count, to=row.href), class_name="num"),
        rx.el.td(
            link(row.late, to=row.late_href, class_name=rx.cond(row.is_hot, "hot", "")),
            class_name="num",
        ),
        rx.el.td(link(row.today, to=row.today_href), class_name="num"),
        key=row.href,
    )


def _oldest() -> rx.Component:
    return card(
        wording.OLDEST,
        rx.el.ol(
            rx.foreach(
                State.oldest,
                lambda row: rx.el.li(
                    link(row.code, to=row.href, class_name="num"),
                    rx.el.p(row.old, class_name="small muted"),
                    key=row.code,
                ),
            ),
            class_name="plain stack-s",
        ),
    )


def _units() -> rx.Component:
    return card(
        wording.UNITS,
        rx.el.p(wording.UNITS_LEAD, class_name="small muted"),
        rx.el.table(
            rx.el.caption(wording.UNITS_CAPTION, class_name="sr-only"),
            rx.el.thead(
                rx.el.tr(*[rx.el.th(head, scope="col") for head in wording.UNIT_HEADS])
            ),
            rx.el.tbody(rx.foreach(State.units, _unit)),
            class_name="table lead-table",
        ),
    )


def _unit(unit: UnitRow) -> rx.Component:
    return rx.el.tr(
        rx.el.th(unit.name, scope="row"),
        rx.el.td(unit.owed, class_name="num"),
        rx.el.td(unit.late, class_name=rx.cond(unit.is_hot, "num hot", "num")),
        rx.el.td(unit.new, class_name="num"),
        key=unit.name,
    )
