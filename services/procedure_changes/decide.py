"""The second administrator's word on a change of a procedure, and taking it back (A02)."""

from datetime import date
from uuid import UUID

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, RuleViolation
from services.procedure_changes.in_force import bring_up
from services.procedure_changes.models import ChangeState, ProcedureChange
from services.procedure_changes.queries import (
    facts_now,
    lock_change,
    require_whole_province,
)
from services.procedures.models import Procedure
from services.procedures.version import renew_version
from services.work import Work


def publish_change(work: Work, change_id: UUID, edition: int) -> date:
    """Publish what was read; not by whoever wrote it. Return the day it begins.

    For today it is in force at once. A proposal read after its own day begins
    today: nothing is changed behind anybody's back.
    """
    reader = require_whole_province(work)
    procedure, change = lock_change(work, change_id)
    if change.state is ChangeState.PUBLISHED:
        return change.valid_from
    if change.state is not ChangeState.PROPOSED or change.edition != edition:
        raise Conflict("procedure_change_moved")
    if change.written_by_id == reader:
        raise RuleViolation({"change": "procedure_four_eyes"})
    work.actor.require_fresh_proof(work.now)
    _check_ground(work, procedure, change)
    change.state = ChangeState.PUBLISHED
    change.valid_from = max(change.valid_from, local_day(work.now))
    change.reviewed_by_id, change.reviewed_at = reader, work.now
    work.session.add(change)
    work.session.flush()
    record(work, "procedure_change.published", change.id, fields=",".join(change.facts))
    _renew(work, procedure)
    return change.valid_from


def withdraw_change(work: Work, change_id: UUID) -> None:
    """Take a change back; what was before it, field by field, is in force again."""
    closer = require_whole_province(work)
    procedure, change = lock_change(work, change_id)
    if change.state is ChangeState.WITHDRAWN:
        return
    if change.state is ChangeState.PUBLISHED:
        work.actor.require_fresh_proof(work.now)
    change.state = ChangeState.WITHDRAWN
    change.closed_by_id, change.closed_at = closer, work.now
    work.session.add(change)
    work.session.flush()
    record(work, "procedure_change.withdrawn", change.id)
    _renew(work, procedure)


def _check_ground(work: Work, procedure: Procedure, change: ProcedureChange) -> None:
    """Refuse a change whose ‹before› is no longer so: it would undo somebody's work."""
    now = facts_now(work, procedure)
    if any(now[name] != before for name, before in change.before.items()):
        raise Conflict("procedure_ground_moved")


def _renew(work: Work, procedure: Procedure) -> None:
    if bring_up(work, procedure):
        renew_version(work.session)
