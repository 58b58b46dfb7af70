"""Python faces of `browser_parts.jsx`."""

from typing import Any

import reflex as rx
from reflex_base.event import no_args_event_spec

_LIBRARY = "$/public" + rx.asset("browser_parts.jsx", shared=True)


class RouteFocus(rx.Component):
    """Puts focus on the heading when the page changes (R27)."""

    library = _LIBRARY
    tag = "RouteFocus"


class FocusOnChange(rx.Component):
    """Puts focus on an element when the watched text becomes another one (R9)."""

    library = _LIBRARY
    tag = "FocusOnChange"
    watch: rx.Var[str]
    target: rx.Var[str]
    prefix: rx.Var[str]


class LeadTo(rx.Component):
    """Puts focus on an element as soon as it is drawn, once for each mark."""

    library = _LIBRARY
    tag = "LeadTo"
    mark: rx.Var[str]
    target: rx.Var[str]


class Preferences(rx.Component):
    """Text size and contrast of this device (R29)."""

    library = _LIBRARY
    tag = "Preferences"
    smaller: rx.Var[str]
    normal: rx.Var[str]
    larger: rx.Var[str]
    contrast: rx.Var[str]


class PostForm(rx.Component):
    """A form over plain HTTP, for acts whose answer sets a cookie."""

    library = _LIBRARY
    tag = "PostForm"
    action: rx.Var[str]
    heading: rx.Var[str]
    failed: rx.Var[str]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        """Return what can be listened to; Any: the framework's own type."""
        return {**super().get_event_triggers(), "on_done": no_args_event_spec}


class PrintButton(rx.Component):
    """Opens the browser's print dialog."""

    library = _LIBRARY
    tag = "PrintButton"


class CopyButton(rx.Component):
    """Copies a text and says that it did."""

    library = _LIBRARY
    tag = "CopyButton"
    text: rx.Var[str]
    words: rx.Var[str]
    done: rx.Var[str]


class LongWait(rx.Component):
    """Says so when the outline it stands in has stood too long, and asks again."""

    library = _LIBRARY
    tag = "LongWait"
    words: rx.Var[str]
    retry: rx.Var[str]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        """Return what can be listened to; Any: the framework's own type."""
        return {**super().get_event_triggers(), "on_long": no_args_event_spec}


class ReloadWhen(rx.Component):
    """Loads the page anew once the session behind it is another one."""

    library = _LIBRARY
    tag = "ReloadWhen"
    stale: rx.Var[bool]
