"""Have a report made every week or month, and be told by mail."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, RuleViolation
from services.core.readers import Unreadable, read_email, read_note
from services.registers.ask_export import stored
from services.registers.grouping import GroupBy
from services.registers.models import Every, ExportKind, ReportSchedule
from services.registers.rules import next_day
from services.registers.units import own_unit
from services.registers.wanted import RegisterWanted
from services.work import Work

NAME_LENGTHS = (3, 100)
MOST = 10


@dataclass(frozen=True)
class ScheduleForm:
    """What the officer chose; texts as typed."""

    name: str
    kind: str
    by: str
    every: str
    email: str


def begin_schedule(work: Work, wanted: RegisterWanted, form: ScheduleForm) -> UUID:
    """Have the report made every week or month from the next one on; names masked.

    The same name again is the same report: pressed twice, it is begun once.
    """
    agency_id = own_unit(work)
    officer_id = work.actor.require_officer()
    read = _read(form)
    mine = select(ReportSchedule).where(
        ReportSchedule.owner_id == officer_id, col(ReportSchedule.ended_at).is_(None)
    )
    own = work.session.exec(mine.with_for_update()).all()
    if same := next((one for one in own if one.name == read.name), None):
        return same.id
    if len(own) >= MOST:
        raise Conflict("too_many_schedules")
    row = ReportSchedule(
        agency_id=agency_id,
        owner_id=officer_id,
        post_id=work.actor.post_id,
        name=read.name,
        kind=ExportKind(read.kind),
        wanted=stored(wanted),
        by=read.by,
        every=Every(read.every),
        email=read.email,
        next_on=next_day(Every(read.every), local_day(work.now)),
        created_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    record(work, "registers.schedule_begun", row.id, every=str(row.every))
    return row.id


def _read(form: ScheduleForm) -> ScheduleForm:
    problems: dict[str, str] = {}
    name, email = "", ""
    try:
        name = read_note(form.name, *NAME_LENGTHS)
    except Unreadable as fault:
        problems["name"] = fault.key
    try:
        email = read_email(form.email)
    except Unreadable as fault:
        problems["email"] = fault.key
    if form.kind not in (ExportKind.SHEET, ExportKind.REPORT):
        problems["kind"] = "choice_unknown"
    if form.every not in set(Every):
        problems["every"] = "choice_unknown"
    if form.by not in {*GroupBy, ""} - {GroupBy.UNIT}:
        problems["by"] = "choice_unknown"
    if problems:
        raise RuleViolation(problems)
    by = form.by or GroupBy.PROCEDURE
    return ScheduleForm(name, form.kind, str(by), form.every, email)
