"""A version of a form while it is written; published, it becomes an Eform."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class DraftState(StrEnum):
    """A second administrator publishes what the first proposes (AZ-9)."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    PUBLISHED = "published"
    DISCARDED = "discarded"


OPEN = (DraftState.DRAFT, DraftState.PROPOSED)


class EformDraft(Table, table=True):
    """What administrators make of a version; it may be incomplete (R2)."""

    __table_args__ = (
        # One version of a form at a time is worked on.
        Index(
            "uq_eform_draft_open",
            "code",
            unique=True,
            postgresql_where=text("state in ('draft', 'proposed')"),
        ),
    )
    code: str = Field(index=True)
    based_on_id: UUID = Field(foreign_key="eform.id")
    state: DraftState = choice(DraftState, DraftState.DRAFT)
    definition: dict[str, Any] = json_column(dict)  # Any: as definitions/*.toml
    starts_on: date
    reason: str = ""  # why the form changes
    remark: str = ""  # why it was sent back to be written again
    edition: int = 1  # rises with every change: two administrators, one wins
    writers: list[str] = json_column(list)  # everybody who changed it
    changed_by_id: UUID = Field(foreign_key="account.id")
    changed_at: datetime
    proposed_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    decided_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    decided_at: datetime | None = None
    eform_id: UUID | None = Field(default=None, foreign_key="eform.id", index=True)
