"""Give an officer a one-time code to set password and second factor by."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col

from services.accounts.keys import keyed_hash
from services.accounts.models import Account, AccountKind, AccountStatus
from services.accounts.officer_models import Activation, ActivationPurpose
from services.accounts.recovery_codes import grouped, letters_of, random_letters
from services.audit.record import record
from services.core.errors import Conflict, NotFound
from services.officers.administering import require_administering
from services.work import Work

LIFE = timedelta(hours=72)
LENGTH, GROUP = 20, 5
MAY_GET = {
    ActivationPurpose.ACCOUNT: (AccountStatus.INVITED, AccountStatus.ACTIVE),
    ActivationPurpose.FACTOR: (AccountStatus.ACTIVE,),
}


@dataclass(frozen=True)
class IssuedActivation:
    """The code to hand over; it is shown once and kept nowhere."""

    code: str = field(repr=False)
    expires_at: datetime


def issue_activation(
    work: Work, account_id: UUID, purpose: ActivationPurpose
) -> IssuedActivation:
    """Make a code for 72 hours and five tries; an older one is void from now on."""
    require_administering(work, account_id)
    account = work.session.get(Account, account_id, with_for_update=True)
    if account is None or account.kind is not AccountKind.OFFICER:
        raise NotFound("officer")
    if account.status not in MAY_GET[purpose]:
        raise Conflict("account_status")
    void_activations(work, account_id)
    code = random_letters(LENGTH)
    issued = Activation(
        account_id=account_id,
        purpose=purpose,
        code_hash=activation_hash(work.secret, account_id, code),
        issued_by_id=work.actor.account_id,
        issued_at=work.now,
        expires_at=work.now + LIFE,
    )
    work.session.add(issued)
    record(work, "activation.issued", account_id, purpose=str(purpose))
    work.session.flush()
    return IssuedActivation(grouped(code, GROUP), issued.expires_at)


def void_activations(work: Work, account_id: UUID) -> None:
    """Make the codes and half-done activations of an account worthless."""
    pending = delete(Activation).where(
        col(Activation.account_id) == account_id, col(Activation.used_at).is_(None)
    )
    work.session.execute(pending)


def activation_hash(secret: bytes, account_id: UUID, typed: str) -> str:
    """Return the hash of a code, which is of one account only."""
    return keyed_hash(secret, "activation", f"{account_id}.{letters_of(typed)}")
