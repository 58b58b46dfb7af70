"""The second administrator's word on a change of the calendar (A06, AZ-9)."""

from uuid import UUID

from services.administration.scope import require_administrator
from services.audit.record import record
from services.calendar_changes.change_rows import lock_change, write_edits
from services.calendar_changes.edits import read_edits, store_edits
from services.calendar_changes.effect import EFFECT, effect_of
from services.calendar_changes.move_promises import move_promises
from services.calendars.memory import CALENDAR_TOPIC
from services.calendars.models import CalendarChange, ChangeState
from services.core.errors import Conflict, RuleViolation
from services.signals import tell
from services.work import Work


def confirm_change(work: Work, change_id: UUID) -> int:
    """Put a change in force; return how many promises moved later.

    Not by whoever proposed it. Running promises never move earlier; the people of
    those that move later are told, and the account of the date says why.
    """
    change = _waiting(work, change_id, ChangeState.IN_FORCE)
    if change is None:
        return 0
    edits = read_edits(change.edits)
    change.effect = EFFECT.dump_python(
        effect_of(work, change.agency_id, edits), mode="json"
    )
    moved = move_promises(work, change.agency_id, edits)
    change.before = store_edits(write_edits(work, change.agency_id, edits))
    _decide(work, change, ChangeState.IN_FORCE)
    tell(work.session, CALENDAR_TOPIC)
    record(work, "calendar.changed", change.id, moved=moved)
    return moved


def decline_change(work: Work, change_id: UUID) -> None:
    """Put a proposal aside; its own proposer may take it back."""
    change = lock_change(work, change_id)
    require_administrator(work)
    if change.state is ChangeState.DECLINED:
        return
    if change.state is not ChangeState.PROPOSED:
        raise Conflict("calendar_change")
    _decide(work, change, ChangeState.DECLINED)
    record(work, "calendar.declined", change.id)


def _waiting(work: Work, change_id: UUID, wanted: ChangeState) -> CalendarChange | None:
    account_id = require_administrator(work)
    change = lock_change(work, change_id)
    if change.state is wanted:
        return None
    if change.state is not ChangeState.PROPOSED:
        raise Conflict("calendar_change")
    if change.proposed_by_id == account_id:
        raise RuleViolation({"change": "calendar_four_eyes"})
    work.actor.require_fresh_proof(work.now)
    return change


def _decide(work: Work, change: CalendarChange, state: ChangeState) -> None:
    change.state, change.decided_at = state, work.now
    change.decided_by_id = work.actor.account_id
    work.session.add(change)
