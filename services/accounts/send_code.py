"""Send a one-time code (mã OTP) for a registration, or for a wish to be confirmed."""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from services import jobs
from services.accounts.code_owners import (
    NOWHERE,
    CodeOwner,
    code_hash,
    is_by_name,
    shown_target,
    target_of,
)
from services.accounts.keys import new_token, seal
from services.accounts.limits import COOL_DOWN, check_limits, target_reopens
from services.accounts.models import CodeRequest, OneTimeCode, Registration
from services.audit.record import record
from services.core.errors import Conflict
from services.work import Work

LIFE = timedelta(minutes=5)
SEALED_FOR = "code-on-its-way"
JOB = "accounts.deliver_code"


@dataclass(frozen=True)
class CodeSent:
    """A code is on its way; its own id is the live topic of its delivery."""

    registration_id: UUID  # or the id of the wish
    code_id: UUID
    masked_phone: str  # or email; empty when nothing may be told of it
    next_resend_at: datetime
    expires_at: datetime


def send_code(work: Work, owner: CodeOwner) -> CodeSent:
    """Make six digits, keep only their keyed hash, and ask the worker to send them.

    The job carries the digits sealed: the queue's table does not tell them. For
    a name nobody has the same is done, but no code fits and none is sent (AU-4).
    """
    if owner.verified_at is not None:
        raise Conflict("already verified")
    is_withheld = _check(work, owner)
    digits = f"{secrets.randbelow(1_000_000):06d}"
    is_request = isinstance(owner, CodeRequest)
    code = OneTimeCode(
        registration_id=None if is_request else owner.id,
        request_id=owner.id if is_request else None,
        phone=NOWHERE if is_withheld else target_of(owner),
        code_hash=code_hash(work.secret, owner, new_token() if is_withheld else digits),
        sent_at=work.now,
        expires_at=work.now + LIFE,
        network_address=work.actor.address,
    )
    work.session.add(code)
    work.session.flush()
    letter = json.dumps({} if is_withheld else _addressed(owner, digits))
    sealed = seal(work.secret, SEALED_FOR, letter, work.now)
    jobs.defer(work.session, JOB, code_id=str(code.id), sealed=sealed)
    outcome = "withheld" if is_withheld else "done"
    record(work, "code.sent", owner.id, outcome=outcome)
    return CodeSent(
        registration_id=owner.id,
        code_id=code.id,
        masked_phone=shown_target(owner),
        next_resend_at=work.now + COOL_DOWN,
        expires_at=code.expires_at,
    )


def code_topic(code_id: UUID) -> str:
    """Return the topic on which the delivery of a code is told."""
    return f"code:{code_id}"


def _check(work: Work, owner: CodeOwner) -> bool:
    """Refuse beyond a limit; tell whether the code must stay unsent."""
    target = target_of(owner)
    if not is_by_name(owner) or isinstance(owner, Registration):
        check_limits(work, target)
        return False
    check_limits(work, name_key=owner.name_key)
    is_full = target_reopens(work, target) is not None
    return owner.account_id is None or not target or is_full


def _addressed(owner: CodeOwner, digits: str) -> dict[str, str]:
    email = owner.email if isinstance(owner, CodeRequest) else ""
    return {"phone": owner.phone, "email": email or "", "digits": digits}


__all__ = ["LIFE", "SEALED_FOR", "CodeSent", "code_hash", "code_topic", "send_code"]
