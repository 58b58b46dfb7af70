"""The names a person signs in by, and whether somebody has them already."""

import re
from collections.abc import Collection
from dataclasses import asdict, dataclass

from sqlmodel import col, or_, select

from services.accounts.models import Account, AccountKind, AccountStatus
from services.core.faults import Unreadable
from services.core.readers import (
    read_citizen_id,
    read_email,
    read_mobile,
    read_tax_code,
)
from services.core.text import fold
from services.work import Work

READERS = (read_citizen_id, read_mobile, read_tax_code)
LONGEST = 254


@dataclass(frozen=True)
class Names:
    """What a person or an organisation signs in by; empty ones are not asked for."""

    citizen_id: str = ""
    phone: str = ""
    email: str | None = None
    tax_code: str = ""


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


def find_account(
    work: Work,
    kind: AccountKind,
    name: str,
    statuses: Collection[AccountStatus] = (AccountStatus.ACTIVE,),
) -> Account | None:
    """Return the account of this kind that answers to the name, an active one."""
    if kind is AccountKind.OFFICER:
        named = col(Account.sign_in_name) == name
    else:
        named = or_(
            col(Account.citizen_id) == name,
            col(Account.phone) == name,
            col(Account.email) == name,
            col(Account.tax_code) == name,
        )
    found = select(Account).where(
        named, Account.kind == kind, col(Account.status).in_(statuses)
    )
    # A text that cannot be stored names nobody.
    return None if _unstorable(name) else work.session.exec(found).one_or_none()


def taken_names(work: Work, names: Names) -> dict[str, str]:
    """Return which of these somebody has, by field, never who it is."""
    given = {field: value for field, value in asdict(names).items() if value}
    if not given:
        return {}
    either = or_(*(getattr(Account, field) == value for field, value in given.items()))
    found = work.session.exec(select(Account).where(either)).all()
    return {
        field: f"{field}_taken"
        for field, value in given.items()
        if any(getattr(account, field) == value for account in found)
    }


def _email(typed: str) -> str:
    try:
        return read_email(typed).casefold()
    except Unreadable:
        return officer_name(typed)


def _unstorable(name: str) -> bool:
    return any(c == "\0" or "\ud800" <= c <= "\udfff" for c in name)
