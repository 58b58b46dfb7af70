"""The frame of every page (C00): masthead, menu, live region, main, footer."""

from typing import Any

import reflex as rx
from reflex_components_core.core.banner import has_connection_errors

from dvc_app import routes
from dvc_app.components.bell import bell
from dvc_app.components.browser_parts import (
    PostForm,
    Preferences,
    ReloadWhen,
    RouteFocus,
)
from dvc_app.components.device_parts import device_keeper, in_app_note
from dvc_app.components.idle_watch import idle_watch
from dvc_app.components.link import link
from dvc_app.components.notice import live_region
from dvc_app.components.officer_menu import acting_band, officer_menu
from dvc_app.components.prove_again import prove_again
from dvc_app.state.base import AppState
from dvc_app.wording import errors, frame, province

MENU = (
    (frame.HOME, routes.HOME),
    (frame.PROCEDURES, routes.PROCEDURES),
    (frame.LOOK_UP, routes.LOOK_UP),
    (frame.PAY, routes.PAY),
    (frame.MY_DOSSIERS, routes.MY_DOSSIERS),
    (frame.HELP, routes.HELP),
)
MENU_ID = "menu-chinh"


def page_shell(*children: Any, active: str = "", css: str = "frame") -> rx.Component:
    """Return a whole public or citizen page around its content."""
    # Any: what rx.el elements take as children.
    return _shell(
        _masthead(province.brand(), frame.SYSTEM, _sign_in()),
        _menu(active),
        css,
        children,
    )


def desk_shell(*children: Any, css: str = "frame desk") -> rx.Component:
    """Return a whole officer page around its content."""
    head = _masthead(frame.DESK_BRAND, AppState.unit, rx.fragment())
    return _shell(rx.fragment(head, acting_band()), None, css, children)


def _shell(
    head: rx.Component, menu: rx.Component | None, css: str, children: Any
) -> rx.Component:
    return rx.fragment(
        rx.el.a(frame.SKIP, href="#noi-dung", class_name="skip"),
        RouteFocus.create(),
        ReloadWhen.create(stale=AppState.is_stale),
        idle_watch(),
        prove_again(),
        device_keeper(),
        _strip(),
        head,
        menu or rx.fragment(),
        live_region(),
        in_app_note(),
        rx.el.main(
            *children,
            id="noi-dung",
            class_name=css,
            data_ready=AppState.is_hydrated,
            tab_index=-1,  # the skip link leads here
        ),
        _footer(),
    )


def _strip() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.span(frame.HOTLINE + " ", _hotline()),
            _preferences(),
            class_name="frame",
        ),
        class_name="strip only-desk",
    )


def _hotline() -> rx.Component:
    number = province.hotline()
    return rx.el.a(number, href="tel:" + number.replace(" ", ""), class_name="num")


def _preferences() -> rx.Component:
    """Offer size and contrast: in the strip on a desk, in the footer on a phone."""
    return Preferences.create(
        smaller=frame.SMALLER,
        normal=frame.NORMAL,
        larger=frame.LARGER,
        contrast=frame.CONTRAST,
    )


def _masthead(name: Any, line: Any, visitor: rx.Component) -> rx.Component:
    return rx.el.header(
        rx.el.div(
            link(
                rx.el.span("★", class_name="seal", aria_hidden="true"),
                rx.el.span(rx.el.b(name), rx.el.small(line)),
                to=rx.cond(AppState.is_officer, AppState.officer_home, routes.HOME),
                class_name="brand",
            ),
            rx.el.span(class_name="grow"),
            rx.cond(AppState.is_citizen, bell()),
            rx.cond(AppState.person != "", _person(), visitor),
            class_name="frame",
        ),
        class_name="masthead",
    )


def _sign_in() -> rx.Component:
    return rx.el.div(
        link(
            frame.REGISTER,
            to=routes.REGISTER,
            class_name="button button--text only-desk",
        ),
        link(frame.SIGN_IN, to=routes.SIGN_IN, class_name="button button--quiet"),
        class_name="row",
    )


def _person() -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            rx.el.span(AppState.person, class_name="person-name"),
            # On a phone there is room for the name people are called by, the last one.
            rx.el.span(
                AppState.person.split(" ")[-1],
                class_name="person-short",
                aria_hidden="true",
            ),
            class_name="button button--quiet",
        ),
        rx.el.div(
            rx.cond(
                AppState.is_officer,
                officer_menu(),
                rx.fragment(
                    link(frame.PROFILE, to=routes.PROFILE),
                    link(frame.MY_DOSSIERS, to=routes.MY_DOSSIERS),
                    link(frame.NOTIFICATIONS, to=routes.MY_NOTIFICATIONS),
                    link(frame.DELEGATIONS, to=routes.MY_DELEGATIONS),
                    link(frame.DEVICES, to=routes.MY_DEVICES),
                ),
            ),
            PostForm.create(
                rx.el.button(frame.SIGN_OUT, type="submit", class_name="as-link"),
                action=routes.API_SIGN_OUT,
                heading=errors.TO_FIX,
                failed=errors.NOT_SENT,
            ),
            class_name="menu",
        ),
        class_name="person",
    )


def _menu(active: str) -> rx.Component:
    return rx.el.nav(
        rx.el.button(
            frame.MENU,
            type="button",
            class_name="menu-button",
            custom_attrs={"popoverTarget": MENU_ID},
        ),
        rx.el.div(
            rx.el.button(
                "×",
                type="button",
                class_name="menu-close",
                aria_label=frame.CLOSE_MENU,
                custom_attrs={"popoverTarget": MENU_ID, "popoverTargetAction": "hide"},
            ),
            *[
                link(words, to=path, aria_current="page")
                if path == active
                else link(words, to=path)
                for words, path in MENU
            ],
            id=MENU_ID,
            class_name="frame",
            custom_attrs={"popover": "auto"},
        ),
        aria_label=frame.MAIN_MENU,
        class_name="nav",
    )


def _footer() -> rx.Component:
    return rx.el.footer(
        rx.el.div(
            rx.el.div(
                rx.el.b(frame.NEED_HELP),
                rx.el.p(frame.HOTLINE + " ", _hotline()),
                rx.el.p(frame.HOTLINE_HOURS, class_name="small"),
                class_name="stack",
            ),
            rx.el.nav(
                rx.el.ul(*[rx.el.li(link(words, to=path)) for words, path in MENU[1:]]),
                aria_label=frame.FOOTER_MENU,
            ),
            rx.el.div(
                rx.el.p(province.owner()),
                rx.el.p(frame.PRIVACY, class_name="small"),
                rx.el.div(_preferences(), class_name="only-phone"),
                class_name="stack",
            ),
            class_name="frame",
        ),
        class_name="footer",
    )


def connection_banner() -> rx.Component:
    """Return the band that says the line is cut and nothing is lost (R5)."""
    return rx.el.div(
        rx.cond(
            has_connection_errors,
            rx.el.p(frame.CONNECTION_LOST, class_name="notice notice--warn offline"),
        ),
        role="status",
        aria_live="polite",
    )
