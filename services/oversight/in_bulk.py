"""One act upon several dossiers, each in a transaction of its own (R42)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from services.accounts.register import Opener
from services.core.errors import ServiceError
from services.processing.ask_for import ask_for
from services.processing.reassign import reassign
from services.processing.take_step import take_step

MOST_AT_ONCE = 100


@dataclass(frozen=True)
class RowDone:
    """What became of one row: done, or refused with why."""

    code: str
    refused: ServiceError | None = None

    @property
    def is_done(self) -> bool:
        """Say whether the act stands."""
        return self.refused is None


def take_all(opener: Opener, codes: Sequence[str]) -> tuple[RowDone, ...]:
    """Take the step of every dossier; taken twice, it is taken once."""
    return _each(codes, lambda code: opener(take_step, code))


def reassign_all(
    opener: Opener, codes: Sequence[str], officer_id: UUID, reason: str
) -> tuple[RowDone, ...]:
    """Give every dossier to one officer; given twice, it is given once."""
    return _each(codes, lambda code: opener(reassign, code, officer_id, reason))


def ask_all(opener: Opener, codes: Sequence[str], reason: str) -> tuple[RowDone, ...]:
    """Ask whoever holds each dossier to hand it over; asked twice, it is asked once."""
    return _each(codes, lambda code: opener(ask_for, code, reason))


def _each(codes: Sequence[str], act: Callable[[str], Any]) -> tuple[RowDone, ...]:
    """Do it row by row, through the same use case as a press on that row alone.

    The code is the key of a row: every act here is one that, asked for again,
    finds itself done. What a lost line cut short is finished by a second press.
    """
    # Any: what the act returns, which is not looked at.
    once = list(dict.fromkeys(codes))[:MOST_AT_ONCE]
    return tuple(_one(code, act) for code in once)


def _one(code: str, act: Callable[[str], Any]) -> RowDone:
    try:
        act(code)
    except ServiceError as refused:
        return RowDone(code, refused)
    return RowDone(code)
