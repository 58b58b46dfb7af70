"""What a leader looks at: what is late or soon will be, at which step, with whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select
from sqlmodel import col

from services.accounts.models import Account
from services.audit.record import record
from services.core.clock import local_day
from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier
from services.oversight.agency_of import agency_of
from services.oversight.units_below import UnitSum, units_below
from services.processing.desk import (
    OWED,
    DeskQueue,
    conditions,
    deadline,
    is_current_step,
    is_late,
    of_agency,
)
from services.processing.desk_filters import A_DAY, midnight
from services.processing.desk_row import DeskRow, make_rows, rows_query
from services.processing.models import DossierStep
from services.processing.reassign import Colleague, colleagues
from services.work import Role, Work

FIRST, OLDEST = 20, 5
LAST_OF_WEEK = 6  # Sunday


@dataclass(frozen=True)
class Near:
    """How much the office owes, by when; each is a list the desk can show."""

    owed: int
    late: int
    today: int
    tomorrow: int
    week: int  # until Sunday, today and tomorrow too
    to_sign: int
    untaken: int


@dataclass(frozen=True)
class Load:
    """What stands at a step, or with an officer."""

    id: UUID | None  # of the officer
    name: str  # empty: reception, or nobody yet
    count: int
    late: int
    today: int


@dataclass(frozen=True)
class Lead:
    """The page of a leader."""

    near: Near
    steps: tuple[Load, ...]
    officers: tuple[Load, ...]
    first: tuple[DeskRow, ...]  # what would become late first
    oldest: tuple[DeskRow, ...]
    units: tuple[UnitSum, ...]  # below this one: counts, never a name (AZ-6)
    colleagues: tuple[Colleague, ...]
    at: datetime  # counted


def lead(work: Work) -> Lead:
    """Show a leader the unit's work in the order of what would become late first."""
    work.actor.require_officer(Role.APPROVER)
    agency_id = agency_of(work)
    people = colleagues(work, agency_id)
    record(work, "lead.shown")
    return Lead(
        near=_near(work),
        steps=_by_step(work),
        officers=_with_idle(_by_officer(work), people),
        first=_rows(work, deadline().asc().nulls_last(), FIRST),
        oldest=_rows(work, col(Dossier.submitted_at).asc(), OLDEST),
        units=units_below(work, agency_id),
        colleagues=people,
        at=work.now,
    )


def due_on(work: Work, days: int) -> ColumnElement[bool]:
    """Match what is due on the day that many days from today."""
    first = midnight(local_day(work.now) + days * A_DAY)
    return and_(deadline() >= first, deadline() < first + A_DAY)


def last_of_week(work: Work) -> timedelta:
    """Return how far Sunday is."""
    return (LAST_OF_WEEK - local_day(work.now).weekday()) * A_DAY


def _near(work: Work) -> Near:
    today = local_day(work.now)
    week = and_(
        deadline() >= midnight(today),
        deadline() < midnight(today + last_of_week(work) + A_DAY),
    )
    sign = conditions(work.actor, work.now)[DeskQueue.SIGN]
    free = and_(col(DossierStep.id).is_not(None), col(DossierStep.holder_id).is_(None))
    wanted = (is_late(work.now), due_on(work, 0), due_on(work, 1), week, sign, free)
    query = (
        select(func.count(), *(func.count().filter(what) for what in wanted))
        .select_from(Dossier)
        .outerjoin(DossierStep, is_current_step())
        .where(*_owed(work))
    )
    return Near(*(int(n) for n in work.session.execute(query).one()))


def _by_step(work: Work) -> tuple[Load, ...]:
    name = func.coalesce(DossierStep.name, "")
    query = (
        select(name, *_counts(work))
        .select_from(Dossier)
        .outerjoin(DossierStep, is_current_step())
        .where(*_owed(work))
        .group_by(name)
        .order_by(func.count().desc(), name)
    )
    return tuple(Load(None, *row) for row in work.session.execute(query))


def _by_officer(work: Work) -> list[Load]:
    query = (
        select(col(DossierStep.holder_id), col(Account.full_name), *_counts(work))
        .select_from(Dossier)
        .join(DossierStep, is_current_step())
        .join(Account, col(Account.id) == DossierStep.holder_id)
        .where(*_owed(work))
        .group_by(col(DossierStep.holder_id), col(Account.full_name))
        .order_by(func.count().desc(), col(Account.full_name))
    )
    return [Load(*row) for row in work.session.execute(query)]


def _with_idle(busy: list[Load], people: Sequence[Colleague]) -> tuple[Load, ...]:
    """Add who has nothing now: a leader who reassigns looks for them."""
    known = {load.id for load in busy}
    idle = (Load(p.id, p.name, 0, 0, 0) for p in people if p.id not in known)
    return (*busy, *idle)


def _counts(work: Work) -> tuple[ColumnElement[int], ...]:
    return (
        func.count(),
        func.count().filter(is_late(work.now)),
        func.count().filter(due_on(work, 0)),
    )


def _rows(work: Work, order: Any, most: int) -> tuple[DeskRow, ...]:
    # Any: the order of a statement, by whatever column.
    query = rows_query(work, *_owed(work)).order_by(order, col(Dossier.code))
    found = work.session.execute(query.limit(most))
    return make_rows(work, work_calendar(work), [tuple(row) for row in found])


def _owed(work: Work) -> tuple[ColumnElement[bool], ...]:
    return of_agency(agency_of(work)), col(Dossier.status).in_(OWED)
