"""Hỗ trợ: whom to call, where to go, how to begin."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.public import places, waiting
from dvc_app.state.public.help import HelpState
from dvc_app.wording import frame, ministry_look_up
from dvc_app.wording import help as wording
from dvc_app.wording.province import email, hotline

TYPING_PAUSE = 300  # milliseconds


def help_page() -> rx.Component:
    """Compose the help page."""
    return page_shell(
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.el.p(wording.LEAD, class_name="lead"),
            class_name="stack",
        ),
        _contacts(),
        _registers(),
        _guides(),
        _desks(),
        active=routes.HELP,
        css="frame stack-l page",
    )


def _contacts() -> rx.Component:
    number = hotline()
    return rx.el.div(
        rx.el.div(
            rx.el.h2(wording.CALL),
            rx.el.a(
                number,
                href="tel:" + number.replace(" ", ""),
                class_name="hotline num",
            ),
            rx.el.p(frame.HOTLINE_HOURS, class_name="muted small"),
            rx.el.p(wording.EMAIL + ": ", rx.el.a(email(), href="mailto:" + email())),
            class_name="card stack",
        ),
        rx.el.div(
            rx.el.h2(wording.ANOTHER),
            rx.el.p(wording.ANOTHER_TEXT),
            class_name="card stack",
        ),
        class_name="halves",
    )


def _registers() -> rx.Component:
    """Lead to the registers of ministries, in the words of the menu (C26)."""
    return rx.el.section(
        rx.el.h2(ministry_look_up.HELP),
        rx.el.ul(
            *[
                rx.el.li(link(words, to=f"{routes.MINISTRY_LOOK_UP}?he-thong={slug}"))
                for words, slug in zip(
                    ministry_look_up.REGISTERS.values(),
                    ministry_look_up.SLUGS.values(),
                    strict=True,
                )
            ],
            class_name="dots",
        ),
        class_name="stack",
    )


def _guides() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.GUIDES),
        *[
            rx.el.details(
                rx.el.summary(title),
                rx.el.p(text, class_name="column"),
                class_name="card guide",
            )
            for title, text in wording.GUIDE
        ],
        class_name="stack",
    )


def _desks() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.DESKS),
        rx.el.div(
            rx.el.label(wording.DESK_SEARCH, html_for="noi-nhan"),
            rx.el.input(
                id="noi-nhan",
                type="search",
                auto_complete="off",
                spell_check=False,
                on_change=HelpState.find.debounce(TYPING_PAUSE),
            ),
            rx.el.span(HelpState.count_words, class_name="hint", role="status"),
            class_name="field column",
        ),
        rx.cond(
            HelpState.loaded,
            rx.cond(
                HelpState.desks.length() > 0,
                places(HelpState.desks),
                rx.el.p(
                    rx.cond(
                        HelpState.count_words != "", wording.DESK_NONE, wording.EMPTY
                    ),
                    class_name="muted",
                ),
            ),
            waiting(4),
        ),
        class_name="stack",
    )
