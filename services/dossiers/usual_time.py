"""How long this unit usually takes for this procedure (‹Bao giờ xong?›)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session, col

from services.dossiers.models import Dossier

WINDOW = timedelta(days=90)
FEWEST = 10  # fewer dossiers say nothing of the next one
MOST_KEPT = 2_000
DAY = 24 * 3600


@dataclass(frozen=True)
class UsualTime:
    """Calendar days from reception to result; of too few dossiers only how many."""

    count: int = 0
    median_days: float | None = None
    most_days: float | None = None  # eight of ten took no longer
    late_percent: int | None = None


Key = tuple[UUID, UUID, datetime]
_known: dict[Key, UsualTime] = {}


def usual_time(
    session: Session, agency_id: UUID | None, procedure_id: UUID, now: datetime
) -> UsualTime:
    """Return it from the last 90 days, counted anew each hour."""
    if agency_id is None:
        return UsualTime()
    hour = now.replace(minute=0, second=0, microsecond=0)
    key = (agency_id, procedure_id, hour)
    if key not in _known:
        if len(_known) >= MOST_KEPT:
            _known.clear()
        _known[key] = count_usual_time(session, agency_id, procedure_id, now)
    return _known[key]


def count_usual_time(
    session: Session, agency_id: UUID, procedure_id: UUID, now: datetime
) -> UsualTime:
    """Count it, in one statement served by an index."""
    took = func.extract("epoch", col(Dossier.finished_at) - col(Dossier.received_at))
    late = col(Dossier.finished_at) > col(Dossier.due_at)
    count, median, most, overdue = session.execute(
        select(
            func.count(),
            func.percentile_cont(0.5).within_group(took),
            func.percentile_cont(0.8).within_group(took),
            func.count().filter(late),
        ).where(
            col(Dossier.agency_id) == agency_id,
            col(Dossier.procedure_id) == procedure_id,
            col(Dossier.finished_at) > now - WINDOW,
            col(Dossier.received_at).is_not(None),
        )
    ).one()
    if count < FEWEST:
        return UsualTime(int(count))
    return UsualTime(
        count=int(count),
        median_days=round(float(median) / DAY, 1),
        most_days=round(float(most) / DAY, 1),
        late_percent=round(100 * int(overdue) / int(count)),
    )
