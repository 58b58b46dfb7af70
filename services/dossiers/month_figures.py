"""What the province did this month, for the home page (C01)."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement
from sqlmodel import col, func, select

from services.core.clock import local
from services.dossiers.models import Dossier
from services.work import Work


@dataclass(frozen=True)
class MonthFigures:
    """Counts since the first of the local month."""

    received: int
    finished: int  # results ready, of those with a promised date
    on_time: int  # of them, ready no later than promised
    at: datetime


def month_figures(work: Work) -> MonthFigures:
    """Count what was received and finished this month; anybody may know."""
    first = local(work.now).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    since = first.astimezone(UTC)
    received: ColumnElement[bool] = col(Dossier.received_at) >= since
    finished = (col(Dossier.finished_at) >= since) & col(Dossier.due_at).is_not(None)
    on_time = finished & (col(Dossier.finished_at) <= col(Dossier.due_at))
    row = work.session.exec(
        select(
            func.count().filter(received),
            func.count().filter(finished),
            func.count().filter(on_time),
        ).where(received | finished)
    ).one()
    return MonthFigures(row[0], row[1], row[2], work.now)
