"""Take the code an officer of the one-stop desk printed for somebody."""

from dataclasses import dataclass, field
from enum import StrEnum

from sqlmodel import col, select

from services.accounts.issue_recovery_slip import slip_hash
from services.accounts.keys import same
from services.accounts.models import (
    Account,
    AccountKind,
    CodePurpose,
    CodeRequest,
    RecoverySlip,
)
from services.accounts.names import citizen_name, find_account
from services.accounts.prove_human import HumanProof, prove_human
from services.accounts.registrations import require_browser
from services.accounts.return_to import HOME, local_path
from services.audit.record import record
from services.work import Work

LONGEST = 40


class SlipAnswer(StrEnum):
    """What a typed slip led to; refusals are returned, for their count is kept."""

    ACCEPTED = "accepted"
    REFUSED = "refused"  # one sentence for an unknown number and a wrong code
    PROOF_WRONG = "proof_wrong"


@dataclass(frozen=True)
class TypedSlip:
    """What was typed from the paper."""

    number: str = field(repr=False)
    code: str = field(repr=False)
    return_to: str = HOME


def redeem_recovery_slip(work: Work, typed: TypedSlip, proof: HumanProof) -> SlipAnswer:
    """Accept a slip once, within half an hour and five tries; then a phone is set."""
    browser = require_browser(work)
    if not prove_human(work, proof):
        return SlipAnswer.PROOF_WRONG
    account = find_account(work, AccountKind.CITIZEN, citizen_name(typed.number))
    if account is None or not _spend(work, account, typed.code):
        record(work, "recovery_slip.redeemed", outcome="refused")
        return SlipAnswer.REFUSED
    request = CodeRequest(
        browser=browser,
        purpose=CodePurpose.COUNTER,
        account_id=account.id,
        return_to=local_path(typed.return_to),
        created_at=work.now,
    )
    work.session.add(request)
    record(work, "recovery_slip.redeemed", request.id)
    return SlipAnswer.ACCEPTED


def _spend(work: Work, account: Account, code: str) -> bool:
    alive = select(RecoverySlip).where(
        RecoverySlip.account_id == account.id,
        col(RecoverySlip.used_at).is_(None),
        col(RecoverySlip.expires_at) > work.now,
        RecoverySlip.tries_left > 0,
    )
    letters = "".join(c for c in code[:LONGEST].upper() if c.isascii() and c.isalnum())
    given = slip_hash(work.secret, account, letters)
    for slip in work.session.exec(alive.with_for_update()):
        if same(slip.code_hash, given):
            slip.used_at = work.now
            return True
        slip.tries_left -= 1
    return False
