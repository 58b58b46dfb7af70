"""The Python face of `dialog.jsx`: something to choose, over the page."""

from typing import Any

import reflex as rx
from reflex_base.event import no_args_event_spec


class PageDialog(rx.Component):
    """Closed it draws nothing; the state that opens it closes it."""

    library = "$/public" + rx.asset("dialog.jsx", shared=True)
    tag = "PageDialog"
    open: rx.Var[bool]
    label: rx.Var[str]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        """Return what can be listened to; Any: the framework's own type."""
        own = {"on_leave": no_args_event_spec}
        return {**super().get_event_triggers(), **own}
