"""Python faces of `waiting.jsx`: asking again, a USB token, the QR of a card."""

from typing import Any

import reflex as rx
from reflex_base.event import no_args_event_spec, passthrough_event_spec

from dvc_app.wording import register_ways as wording

_LIBRARY = "$/public" + rx.asset("waiting.jsx", shared=True)


class AskAgain(rx.Component):
    """Calls an event every so many seconds while it is on the page."""

    library = _LIBRARY
    tag = "AskAgain"
    seconds: rx.Var[int]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        """Return what can be listened to; Any: the framework's own type."""
        return {**super().get_event_triggers(), "on_ask": no_args_event_spec}


class LocalSigner(rx.Component):
    """Has the program of a USB token sign a challenge; the PIN stays with it."""

    library = _LIBRARY
    tag = "LocalSigner"
    address: rx.Var[str]
    challenge: rx.Var[str]
    words: rx.Var[dict[str, str]]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        """Return what can be listened to; Any: the framework's own type."""
        own = {
            "on_signed": passthrough_event_spec(str, str, str),
            "on_failed": passthrough_event_spec(int),
        }
        return {**super().get_event_triggers(), **own}


class HashSigner(rx.Component):
    """Has the program of a USB token sign hashes: certificates, then one PIN."""

    library = _LIBRARY
    tag = "HashSigner"
    address: rx.Var[str]
    number: rx.Var[str]  # whose certificate is looked for
    certificate: rx.Var[str]
    documents: rx.Var[list[dict[str, str]]]
    session: rx.Var[str]
    words: rx.Var[dict[str, str]]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        """Return what can be listened to; Any: the framework's own type."""
        own = {
            "on_certificates": passthrough_event_spec(str, list[list[str]]),
            "on_signed": passthrough_event_spec(str, list[str]),
            "on_failed": passthrough_event_spec(str, int),
        }
        return {**super().get_event_triggers(), **own}


class CardScanner(rx.Component):
    """Fills number, name and birth date from the QR of a citizen's card (C03)."""

    library = _LIBRARY
    tag = "CardScanner"
    words: rx.Var[dict[str, str]]


def card_scanner(**props: Any) -> rx.Component:
    """Return the scanner with its words; it draws nothing where it cannot work."""
    # Any: props of every component.
    return CardScanner.create(words=wording.SCANNER, **props)
