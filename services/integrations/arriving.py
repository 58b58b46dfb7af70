"""Dossiers that another system hands over, as the portal takes them in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol


@dataclass(frozen=True)
class ArrivedPerson:
    """Who handed it in there, as they were told."""

    name: str
    number: str = ""  # of the identity card, twelve digits
    birth_date: date | None = None
    phone: str = ""
    email: str = ""
    address: str = ""


@dataclass(frozen=True)
class ArrivedPaper:
    """A file of it; `component` is the code of the paper it stands for, if they say."""

    name: str
    data: bytes
    component: str = ""


@dataclass(frozen=True)
class Arrival:
    """A dossier of theirs whole."""

    code: str  # theirs
    unit: str  # code of our agency
    procedure: str  # national code
    submitted_at: datetime  # there
    submitter: ArrivedPerson
    applicant: str = ""  # chủ hồ sơ, when it is somebody else
    request: str = ""  # what is asked for, in words
    wants_post: bool = False  # of the result
    papers: tuple[ArrivedPaper, ...] = ()
    answers: Mapping[str, str] = field(
        default_factory=dict
    )  # of the form, by our codes


class ArrivalSource(Protocol):
    """A system that hands dossiers over.

    Every call raises SystemUnavailable when nobody answers.
    """

    def waiting(self) -> tuple[str, ...]:
        """Return the codes of what was not acknowledged yet, the oldest first."""

    def arrival(self, code: str) -> Arrival | None:
        """Return one whole, with its papers; None when they do not have it any more."""

    def acknowledge(self, code: str, our_code: str) -> None:
        """Say that it is kept here, and as which dossier; said twice is once."""
