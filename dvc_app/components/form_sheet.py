"""The way to an electronic form on paper (R39)."""

from typing import Any

import reflex as rx

from dvc_app.wording import eforms as wording


def form_sheet_link(href: Any) -> rx.Component:
    """Return a link that opens the printed form; nothing without an address."""
    # Any: a Var of the address.
    return rx.cond(
        href != "",
        rx.el.p(
            rx.el.a(
                wording.SEE_FORM,
                href=href,
                target="_blank",
                rel="noopener",
                class_name="button button--quiet",
            )
        ),
    )
