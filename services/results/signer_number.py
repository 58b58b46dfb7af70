"""The personal number by which an officer's certificate is found."""

from sqlmodel import select

from services.accounts.models import Account
from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.readers import Unreadable, read_citizen_id
from services.signing.models import SignerNumber
from services.work import Role, Work


def signer_number(work: Work) -> str:
    """Return the officer's number; empty while it was never told."""
    officer_id = work.actor.require_officer(Role.APPROVER)
    query = select(SignerNumber).where(SignerNumber.account_id == officer_id)
    told = work.session.exec(query).first()
    if told is not None:
        return told.number
    return work.session.get_one(Account, officer_id).citizen_id or ""


def tell_number(work: Work, number: str) -> str:
    """Keep the number the officer says; the certificate must bear it and the name."""
    officer_id = work.actor.require_officer(Role.APPROVER)
    try:
        read = read_citizen_id(number)
    except Unreadable as fault:
        raise RuleViolation({"number": fault.key}) from None
    query = select(SignerNumber).where(SignerNumber.account_id == officer_id)
    row = work.session.exec(query.with_for_update()).first()
    if row is None:
        row = SignerNumber(account_id=officer_id, number=read, told_at=work.now)
    row.number, row.told_at = read, work.now
    work.session.add(row)
    record(work, "tell_signer_number", row.id)
    return read
