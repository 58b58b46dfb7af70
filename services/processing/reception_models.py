"""What reception keeps of a dossier beside its verdicts: kinds of copies, persons."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class Medium(StrEnum):
    """On what a component came (bản giấy, bản điện tử)."""

    PAPER = "paper"
    ELECTRONIC = "electronic"


class CopyKind(StrEnum):
    """What a component is: bản chính, bản sao có chứng thực, bản sao."""

    ORIGINAL = "original"
    CERTIFIED = "certified"
    PLAIN = "plain"


class ReceivedCopy(Table, table=True):
    """How one component was received; without a row, copies came as files."""

    __table_args__ = (Index(None, "dossier_id", "component_code", unique=True),)
    dossier_id: UUID = Field(foreign_key="dossier.id")
    component_code: str
    medium: Medium = choice(Medium, Medium.ELECTRONIC)
    kind: CopyKind = choice(CopyKind, CopyKind.PLAIN)
    count: int = 1
    beside: dict[str, int] = json_column(  # kind → number, of further kinds
        dict, sa_column_kwargs={"server_default": "{}"}
    )
    is_compared: bool = False  # đã đối chiếu bản chính
    by_id: UUID = Field(foreign_key="account.id")
    at: datetime


class CheckedPerson(StrEnum):
    """Whose data was compared with the population database."""

    SUBMITTER = "submitter"
    OWNER = "owner"


class CheckOutcome(StrEnum):
    """What the population database answered."""

    SAME = "same"
    DIFFERS = "differs"
    NOT_FOUND = "not_found"
    UNREACHED = "unreached"  # did not answer: asked again when marked to be verified


class PersonCheck(Table, table=True):
    """A comparison with the population database. Of a record only field names stay."""

    __table_args__ = (
        Index(None, "dossier_id", "person", unique=True),
        Index(
            "ix_person_check_waiting",
            "asked_at",
            postgresql_where=text("verify_later"),
        ),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id")
    person: CheckedPerson = choice(CheckedPerson)
    outcome: CheckOutcome = choice(CheckOutcome)
    fields: list[str] = json_column(list)  # the fields that differ
    verify_later: bool = False  # đánh dấu để xác minh sau
    asked_at: datetime
    asked_by_id: UUID | None = Field(default=None, foreign_key="account.id")
