"""Decide a wish to withdraw a dossier that was received (C27)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.core.readers import Unreadable, read_note
from services.dossiers.models import (
    DossierStatus,
    Withdrawal,
    WithdrawalState,
)
from services.dossiers.note_event import note_event
from services.dossiers.tell_people import tell_people
from services.dossiers.withdraw import (
    REASON_LENGTHS,
    end_by_wish,
    latest_wish,
    may_withdraw,
    open_wish,
)
from services.notifications.models import Subject
from services.processing.announce import announce
from services.processing.queries import agency_dossier
from services.work import Role, Work

DECIDERS = (Role.INTAKE, Role.PROCESSING, Role.APPROVER)


@dataclass(frozen=True)
class Wish:
    """A wish to withdraw, for the officers of the unit."""

    id: UUID
    at: datetime
    reason: str


def decide_withdrawal(work: Work, code: str, accept: bool, reason: str = "") -> bool:
    """Let a dossier go, or keep it and say why; tell whether it has gone.

    The first decision counts. A result that is ready is not withdrawn any more.
    """
    officer_id = work.actor.require_officer(*DECIDERS)
    dossier = agency_dossier(work, code, lock=True)
    wish = open_wish(work, dossier.id)
    if wish is None:
        return _decided(work, latest_wish(work, dossier.id))
    words = _reason(reason) if not accept else ""
    if accept and not may_withdraw(dossier):
        raise Conflict("not_withdrawable")
    wish.state = WithdrawalState.ACCEPTED if accept else WithdrawalState.DECLINED
    wish.decided_at, wish.decided_by_id = work.now, officer_id
    wish.decision_reason = words
    work.session.add(wish)
    work.session.flush()
    if accept:
        end_by_wish(work, dossier)
    else:
        dossier.version += 1
        work.session.add(dossier)
        note_event(work, dossier, "withdrawal_declined")
        key = f"declined:{wish.id}"
        tell_people(work, dossier, Subject.PROCESSING, key, "/rut")
    record(work, "decide_withdrawal", dossier.id, accepted=accept)
    announce(work, dossier)
    return dossier.status is DossierStatus.WITHDRAWN


def _decided(work: Work, wish: Withdrawal | None) -> bool:
    if wish is None:
        raise Conflict("no_wish")
    return wish.state is WithdrawalState.ACCEPTED


def _reason(text: str) -> str:
    try:
        return read_note(text, *REASON_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"decision_reason": fault.key}) from None
