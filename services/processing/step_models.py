"""What passes between officers: the step log, opinions, notes, wishes to have it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice


class StepKind(StrEnum):
    """What a line of the log tells of a step."""

    RECEIVED = "received"
    TAKEN = "taken"
    HANDED_ON = "handed_on"
    RETURNED = "returned"
    REASSIGNED = "reassigned"
    PAUSED = "paused"
    RESUMED = "resumed"
    FINISHED = "finished"


class Timing(StrEnum):
    """Against the deadline the step had by then; empty: nothing was due."""

    NONE = ""
    EARLY = "early"
    IN_TIME = "in_time"
    LATE = "late"


class Awaited(StrEnum):
    """Why a dossier stands still, as the note of its pause; readers put it in words."""

    SUPPLEMENT = "awaited:supplement"
    PAYMENT = "awaited:payment"


class StepLog(Table, table=True):
    """Who handed what to whom, when: rows are only ever added (Mẫu 06)."""

    __table_args__ = (
        Index(None, "dossier_id", "at"),
        Index(None, "agency_id", "kind", "at"),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id")
    agency_id: UUID = Field(foreign_key="agency.id")
    at: datetime
    kind: StepKind = choice(StepKind)
    position: int | None = None  # of the step; none before the first
    step: str = ""  # its name then
    unit: str = ""
    by_id: UUID | None = Field(default=None, foreign_key="account.id")
    from_id: UUID | None = Field(default=None, foreign_key="account.id")
    from_name: str = ""
    to_id: UUID | None = Field(default=None, foreign_key="account.id")
    to_name: str = ""
    to_step: str = ""  # the step it goes to, when it goes to another one
    due_at: datetime | None = None  # the deadline as it stood then
    timing: Timing = choice(Timing, Timing.NONE)
    note: str = ""


class StepOpinion(Table, table=True):
    """A question to one officer, beside the step under way (xin ý kiến)."""

    __table_args__ = (Index(None, "officer_id", "answered_at"),)
    dossier_id: UUID = Field(foreign_key="dossier.id", index=True)
    step_id: UUID = Field(foreign_key="dossier_step.id")
    asked_by_id: UUID = Field(foreign_key="account.id")
    asked_at: datetime
    officer_id: UUID = Field(foreign_key="account.id")
    agency_id: UUID = Field(foreign_key="agency.id")  # the unit of who is asked
    question: str
    due_at: datetime
    answer: str = ""
    answered_at: datetime | None = None
    # The step went on without it: since when, and why.
    closed_at: datetime | None = None
    closed_reason: str = ""
    intent: str = ""  # the press that asked


class InternalNote(Table, table=True):
    """A note between officers of the unit; it never reaches the citizen."""

    __table_args__ = (Index(None, "dossier_id", "at"),)
    dossier_id: UUID = Field(foreign_key="dossier.id")
    agency_id: UUID = Field(foreign_key="agency.id")
    at: datetime
    by_id: UUID = Field(foreign_key="account.id")
    by_name: str
    text: str
    intent: str = ""  # the press that wrote it


class HoldWish(Table, table=True):
    """A colleague asks the holder of a step to hand it over."""

    __table_args__ = (
        Index(
            "uq_hold_wish_open",
            "step_id",
            "asked_by_id",
            unique=True,
            postgresql_where=text("decided_at is null"),
        ),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id", index=True)
    step_id: UUID = Field(foreign_key="dossier_step.id")
    asked_by_id: UUID = Field(foreign_key="account.id")
    asked_by_name: str
    at: datetime
    reason: str = ""
    decided_at: datetime | None = None
    is_given: bool = False
