"""The audit trail: rows are only ever added."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from services.core.table import Table, json_column


class AuditEntry(Table, table=True):
    """Who did what to which record. Holds references, never personal text."""

    __table_args__ = (
        Index(None, "subject_id", "at"),
        Index(None, "person_id", "at"),
    )
    at: datetime = Field(index=True)
    account_id: UUID | None = Field(default=None, index=True)
    session_id: UUID | None = None
    agency_id: UUID | None = None  # the unit in whose name an officer acted
    person_id: UUID | None = None  # whose data was read (AL-3)
    act: str
    subject_id: UUID | None = None
    outcome: str = "done"  # done, refused
    details: dict[str, str | int | bool] = json_column(dict)
    # Keyed digest of the subject as the act left it (AL-1).
    state_digest: str = Field(default="", sa_column_kwargs={"server_default": ""})
