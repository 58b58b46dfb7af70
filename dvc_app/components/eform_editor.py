"""The outline of a draft: its head, groups and fields, one of them open (A03)."""

from typing import Any

import reflex as rx

from dvc_app.components.browser_parts import LeadTo
from dvc_app.components.eform_editor_forms import field_form, group_form, head_form
from dvc_app.components.form.summary import error_summary
from dvc_app.state.admin.eform import AdminEformState as Page
from dvc_app.state.admin.eform_edit import EformEditState as State
from dvc_app.state.admin.eform_edit_rows import FieldLine, GroupLine
from dvc_app.wording import eform_changes as wording

SMALL = "button button--quiet button--small"


def draft_outline() -> rx.Component:
    """Return everything a draft asks, each part with its buttons."""
    return rx.el.section(
        LeadTo.create(mark=State.focus_mark, target=State.focus_id),
        error_summary(State, "loi-soan"),
        rx.el.section(
            rx.el.div(
                rx.el.h2(wording.HEAD, class_name="h3"),
                _open("head", wording.HEAD_EDIT, wording.HEAD),
                class_name="row spread",
            ),
            rx.cond(
                State.opened == "head",
                head_form(),
                rx.fragment(
                    *[_fault_of_page(name) for name in ("starts_on", "reason")]
                ),
            ),
            id="head",
            tab_index=-1,
            class_name="card stack",
        ),
        rx.foreach(Page.groups, _group),
        rx.cond(
            Page.may_write,
            rx.el.div(
                rx.cond(
                    State.opened == Page.new_group,
                    rx.el.section(
                        rx.el.h2(wording.GROUP_NEW, class_name="h3"),
                        group_form(),
                        class_name="card stack",
                    ),
                    rx.el.button(
                        "+ ",
                        wording.GROUP_ADD,
                        type="button",
                        id="sua-" + Page.new_group,
                        on_click=State.open(Page.new_group),
                        class_name="button button--quiet",
                    ),
                )
            ),
        ),
        class_name="stack",
    )


def _fault_of_page(name: str) -> rx.Component:
    """Return what a proposal was refused for, where its link leads."""
    given: Any = rx.Var.create(name)  # the open head has inputs of these names
    return rx.el.span(
        Page.problems.get(name, ""), id=given, tab_index=-1, class_name="error block"
    )


def _group(group: GroupLine) -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(group.title, class_name="h3"),
            _buttons(group.where, group.title),
            class_name="row spread",
        ),
        _said(group),
        _asked(group.where),
        rx.cond(State.opened == group.where, group_form()),
        rx.cond(
            group.fields.length() > 0,
            rx.el.ol(rx.foreach(group.fields, _field), class_name="form-outline"),
            rx.el.p(wording.EMPTY_GROUP, class_name="muted"),
        ),
        rx.cond(Page.may_write, _add(group)),
        id=group.where,
        key=group.where,
        tab_index=-1,
        class_name="card stack",
    )


def _add(group: GroupLine) -> rx.Component:
    return rx.cond(
        State.opened == group.end,
        rx.el.div(
            rx.el.h3(wording.FIELD_NEW), field_form(), class_name="stack form-part"
        ),
        rx.el.div(
            rx.el.button(
                "+ ",
                wording.FIELD_ADD,
                rx.el.span(" ", group.title, class_name="sr-only"),
                type="button",
                id="sua-" + group.end,
                on_click=State.open(group.end),
                class_name=SMALL,
            )
        ),
    )


def _field(field: FieldLine) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.div(
                rx.el.b(field.label),
                rx.el.span(
                    " ", field.kind, " · ", field.code, class_name="small muted"
                ),
                rx.foreach(field.about, _about),
                rx.el.p(field.reason, class_name="small"),
                rx.foreach(field.flaws, _flaw),
                class_name="form-outline-words",
            ),
            _buttons(field.where, field.label),
            class_name="row spread form-outline-row",
        ),
        _asked(field.where),
        rx.cond(
            State.opened == field.where,
            rx.el.div(field_form(), class_name="form-part"),
        ),
        id=field.where,
        key=field.where,
        tab_index=-1,
    )


def _said(group: GroupLine) -> rx.Component:
    return rx.el.div(
        rx.el.span(group.code, class_name="small muted"),
        rx.foreach(group.about, _about),
        rx.foreach(group.flaws, _flaw),
    )


def _about(said: rx.Var[str]) -> rx.Component:
    return rx.el.span(" · ", said, class_name="small muted")


def _flaw(said: rx.Var[str]) -> rx.Component:
    return rx.el.p(said, class_name="error")


def _buttons(where: Any, name: Any) -> rx.Component:
    # Any: Vars of text.
    return rx.cond(
        Page.may_write,
        rx.el.div(
            _open(where, wording.EDIT, name),
            _small(wording.UP, State.move(where, -1), name),
            _small(wording.DOWN, State.move(where, 1), name),
            _small(wording.REMOVE, State.ask_remove(where), name),
            class_name="row form-outline-acts",
        ),
    )


def _open(where: Any, words: str, name: Any) -> rx.Component:
    # Any: Vars of text.
    return rx.cond(
        Page.may_write,
        rx.el.button(
            words,
            rx.el.span(" ", name, class_name="sr-only"),
            type="button",
            id="sua-" + where,
            on_click=State.open(where),
            aria_expanded=rx.cond(State.opened == where, "true", "false"),
            class_name=SMALL,
        ),
    )


def _small(words: str, press: Any, name: Any) -> rx.Component:
    # Any: an event of the state, and a Var of text.
    return rx.el.button(
        words,
        rx.el.span(" ", name, class_name="sr-only"),
        type="button",
        on_click=press,
        class_name=SMALL,
    )


def _asked(where: Any) -> rx.Component:
    # Any: a Var of text.
    return rx.cond(
        State.asked == where,
        rx.el.div(
            rx.el.b(State.asked_words),
            rx.el.p(wording.REMOVE_LEAD),
            rx.el.div(
                rx.el.button(
                    wording.KEEP,
                    type="button",
                    auto_focus=True,
                    on_click=State.keep,
                    class_name="button button--small",
                ),
                rx.el.button(
                    wording.REMOVE_YES,
                    type="button",
                    on_click=State.remove,
                    class_name=SMALL,
                ),
                class_name="row",
            ),
            role="alert",
            class_name="notice stack-s",
        ),
    )
