"""A link to a paper that lies at another office."""

from typing import Any

import reflex as rx

from dvc_app.wording import land


def paper_elsewhere(address: Any) -> rx.Component:
    """Return the link, if there is an address; the page that opens knows nothing of us."""
    # Any: a Var of text.
    return rx.cond(
        address != "",
        rx.el.a(
            land.OPEN_LINK,
            href=address,
            target="_blank",
            rel="noopener noreferrer",
            class_name="small",
        ),
    )
