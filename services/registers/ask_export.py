"""Ask for a register or a report as a file; the worker makes it aside (O13)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.errors import Forbidden, RuleViolation
from services.core.readers import Unreadable, read_note
from services.jobs import defer
from services.registers.grouping import GroupBy
from services.registers.models import ExportKind, ExportState, RegisterExport
from services.registers.units import own_unit
from services.registers.wanted import WANTED, RegisterWanted, span_of
from services.signals import desk_topics, person_topic, tell
from services.work import Role, Work

JOB = "registers.make_export"
PURPOSE_LENGTHS = (10, 300)


@dataclass(frozen=True)
class ExportOrder:
    """Which file; texts as a browser sent them."""

    kind: str
    by: str = ""  # of a report: what its lines are
    purpose: str | None = None  # of one with names in full


@dataclass(frozen=True)
class AskedExport:
    """What was asked for, and whether a leader's word is awaited."""

    id: UUID
    state: ExportState
    asked_at: datetime


def ask_export(
    work: Work, wanted: RegisterWanted, order: ExportOrder, intent: str
) -> AskedExport:
    """Have a file made; with a purpose it holds names in full, once a leader agrees.

    AZ-9: what leaves the portal with people's names needs a second person. Pressed
    twice, it is asked for once.
    """
    agency_id = own_unit(work)
    officer_id = work.actor.require_officer()
    if not intent:
        raise RuleViolation({"intent": "required"})
    if same := _same(work, officer_id, intent):
        return _asked(same)
    span_of(wanted, work.now)  # refuses days that make no period
    row = _row(work, wanted, order, intent)
    work.session.add(row)
    work.session.flush()
    if row.state is ExportState.MAKING:
        defer(work.session, JOB, export_id=str(row.id))
    record(work, "registers.export_asked", row.id, kind=str(row.kind), full=row.is_full)
    tell(work.session, person_topic(officer_id), *desk_topics([agency_id]))
    return _asked(row)


def _row(
    work: Work, wanted: RegisterWanted, order: ExportOrder, intent: str
) -> RegisterExport:
    is_full = order.purpose is not None
    if is_full and Role.INTAKE not in work.actor.roles:
        raise Forbidden("role")
    kind = _kind(order.kind)
    return RegisterExport(
        agency_id=own_unit(work),
        asked_by_id=work.actor.require_officer(),
        asked_by_name=work.actor.name,
        asked_at=work.now,
        kind=kind,
        wanted=stored(wanted),
        by=str(_by(order.by)) if kind is ExportKind.REPORT else "",
        is_full=is_full,
        purpose=_purpose(order.purpose) if order.purpose is not None else "",
        state=ExportState.WAITING if is_full else ExportState.MAKING,
        intent=intent,
    )


def stored(wanted: RegisterWanted) -> dict[str, Any]:
    """Return the filters as JSON for a row (Any: JSON)."""
    written: dict[str, Any] = WANTED.dump_python(wanted, mode="json")
    return written


def _same(work: Work, officer_id: UUID, intent: str) -> RegisterExport | None:
    query = select(RegisterExport).where(
        RegisterExport.asked_by_id == officer_id, RegisterExport.intent == intent
    )
    return work.session.exec(query).first()


def _asked(row: RegisterExport) -> AskedExport:
    return AskedExport(row.id, row.state, row.asked_at)


def _kind(kind: str) -> ExportKind:
    try:
        return ExportKind(kind)
    except ValueError:
        raise RuleViolation({"kind": "choice_unknown"}) from None


def _by(by: str) -> GroupBy:
    try:
        return GroupBy(by)
    except ValueError:
        raise RuleViolation({"by": "choice_unknown"}) from None


def _purpose(text: str) -> str:
    try:
        return read_note(text, *PURPOSE_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"purpose": fault.key}) from None
