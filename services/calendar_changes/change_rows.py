"""Rows of changes: whose an administrator may touch, and what they did."""

from uuid import UUID

from sqlmodel import col, select

from services.administration.scope import require_administrator
from services.calendar_changes.edits import Edit
from services.calendars.models import CalendarChange, CalendarDay, OfficeWeek
from services.calendars.queries import forget_entries
from services.core.errors import Forbidden, NotFound
from services.work import Work


def check_owner(work: Work, owner: UUID | None) -> UUID:
    """Return the administrator, if that calendar is theirs to change (AZ-6).

    The province's is for those without a unit; a unit's also for its own.
    """
    account_id = require_administrator(work)
    if work.actor.agency_id not in (None, owner):
        raise Forbidden("calendar")
    return account_id


def lock_change(work: Work, change_id: UUID) -> CalendarChange:
    """Return a change within reach, locked."""
    query = select(CalendarChange).where(CalendarChange.id == change_id)
    change = work.session.exec(query.with_for_update()).one_or_none()
    if change is None or work.actor.agency_id not in (None, change.agency_id):
        raise NotFound("calendar_change")
    return change


def write_edits(
    work: Work, owner: UUID | None, edits: tuple[Edit, ...]
) -> tuple[Edit, ...]:
    """Write the edits into the tables; return what undoes them."""
    before = tuple(_write(work, owner, edit) for edit in edits)
    work.session.flush()
    forget_entries(work.session)
    return before


def _write(work: Work, owner: UUID | None, edit: Edit) -> Edit:
    return _week(work, owner, edit) if edit.is_week else _day(work, owner, edit)


def _day(work: Work, owner: UUID | None, edit: Edit) -> Edit:
    query = select(CalendarDay).where(
        CalendarDay.day == edit.day,
        col(CalendarDay.agency_id).is_not_distinct_from(owner),
    )
    row = work.session.exec(query).one_or_none()
    before = Edit(edit.day)
    if row is not None:
        before = Edit(row.day, row.kind, row.name, row.paid_for)
        work.session.delete(row)
        work.session.flush()
    if edit.kind is not None:
        work.session.add(
            CalendarDay(
                agency_id=owner,
                day=edit.day,
                kind=edit.kind,
                name=edit.name,
                paid_for=edit.paid_for,
                changed_by_id=work.actor.account_id,
                changed_at=work.now,
            )
        )
    return before


def _week(work: Work, owner: UUID | None, edit: Edit) -> Edit:
    query = select(OfficeWeek).where(
        OfficeWeek.valid_from == edit.day,
        col(OfficeWeek.agency_id).is_not_distinct_from(owner),
    )
    row = work.session.exec(query).one_or_none()
    before = Edit(edit.day, is_week=True)
    if row is not None:
        week = tuple(tuple(spans) for spans in row.week)
        before = Edit(row.valid_from, week=week, is_week=True)
        work.session.delete(row)
        work.session.flush()
    if edit.week is not None:
        work.session.add(
            OfficeWeek(
                agency_id=owner,
                valid_from=edit.day,
                week=[list(spans) for spans in edit.week],
                changed_by_id=work.actor.account_id,
                changed_at=work.now,
            )
        )
    return before
