"""The versions of a process (quy trình): written, proposed, in force from a day."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class ProcessState(StrEnum):
    """A second administrator publishes what the first proposes (AZ-9)."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class ProcessVersion(Table, table=True):
    """One version of a process; published, its steps are never edited again."""

    __table_args__ = (
        Index(None, "process_id", "version", unique=True),
        Index(None, "procedure_code", "state", "valid_from"),
        # One version at a time is worked on.
        Index(
            "uq_process_version_open",
            "process_id",
            unique=True,
            postgresql_where=text("state in ('draft', 'proposed')"),
        ),
    )
    process_id: UUID = Field(index=True)  # the same for every version
    version: int
    state: ProcessState = choice(ProcessState, ProcessState.DRAFT)
    name: str
    procedure_code: str = ""  # empty: the default of the province
    agency_level: str = ""  # empty: units of every level
    valid_from: date
    steps: list[dict[str, Any]] = json_column(list)  # Any: see definition.py
    edition: int = 1  # rises with every save: two administrators, one wins
    written_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    written_at: datetime
    proposed_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    reviewed_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    reviewed_at: datetime | None = None
