"""Filing for somebody else: the choice, whom one acts for, and a right that ended."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.state.acting import OwnerRow, PrincipalRow
from dvc_app.wording import delegations as wording

FIELD = "principal"


def principal_choice(
    people: rx.Var[list[PrincipalRow]], chosen: rx.Var[str], on_change: Any = None
) -> rx.Component:
    """Return ‹Nộp cho ai?›: oneself, or one of those one acts for (C10, R41)."""
    # Any: a function from the id chosen to an event.
    return rx.el.fieldset(
        rx.el.legend(wording.FOR_WHOM_FILED, class_name="required"),
        _option("", wording.FOR_SELF, "", chosen, on_change),
        rx.foreach(
            people,
            lambda row: _option(row.id, row.name, row.basis, chosen, on_change),
        ),
        rx.cond(
            people.length() > 0,
            rx.el.span(wording.FOR_OTHER_HINT, class_name="hint"),
        ),
        link(
            wording.ADD_PERSON,
            to=routes.MY_DELEGATIONS,
            class_name="button button--text",
        ),
        id=FIELD,
        class_name="field radios",
    )


def _option(
    value: Any, name: Any, basis: Any, chosen: rx.Var[str], on_change: Any
) -> rx.Component:
    # Any: text or a Var of text, and a function from the id to an event.
    handlers = {} if on_change is None else {"on_change": on_change(value)}
    return rx.el.label(
        rx.el.input(
            type="radio",
            name=FIELD,
            value=value,
            default_checked=chosen == value,
            **handlers,
        ),
        rx.el.span(
            name,
            rx.cond(
                rx.Var.create(basis) != "",
                rx.el.span(" – ", basis, class_name="small muted"),
            ),
        ),
        class_name="tick",
    )


def acting_line(owner: rx.Var[OwnerRow], change: Any) -> rx.Component:
    """Return for whom the draft is filed, on every step of it."""
    # Any: the address of step 1.
    return rx.cond(
        owner.name != "",
        rx.el.p(
            rx.el.span(wording.ACTING_NOW + " ", rx.el.b(owner.words)),
            link(wording.CHANGE, to=change, class_name="small"),
            class_name="notice row",
        ),
    )


def stopped_notice(name: rx.Var[str], for_self: Any) -> rx.Component:
    """Return what to do when the right to act has ended while drafting."""
    # Any: an event.
    return notice(
        rx.el.p(rx.el.b(_stopped(name))),
        rx.el.p(wording.STOPPED_HINT),
        rx.el.div(
            rx.el.button(
                wording.FILE_FOR_SELF,
                type="button",
                on_click=for_self,
                class_name="button",
            ),
            link(
                wording.TO_DRAFTS,
                to=routes.MY_DOSSIERS + "?nhom=draft",
                class_name="button button--quiet",
            ),
            class_name="row notice-acts",
        ),
        kind="warn",
        role="alert",
    )


def owner_facts(owner: rx.Var[OwnerRow], badge: str) -> rx.Component:
    """Return the owner's facts: read from the delegation, typed by nobody."""
    facts = (
        (wording.NAME_OF_OWNER, owner.name),
        (wording.OWNER_BORN, owner.born),
        (wording.OWNER_NUMBER, owner.number),
        (wording.BASIS, owner.basis),
    )
    return rx.el.div(
        rx.el.dl(
            *[
                rx.cond(value != "", rx.fragment(rx.el.dt(name), rx.el.dd(value)))
                for name, value in facts
            ],
            class_name="facts",
        ),
        rx.el.span(badge, class_name="filled"),
        class_name="stack-s",
    )


def _stopped(name: rx.Var[str]) -> Any:
    # Any: a Var of text made of parts.
    before, _, after = wording.STOPPED.partition("{name}")
    return rx.fragment(before, name, after)
