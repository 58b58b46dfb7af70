"""What the portal asks of the transport registry (contracts 5.7); it only reads."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class TransportDossier:
    """A dossier there; telephone, mailbox and address of its owner stay there."""

    number: str
    procedure: str = ""
    field: str = ""
    summary: str = ""
    channel: str = ""
    unit: str = ""
    owner: str = ""
    filed_on: date | None = None
    received_on: date | None = None
    due_on: date | None = None
    finished_on: date | None = None
    returned_on: date | None = None
    cancelled_on: date | None = None
    status: str = ""


class TransportRegistry(Protocol):
    """Every call raises SystemUnavailable when nobody answers.

    A question they take for wrong, or us for strangers, is SystemRefused.
    """

    def received(self, first: date, last: date) -> tuple[TransportDossier, ...]:
        """Return all dossiers received in a period, in one answer."""

    def find(self, number: str) -> TransportDossier | None:
        """Return one dossier."""
