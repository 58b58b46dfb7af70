"""Have the reports made that are due this morning; run by the worker."""

from sqlmodel import col, select

from services.accounts.models import Account
from services.accounts.officer_models import OfficerPost
from services.accounts.posts import in_force
from services.core.clock import local_day
from services.core.errors import Forbidden
from services.jobs import defer
from services.registers.ask_export import JOB, stored
from services.registers.models import (
    Every,
    ExportKind,
    ExportState,
    RegisterExport,
    ReportSchedule,
)
from services.registers.rules import next_day
from services.registers.wanted import WANTED, last_period
from services.work import Work

BATCH = 100


def run_schedules(work: Work) -> int:
    """Ask for each due report once; whoever left the post gets none any more."""
    if not work.actor.is_system:
        raise Forbidden("system")
    today = local_day(work.now)
    due = work.session.exec(
        select(ReportSchedule)
        .where(ReportSchedule.next_on <= today, col(ReportSchedule.ended_at).is_(None))
        .order_by(col(ReportSchedule.next_on))
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    ).all()
    for schedule in due:
        if _has_post(work, schedule):
            _ask(work, schedule)
        else:
            schedule.ended_at = work.now
        schedule.next_on = next_day(schedule.every, today)
        work.session.add(schedule)
    return len(due)


def _has_post(work: Work, schedule: ReportSchedule) -> bool:
    query = select(OfficerPost.id).where(
        OfficerPost.account_id == schedule.owner_id,
        OfficerPost.agency_id == schedule.agency_id,
        in_force(work.now),
    )
    return work.session.exec(query).first() is not None


def _ask(work: Work, schedule: ReportSchedule) -> None:
    owner = work.session.get_one(Account, schedule.owner_id)
    wanted = WANTED.validate_python(schedule.wanted, strict=False)
    today = local_day(work.now)
    row = RegisterExport(
        agency_id=schedule.agency_id,
        asked_by_id=schedule.owner_id,
        asked_by_name=owner.full_name,
        asked_at=work.now,
        kind=schedule.kind,
        wanted=stored(last_period(wanted, today, schedule.every is Every.MONTH)),
        by=schedule.by if schedule.kind is ExportKind.REPORT else "",
        state=ExportState.MAKING,
        schedule_id=schedule.id,
        intent=f"{schedule.id}:{schedule.next_on.isoformat()}",
    )
    work.session.add(row)
    work.session.flush()
    defer(work.session, JOB, export_id=str(row.id))
