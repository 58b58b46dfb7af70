"""Propose a change of days or hours: with its effect, for a second person (A06)."""

from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.calendar_changes.change_rows import check_owner, lock_change
from services.calendar_changes.edits import Edit, read_edits, store_edits
from services.calendar_changes.effect import EFFECT, Effect, effect_of
from services.calendars.models import CalendarChange, ChangeState
from services.core.errors import Conflict
from services.work import Work


def preview_change(work: Work, owner: UUID | None, edits: tuple[Edit, ...]) -> Effect:
    """Show what the change would do to dates promised; nothing is written."""
    check_owner(work, owner)
    return effect_of(work, owner, edits)


def propose_change(
    work: Work, owner: UUID | None, edits: tuple[Edit, ...], reason: str
) -> UUID:
    """Keep the change with its effect as it was shown; it is not in force yet.

    The same edits proposed again, while nobody has decided, are one change.
    """
    account_id = check_owner(work, owner)
    stored = store_edits(edits)
    waiting = select(CalendarChange).where(
        CalendarChange.state == ChangeState.PROPOSED,
        CalendarChange.proposed_by_id == account_id,
    )
    for known in work.session.exec(waiting):
        if (known.agency_id, known.edits) == (owner, stored):
            return known.id
    return _add(work, owner, edits, reason).id


def propose_undoing(work: Work, change_id: UUID) -> UUID:
    """Propose what brings back what stood before: a change like any other."""
    undone = lock_change(work, change_id)
    check_owner(work, undone.agency_id)
    if undone.state is not ChangeState.IN_FORCE:
        raise Conflict("calendar_change")
    edits = read_edits(undone.before)
    change = _add(work, undone.agency_id, edits, "")
    change.undoes_id = undone.id
    return change.id


def _add(
    work: Work, owner: UUID | None, edits: tuple[Edit, ...], reason: str
) -> CalendarChange:
    effect = effect_of(work, owner, edits)
    change = CalendarChange(
        agency_id=owner,
        edits=store_edits(edits),
        effect=EFFECT.dump_python(effect, mode="json"),
        reason=reason,
        proposed_by_id=check_owner(work, owner),
        proposed_at=work.now,
    )
    work.session.add(change)
    work.session.flush()
    record(work, "calendar.proposed", change.id, later=effect.later)
    return change
