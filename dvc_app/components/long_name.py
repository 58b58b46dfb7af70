"""A procedure's name beside something else: the longest take a page of a phone."""

import reflex as rx

LONG = 200  # letters; the catalogue's longest name has nearly 1,200


def long_name(name: rx.Var[str]) -> rx.Component:
    """Return the name; a long one shows three lines, and all of it when touched."""
    return rx.cond(
        name.length() > LONG,
        rx.el.span(name, tab_index=0, class_name="long-name"),
        rx.el.span(name),
    )


def heading(name: rx.Var[str]) -> rx.Component:
    """Return the name as the heading of its page: whole, a long one in small letters."""
    return rx.el.h1(name, class_name=rx.cond(name.length() > LONG, "h1--long", ""))
