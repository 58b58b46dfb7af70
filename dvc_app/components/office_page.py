"""The frame of an officer's page: loading, nothing there, no role, or the page."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.summary import error_summary
from dvc_app.components.layout import desk_shell
from dvc_app.components.link import link
from dvc_app.components.of_address import of_address
from dvc_app.components.skeleton import skeleton
from dvc_app.wording import office as wording


@dataclass(frozen=True)
class OfficeWords:
    """What a page says when it has nothing to draw, and the way on from there."""

    missing_title: str = wording.MISSING_TITLE
    missing: str = wording.MISSING
    no_role_title: str = wording.NO_ROLE_TITLE
    no_role: str = wording.NO_ROLE
    back: str = wording.BACK
    back_to: str = routes.DESK


A_DOSSIER = OfficeWords()
NAMED = 3  # the part of /can-bo/…/[one] that names the one


def office_page(
    state: Any,
    title: str,
    *parts: rx.Component,
    held: rx.Var[str],
    words: OfficeWords = A_DOSSIER,
    css: str = "frame dossier-desk",
) -> rx.Component:
    """Return a page about one thing; its parts draw their own heading once loaded.

    `state` has `loaded`, and `missing` or `has_no_role` or both; `held` is what it
    holds, as the address names it: nothing is drawn, and so pressed, of another.
    """
    waiting = rx.el.div(rx.el.h1(title), skeleton(6), class_name="stack")
    found = rx.el.div(_summary(state), *parts, class_name="stack")
    shown = of_address(held, found, waiting, part=NAMED)
    page = rx.cond(state.loaded, shown, waiting)
    return desk_shell(_allowed(state, words, page), css=css)


def office_list(
    state: Any,
    title: Any,
    lead: str,
    *parts: rx.Component,
    words: OfficeWords = A_DOSSIER,
    above: rx.Component | None = None,
) -> rx.Component:
    """Return a page with a list; heading, lead and `above` stand while it loads."""
    # Any: a state class, and a text or a Var of one.
    page = rx.fragment(
        _summary(state),
        rx.el.div(
            rx.el.h1(title),
            rx.el.p(lead, class_name="muted"),
            class_name="stack-s",
        ),
        rx.fragment() if above is None else above,
        rx.cond(state.loaded, rx.fragment(*parts), skeleton(6)),
    )
    return desk_shell(_allowed(state, words, page), css="frame stack page")


def _summary(state: Any) -> rx.Component:
    # Any: a state class; one without a form has no faults to list.
    return error_summary(state) if hasattr(state, "problem_list") else rx.fragment()


def _allowed(state: Any, words: OfficeWords, page: rx.Component) -> rx.Component:
    # Any: a state class.
    if hasattr(state, "missing"):
        back = link(words.back, to=words.back_to, class_name="button")
        gone = _nothing(words.missing_title, words.missing, back)
        page = rx.cond(state.missing, gone, page)
    if hasattr(state, "has_no_role"):
        page = rx.cond(
            state.has_no_role, _nothing(words.no_role_title, words.no_role), page
        )
    return page


def _nothing(title: str, why: str, *way_on: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.h1(title), rx.el.p(why), *way_on, class_name="stack column page"
    )
