"""The side menu of “Hồ sơ cá nhân” (C22), around each of its pages."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.state.base import AppState
from dvc_app.state.citizen.profile_menu import ProfileMenuState as State
from dvc_app.wording import documents, my_payments
from dvc_app.wording import profile as wording


@dataclass(frozen=True)
class Entry:
    """One line of the menu; `count` names the number beside it, if any."""

    words: str
    route: str
    count: str = ""


# In the order of the manual; a page joins the menu by its row here.
MENU = (
    Entry(wording.INFORMATION, routes.PROFILE),
    Entry(wording.DOSSIERS, routes.MY_DOSSIERS, "dossiers"),
    Entry(wording.SUPPLEMENTS, routes.MY_SUPPLEMENTS, "supplements"),
    Entry(documents.TITLE, routes.MY_DOCUMENTS),
    Entry(my_payments.MINE, routes.MY_PAYMENTS, "payments"),
    Entry(wording.NOTIFICATIONS, routes.MY_NOTIFICATIONS),
    Entry(wording.CONTACTS, routes.MY_CONTACTS),
    Entry(wording.DEVICES, routes.MY_DEVICES),
    Entry(wording.PASSWORD, routes.MY_PASSWORD),
    Entry(wording.DELEGATIONS, routes.MY_DELEGATIONS),
    Entry(wording.DATA, routes.MY_DATA),
)


def profile_shell(*children: Any, active: str) -> rx.Component:
    """Return a page of the profile beside its menu; `active` is its route.

    The page loads `ProfileMenuState.load` for the counts.
    """
    # Any: what rx.el elements take as children.
    return page_shell(
        rx.cond(~AppState.is_officer, _menu(active)),  # some pages are theirs as well
        rx.el.div(*children, class_name="stack-l"),
        active=active,
        css="frame page profile",
    )


def _menu(active: str) -> rx.Component:
    here = next((entry.words for entry in MENU if entry.route == active), "")
    return rx.el.nav(
        rx.el.details(
            rx.el.summary(
                rx.el.span(wording.MENU_PHONE, class_name="small"), rx.el.b(here)
            ),
            rx.el.ul(*[_line(entry, active) for entry in MENU]),
            class_name="only-phone",
        ),
        rx.el.ul(*[_line(entry, active) for entry in MENU], class_name="only-desk"),
        aria_label=wording.MENU_LABEL,
        class_name="profile-menu",
    )


def _line(entry: Entry, active: str) -> rx.Component:
    count = State.counts.get(entry.count, "") if entry.count else ""
    words = (
        rx.el.span(entry.words),
        rx.cond(rx.Var.create(count) != "", rx.el.b(count, class_name="num")),
    )
    current = {"aria_current": "page"} if entry.route == active else {}
    return rx.el.li(link(*words, to=entry.route, **current))
