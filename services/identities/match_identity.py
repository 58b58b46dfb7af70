"""Find the account a proved identity belongs to (contracts 3, AU-12)."""

from dataclasses import dataclass

from sqlmodel import col, select

from services.accounts.models import Account, AccountKind, AccountStatus, Party
from services.integrations.identity_provider.port import Identity
from services.work import Work

VERIFIED = 2  # the police have seen this person


@dataclass(frozen=True)
class Match:
    """One account, or candidates the person must choose from, or nobody at all."""

    account: Account | None = None
    candidates: tuple[Account, ...] = ()
    fault: str = ""  # closed, locked: key of the wording


def is_verified(identity: Identity) -> bool:
    """Tell whether the number is the police's word and not the person's own."""
    return identity.level >= VERIFIED


def match_identity(work: Work, identity: Identity) -> Match:
    """Match by TechID, else by personal number or tax code; never by name or email.

    A number the person declared about themselves opens nothing by itself: it
    only names an account that they must prove in another way.
    """
    subject = identity.subject
    known = account_of_subject(work, subject)
    numbered = accounts_of_number(work, identity)
    others = tuple(account for account in numbered if account is not known)
    sure = is_verified(identity)
    for account in (known, *others):
        if account is not None and (fault := _closed_fault(account)):
            return Match(fault=fault)
    if known is not None:
        if sure and (others or contradicts(known, identity)):
            return Match(candidates=(known, *others))
        return Match(known)
    if len(others) == 1 and sure and others[0].national_subject in (None, subject):
        return Match(others[0])
    return Match(candidates=others)


def account_of_subject(work: Work, subject: str) -> Account | None:
    """Return the account tied to this TechID, locked."""
    tied = select(Account).where(Account.national_subject == subject)
    return work.session.exec(tied.with_for_update()).one_or_none()


def accounts_of_number(work: Work, identity: Identity) -> list[Account]:
    """Return the accounts with this person's numbers, old or new, locked."""
    if identity.party != Party.CITIZEN:
        named = col(Account.tax_code).in_([identity.tax_code])
        given = bool(identity.tax_code)
    else:
        numbers = [n for n in (identity.citizen_id, identity.old_id_number) if n]
        named, given = col(Account.citizen_id).in_(numbers), bool(numbers)
    if not given:
        return []
    found = select(Account).where(named, Account.kind == AccountKind.CITIZEN)
    ordered = found.order_by(col(Account.created_at), col(Account.id))
    return list(work.session.exec(ordered.with_for_update()))


def contradicts(account: Account, identity: Identity) -> bool:
    """Tell whether the account is already known by another number, or is another kind."""
    if account.party != identity.party:
        return True
    if identity.party != Party.CITIZEN:
        return _differ(account.tax_code, identity.tax_code)
    if account.citizen_id and account.citizen_id == identity.old_id_number:
        return False
    return _differ(account.citizen_id, identity.citizen_id)


def _differ(kept: str | None, told: str) -> bool:
    return bool(kept and told and kept != told)


def _closed_fault(account: Account) -> str:
    if account.status is AccountStatus.ACTIVE:
        return ""
    return "closed" if account.status is AccountStatus.CLOSED else "locked"
