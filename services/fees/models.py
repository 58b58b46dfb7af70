"""Rules of fees and charges, each in force from a day to a day, and their changes."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class FeeRule(Table, table=True):
    """One rule of one procedure; what was written once is closed, never changed."""

    __table_args__ = (Index(None, "procedure_code", "code", "valid_from", unique=True),)
    procedure_code: str
    code: str
    valid_from: date
    valid_to: date | None = None  # the last day it holds; goes before the definition's
    position: int = 0
    digest: str = ""  # of the definition: loading twice changes nothing
    # Any: read by `in_force.read_row`
    definition: dict[str, Any] = json_column(dict)
    # Published here by administrators; none: it came with the portal.
    change_id: UUID | None = Field(default=None, foreign_key="fee_change.id")


class FeeChangeState(StrEnum):
    """One proposes a rule, another puts it in force (A05, AZ-9)."""

    PROPOSED = "proposed"
    PUBLISHED = "published"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"  # published, and taken back before its day


class FeeChange(Table, table=True):
    """A rule as proposed, with what stood before: the history of a procedure's fees."""

    __table_args__ = (
        Index(None, "procedure_code", "proposed_at"),
        # One version of a rule waits at a time.
        Index(
            "uq_fee_change_open",
            "procedure_code",
            "code",
            unique=True,
            postgresql_where=text("state = 'proposed'"),
        ),
    )
    procedure_code: str
    code: str
    state: FeeChangeState = choice(FeeChangeState, FeeChangeState.PROPOSED)
    valid_from: date
    definition: dict[str, Any] = json_column(dict)  # Any: a rule
    before: dict[str, Any] = json_column(dict)  # the rule it takes over from, if any
    effect: list[Any] = json_column(list)  # invented dossiers, as they were shown
    reason: str = ""
    undoes_id: UUID | None = Field(default=None, foreign_key="fee_change.id")
    proposed_by_id: UUID = Field(foreign_key="account.id")
    proposed_at: datetime
    decided_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    decided_at: datetime | None = None
