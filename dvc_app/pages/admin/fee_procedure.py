"""Fees of one procedure: rules over time, a new rule, the second word (A05)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.admin import admin_shell
from dvc_app.components.form.summary import error_summary
from dvc_app.components.link import link
from dvc_app.components.of_address import of_address
from dvc_app.components.skeleton import skeleton
from dvc_app.pages.admin.fee_editor import fee_editor, samples_table
from dvc_app.state.admin.fee_procedure import FeeProcedureState as State
from dvc_app.state.admin.fee_rows import (
    AccountLine,
    FeeChangeRow,
    FeeFact,
    RuleRow,
)
from dvc_app.wording import fee_changes as wording


def fee_procedure_page() -> rx.Component:
    """Compose the page; an address of no procedure says so."""
    waiting = rx.el.div(rx.el.h1(wording.ONE_TITLE), skeleton(8), class_name="stack")
    found = rx.el.div(
        error_summary(State),
        _head(),
        rx.cond(State.editing, fee_editor()),
        _changes(),
        _rules(),
        _accounts(),
        class_name="stack-l",
    )
    missing = rx.el.div(
        rx.el.h1(wording.MISSING_TITLE),
        rx.el.p(wording.MISSING),
        link(wording.BACK, to=routes.ADMIN_FEES, class_name="button"),
        class_name="stack",
    )
    return admin_shell(
        of_address(
            State.code,
            rx.cond(State.missing, missing, rx.cond(State.loaded, found, waiting)),
            waiting,
            part=3,
        ),
        active=routes.ADMIN_FEES,
    )


def _head() -> rx.Component:
    return rx.el.header(
        rx.el.p(link(wording.BACK, to=routes.ADMIN_FEES), class_name="small crumbs"),
        rx.el.h1(State.name),
        rx.el.p(State.code_words, class_name="muted num"),
        rx.cond(
            State.may_write,
            rx.fragment(),
            rx.el.p(wording.READ_ONLY, class_name="notice"),
        ),
        rx.el.section(
            rx.el.div(
                rx.el.h2(wording.CITIZEN_SEES),
                link(wording.CITIZEN_PAGE, to=State.public_href),
                class_name="row spread",
            ),
            rx.el.ul(rx.foreach(State.prices, rx.el.li)),
            rx.cond(
                State.by_catalogue, rx.el.p(wording.BY_CATALOGUE, class_name="small")
            ),
            class_name="card stack-s",
        ),
        class_name="stack",
    )


def _changes() -> rx.Component:
    return rx.cond(
        State.changes.length() > 0,
        rx.el.section(
            rx.el.h2(wording.CHANGES),
            rx.el.span(
                State.problems.get("change", ""), class_name="error", id="change"
            ),
            rx.el.ol(rx.foreach(State.changes, _change), class_name="stack"),
            class_name="stack",
        ),
    )


def _change(row: FeeChangeRow) -> rx.Component:
    return rx.el.li(
        _title(row.name, row.state, row.css),
        rx.el.p(row.span, class_name="num"),
        rx.cond(row.undoing != "", rx.el.p(row.undoing)),
        rx.el.p(row.instead),
        rx.cond(row.reason != "", rx.el.p(row.reason)),
        rx.el.dl(rx.foreach(row.facts, _fact), class_name="facts"),
        rx.el.details(
            rx.el.summary(wording.SEE_EFFECT),
            samples_table(row.samples),
            open=row.may_decline,
        ),
        rx.el.p(row.by, class_name="small muted"),
        rx.cond(row.decided != "", rx.el.p(row.decided, class_name="small muted")),
        rx.cond(State.may_write, _acts(row)),
        class_name="card stack-s",
        key=row.id,
    )


def _acts(row: FeeChangeRow) -> rx.Component:
    main = "button button--small"
    return rx.el.div(
        rx.cond(
            row.may_publish, _act(wording.PUBLISH, State.publish(row.id), row, main)
        ),
        rx.cond(row.may_decline, _act(row.decline, State.decline(row.id), row)),
        rx.cond(row.may_withdraw, _act(wording.WITHDRAW, State.withdraw(row.id), row)),
        rx.cond(row.may_undo, _act(wording.UNDO, State.undo(row.id), row)),
        class_name="row",
    )


def _act(
    words: str | rx.Var[str],
    act: Any,
    row: FeeChangeRow,
    css: str = "button button--quiet button--small",
) -> rx.Component:
    # Any: an event with its argument.
    label = rx.Var.create(words) + ": " + row.name
    return rx.el.button(
        words, type="button", on_click=act, aria_label=label, class_name=css
    )


def _rules() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(wording.RULES),
            rx.cond(
                State.may_write & ~State.editing,
                rx.el.button(
                    wording.ADD,
                    type="button",
                    on_click=State.begin,
                    class_name="button",
                ),
            ),
            class_name="row spread",
        ),
        rx.cond(
            State.rules.length() > 0,
            rx.el.ol(rx.foreach(State.rules, _rule), class_name="stack"),
            rx.el.p(wording.RULES_NONE, class_name="card empty"),
        ),
        class_name="stack",
    )


def _rule(row: RuleRow) -> rx.Component:
    return rx.el.li(
        _title(row.name, row.state, row.css),
        rx.el.p(row.span, class_name="num"),
        rx.el.dl(rx.foreach(row.facts, _fact), class_name="facts"),
        rx.cond(row.source != "", rx.el.p(row.source, class_name="small muted")),
        rx.cond(
            State.may_write & row.may_renew & ~State.editing,
            rx.el.div(
                rx.el.button(
                    wording.RENEW,
                    type="button",
                    aria_label=row.renew,
                    on_click=State.renew(row.code),
                    class_name="button button--quiet button--small",
                ),
                class_name="row",
            ),
        ),
        class_name="card stack-s",
        key=row.id,
    )


def _title(
    name: str | rx.Var[str], state: str | rx.Var[str], css: str | rx.Var[str]
) -> rx.Component:
    return rx.el.div(
        rx.el.h3(name), rx.el.span(state, class_name=css), class_name="row spread"
    )


def _fact(fact: FeeFact) -> rx.Component:
    return rx.fragment(
        rx.el.dt(fact.label),
        rx.el.dd(rx.foreach(fact.lines, rx.el.div)),
    )


def _accounts() -> rx.Component:
    return rx.cond(
        State.accounts.length() > 0,
        rx.el.section(
            rx.el.h2(wording.ACCOUNTS),
            rx.el.p(wording.ACCOUNTS_LEAD, class_name="muted"),
            rx.el.ul(rx.foreach(State.accounts, _account), class_name="stack-s"),
            class_name="card stack-s",
        ),
    )


def _account(row: AccountLine) -> rx.Component:
    return rx.el.li(
        rx.el.b(row.words, class_name="wrap"),
        rx.el.div(row.units, class_name="small muted"),
        key=row.words,
    )
