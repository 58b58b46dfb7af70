"""Confirm the phone of a registration with the code that was sent to it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import col, select

from services.accounts.keys import same
from services.accounts.limits import COOL_DOWN
from services.accounts.models import OneTimeCode, Registration
from services.accounts.registrations import latest_code, lock_registration
from services.accounts.send_code import code_hash
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
    """Take a code once, within five minutes and five tries (F13, AU-6).

    Every code of this registration that is still alive may be given; a wrong
    one costs each of them a try. The lock makes parallel tries queue.
    """
    registration = lock_registration(work, registration_id)
    try:
        digits = read_otp(typed)
    except Unreadable as fault:
        raise RuleViolation({"code": fault.key.value}) from None
    if registration.verified_at is not None:
        return CodeCheck(CodeOutcome.CONFIRMED)
    alive = _alive(work, registration)
    right = code_hash(work.secret, registration, digits)
    matches = [code for code in alive if same(code.code_hash, right)]
    if matches:
        return _confirm(work, registration, alive)
    if not alive:
        return _refuse(work, registration)
    for code in alive:
        code.tries_left -= 1
    record(work, "code.confirmed", registration.id, outcome="refused")
    if left := max(code.tries_left for code in alive):
        return CodeCheck(CodeOutcome.WRONG, left)
    return _refuse(work, registration)


def _alive(work: Work, registration: Registration) -> list[OneTimeCode]:
    sent = select(OneTimeCode).where(
        OneTimeCode.registration_id == registration.id,
        OneTimeCode.phone == registration.phone,
        OneTimeCode.tries_left > 0,
        col(OneTimeCode.used_at).is_(None),
        col(OneTimeCode.expires_at) > work.now,
    )
    return list(work.session.exec(sent))


def _confirm(
    work: Work, registration: Registration, alive: list[OneTimeCode]
) -> CodeCheck:
    registration.verified_at = work.now
    for code in alive:  # the others have no door left to open either
        code.used_at = work.now
    record(work, "code.confirmed", registration.id)
    return CodeCheck(CodeOutcome.CONFIRMED)


def _refuse(work: Work, registration: Registration) -> CodeCheck:
    work.session.flush()
    last = latest_code(work, registration)
    if last is None:
        return CodeCheck(CodeOutcome.EXPIRED, resend_at=work.now)
    was_tried_out = last.tries_left <= 0
    return CodeCheck(
        CodeOutcome.BLOCKED if was_tried_out else CodeOutcome.EXPIRED,
        resend_at=max(work.now, last.sent_at + COOL_DOWN),
    )
