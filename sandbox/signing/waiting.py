"""Requests for a signature that wait on somebody's phone."""

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from sandbox.journal import Journal
from sandbox.signing.holders import Holder, Place

LIFE = timedelta(minutes=3)


class Standing(StrEnum):
    """Where a request stands."""

    WAITING = "waiting"
    SIGNED = "signed"
    REFUSED = "refused"
    EXPIRED = "expired"


@dataclass
class Waiting:
    """One request; what is signed is whole data, or only its hash."""

    id: str
    place: Place
    holder: Holder
    shown: str
    data: bytes
    code: str = ""
    documents: tuple[tuple[str, bytes], ...] = ()  # of a batch: id and hash
    skipped: frozenset[str] = frozenset()  # documents the person will not sign
    asked_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    answer: Standing = Standing.WAITING

    @property
    def standing(self) -> Standing:
        """Return where it stands now: nobody waits for ever."""
        is_late = self.answer is Standing.WAITING and self.seconds_left <= 0
        return Standing.EXPIRED if is_late else self.answer

    @property
    def seconds_left(self) -> int:
        """Return how long the person may still take."""
        return int((self.asked_at + LIFE - datetime.now(UTC)).total_seconds())


class Requests:
    """Every request of this start; the ids of all starts, since none comes twice."""

    def __init__(self, folder: Path) -> None:
        self._seen = Journal(folder / "signing.jsonl")
        self._all: dict[str, Waiting] = {}

    def take(self, transaction_id: str, waiting: Waiting) -> bool:
        """Keep a request, unless its transaction id was used before."""
        key = f"{waiting.place}/{transaction_id}"
        row = {"id": waiting.id, "at": waiting.asked_at.isoformat()}
        if not self._seen.append(key, row):
            return False
        self._all[waiting.id] = waiting
        return True

    def find(self, place: Place, request_id: str) -> Waiting | None:
        """Return a request of this place."""
        found = self._all.get(request_id)
        return found if found and found.place is place else None

    def newest_first(self, place: Place) -> list[Waiting]:
        """Return the latest requests of this place."""
        found = [one for one in reversed(self._all.values()) if one.place is place]
        return found[:50]


def new_code() -> str:
    """Return what both screens show."""
    return f"{secrets.randbelow(10_000):04}"
