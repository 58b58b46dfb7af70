"""The last fourteen days of a unit in numbers: what came, what was finished."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlmodel import col

from services.core.clock import ZONE, local_day
from services.dossiers.models import Dossier
from services.oversight.agency_of import agency_of
from services.procedures.models import Channel
from services.processing.desk import of_agency
from services.processing.desk_filters import A_DAY, midnight
from services.work import Role, Work

DAYS = 14


@dataclass(frozen=True)
class DayCount:
    """One day: handed in, and finished."""

    day: date
    came: int
    done: int


@dataclass(frozen=True)
class DayFigures:
    """Fourteen days, their channels, and how much was done in time."""

    days: tuple[DayCount, ...]
    channels: tuple[tuple[Channel, int], ...]
    done: int
    in_time: int


def day_figures(work: Work) -> DayFigures:
    """Count what came to the officer's unit and what it finished, day by day."""
    work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    last = local_day(work.now)
    days = [last - n * A_DAY for n in reversed(range(DAYS))]
    came = _came(work, days[0])
    done = _done(work, days[0])
    by_day: dict[date, int] = {}
    by_channel: dict[Channel, int] = {}
    for day, channel, count in came:
        by_day[day] = by_day.get(day, 0) + count
        by_channel[channel] = by_channel.get(channel, 0) + count
    finished = {day: count for day, count, _ in done}
    return DayFigures(
        days=tuple(DayCount(d, by_day.get(d, 0), finished.get(d, 0)) for d in days),
        channels=tuple((one, by_channel.get(one, 0)) for one in Channel),
        done=sum(count for _, count, _ in done),
        in_time=sum(count for _, _, count in done),
    )


def _came(work: Work, since: date) -> list[tuple[date, Channel, int]]:
    day = func.date(func.timezone(str(ZONE), Dossier.submitted_at))
    query = (
        select(day, col(Dossier.channel), func.count())
        .where(
            of_agency(agency_of(work)),
            col(Dossier.submitted_at) >= midnight(since),
        )
        .group_by(day, col(Dossier.channel))
    )
    return [(one, Channel(how), int(n)) for one, how, n in work.session.execute(query)]


def _done(work: Work, since: date) -> list[tuple[date, int, int]]:
    day = func.date(func.timezone(str(ZONE), Dossier.finished_at))
    in_time = func.count().filter(col(Dossier.finished_at) <= Dossier.due_at)
    query = (
        select(day, func.count(), in_time)
        .where(
            of_agency(agency_of(work)),
            col(Dossier.finished_at) >= midnight(since),
        )
        .group_by(day)
    )
    return [(one, int(n), int(m)) for one, n, m in work.session.execute(query)]
