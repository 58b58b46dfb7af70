"""What the portal asks of the register of budget units (contracts 5.6); it only reads."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class BudgetDossier:
    """A dossier of a code; who may be called about it stays there."""

    number: str
    kind: str = ""  # number of the form: 01 … (TT 185/2015/TT-BTC)
    unit: str = ""
    code: str = ""  # of seven digits, once it is given
    unit_kind: str = ""
    chapter: str = ""
    area: str = ""
    parent: str = ""
    filed_on: date | None = None
    issued_on: date | None = None
    status: str = ""


@dataclass(frozen=True)
class BudgetCount:
    """How many dossiers of a kind stand where."""

    kind: str
    status: str
    count: int


class BudgetUnitRegistry(Protocol):
    """Every call raises SystemUnavailable when nobody answers.

    A question they take for wrong, or us for strangers, is SystemRefused.
    """

    def dossiers(
        self, first: date, last: date, page: int, size: int
    ) -> tuple[BudgetDossier, ...]:
        """Return a page of the dossiers of a period; the first page is 1."""

    def find(self, number: str) -> BudgetDossier | None:
        """Return one dossier."""

    def counts(self, first: date, last: date) -> tuple[BudgetCount, ...]:
        """Return their own count of a period."""
