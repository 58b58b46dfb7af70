"""Không có quyền (C27): what happened, whether work is safe, what to do."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.state.base import AppState
from dvc_app.wording import no_right as wording


def no_right_page() -> rx.Component:
    """Compose the page."""
    return page_shell(
        rx.el.h1(wording.HEADING),
        rx.el.p(wording.WHAT),
        rx.el.p(wording.NEXT),
        rx.el.p(
            rx.cond(
                AppState.is_officer,
                link(wording.POSTS, to=routes.OFFICER_POSTS, class_name="button"),
                link(wording.HOME, to=routes.HOME, class_name="button"),
            )
        ),
        css="frame column stack page",
    )
