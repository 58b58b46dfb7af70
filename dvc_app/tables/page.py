"""One row of the table of pages."""

from dataclasses import dataclass

import reflex as rx


@dataclass(frozen=True)
class Page:
    """One page: where it is, its title, what it loads."""

    route: str
    draw: rx.app.ComponentCallable
    title: str
    on_load: tuple[rx.EventHandler, ...] = ()
