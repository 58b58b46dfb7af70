"""At the counter: a one-time code on paper for somebody who lost their phone."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import func, update
from sqlmodel import col, select

from services.accounts.keys import keyed_hash
from services.accounts.models import Account, AccountKind, RecoverySlip
from services.accounts.names import find_account
from services.audit.record import record
from services.core.errors import RuleViolation, TooMany
from services.core.faults import Unreadable
from services.core.identifiers import mask_citizen_id
from services.core.readers import read_citizen_id
from services.work import Role, Work

LIFE = timedelta(minutes=30)
DAY = timedelta(days=1)
A_DAY = 20  # slips of one officer; one who needs more asks a colleague
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none is taken for another on paper
LENGTH = 8


class SlipOutcome(StrEnum):
    """What asking for a slip led to."""

    ISSUED = "issued"
    NO_ACCOUNT = "no_account"  # counted as well, so that nobody asks in bulk


@dataclass(frozen=True)
class IssuedSlip:
    """The code, shown once and kept nowhere."""

    outcome: SlipOutcome
    code: str = field(default="", repr=False)
    masked_number: str = ""
    expires_at: datetime | None = None


def issue_recovery_slip(work: Work, number: str, is_compared: bool) -> IssuedSlip:
    """Issue a slip for a personal number whose card and bearer were compared.

    A fresh proof of the officer is asked for, every question is written down,
    and a slip given before opens nothing any more.
    """
    officer_id = work.actor.require_officer(Role.INTAKE)
    work.actor.require_fresh_proof(work.now)
    citizen_id = _read(number, is_compared)
    work.session.get_one(Account, officer_id, with_for_update=True)  # counts queue
    _check_limit(work)
    account = find_account(work, AccountKind.CITIZEN, citizen_id)
    slip = RecoverySlip(
        account_id=account.id if account else None,
        code_hash="",
        issued_by_id=officer_id,
        agency_id=work.actor.agency_id,
        issued_at=work.now,
        expires_at=work.now + LIFE,
    )
    work.session.add(slip)
    if account is None:
        record(work, "recovery_slip.issued", slip.id, outcome="refused")
        return IssuedSlip(SlipOutcome.NO_ACCOUNT)
    _void_older(work, account, slip)
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    slip.code_hash = slip_hash(work.secret, account, code)
    record(work, "recovery_slip.issued", slip.id, person_id=account.id)
    half = LENGTH // 2
    return IssuedSlip(
        SlipOutcome.ISSUED,
        f"{code[:half]}-{code[half:]}",
        mask_citizen_id(citizen_id),
        slip.expires_at,
    )


def slip_hash(secret: bytes, account: Account, code: str) -> str:
    """Return the hash that binds a slip's code to its account."""
    return keyed_hash(secret, "recovery-slip", f"{account.id}.{code}")


def _read(number: str, is_compared: bool) -> str:
    problems = {} if is_compared else {"compared": "recovery_compare"}
    citizen_id = ""
    try:
        citizen_id = str(read_citizen_id(number))
    except Unreadable as fault:
        problems["citizen_id"] = fault.key.value
    if problems:
        raise RuleViolation(problems)
    return citizen_id


def _check_limit(work: Work) -> None:
    mine = select(col(RecoverySlip.issued_at)).where(
        RecoverySlip.issued_by_id == work.actor.account_id,
        col(RecoverySlip.issued_at) > work.now - DAY,
    )
    count = select(func.count()).select_from(mine.subquery())
    if work.session.exec(count).one() < A_DAY:
        return
    oldest = mine.order_by(col(RecoverySlip.issued_at).desc()).offset(A_DAY - 1)
    raise TooMany(work.session.exec(oldest.limit(1)).one() + DAY)


def _void_older(work: Work, account: Account, slip: RecoverySlip) -> None:
    work.session.flush()
    work.session.execute(
        update(RecoverySlip)
        .where(
            col(RecoverySlip.account_id) == account.id,
            col(RecoverySlip.id) != slip.id,
        )
        .values(tries_left=0)
    )
