"""The versions of a procedure's local facts: proposed, published, in force from a day."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class ChangeState(StrEnum):
    """A second administrator publishes what the first proposes (AZ-9)."""

    PROPOSED = "proposed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class ProcedureChange(Table, table=True):
    """One change: only the fields that differ, as they were and as they shall be.

    What is in force is the sum of the published changes whose day has come. So a
    change that is taken back brings back the one before it, field by field.
    """

    __table_args__ = (
        Index(None, "procedure_code", "version", unique=True),
        # One change at a time waits to be read.
        Index(
            "uq_procedure_change_open",
            "procedure_code",
            unique=True,
            postgresql_where=text("state = 'proposed'"),
        ),
        Index(
            "ix_procedure_change_due",
            "valid_from",
            postgresql_where=text("state = 'published' and applied_at is null"),
        ),
    )
    procedure_code: str
    version: int
    state: ChangeState = choice(ChangeState, ChangeState.PROPOSED)
    valid_from: date
    facts: dict[str, Any] = json_column(dict)  # Any: see procedures/local_facts.py
    before: dict[str, Any] = json_column(dict)
    reason: str  # why, for whoever reads the change
    edition: int = 1  # rises when it is written over: what was read is published
    written_by_id: UUID = Field(foreign_key="account.id")
    written_at: datetime
    reviewed_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    reviewed_at: datetime | None = None
    applied_at: datetime | None = None
    closed_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    closed_at: datetime | None = None  # taken back, before or after it was in force
