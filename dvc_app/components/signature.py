"""Python face of `signature.jsx`."""

from typing import Any

import reflex as rx


def _strokes(strokes: rx.Var[str]) -> tuple[rx.Var[str]]:
    return (strokes,)


class Signature(rx.Component):
    """A field to sign in with a finger, and the button that sends it."""

    library = "$/public" + rx.asset("signature.jsx", shared=True)
    tag = "Signature"
    label: rx.Var[str]
    again: rx.Var[str]
    agree: rx.Var[str]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        """Return what can be listened to; Any: the framework's own type."""
        return {**super().get_event_triggers(), "on_agree": _strokes}
