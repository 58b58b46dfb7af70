"""A filled-in form in words: on the review, and at the officer's desk (C14, O03)."""

from typing import Any

import reflex as rx

from dvc_app.components.link import link
from dvc_app.state.eform_rows import GroupCard, LineCard, LineText
from dvc_app.wording import filing as wording


def form_cards(cards: Any, back: Any = None) -> rx.Component:
    """Return a card for each group; with `back`, a way to mend just that group."""
    # Any: Vars of the cards and of an address.
    return rx.fragment(rx.foreach(cards, lambda card: _group(card, back)))


def _group(group: GroupCard, back: Any) -> rx.Component:
    edit = rx.fragment()
    if back is not None:
        edit = link(
            wording.EDIT,
            to=back + "?phan=" + group.code,
            aria_label=group.edit,
        )
    return rx.el.section(
        rx.el.div(
            rx.el.h2(group.title, class_name="h3"),
            rx.el.span(style={"flex": "1"}),
            edit,
            class_name="row",
        ),
        rx.cond(
            group.cards.length() == 0,
            rx.el.p(wording.NOT_GIVEN, class_name="muted"),
        ),
        rx.foreach(group.cards, _card),
        key=group.code,
        class_name="card stack-s",
    )


def _card(card: LineCard) -> rx.Component:
    return rx.fragment(
        rx.cond(card.title != "", rx.el.h3(card.title, class_name="row-title")),
        rx.el.dl(rx.foreach(card.lines, _line), class_name="facts form-facts"),
    )


def _line(line: LineText) -> rx.Component:
    return rx.fragment(
        rx.el.dt(line.label),
        rx.el.dd(line.text, class_name=rx.cond(line.is_given, "typed", "muted")),
    )
