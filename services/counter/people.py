"""People at the counter: by which account a dossier of theirs is kept."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from services.accounts.keys import keyed_hash
from services.accounts.models import Account, AccountKind, AccountStatus
from services.core.text import name_key
from services.counter.models import WalkIn
from services.vault.adopt import waiting_key
from services.work import Work

FACTS = "person at the counter"


def account_of_number(session: Session, number: str) -> Account | None:
    """Return the citizen with this number, if they have an account in force."""
    return _active(session, col(Account.citizen_id) == number) if number else None


def account_of_phone(session: Session, phone: str) -> Account | None:
    """Return the citizen who signs in with this phone."""
    return _active(session, col(Account.phone) == phone) if phone else None


def facts_key(work: Work, number: str, name: str, born: date) -> str:
    """Return what proves that a source vouched for just these facts."""
    said = f"{number}|{name_key(name)}|{born:%Y%m%d}"
    return keyed_hash(work.secret, FACTS, said)


def number_key(work: Work, number: str) -> str:
    """Return what a walk-in person's dossiers wait by, the key of the vault's papers."""
    return waiting_key(work.secret, number) if number else ""


def walk_in_account(
    work: Work, name: str, born: date | None, number: str, phone: str
) -> Account:
    """Return an account nobody can sign in to, for somebody who has none.

    Somebody who comes again with the same number is found again by it; name,
    birth date and phone are those given last.
    """
    key = number_key(work, number)
    account = _earlier(work.session, key) if key else None
    if account is None:
        account = Account(
            kind=AccountKind.CITIZEN,
            status=AccountStatus.WALK_IN,
            full_name=name,
            birth_date=born,
            password_hash="",
            created_at=work.now,
        )
        work.session.add(account)
        work.session.flush()
        _keep(work, account.id, key)
    account.full_name, account.birth_date = name, born or account.birth_date
    account.contact_phone = phone
    work.session.add(account)
    work.session.flush()
    return account


def _keep(work: Work, account_id: UUID, key: str) -> None:
    officer_id, agency_id = work.actor.account_id, work.actor.agency_id
    assert officer_id is not None or work.actor.is_system
    assert agency_id is not None
    work.session.add(
        WalkIn(
            account_id=account_id,
            waiting_for=key,
            agency_id=agency_id,
            made_by_id=officer_id,
            made_at=work.now,
        )
    )
    work.session.flush()


def _earlier(session: Session, key: str) -> Account | None:
    query = (
        select(Account)
        .join(WalkIn, col(WalkIn.account_id) == Account.id)
        .where(WalkIn.waiting_for == key, col(WalkIn.adopted_at).is_(None))
        .order_by(col(WalkIn.made_at))
    )
    return session.exec(query).first()


def _active(session: Session, condition: ColumnElement[bool]) -> Account | None:
    query = select(Account).where(
        condition,
        Account.kind == AccountKind.CITIZEN,
        Account.status == AccountStatus.ACTIVE,
    )
    return session.exec(query).first()
