"""What the head of the desk says of the officer: post, unit, for whom they act."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.link import link
from dvc_app.state.base import AppState
from dvc_app.wording import corrections, frame, parcels, till
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
        rx.cond(
            AppState.post_title != "",
            rx.fragment(
                rx.cond(
                    AppState.officer_home == routes.DESK,
                    rx.fragment(
                        link(frame.DESK, to=routes.DESK),
                        link(till.TITLE, to=routes.TILL),
                        link(corrections.TITLE, to=routes.CORRECTIONS),
                        link(parcels.TITLE, to=routes.PARCELS),
                    ),
                ),
                rx.cond(
                    AppState.is_intake,
                    link(wording.RECOVERY, to=routes.OFFICER_RECOVERY),
                ),
                rx.cond(
                    AppState.is_administrator,
                    rx.fragment(
                        link(wording.ACCOUNTS, to=routes.ADMIN_ACCOUNTS),
                        link(till.ODD, to=routes.ODD_LINES),
                    ),
                ),
                rx.cond(
                    AppState.is_auditor, link(wording.AUDIT, to=routes.ADMIN_AUDIT)
                ),
                link(wording.LENDING, to=routes.OFFICER_LENDING),
                link(wording.SECURITY, to=routes.OFFICER_SECURITY),
            ),
        ),
    )


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
