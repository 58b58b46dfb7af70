"""A box that looks for procedures, on pages that found nothing."""

import reflex as rx

from dvc_app import routes
from dvc_app.state.public.home import HomeState
from dvc_app.wording import not_found as wording


def search_again() -> rx.Component:
    """Return the box; a dossier code typed into it goes to the look-up."""
    return rx.el.form(
        rx.el.label(wording.SEARCH_LABEL, html_for="tim"),
        rx.el.div(
            rx.el.input(name="tim", id="tim", type="search", enter_key_hint="search"),
            rx.el.button(wording.SEARCH, type="submit", class_name="button"),
            class_name="search-line",
        ),
        class_name="field",
        role="search",
        action=routes.PROCEDURES,
        on_submit=HomeState.search,
    )
