"""Withdraw a dossier (rút hồ sơ): at once, or as a request once it was received."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from services.accounts.code_requests import lock_verified_request
from services.accounts.models import CodePurpose
from services.audit.record import record
from services.core.errors import Conflict, NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.dossiers.access import owner_topics
from services.dossiers.follow_leg import follow_leg
from services.dossiers.models import (
    Dossier,
    DossierStatus,
    Withdrawal,
    WithdrawalState,
)
from services.dossiers.note_event import note_event
from services.dossiers.queries import check_right
from services.dossiers.rules import NEXT, move
from services.dossiers.show_dossier import find_visible
from services.dossiers.tell_people import tell_people
from services.notifications.models import Subject
from services.payments.cancel_open import cancel_open
from services.signals import desk_topics, dossier_topic, tell
from services.work import Work

REASON_LENGTHS = (5, 1000)


@dataclass(frozen=True)
class Withdrawn:
    """What became of the wish: done, or asked of the office."""

    code: str
    is_done: bool


def withdraw_dossier(
    work: Work, code: str, reason: str, request_id: UUID | None = None
) -> Withdrawn:
    """Withdraw one's dossier: before reception at once, later an officer decides.

    The act needs a code confirmed on the phone for this very dossier, or a fresh
    proof (AU-10). Pressed twice, it is done once (R6).
    """
    dossier = lock_to_withdraw(work, code)
    if dossier.status is DossierStatus.WITHDRAWN:
        return Withdrawn(dossier.code or "", True)
    if open_wish(work, dossier.id):
        return Withdrawn(dossier.code or "", False)
    if not may_withdraw(dossier):
        raise Conflict("not_withdrawable")
    words = _reason(reason)
    _prove(work, dossier, request_id)
    is_done = dossier.received_at is None
    wish = Withdrawal(
        dossier_id=dossier.id,
        at=work.now,
        asked_by_id=work.actor.require_citizen(),
        reason=words,
        state=WithdrawalState.ACCEPTED if is_done else WithdrawalState.ASKED,
        decided_at=work.now if is_done else None,
    )
    work.session.add(wish)
    if is_done:
        end_by_wish(work, dossier)
    else:
        dossier.updated_at = work.now
        dossier.version += 1
        work.session.add(dossier)
        note_event(work, dossier, "withdrawal_asked")
    record(work, "withdraw_dossier", dossier.id, at_once=is_done)
    _tell(work, dossier)
    return Withdrawn(dossier.code or "", is_done)


def lock_to_withdraw(work: Work, code: str) -> Dossier:
    """Return a dossier its people see, held until the commit (AZ-10)."""
    account_id = work.actor.require_citizen()
    seen = find_visible(work, code)
    if seen is None:
        raise NotFound("dossier")
    dossier = work.session.exec(
        select(Dossier)
        .where(Dossier.id == seen.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    if dossier.account_id == account_id:
        check_right(work, dossier)
    return dossier


def may_withdraw(dossier: Dossier) -> bool:
    """Say whether the dossier can still be withdrawn.

    An interlinked declaration is withdrawn leg by leg: each has its own office.
    """
    return not dossier.is_bundle and DossierStatus.WITHDRAWN in NEXT[dossier.status]


def open_wish(work: Work, dossier_id: UUID) -> Withdrawal | None:
    """Return the wish that waits for an officer, if there is one."""
    asked = select(Withdrawal).where(
        Withdrawal.dossier_id == dossier_id,
        Withdrawal.state == WithdrawalState.ASKED,
    )
    return work.session.exec(asked).first()


def latest_wish(work: Work, dossier_id: UUID) -> Withdrawal | None:
    """Return the last wish, whatever became of it."""
    asked = select(Withdrawal).where(Withdrawal.dossier_id == dossier_id)
    return work.session.exec(asked.order_by(col(Withdrawal.at).desc())).first()


def end_by_wish(work: Work, dossier: Dossier) -> None:
    """Move the dossier to its end, and tell its people."""
    move(dossier, DossierStatus.WITHDRAWN)
    cancel_open(work, dossier.id, "withdrawn")
    dossier.supplement_by, dossier.updated_at = None, work.now
    work.session.add(dossier)
    note_event(work, dossier, "withdrawn")
    tell_people(work, dossier, Subject.WITHDRAWN, str(dossier.id))


def way_back(code: str) -> str:
    """Return the page of the act; a code sent for one dossier serves no other."""
    return f"/ho-so/{code}/rut"


def _reason(text: str) -> str:
    try:
        return read_note(text, *REASON_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"reason": fault.key}) from None


def _prove(work: Work, dossier: Dossier, request_id: UUID | None) -> None:
    if request_id is None:
        work.actor.require_fresh_proof(work.now)
        return
    request = lock_verified_request(work, CodePurpose.WITHDRAW, request_id)
    is_this = request.return_to == way_back(dossier.code or "")
    if request.account_id != work.actor.account_id or not is_this:
        raise NotFound("code request")
    request.finished_at = work.now
    work.session.add(request)


def _tell(work: Work, dossier: Dossier) -> None:
    desks = [dossier.agency_id] if dossier.agency_id else []
    topics = (dossier_topic(dossier.id), *owner_topics(dossier))
    tell(work.session, *topics, *desk_topics(desks))
    follow_leg(work, dossier)
    work.session.flush()
