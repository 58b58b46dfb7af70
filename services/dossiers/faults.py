"""Refusals of dossiers that have words of their own."""

from services.core.errors import Conflict


class DraftIsPaying(Conflict):
    """The draft is closed while it is paid for; cancelling the payment opens it."""


class DraftAtCounter(Conflict):
    """An officer at the counter has the draft open; it is read until given back."""
