"""The register of dossiers on paper (sổ theo dõi hồ sơ, Mẫu 07)."""

from dataclasses import dataclass
from datetime import datetime

from services.papers.printing import typeset


@dataclass(frozen=True)
class RegisterLine:
    """One dossier in the book, column by column (contracts 8.2)."""

    position: int
    number: int | None
    code: str
    procedure: str
    dossiers: int
    owner: str
    contact: str
    agency: str
    received_at: datetime | None
    due_at: datetime | None
    forwarded_to: str
    finished_at: datetime | None
    returned_at: datetime | None
    delivery: str
    note: str


@dataclass(frozen=True)
class RegisterSheet:
    """The book of a unit for a period."""

    unit: str
    place: str
    first: str
    last: str
    made_at: datetime
    notes: tuple[str, ...]
    rows: tuple[RegisterLine, ...]


def print_register(facts: RegisterSheet) -> bytes:
    """Print form 07 of TT 03/2025/TT-VPCP."""
    return typeset("register", facts, "", facts.made_at)
