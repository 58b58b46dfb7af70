"""People with accounts, browsers and sessions, as the use cases leave them."""

import dataclasses
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

import pyotp
from sqlmodel import Session, select

from services.accounts.authenticator import SEALED_FOR
from services.accounts.keys import seal, token_hash
from services.accounts.models import (
    Account,
    AccountKind,
    OneTimeCode,
    Registration,
    SignInSession,
)
from services.accounts.new_picture_code import new_picture_code, picture_answer
from services.accounts.officer_models import OfficerPost
from services.accounts.open_session import Device, OpenedSession, open_session
from services.accounts.passwords import hash_password
from services.accounts.prove_human import HumanProof
from services.accounts.send_code import LIFE, code_hash
from services.work import Actor, Role, Work
from tests.conftest import NOON

PASSWORD = "cầu vồng bảy sắc"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
COOKIE = "cookie-of-a-browser"
ADDRESS = "203.0.113.7"


@cache
def password_hash() -> str:
    """Return the hash of PASSWORD, computed once for all tests."""
    return hash_password(PASSWORD)


def make_account(session: Session, **values: Any) -> Account:
    """Return a citizen with every name a citizen signs in by; Any: columns."""
    given: dict[str, Any] = {
        "kind": AccountKind.CITIZEN,
        "full_name": "Nguyễn Thị Ánh Tuyết",
        "citizen_id": "999190000011",
        "phone": "0900000011",
        "email": "anhtuyet@example.vn",
        "birth_date": date(1990, 12, 31),
        "password_hash": password_hash(),
        "created_at": NOON,
    }
    account = Account(**given | values)
    session.add(account)
    session.flush()
    return account


def make_officer_account(work: Work, *roles: Role, **values: Any) -> Account:
    """Return an officer with a second factor; Any: columns."""
    given: dict[str, Any] = {
        "kind": AccountKind.OFFICER,
        "sign_in_name": "canbo.mot",
        "full_name": "Lê Thu Hà",
        "citizen_id": None,
        "phone": None,
        "email": None,
        "birth_date": None,
        "totp_secret": seal(work.secret, SEALED_FOR, TOTP_SECRET, work.now),
    }
    agency_id = values.pop("agency_id", None)
    account = make_account(work.session, **given | values)
    make_post(work, account, *roles or (Role.INTAKE,), agency_id=agency_id)
    return account


def make_post(work: Work, account: Account, *roles: Role, **values: Any) -> OfficerPost:
    """Return a post in force since the day before; Any: columns."""
    given: dict[str, Any] = {
        "account_id": account.id,
        "roles": [str(role) for role in roles],
        "starts_at": work.now - timedelta(days=1),
        "granted_at": work.now - timedelta(days=1),
        "confirmed_at": work.now - timedelta(days=1),
    }
    post = OfficerPost(**given | values)
    work.session.add(post)
    work.session.flush()
    return post


def make_registration(session: Session, **values: Any) -> Registration:
    """Return a registration begun by the browser of `visiting`; Any: columns."""
    given: dict[str, Any] = {
        "browser": token_hash(COOKIE),
        "full_name": "Trần Văn Bình",
        "birth_date": date(1985, 7, 31),
        "citizen_id": "999085000022",
        "phone": "0900000022",
        "return_to": "/thu-tuc",
        "created_at": NOON,
    }
    registration = Registration(**given | values)
    session.add(registration)
    session.flush()
    return registration


def make_code(work: Work, registration: Registration, digits: str) -> OneTimeCode:
    """Return a code with these digits, sent now."""
    code = OneTimeCode(
        registration_id=registration.id,
        phone=registration.phone,
        code_hash=code_hash(work.secret, registration, digits),
        sent_at=work.now,
        expires_at=work.now + LIFE,
    )
    work.session.add(code)
    work.session.flush()
    return code


def visiting(work: Work, cookie: str = COOKIE, address: str = ADDRESS) -> Work:
    """Return the work of somebody who is not signed in."""
    actor = Actor(browser=token_hash(cookie), address=address)
    return dataclasses.replace(work, actor=actor)


def signed_in(work: Work, account: Account, opened: OpenedSession) -> Work:
    """Return the work of somebody in that session."""
    kept = token_hash(opened.token)
    session = select(SignInSession).where(SignInSession.token_hash == kept)
    actor = Actor(
        account_id=account.id,
        session_id=work.session.exec(session).one().id,
        is_officer=account.kind is AccountKind.OFFICER,
        browser=kept,
        address=ADDRESS,
    )
    return dataclasses.replace(work, actor=actor)


def make_session(work: Work, account: Account, cookie: str = COOKIE) -> OpenedSession:
    """Return a session opened from the browser with this cookie."""
    return open_session(visiting(work, cookie), account, Device("Firefox, Linux"))


def make_proof(work: Work) -> HumanProof:
    """Return a picture code of this browser, read rightly."""
    code_id: UUID = new_picture_code(work)
    return HumanProof(code_id, picture_answer(work.secret, code_id))


def authenticator(work: Work, steps: int = 0) -> str:
    """Return what the officer's authenticator shows, some steps from now."""
    return pyotp.TOTP(TOTP_SECRET).at(work.now + steps * timedelta(seconds=30))
