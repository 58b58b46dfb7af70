"""What the portal asks of the enterprise registry (contracts 5.5); it only reads."""

from dataclasses import dataclass
from datetime import date, time
from typing import Protocol

LONGEST_PERIOD = 5  # days of one question about a period


@dataclass(frozen=True)
class Activity:
    """A line of business."""

    code: str
    name: str
    is_main: bool = False


@dataclass(frozen=True)
class Member:
    """Who put capital in."""

    name: str
    amount: int | None = None
    percent: str = ""
    country: str = ""


@dataclass(frozen=True)
class Enterprise:
    """An enterprise as it stands in the register."""

    number: str
    name: str
    kind: str = ""
    short_name: str = ""
    foreign_name: str = ""
    founded_on: date | None = None
    amended_on: date | None = None
    changes: int | None = None
    status: str = ""
    legal_names: str = ""
    capital: int | None = None
    address: str = ""
    activities: tuple[Activity, ...] = ()
    members: tuple[Member, ...] = ()


@dataclass(frozen=True)
class Registration:
    """A dossier of registration; who may be called about it stays there."""

    number: str
    kind: str = ""
    enterprise: str = ""  # its number
    name: str = ""
    site: str = ""
    received_on: date | None = None
    planned_on: date | None = None
    processed_on: date | None = None
    status: str = ""
    registered_on: date | None = None
    supplement_on: date | None = None
    way: str = ""  # how it was handed in


class EnterpriseRegistry(Protocol):
    """Every call raises SystemUnavailable when nobody answers.

    A question they take for wrong, or us for strangers, is SystemRefused.
    """

    def find(self, number: str) -> Enterprise | None:
        """Return the enterprise of this number."""

    def received(
        self, first: date, last: date, offset: int, limit: int
    ) -> tuple[Registration, ...]:
        """Return a page of what came in; the period has five days at most."""

    def processed_today(
        self, first: time, last: time, offset: int, limit: int
    ) -> tuple[Registration, ...]:
        """Return a page of what was dealt with today, between two times of day."""

    def state_of(self, number: str) -> Registration | None:
        """Return where one dossier stands."""
