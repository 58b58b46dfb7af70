"""Parts that the public pages share: marked names, places, status, waiting."""

from typing import Any

import reflex as rx

from dvc_app.components.link import link
from dvc_app.wording import frame
from dvc_app.wording import procedure as wording


def marked_name(parts: Any) -> rx.Component:
    """Return a name with what was asked for marked, without writing markup."""
    # Any: a Var of the pieces; the framework's vars have no common type.
    return rx.foreach(
        parts,
        lambda part: rx.cond(part.hit, rx.el.mark(part.text), rx.el.span(part.text)),
    )


def places(rows: Any) -> rx.Component:
    """Return places that receive dossiers, with address, telephone and hours."""
    # Any: a Var of the places.
    return rx.el.ul(rx.foreach(rows, _place), class_name="places")


def _place(place: Any) -> rx.Component:
    # Any: a Var of one place.
    return rx.el.li(
        rx.el.b(place.name),
        rx.cond(place.address != "", rx.el.span(place.address)),
        rx.cond(place.hours != "", rx.el.span(place.hours, class_name="muted small")),
        rx.cond(
            place.phone != "",
            rx.el.a(
                rx.el.span(wording.PHONE + " ", class_name="sr-only"),
                place.phone,
                href=place.phone_href,
                class_name="num",
            ),
        ),
    )


def waiting(lines: int = 4) -> rx.Component:
    """Return the grey outline of what is being read (R43)."""
    return rx.el.div(
        *[rx.el.span(class_name="skeleton") for _ in range(lines)],
        rx.el.span(frame.LOADING, class_name="sr-only"),
        class_name="waiting stack",
        aria_busy="true",
    )


def paging_link(words: str, href: Any, **props: Any) -> rx.Component:
    """Return a step to another page; at the end of the list it is plain words."""
    # Any: a Var of the address, and what a link takes.
    css = "button button--quiet button--small"
    return rx.cond(
        href != "",
        link(words, to=href, class_name=css, **props),
        rx.el.span(words, class_name=css + " is-off", aria_disabled="true"),
    )
