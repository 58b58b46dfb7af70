"""Tell people that a promise is missed, or about to be (R23); run by the worker."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, String, case, cast, func, literal
from sqlmodel import and_, col, or_, select

from services.calendars.queries import calendar_entries
from services.core.errors import Forbidden
from services.core.working_days import add_working_hours
from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.tell_people import tell_people
from services.notifications.models import Notification, Subject
from services.work import Work

NEAR_HOURS = 4  # working hours left from which the day can hardly be kept
BATCH = 200
# While a person is asked for something the clock stands still.
COUNTING = (DossierStatus.RECEIVED, DossierStatus.PROCESSING)


def tell_late(work: Work) -> int:
    """Tell of a batch of promises, each once; return how many there were.

    A dossier somebody is working on just now is left to the next run. A new day
    promised is a new promise.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    late = _late(work)
    for dossier in late:
        tell_people(work, dossier, Subject.LATE, _key(dossier))
    return len(late)


def _late(work: Work) -> Sequence[Dossier]:
    near = _near(work)
    unanswered = and_(
        col(Dossier.status) == DossierStatus.SUBMITTED,
        col(Dossier.receive_by) < work.now,
    )
    due = and_(col(Dossier.status).in_(COUNTING), col(Dossier.due_at) < near)
    told = select(Notification.id).where(
        Notification.reference == Dossier.id,
        Notification.subject == Subject.LATE,
        Notification.key == _key_of_row(),
    )
    return work.session.exec(
        select(Dossier)
        .where(or_(unanswered, due), ~col(Dossier.is_bundle), ~told.exists())
        .order_by(func.coalesce(Dossier.due_at, Dossier.receive_by))
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    ).all()


def _near(work: Work) -> ColumnElement[datetime]:
    """Return the moment before which a promise is near, by the agency's calendar."""

    def near(agency_id: UUID | None) -> datetime:
        return add_working_hours(
            work_calendar(work, agency_id), work.now, NEAR_HOURS
        ).astimezone(UTC)

    entries = calendar_entries(work.session)
    own = {day.agency_id for day in entries.days}
    own |= {week.agency_id for week in entries.weeks}
    whens = [(col(Dossier.agency_id) == one, near(one)) for one in own if one]
    return case(*whens, else_=near(None)) if whens else literal(near(None))


def _key(dossier: Dossier) -> str:
    """Name the promise: this dossier's, for that moment."""
    moment = dossier.due_at or dossier.receive_by
    assert moment is not None  # one of them is what is late
    return f"{dossier.id}:{int(moment.timestamp())}"


def _key_of_row() -> ColumnElement[str]:
    """Return the same name, told of as `tell_people` writes it."""
    moment = func.coalesce(Dossier.due_at, Dossier.receive_by)
    seconds = cast(func.floor(func.extract("epoch", moment)), BigInteger)
    number = cast(Dossier.id, String)
    return func.concat(f"{Subject.LATE}:", number, ":", cast(seconds, String))
