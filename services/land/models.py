"""What the land registry told, as it came, and what became of it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice
from services.integrations.land_registry.port import LandCall


class NoticeState(StrEnum):
    """What became of it."""

    NEW = "new"  # kept, not judged yet
    PARKED = "parked"  # nobody here knows the dossier; looked at again
    APPLIED = "applied"
    LATE = "late"  # something later of that dossier was applied before: no line
    OVER = "over"  # the dossier has ended here: logged, and nothing changes


class LandNotice(Table, table=True):
    """One call of theirs; told again it is the same row."""

    __table_args__ = (
        Index(None, "digest", unique=True),
        Index(None, "dossier_id", "said_at"),
        Index(
            "ix_land_notice_open",
            "received_at",
            postgresql_where=text("state in ('new', 'parked')"),
        ),
    )
    call: LandCall = choice(LandCall)
    number: str  # the dossier, as they name it
    digest: str  # of the call and all it said
    body: str  # as it came
    said_at: datetime  # there
    received_at: datetime
    state: NoticeState = choice(NoticeState, NoticeState.NEW)
    dossier_id: UUID | None = Field(default=None, foreign_key="dossier.id")
    judged_at: datetime | None = None
