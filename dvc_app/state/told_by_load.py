"""A large part of a page, which its load tells the page, and nobody before it."""

import builtins
from typing import Any

import reflex as rx
from reflex.state import _override_base_method


class ToldByLoad(rx.State, mixin=True):
    """A state that is left out of what a page is told when it connects.

    Whenever a page connects, or connects again, the framework sends every state as
    the server remembers it, and then lets the page load. A form's questions and lists
    would travel twice, in one message too heavy for a weak network (R35). So `load`
    must assign every variable that the page draws, changed or not: what it leaves
    alone keeps its first value in a browser that has just opened the page.

    What was forgotten, with the server or because another person signed in, is told:
    of the one before nothing stays on the page.
    """

    @_override_base_method
    def dict(
        self, include_computed: bool = True, initial: bool = False, **kwargs: Any
    ) -> builtins.dict[str, Any]:  # Any: the framework's signature
        """Return what a page is told at once: first values, or nothing."""
        if initial or not self._is_remembered():
            return super().dict(include_computed, initial, **kwargs)
        return {}

    def _is_remembered(self) -> bool:
        first = self.get_fields()
        return any(
            self.get_value(name) != first[name].default_value()
            for name in self.base_vars
        )
