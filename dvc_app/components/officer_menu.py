"""What the head of the desk says of the officer: post, unit, for whom they act."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.link import link
from dvc_app.state.base import AppState
from dvc_app.wording import (
    corrections,
    frame,
    handing,
    interlinked_desk,
    lead,
    ministry_look_up,
    office,
    parcels,
    registers,
    signing,
    status_sync,
    till,
)
from dvc_app.wording import posts as wording


def officer_menu() -> rx.Component:
    """Return the lines of an officer's own menu."""
    return rx.fragment(
        rx.cond(
            AppState.post_title != "",
            rx.el.p(
                rx.el.b(AppState.post_title),
                rx.el.span(AppState.unit, class_name="small"),
                class_name="post",
            ),
        ),
        rx.cond(
            AppState.post_count != 1, link(wording.SWITCH, to=routes.OFFICER_POSTS)
        ),
        rx.cond(AppState.post_title != "", _groups()),
    )


def _groups() -> rx.Component:
    return rx.fragment(
        rx.cond(
            AppState.officer_home == routes.DESK,
            rx.fragment(
                _group(
                    office.MENU_WORK,
                    link(frame.DESK, to=routes.DESK),
                    rx.cond(
                        AppState.is_intake, link(office.COUNTER, to=routes.COUNTER)
                    ),
                    rx.cond(
                        AppState.is_intake,
                        link(signing.RETURN_TITLE, to=routes.RETURNING),
                    ),
                    link(corrections.TITLE, to=routes.CORRECTIONS),
                    link(parcels.TITLE, to=routes.PARCELS),
                    link(status_sync.MENU, to=routes.SYNC),
                    link(ministry_look_up.OFFICE_TITLE, to=routes.OFFICE_LOOK_UP),
                    link(handing.ASKED_LIST, to=routes.ASKED),
                    link(registers.MENU, to=routes.REPORTS),
                    link(interlinked_desk.MENU, to=routes.BUNDLES),
                    rx.cond(
                        AppState.is_intake,
                        link(wording.RECOVERY, to=routes.OFFICER_RECOVERY),
                    ),
                ),
                _group(office.MENU_MONEY, link(till.TITLE, to=routes.TILL)),
            ),
        ),
        rx.cond(
            AppState.is_leader,
            _group(
                office.MENU_LEAD,
                link(lead.TITLE, to=routes.LEAD),
                link(signing.TITLE, to=routes.SIGNING),
            ),
        ),
        rx.cond(
            AppState.is_administrator,
            _group(
                office.MENU_ADMIN,
                link(wording.ACCOUNTS, to=routes.ADMIN_ACCOUNTS),
                link(office.PROCESSES, to=routes.ADMIN_PROCESSES),
                link(office.CALENDAR, to=routes.ADMIN_CALENDAR),
                link(office.TEMPLATES, to=routes.ADMIN_TEMPLATES),
                link(status_sync.ADMIN_TITLE, to=routes.ADMIN_CONNECTIONS),
                link(till.ODD, to=routes.ODD_LINES),
            ),
        ),
        rx.cond(AppState.is_auditor, link(wording.AUDIT, to=routes.ADMIN_AUDIT)),
        _group(
            office.MENU_SELF,
            link(wording.LENDING, to=routes.OFFICER_LENDING),
            link(wording.SECURITY, to=routes.OFFICER_SECURITY),
        ),
    )


def _group(title: str, *links: rx.Component) -> rx.Component:
    return rx.fragment(rx.el.p(title, class_name="small muted menu-head"), *links)


def acting_band() -> rx.Component:
    """Return the band that says for whom the officer acts (R41, AZ-10)."""
    return rx.cond(
        AppState.acting_for != "",
        rx.el.div(
            rx.el.p(
                AppState.acting_for,
                " ",
                link(wording.SWITCH, to=routes.OFFICER_POSTS),
                class_name="frame",
            ),
            class_name="acting-band",
            role="status",
        ),
    )
