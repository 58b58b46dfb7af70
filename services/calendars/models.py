"""Hours of offices, and days that are other than the week says (A06)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class DayKind(StrEnum):
    """What a day is, other than the week says."""

    HOLIDAY = "holiday"  # closed: a public holiday, or a day in lieu
    SWAPPED = "swapped"  # a rest day that is worked, for the day off `paid_for`
    WORKED = "worked"  # a holiday of the law that is worked after all


class CalendarDay(Table, table=True):
    """One exceptional day; the agency's own wins over the province's."""

    __table_args__ = (
        Index("uq_calendar_day", "agency_id", "day", unique=True),
        Index(None, "day"),
    )
    # None: of the whole province. PostgreSQL tells nulls apart, so the use case
    # that writes holds a lock and looks first.
    agency_id: UUID | None = Field(default=None, foreign_key="agency.id")
    day: date
    kind: DayKind = choice(DayKind)
    name: str = ""  # of a holiday
    paid_for: date | None = None
    changed_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    changed_at: datetime


class OfficeWeek(Table, table=True):
    """The hours of a week from a day on; of an agency, or of the whole province."""

    __table_args__ = (Index(None, "agency_id", "valid_from", unique=True),)
    agency_id: UUID | None = Field(default=None, foreign_key="agency.id")
    valid_from: date
    week: list[Any] = json_column(list)  # Any: seven lists of "07:00-11:30"
    changed_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    changed_at: datetime


class ChangeState(StrEnum):
    """One proposes a change of the calendar, another puts it in force."""

    PROPOSED = "proposed"
    IN_FORCE = "in_force"
    DECLINED = "declined"


class CalendarChange(Table, table=True):
    """A change of days and hours: the history, and what undoing it brings back."""

    agency_id: UUID | None = Field(default=None, foreign_key="agency.id")
    state: ChangeState = choice(ChangeState, ChangeState.PROPOSED)
    edits: list[dict[str, Any]] = json_column(list)  # Any: JSON of `Edit`
    before: list[dict[str, Any]] = json_column(list)  # what stood there
    effect: dict[str, Any] = json_column(dict)  # as it was shown
    reason: str = ""
    undoes_id: UUID | None = Field(default=None, foreign_key="calendar_change.id")
    proposed_by_id: UUID = Field(foreign_key="account.id")
    proposed_at: datetime = Field(index=True)
    decided_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    decided_at: datetime | None = None
