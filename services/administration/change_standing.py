"""Lock, let in, invite anew, end sessions: of officers within reach alone (AZ-6)."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from services.accounts.end_session import end_sessions_of
from services.accounts.officer_models import ActivationPurpose
from services.administration.scope import lock_whole_officer, require_administrator
from services.audit.record import record
from services.officers.issue_activation import IssuedActivation, issue_activation
from services.officers.officer_status import lock_officer, reactivate, unlock_officer
from services.work import Work

T = TypeVar("T")


def lock_account(work: Work, account_id: UUID) -> int:
    """Lock an officer who has left or is in doubt; tell how many sessions ended."""
    return _within_reach(work, account_id, lock_officer)


def unlock_account(work: Work, account_id: UUID) -> None:
    """Let a locked officer in again; lent posts do not come back."""
    _within_reach(work, account_id, unlock_officer)


def reactivate_account(work: Work, account_id: UUID) -> None:
    """Let in an officer who was away for more than 45 days."""
    _within_reach(work, account_id, reactivate)


def issue_account_code(
    work: Work, account_id: UUID, purpose: ActivationPurpose
) -> IssuedActivation:
    """Give a code for the first password, or for a new authenticator."""
    require_administrator(work)
    lock_whole_officer(work, account_id)
    return issue_activation(work, account_id, purpose)


def end_officer_sessions(work: Work, account_id: UUID) -> int:
    """End what an officer has open; tell how many."""

    def end(work: Work, account_id: UUID) -> int:
        work.actor.require_fresh_proof(work.now)
        ended = end_sessions_of(work, account_id)
        record(work, "officer.signed_out", account_id, ended=ended)
        return ended

    return _within_reach(work, account_id, end)


def _within_reach(work: Work, account_id: UUID, act: Callable[[Work, UUID], T]) -> T:
    require_administrator(work)
    lock_whole_officer(work, account_id)
    return act(work, account_id)
