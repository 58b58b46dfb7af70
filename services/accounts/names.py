"""The names a person signs in by, and whether somebody has them already."""

import re

from sqlmodel import col, or_, select

from services.accounts.models import Account, AccountKind, AccountStatus
from services.core.faults import Unreadable
from services.core.readers import read_citizen_id, read_email, read_mobile
from services.core.text import fold
from services.work import Work

READERS = (read_citizen_id, read_mobile)
LONGEST = 254


def citizen_name(typed: str) -> str:
    """Return the number, phone or email meant, whichever way it was typed."""
    if "@" in typed:
        return _email(typed)
    for read in READERS:
        try:
            return str(read(typed))
        except Unreadable:
            continue
    return officer_name(typed)


def officer_name(typed: str) -> str:
    """Return the account name of an officer as it is kept."""
    return re.sub(r"\s", "", fold(typed[:LONGEST]))


def find_account(work: Work, kind: AccountKind, name: str) -> Account | None:
    """Return the active account of this kind that answers to the name."""
    if kind is AccountKind.OFFICER:
        named = col(Account.sign_in_name) == name
    else:
        named = or_(
            col(Account.citizen_id) == name,
            col(Account.phone) == name,
            col(Account.email) == name,
        )
    found = select(Account).where(
        named, Account.kind == kind, Account.status == AccountStatus.ACTIVE
    )
    # A text that cannot be stored names nobody.
    return None if _unstorable(name) else work.session.exec(found).one_or_none()


def taken_names(
    work: Work, citizen_id: str = "", phone: str = "", email: str | None = None
) -> dict[str, str]:
    """Return which of these somebody has, by field, never who it is."""
    asked = {"citizen_id": citizen_id, "phone": phone, "email": email}
    problems = {}
    for field, value in asked.items():
        if (
            value
            and work.session.exec(
                select(Account.id).where(getattr(Account, field) == value)
            ).first()
        ):
            problems[field] = f"{field}_taken"
    return problems


def _email(typed: str) -> str:
    try:
        return read_email(typed).casefold()
    except Unreadable:
        return officer_name(typed)


def _unstorable(name: str) -> bool:
    return any(c == "\0" or "\ud800" <= c <= "\udfff" for c in name)
