"""Làm thay và ủy quyền (R41, C22): both sides, invitations, and the two forms."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import (
    Field,
    check_field,
    select_field,
    text_field,
)
from dvc_app.components.form.summary import (
    error_summary,
    required_legend,
    submit_button,
)
from dvc_app.components.notice import notice
from dvc_app.components.profile_menu import profile_shell
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.delegation_rows import DelegationRow, InvitationRow
from dvc_app.state.citizen.delegations import DelegationsState, OrganisationRow
from dvc_app.wording import delegations as wording

State = DelegationsState
NUMERIC = {"input_mode": "numeric", "auto_complete": "off"}
NAME = {"spell_check": False, "auto_complete": "off", "auto_capitalize": "words"}


def delegations_page() -> rx.Component:
    """Compose the page."""
    return profile_shell(
        error_summary(State),
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.el.p(wording.LEAD, class_name="muted"),
            class_name="stack",
        ),
        rx.cond(
            State.loaded,
            rx.fragment(
                rx.cond(State.invitations.length() > 0, _invitations()),
                rx.cond(~State.is_organisation, _held()),
                _given(),
                rx.cond(State.ended.length() > 0, _ended()),
            ),
            skeleton(6),
        ),
        active=routes.MY_DELEGATIONS,
    )


def _invitations() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.INVITATIONS),
        rx.el.ul(rx.foreach(State.invitations, _invitation), class_name="stack"),
        class_name="stack",
    )


def _invitation(row: InvitationRow) -> rx.Component:
    return rx.el.li(
        notice(
            rx.el.div(
                rx.el.p(rx.el.b(row.title)),
                rx.el.p(row.period, class_name="num"),
                rx.el.p(row.hint, class_name="small"),
                class_name="stack-s",
            ),
            rx.el.div(
                rx.el.button(
                    wording.ACCEPT,
                    type="button",
                    aria_label=row.accept_label,
                    on_click=State.answer(row.id, True),
                    class_name="button",
                ),
                rx.el.button(
                    wording.DECLINE,
                    type="button",
                    aria_label=row.decline_label,
                    on_click=State.answer(row.id, False),
                    class_name="button button--quiet",
                ),
                class_name="row notice-acts",
            ),
            kind="warn",
        ),
        key=row.id,
    )


def _held() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.HELD),
        rx.cond(
            State.held.length() > 0,
            rx.el.ul(rx.foreach(State.held, _row), class_name="stack"),
            _empty(wording.HELD_NONE, wording.HELD_NONE_HINT),
        ),
        _opened("child", wording.ADD_CHILD, _child_form()),
        class_name="stack",
    )


def _given() -> rx.Component:
    is_organisation = State.is_organisation
    return rx.el.section(
        rx.el.h2(rx.cond(is_organisation, wording.GIVEN_ORGANISATION, wording.GIVEN)),
        rx.cond(
            State.given.length() > 0,
            rx.el.ul(rx.foreach(State.given, _row), class_name="stack"),
            rx.cond(
                is_organisation,
                _empty(
                    wording.GIVEN_ORGANISATION_NONE, wording.GIVEN_ORGANISATION_HINT
                ),
                _empty(wording.GIVEN_NONE, wording.GIVEN_NONE_HINT),
            ),
        ),
        _opened(
            "grant",
            rx.cond(is_organisation, wording.GRANT_ORGANISATION, wording.GRANT),
            _grant_form(),
        ),
        class_name="stack",
    )


def _ended() -> rx.Component:
    return rx.el.details(
        rx.el.summary(State.ended_words),
        rx.el.ul(rx.foreach(State.ended, _row), class_name="stack"),
    )


def _empty(words: str, hint: str) -> rx.Component:
    return rx.el.div(
        rx.el.p(rx.el.b(words)),
        rx.el.p(hint, class_name="small muted"),
        class_name="card stack-s",
    )


def _row(row: DelegationRow) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.h3(row.name),
            rx.el.p(row.details, class_name="small muted"),
            rx.el.p(
                rx.el.span(row.state, class_name=row.state_css),
                rx.el.span(row.period, class_name="small num"),
                class_name="row",
            ),
            class_name="stack-s grow",
        ),
        rx.cond(row.may_revoke, rx.el.div(_revoke(row), class_name="row-acts")),
        class_name="card dossier-row",
        key=row.id,
    )


def _revoke(row: DelegationRow) -> rx.Component:
    return rx.cond(
        State.asked_to_revoke == row.id,
        rx.el.div(
            rx.el.p(wording.REVOKE_SURE, class_name="small"),
            rx.el.div(
                rx.el.button(
                    wording.REVOKE_YES,
                    type="button",
                    on_click=State.revoke(row.id),
                    class_name="button button--small",
                ),
                rx.el.button(
                    wording.KEEP,
                    type="button",
                    on_click=State.ask_revoke(""),
                    class_name="button button--text button--small",
                ),
                class_name="row",
            ),
            role="alert",
            class_name="stack-s",
        ),
        rx.el.button(
            wording.REVOKE,
            type="button",
            aria_label=row.revoke_label,
            on_click=State.ask_revoke(row.id),
            class_name="button button--quiet button--small",
        ),
    )


def _opened(name: str, words: Any, form: rx.Component) -> rx.Component:
    # Any: text or a Var of text.
    return rx.cond(
        State.open_form == name,
        form,
        rx.el.p(
            rx.el.button(
                words,
                type="button",
                on_click=State.show_form(name),
                class_name="button button--quiet",
            )
        ),
    )


def _child_form() -> rx.Component:
    return _form(
        wording.ADD_CHILD,
        wording.CHILD_HINT,
        text_field(_field("child_name", wording.CHILD_NAME), **NAME),
        text_field(
            _field(
                "child_birth_date",
                wording.CHILD_BIRTH_DATE,
                wording.CHILD_BIRTH_DATE_HINT,
            ),
            **NUMERIC,
        ),
        text_field(
            _field("child_citizen_id", wording.CHILD_NUMBER, wording.CHILD_NUMBER_HINT),
            **NUMERIC,
        ),
        on_submit=State.add_child,
        words=wording.CHILD_ADD,
    )


def _grant_form() -> rx.Component:
    day = wording.DAY_HINT
    return _form(
        rx.cond(State.is_organisation, wording.GRANT_ORGANISATION, wording.GRANT),
        wording.GRANT_HINT,
        rx.cond(State.organisations.length() > 0, _organisation()),
        text_field(_field("name", wording.NAME, wording.NAME_HINT), **NAME),
        text_field(_field("number", wording.NUMBER), **NUMERIC),
        text_field(
            _field("starts_on", wording.STARTS_ON, day), State.first_day, **NUMERIC
        ),
        text_field(_field("ends_on", wording.ENDS_ON, day), State.last_day, **NUMERIC),
        rx.cond(
            State.is_organisation,
            check_field(Field("is_manager", wording.IS_MANAGER)),
        ),
        on_submit=State.grant,
        words=wording.GRANT_DO,
    )


def _organisation() -> rx.Component:
    return select_field(
        Field("organisation", wording.FOR_WHOM),
        [
            rx.el.option(wording.FOR_MYSELF, value=""),
            rx.foreach(State.organisations, _option),
        ],
    )


def _option(row: OrganisationRow) -> rx.Component:
    return rx.el.option(row.name, value=row.id, key=row.id)


def _form(title: Any, hint: str, *fields: Any, on_submit: Any, words: str) -> Any:
    # Any: text or a Var of text, fields, an event handler, and the form.
    return rx.el.form(
        rx.el.h3(title),
        rx.el.p(hint, class_name="small muted"),
        required_legend(),
        rx.el.div(*fields, class_name="fields fields--2"),
        rx.el.div(
            submit_button(words, State.busy, wording.WORKING),
            rx.el.button(
                wording.CANCEL,
                type="button",
                on_click=State.show_form(""),
                class_name="button button--text",
            ),
            class_name="row",
        ),
        on_submit=on_submit,
        no_validate=True,
        class_name="card stack",
    )


def _field(name: str, label: str, hint: str = "") -> Field:
    return Field(name, label, hint, required=True, error=State.problems.get(name, ""))
