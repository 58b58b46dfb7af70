"""One electronic form: looked at, tried, written anew, published (A03)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell
from dvc_app.components.eform_editor import draft_outline
from dvc_app.components.eform_editor_trial import trial
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import error_summary
from dvc_app.components.link import link
from dvc_app.components.of_address import of_address
from dvc_app.components.officer_parts import tabs
from dvc_app.components.skeleton import skeleton
from dvc_app.state.admin.eform import AdminEformState as State
from dvc_app.state.admin.eform_rows import ChangeRow, Fact, FlawRow, VersionRow
from dvc_app.state.admin.eform_trial import EformTrialState
from dvc_app.wording import eform_changes as wording

QUIET = "button button--quiet"
LOOK = rx.Var.create("#ban-dang-xem")
NAMED = 3  # part of the address: /quan-tri/bieu-mau/{form}


def eform_page() -> rx.Component:
    """Compose the page."""
    waiting = rx.el.div(
        rx.el.h1(wording.ONE_TITLE), skeleton(8), class_name="stack", key="waits"
    )
    found = rx.el.div(
        error_summary(State),
        _head(),
        tabs(State.tabs, wording.TABS, State.code, trial(), _write(), _versions()),
        class_name="stack-l",
        key="found",
    )
    return admin_shell(
        of_address(
            State.code,
            rx.cond(State.missing, _missing(), rx.cond(State.loaded, found, waiting)),
            waiting,
            part=NAMED,
        ),
        active=routes.ADMIN_EFORMS,
    )


def _missing() -> rx.Component:
    return rx.el.div(
        rx.el.h1(wording.MISSING_TITLE),
        rx.el.p(wording.MISSING),
        link(wording.BACK, to=routes.ADMIN_EFORMS, class_name="button"),
        class_name="stack",
    )


def _head() -> rx.Component:
    return rx.el.header(
        rx.el.p(link(wording.BACK, to=routes.ADMIN_EFORMS), class_name="small crumbs"),
        rx.el.h1(State.title),
        _facts(State.facts, (wording.VERSION, State.in_force)),
        rx.cond(
            State.may_write,
            rx.fragment(),
            rx.el.p(wording.READ_ONLY, class_name="notice"),
        ),
        class_name="stack",
    )


def _facts(rows: Any, *more: tuple[str, Any]) -> rx.Component:
    # Any: Vars of facts, and of texts.
    def one(fact: Fact) -> rx.Component:
        return rx.fragment(rx.el.dt(fact.label), rx.el.dd(fact.text))

    return rx.el.dl(
        rx.foreach(rows, one),
        *[
            rx.fragment(rx.el.dt(label), rx.el.dd(rx.el.b(text)))
            for label, text in more
        ],
        class_name="facts",
    )


def _write() -> rx.Component:
    nothing = rx.el.div(
        rx.cond(
            State.may_begin,
            rx.fragment(
                rx.el.p(wording.NO_DRAFT),
                _press(wording.BEGIN, State.begin(0)),
            ),
            rx.el.p(wording.NO_DRAFT_READ),
        ),
        class_name="card stack",
    )
    return rx.el.div(
        rx.cond(
            State.has_draft,
            rx.el.div(
                _draft_head(),
                rx.el.div(_flaws(), _changes(), class_name="halves"),
                draft_outline(),
                class_name="stack-l",
            ),
            nothing,
        )
    )


def _draft_head() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(wording.TAB_WRITE),
            rx.el.span(State.draft_tag.words, class_name=State.draft_tag.css),
            class_name="row",
        ),
        rx.el.p(State.draft_words, class_name="muted"),
        rx.foreach(State.notices, lambda said: rx.el.p(said, class_name="notice")),
        _facts(State.draft_facts),
        rx.cond(State.may_write, _acts()),
        class_name="card stack",
    )


def _acts() -> rx.Component:
    back = rx.el.form(
        text_field(
            Field(
                "remark",
                wording.SEND_BACK_LABEL,
                required=True,
                error=State.problems.get("remark", ""),
            ),
            auto_complete="off",
        ),
        rx.el.button(wording.SEND_BACK, type="submit", class_name=QUIET),
        on_submit=State.send_back,
        no_validate=True,
        key=State.draft_key,
        class_name="stack-s column",
    )
    return rx.el.div(
        rx.cond(
            State.asks_discard,
            rx.el.div(
                rx.el.p(wording.DISCARD_ASK),
                rx.el.div(
                    _press(wording.KEEP, State.keep),
                    _press(wording.DISCARD_YES, State.discard, QUIET),
                    class_name="row",
                ),
                class_name="notice stack-s",
                role="alert",
            ),
            rx.el.div(
                rx.cond(State.may_publish, _press(wording.PUBLISH, State.publish)),
                rx.cond(State.may_propose, _press(wording.PROPOSE, State.propose)),
                _press(wording.DISCARD, State.ask_discard, QUIET),
                class_name="row",
            ),
        ),
        rx.el.span(State.problems.get("eform", ""), class_name="error", id="eform"),
        rx.cond(State.is_proposed, back),
        class_name="stack",
    )


def _press(words: str, press: Any, css: str = "button") -> rx.Component:
    # Any: an event of the state.
    return rx.el.button(words, type="button", on_click=press, class_name=css)


def _flaws() -> rx.Component:
    def one(flaw: FlawRow) -> rx.Component:
        return rx.el.li(rx.el.a(flaw.words, href="#" + flaw.where))

    return rx.el.section(
        rx.cond(
            State.flaws.length() > 0,
            rx.fragment(
                rx.el.h3(State.flaws_heading),
                rx.el.ul(rx.foreach(State.flaws, one), class_name="stack-s"),
            ),
            rx.el.p(wording.FLAWS_NONE),
        ),
        class_name="card stack",
    )


def _changes() -> rx.Component:
    def one(change: ChangeRow) -> rx.Component:
        return rx.el.li(change.words, class_name=change.css)

    return rx.el.section(
        rx.el.h3(wording.CHANGES),
        rx.cond(
            State.changes.length() > 0,
            rx.el.ul(rx.foreach(State.changes, one), class_name="stack-s"),
            rx.el.p(wording.CHANGES_NONE, class_name="muted"),
        ),
        class_name="card stack",
    )


def _versions() -> rx.Component:
    return rx.el.ol(rx.foreach(State.versions, _version), class_name="plain-list stack")


def _version(row: VersionRow) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.b(row.name, " ", row.since),
            rx.el.span(row.standing, class_name=row.css + " wrap"),
            class_name="row spread",
        ),
        rx.foreach(row.by, lambda said: rx.el.p(said, class_name="small muted")),
        rx.cond(row.reason != "", rx.el.p(wording.WHY, ": ", row.reason)),
        rx.cond(row.hint != "", rx.el.p(row.hint, class_name="small")),
        rx.el.div(
            rx.el.a(
                wording.SEE,
                rx.el.span(" ", row.name, class_name="sr-only"),
                href=LOOK,  # opens the tab in which it is drawn
                on_click=EformTrialState.look(row.number.to_string()),
                class_name="button button--quiet button--small",
            ),
            rx.cond(
                row.may_copy,
                _small(wording.BEGIN_FROM, row, State.begin(row.number)),
            ),
            rx.cond(
                row.may_withdraw,
                _small(wording.WITHDRAW, row, State.withdraw(row.id)),
            ),
            class_name="row",
        ),
        key=row.id,
        class_name="card stack-s",
    )


def _small(words: str, row: VersionRow, press: Any) -> rx.Component:
    # Any: an event of the state.
    return rx.el.button(
        words,
        rx.el.span(" ", row.name, class_name="sr-only"),
        type="button",
        on_click=press,
        class_name="button button--quiet button--small",
    )
