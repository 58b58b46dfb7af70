"""Views an officer keeps of the desk, and what leaders reminded whom of."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, json_column


class DeskView(Table, table=True):
    """A list an officer comes back to: its name, and the filters of its address."""

    __table_args__ = (
        Index(None, "account_id", "name_key", unique=True),
        Index(
            "uq_desk_view_start",
            "account_id",
            unique=True,
            postgresql_where=text("is_start"),
        ),
    )
    account_id: UUID = Field(foreign_key="account.id")
    name: str
    name_key: str  # folded: two views never read the same
    filters: dict[str, str] = json_column(dict)  # as the address has them
    is_start: bool = False  # what the desk opens with
    created_at: datetime


class Reminder(Table, table=True):
    """A word on the desk about a dossier: a leader's once a day (đôn đốc), or the
    portal's own, once for each step and reader, before the step is late.
    """

    __table_args__ = (
        Index(
            "uq_reminder_day",
            "dossier_id",
            "day",
            unique=True,
            postgresql_where=text("step_id is null"),
        ),
        Index(
            "uq_reminder_step",
            "step_id",
            "holder_id",
            unique=True,
            postgresql_where=text("step_id is not null"),
        ),
        Index(None, "holder_id", "seen_at"),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id")
    agency_id: UUID = Field(foreign_key="agency.id")
    holder_id: UUID = Field(foreign_key="account.id")
    by_id: UUID | None = Field(default=None, foreign_key="account.id")
    by_name: str
    # Of the portal's own: the step that comes near its end.
    step_id: UUID | None = Field(default=None, foreign_key="dossier_step.id")
    day: date  # in the province
    at: datetime
    seen_at: datetime | None = None


class DeskExport(Table, table=True):
    """A list that was taken away: by whom, what for, how many rows (AL-3)."""

    __table_args__ = (Index(None, "agency_id", "at"),)
    account_id: UUID = Field(foreign_key="account.id")
    agency_id: UUID = Field(foreign_key="agency.id")
    at: datetime
    purpose: str
    filters: dict[str, Any] = json_column(dict)  # Any: a QueueFilter as JSON
    rows: int
