"""What differs between a system's side and ours, as the nightly comparison found it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice
from services.outbox.models import Outward


class Difference(StrEnum):
    """In what the two sides differ."""

    MISSING_THERE = "missing_there"
    STATUS_BEHIND = "status_behind"  # they stand where the dossier stood before
    STATUS_AHEAD = "status_ahead"  # they stand where the dossier never was
    WRONG_FEE = "wrong_fee"
    MISSING_RESULT = "missing_result"
    UNKNOWN_HERE = "unknown_here"
    DOUBLE = "double"
    WRONG_OWNER = "wrong_owner"


class SyncDifference(Table, table=True):
    """One difference, open until both sides agree again; a second look adds nothing."""

    __table_args__ = (
        Index(
            "uq_sync_difference_open",
            "system",
            "code",
            "kind",
            unique=True,
            postgresql_where=text("settled_at is null"),
        ),
        Index(None, "system", "found_at"),
    )
    system: Outward = choice(Outward)
    kind: Difference = choice(Difference)
    code: str  # of the dossier, as both sides write it
    dossier_id: UUID | None = Field(default=None, foreign_key="dossier.id", index=True)
    agency_id: UUID | None = Field(default=None, foreign_key="agency.id", index=True)
    ours: str = ""  # a status, a sum; of people nothing
    theirs: str = ""
    found_at: datetime
    settled_at: datetime | None = None  # both sides agree again
    sent_at: datetime | None = None  # somebody had the dossier told anew
    sent_by_id: UUID | None = Field(default=None, foreign_key="account.id")
