"""The frame of administration, and the fields of a post two of its pages share."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.layout import desk_shell
from dvc_app.components.link import link
from dvc_app.state.base import AppState
from dvc_app.wording import administration as wording
from dvc_app.wording import (
    calendars,
    eform_changes,
    fee_changes,
    procedure_changes,
    processes,
    providers,
    status_sync,
    templates,
)

TABS = (
    (routes.ADMIN_ACCOUNTS, wording.TAB_ACCOUNTS),
    (routes.ADMIN_INVITE, wording.TAB_INVITE),
    (routes.ADMIN_IMPORT, wording.TAB_IMPORT),
    (routes.ADMIN_PROVIDERS, providers.TITLE),
    (routes.ADMIN_CONNECTIONS, status_sync.ADMIN_TITLE),
    (routes.ADMIN_PROCEDURES, procedure_changes.TITLE),
    (routes.ADMIN_PROCESSES, processes.TITLE),
    (routes.ADMIN_EFORMS, eform_changes.TITLE),
    (routes.ADMIN_FEES, fee_changes.TITLE),
    (routes.ADMIN_CALENDAR, calendars.TITLE),
    (routes.ADMIN_TEMPLATES, templates.TITLE),
)


def admin_shell(*children: Any, active: str) -> rx.Component:
    """Return a page of administration with its tabs."""
    # Any: what rx.el elements take as children.
    return desk_shell(
        rx.el.nav(
            rx.cond(
                AppState.is_administrator,
                rx.fragment(*[_tab(path, words, active) for path, words in TABS]),
            ),
            _tab(routes.ADMIN_AUDIT, wording.TAB_TRAIL, active),
            aria_label=wording.TABS,
            class_name="tabs tabs--many",
        ),
        *children,
        css="frame stack-l page",
    )


def _tab(path: str, words: str, active: str) -> rx.Component:
    is_here = "page" if path == active else "false"
    return link(words, to=path, aria_current=is_here)


def post_fields(state: Any, units: Any, option: Any) -> list[rx.Component]:
    """Return unit, roles, title and dates of a post."""
    # Any: a State class with problems, a Var of options, how one is drawn.
    problem = state.problems
    return [
        select_field(
            Field(
                "agency", wording.UNIT, required=True, error=problem.get("agency", "")
            ),
            [
                rx.el.option(wording.CHOOSE_UNIT, value=""),
                rx.foreach(units, option),
            ],
        ),
        rx.el.fieldset(
            rx.el.legend(wording.ROLES_LEGEND, class_name="required"),
            rx.el.span(problem.get("roles", ""), id="roles-loi", class_name="error"),
            *[_role(str(role), words) for role, words in wording.ROLES.items()],
            id="roles",
            tab_index=-1,
            class_name="field checks",
        ),
        text_field(
            Field(
                "title",
                wording.POST_TITLE,
                wording.POST_TITLE_HINT,
                optional_words=wording.OPTIONAL,
                error=problem.get("title", ""),
            ),
            auto_complete="off",
        ),
        rx.el.div(
            _day(problem, "starts", wording.STARTS, wording.STARTS_HINT),
            _day(problem, "ends", wording.ENDS, wording.ENDS_HINT),
            class_name="two",
        ),
    ]


def unit_option(option: Any) -> rx.Component:
    """Return one line of a choice of units."""
    # Any: a Var of one option.
    return rx.el.option(option.words, value=option.value)


def filter_foot(state: Any, key: str, words: str, all_of_it: str) -> rx.Component:
    """Return the last line of a filter: a box to tick, clearing, searching."""
    # Any: a State class with a filter.
    return rx.el.div(
        rx.el.label(
            rx.el.input(
                type="checkbox", name=key, default_checked=state.filters[key] != ""
            ),
            rx.el.span(words),
            class_name="tick",
        ),
        rx.el.div(
            rx.cond(
                state.has_filters,
                link(wording.CLEAR, to=all_of_it, class_name="button button--text"),
            ),
            rx.el.button(
                wording.SEARCH, type="submit", class_name="button button--quiet"
            ),
            class_name="row",
        ),
        class_name="row spread filter-foot",
    )


def _role(name: str, words: str) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="checkbox", name=f"role_{name}"),
        rx.el.span(words),
        class_name="tick",
    )


def _day(problem: Any, name: str, label: str, hint: str) -> rx.Component:
    # Any: a Var of the problems.
    field = Field(name, label, hint, error=problem.get(name, ""))
    return text_field(field, input_mode="numeric", auto_complete="off")
