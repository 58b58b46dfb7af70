"""Dữ liệu của tôi (C22): who looked, taking it away, closing the account."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.link import link
from dvc_app.components.one_time_code import one_time_code
from dvc_app.components.profile_menu import profile_shell
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.closing import ClosingState, UnfinishedRow
from dvc_app.state.citizen.my_data import LookRow
from dvc_app.state.citizen.my_data import MyDataState as State
from dvc_app.wording import errors
from dvc_app.wording import my_data as wording


def my_data_page() -> rx.Component:
    """Compose the page."""
    return profile_shell(
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.el.p(wording.LEAD, class_name="muted"),
            class_name="stack",
        ),
        rx.el.section(
            rx.el.h2(wording.LOOKED),
            rx.el.p(wording.LOOKED_LEAD, class_name="small muted"),
            rx.cond(State.is_ready, _looked(), skeleton(4)),
            class_name="stack",
        ),
        _take(),
        _close(),
        active=routes.MY_DATA,
    )


def _looked() -> rx.Component:
    heads = (wording.WHEN, wording.UNIT, wording.ACT, wording.DOSSIER)
    return rx.cond(
        State.looks.length() > 0,
        rx.el.div(
            rx.el.p(State.total, role="status", class_name="small muted"),
            rx.el.table(
                rx.el.caption(wording.CAPTION, class_name="aside-words"),
                rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
                rx.el.tbody(rx.foreach(State.looks, _look)),
                class_name="table table--cards",
            ),
            rx.cond((State.before != "") | (State.after != ""), _pages()),
            class_name="stack",
        ),
        rx.el.p(wording.LOOKED_NONE, class_name="card"),
    )


def _look(row: rx.Var[LookRow]) -> rx.Component:
    cells = (
        (wording.WHEN, rx.el.span(row.at, class_name="num")),
        (wording.UNIT, rx.el.span(row.unit)),
        (wording.ACT, rx.el.span(row.act)),
        (
            wording.DOSSIER,
            rx.cond(
                row.code != "",
                link(row.code, to=row.address, class_name="num"),
                rx.el.span("–", aria_hidden="true"),
            ),
        ),
    )
    return rx.el.tr(
        *[rx.el.td(what, custom_attrs={"data-label": name}) for name, what in cells],
        key=row.id,
    )


def _pages() -> rx.Component:
    def turn(words: str, to: rx.Var[str]) -> rx.Component:
        css = "button button--quiet button--small"
        return rx.cond(to != "", link(words, to=to, class_name=css))

    return rx.el.nav(
        turn(wording.BEFORE, State.before),
        rx.el.span(State.pages, class_name="small muted"),
        turn(wording.AFTER, State.after),
        aria_label=wording.PAGES,
        class_name="row",
    )


def _take() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.TAKE),
        rx.el.p(wording.TAKE_LEAD),
        rx.el.div(
            rx.cond(
                State.trouble != "",
                rx.el.p(State.trouble, class_name="notice notice--warn"),
            ),
            rx.cond(
                State.may_take,
                rx.el.p(wording.READY, class_name="notice notice--done"),
            ),
            role="status",
        ),
        rx.cond(
            State.may_take,
            link(
                wording.DOWNLOAD,
                to=routes.MY_DATA_FILE,
                reload_document=True,  # no page of the portal: the browser fetches it
                custom_attrs={"download": wording.ARCHIVE},
                class_name="button",
            ),
            rx.el.button(
                rx.cond(State.preparing, wording.PREPARING, wording.PREPARE),
                type="button",
                on_click=State.prepare,
                aria_busy=rx.cond(State.preparing, "true", "false"),
                disabled=State.preparing,
                class_name="button button--quiet",
            ),
        ),
        rx.el.p(wording.CARE, class_name="small muted"),
        class_name="card stack",
    )


def _close() -> rx.Component:
    return rx.el.details(
        rx.el.summary(rx.el.h2(wording.CLOSE)),
        rx.el.p(wording.CLOSE_LEAD),
        rx.el.div(
            _lines(wording.STAYS, wording.STAYS_LINES, ClosingState.kept),
            _lines(wording.GOES, wording.GOES_LINES, ClosingState.drafts),
            class_name="halves",
        ),
        rx.cond(ClosingState.unfinished.length() > 0, _unfinished(), _form()),
        class_name="card fold stack",
    )


def _lines(head: str, lines: tuple[str, ...], more: rx.Var[str]) -> rx.Component:
    return rx.el.div(
        rx.el.h3(head),
        rx.el.ul(*[rx.el.li(line) for line in lines], class_name="dotted"),
        rx.cond(more != "", rx.el.p(more, class_name="small")),
        class_name="stack-s",
    )


def _unfinished() -> rx.Component:
    return rx.el.div(
        rx.el.p(wording.UNFINISHED),
        rx.el.ul(
            rx.foreach(ClosingState.unfinished, _unfinished_row), class_name="stack-s"
        ),
        rx.el.p(wording.UNFINISHED_NEXT),
        class_name="notice notice--warn stack-s",
    )


def _unfinished_row(row: rx.Var[UnfinishedRow]) -> rx.Component:
    return rx.el.li(
        link(row.procedure, to=row.address),
        " ",
        rx.el.span(row.code, class_name="num small"),
        " ",
        rx.el.span(row.status, class_name=row.tag),
        key=row.code,
    )


def _form() -> rx.Component:
    return PostForm.create(
        rx.cond(ClosingState.has_contact, _code()),
        text_field(
            Field(
                "word",
                wording.WORD_LABEL.format(word=wording.WORD),
                wording.WORD_HINT,
                required=True,
            ),
            auto_complete="off",
            spell_check=False,
        ),
        rx.el.button(wording.CLOSE_NOW, type="submit", class_name="button"),
        action=routes.API_CLOSE_ACCOUNT,
        heading=errors.TO_FIX,
        failed=errors.NOT_SENT,
        class_name="stack",
    )


def _code() -> rx.Component:
    return rx.el.div(
        rx.el.button(
            rx.cond(ClosingState.busy, wording.ASKING_CODE, wording.ASK_CODE),
            type="button",
            on_click=ClosingState.ask_code,
            aria_busy=rx.cond(ClosingState.busy, "true", "false"),
            disabled=ClosingState.busy,
            class_name="button button--quiet",
        ),
        rx.el.p(
            ClosingState.sent,
            " ",
            ClosingState.delivery,
            role="status",
            class_name="small muted",
        ),
        one_time_code(
            Field("code", wording.CODE_LABEL, wording.CODE_HINT, required=True)
        ),
        class_name="stack",
    )
