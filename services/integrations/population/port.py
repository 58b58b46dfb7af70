"""What the portal asks of the population database, in the portal's words."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class PopulationQuestion:
    """Whom is asked about, and why: each question is logged there with its purpose."""

    reference: str  # of this question, at most 40 characters
    purpose: str  # code of the procedure, or of the use made of the answer
    citizen_id: str
    full_name: str
    birth_date: date | None
    officer: str = ""  # account name of the officer who asks; empty for the person


@dataclass(frozen=True)
class Relative:
    """A parent, spouse or representative as written in somebody's record."""

    full_name: str
    citizen_id: str


@dataclass(frozen=True)
class PopulationRecord:
    """What the state has on file of a person. Never kept beyond its use."""

    citizen_id: str
    old_id_number: str
    full_name: str
    sex: str  # male, female, or empty
    birth_date: date | None
    permanent_address: str
    ethnicity: str = ""
    nationality: str = ""
    father: Relative | None = None
    mother: Relative | None = None
    guardian: Relative | None = None


class Population(Protocol):
    """The database that settles who somebody is."""

    def find(self, question: PopulationQuestion) -> PopulationRecord | None:
        """Return the record when number, name and birth date agree; else None.

        The name is compared without marks and case, as the database does.
        Raises SystemUnavailable.
        """

    def confirm(self, question: PopulationQuestion) -> tuple[str, ...] | None:
        """Return the fields that differ (none: a match), or None for nobody found.

        Fields are full_name, birth_date, citizen_id. A difference never rejects
        anybody by itself. Raises SystemUnavailable.
        """
