"""Steps a received dossier goes through, and its receipt (giấy tiếp nhận)."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class StepState(StrEnum):
    """A step waits, runs, is done, or was passed by on the way chosen."""

    WAITING = "waiting"
    CURRENT = "current"
    DONE = "done"
    SKIPPED = "skipped"


class DossierStep(Table, table=True):
    """One step of the process this dossier was received under."""

    __table_args__ = (
        Index(None, "dossier_id", "position", unique=True),
        Index(None, "agency_id", "state", "role"),
        # What an officer has now; the steps behind it are history.
        Index(
            "ix_dossier_step_held",
            "holder_id",
            postgresql_where=text("state = 'current'"),
        ),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id")
    agency_id: UUID = Field(foreign_key="agency.id")
    position: int
    name: str
    role: str  # services.work.Role that may act
    hours: float  # working hours allowed
    state: StepState = choice(StepState, StepState.WAITING)
    holder_id: UUID | None = Field(default=None, foreign_key="account.id")
    started_at: datetime | None = None
    due_at: datetime | None = None
    done_at: datetime | None = None
    done_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    opinion: str = ""
    intent: str = ""  # the press that finished it: pressed twice, finished once
    result_id: UUID | None = None  # on the last step: the result it approves
    key: str = Field(default="", sa_column_kwargs={"server_default": ""})
    # What the definition lets be done here: ways on, opinions, money, pauses.
    terms: dict[str, Any] = json_column(dict, sa_column_kwargs={"server_default": "{}"})
    # Whoever held or finished it, also before a return or a reassignment (AZ-9).
    hands: list[str] = json_column(list, sa_column_kwargs={"server_default": "[]"})


class ReceptionHold(Table, table=True):
    """Who is looking at a new dossier now: a courtesy between officers, no lock."""

    dossier_id: UUID = Field(foreign_key="dossier.id", unique=True)
    officer_id: UUID = Field(foreign_key="account.id")
    until: datetime
    # A colleague who would take it over, and waits for a word.
    asked_by_id: UUID | None = Field(default=None, foreign_key="account.id")


class ComponentVerdict(Table, table=True):
    """What reception said of one component: đạt or chưa đạt, with a reason."""

    __table_args__ = (Index(None, "dossier_id", "component_code", unique=True),)
    dossier_id: UUID = Field(foreign_key="dossier.id")
    component_code: str
    is_accepted: bool
    reason: str = ""
    # The template it was picked from: what is counted (services/common_faults).
    reason_key: str = Field(default="", sa_column_kwargs={"server_default": ""})
    by_id: UUID = Field(foreign_key="account.id")
    at: datetime


class DossierReceipt(Table, table=True):
    """The promise of a date, Mẫu 01 of TT 03/2025/TT-VPCP, as it was issued."""

    dossier_id: UUID = Field(foreign_key="dossier.id", unique=True)
    number: int  # within the register of the agency and year
    issued_at: datetime
    officer_id: UUID = Field(foreign_key="account.id")
    officer_name: str
    due_at: datetime
    facts: dict[str, str] = json_column(dict)
    waited_hours: float = 0  # office hours from submission to reception
    intent: str = ""  # the press that received it


class ReceiptCounter(Table, table=True):
    """Register numbers per agency and year (sổ theo dõi hồ sơ)."""

    __table_args__ = (Index(None, "agency_id", "year", unique=True),)
    agency_id: UUID = Field(foreign_key="agency.id")
    year: int
    last: int
