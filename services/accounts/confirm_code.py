"""Confirm the phone of a registration with the code that was sent to it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import col, select

from services.accounts.code_owners import CodeOwner, code_hash, codes_of, latest_code
from services.accounts.keys import same
from services.accounts.limits import COOL_DOWN
from services.accounts.models import OneTimeCode
from services.accounts.registrations import lock_registration
from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_otp
from services.work import Work


class CodeOutcome(StrEnum):
    """What a typed code led to."""

    CONFIRMED = "confirmed"
    WRONG = "wrong"
    EXPIRED = "expired"  # none sent is still good: another must be sent
    BLOCKED = "blocked"  # tried too often: another must be sent


@dataclass(frozen=True)
class CodeCheck:
    """The outcome; refusals are returned, because their count must be kept."""

    outcome: CodeOutcome
    tries_left: int = 0
    resend_at: datetime | None = None


def confirm_code(work: Work, registration_id: UUID, typed: str) -> CodeCheck:
    """Take a code once, within five minutes and five tries (F13, AU-6)."""
    return judge_code(work, lock_registration(work, registration_id), typed)


def judge_code(work: Work, owner: CodeOwner, typed: str) -> CodeCheck:
    """Judge a code of an owner who is locked, so that parallel tries queue.

    Every code of this owner that is still alive may be given; a wrong one
    costs each of them a try.
    """
    try:
        digits = read_otp(typed)
    except Unreadable as fault:
        raise RuleViolation({"code": fault.key.value}) from None
    if owner.verified_at is not None:
        return CodeCheck(CodeOutcome.CONFIRMED)
    alive = _alive(work, owner)
    right = code_hash(work.secret, owner, digits)
    matches = [code for code in alive if same(code.code_hash, right)]
    if matches:
        return _confirm(work, owner, alive)
    if not alive:
        return _refuse(work, owner)
    for code in alive:
        code.tries_left -= 1
    record(work, "code.confirmed", owner.id, outcome="refused")
    if left := max(code.tries_left for code in alive):
        return CodeCheck(CodeOutcome.WRONG, left)
    return _refuse(work, owner)


def _alive(work: Work, owner: CodeOwner) -> list[OneTimeCode]:
    sent = select(OneTimeCode).where(
        codes_of(owner),
        OneTimeCode.tries_left > 0,
        col(OneTimeCode.used_at).is_(None),
        col(OneTimeCode.expires_at) > work.now,
    )
    return list(work.session.exec(sent))


def _confirm(work: Work, owner: CodeOwner, alive: list[OneTimeCode]) -> CodeCheck:
    owner.verified_at = work.now
    for code in alive:  # the others have no door left to open either
        code.used_at = work.now
    record(work, "code.confirmed", owner.id)
    return CodeCheck(CodeOutcome.CONFIRMED)


def _refuse(work: Work, owner: CodeOwner) -> CodeCheck:
    work.session.flush()
    last = latest_code(work, owner)
    if last is None:
        return CodeCheck(CodeOutcome.EXPIRED, resend_at=work.now)
    was_tried_out = last.tries_left <= 0
    return CodeCheck(
        CodeOutcome.BLOCKED if was_tried_out else CodeOutcome.EXPIRED,
        resend_at=max(work.now, last.sent_at + COOL_DOWN),
    )
