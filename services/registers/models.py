"""Lists made aside, and the reports somebody wants again and again (O13)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class ExportKind(StrEnum):
    """What a file holds."""

    SHEET = "sheet"  # the register as XLSX
    BOOK = "book"  # the register as printed: Mẫu 07, PDF
    REPORT = "report"  # the numbers as XLSX


class ExportState(StrEnum):
    """How far a file is."""

    WAITING = "waiting"  # holds names in full: a leader's word is awaited (AZ-9)
    DECLINED = "declined"
    MAKING = "making"
    READY = "ready"
    FAILED = "failed"
    GONE = "gone"  # its life is over; what it held can be counted again


class Every(StrEnum):
    """How often a report is made by itself."""

    WEEK = "week"
    MONTH = "month"


class RegisterExport(Table, table=True):
    """One file, asked for by one officer; made by the worker, kept for a week."""

    __table_args__ = (
        Index(None, "asked_by_id", "intent", unique=True),
        Index(None, "agency_id", "asked_at"),
        Index(
            "ix_register_export_kept",
            "expires_at",
            postgresql_where=text("state = 'ready'"),
        ),
    )
    agency_id: UUID = Field(foreign_key="agency.id")
    asked_by_id: UUID = Field(foreign_key="account.id")
    asked_by_name: str
    asked_at: datetime
    kind: ExportKind = choice(ExportKind)
    wanted: dict[str, Any] = json_column(dict)  # Any: RegisterWanted as JSON
    by: str = ""  # of a report: what its lines are
    is_full: bool = False  # names, addresses and telephones as they are
    purpose: str = ""  # of one in full
    state: ExportState = choice(ExportState)
    decided_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    decided_by_name: str = ""
    decided_at: datetime | None = None
    declined_reason: str = ""
    fault: str = ""  # why it failed, as a key of the wording
    rows: int = 0
    counted_at: datetime | None = None
    expires_at: datetime | None = None
    schedule_id: UUID | None = Field(default=None, foreign_key="report_schedule.id")
    intent: str


class ReportSchedule(Table, table=True):
    """A report an officer gets every week or month, announced by mail."""

    __table_args__ = (
        Index(None, "owner_id"),
        Index(
            "ix_report_schedule_due",
            "next_on",
            postgresql_where=text("ended_at is null"),
        ),
    )
    agency_id: UUID = Field(foreign_key="agency.id")
    owner_id: UUID = Field(foreign_key="account.id")
    post_id: UUID | None = Field(default=None, foreign_key="officer_post.id")
    name: str
    kind: ExportKind = choice(ExportKind)
    wanted: dict[str, Any] = json_column(dict)  # Any: RegisterWanted as JSON
    by: str = ""
    every: Every = choice(Every)
    email: str
    next_on: date
    created_at: datetime
    ended_at: datetime | None = None
