"""Không tìm thấy trang (C27)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.search_again import search_again
from dvc_app.wording import not_found as wording
from dvc_app.wording.province import hotline_text


def not_found_page() -> rx.Component:
    """Compose what stands where there is no page: what happened, and the ways on."""
    return page_shell(
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.el.p(wording.WHAT),
            rx.el.p(f"{wording.SAFE} {wording.NEXT}"),
            search_again(),
            rx.el.div(
                link(wording.HOME, to=routes.HOME, class_name="button button--quiet"),
                link(
                    wording.LOOK_UP,
                    to=routes.LOOK_UP,
                    class_name="button button--quiet",
                ),
                class_name="row",
            ),
            rx.el.p(wording.CALL.format(hotline=hotline_text()), class_name="muted"),
            class_name="stack column",
        ),
        css="frame page",
    )
