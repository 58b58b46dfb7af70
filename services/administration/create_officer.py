"""Invite an officer: an account without a password, and a first post to confirm."""

import re
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from services.accounts.models import Account, AccountKind, AccountStatus
from services.accounts.names import officer_name
from services.administration.grant_post import PostForm, add_post, check_post
from services.administration.scope import require_administrator
from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_email, read_mobile, read_name
from services.work import Work

NAME = re.compile(r"[a-z0-9](?:[a-z0-9.\-]{1,38})[a-z0-9]")


@dataclass(frozen=True)
class OfficerForm:
    """Who is invited; phone and email tell them of changes to their account."""

    full_name: str
    sign_in_name: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Invited:
    """The new account; its activation code is issued apart, when it is handed over."""

    account_id: UUID


def create_officer(work: Work, form: OfficerForm, post: PostForm) -> Invited:
    """Create the account and its first post, which waits for a second person.

    Nobody can sign in to it before the holder has set a password of their own
    with a code the administrator hands over (AU-11: no default credentials).
    """
    problems = judge_officer(work, form)
    title = ""
    try:
        title = check_post(work, post)
    except RuleViolation as refusal:
        problems |= refusal.problems
    if problems:
        raise RuleViolation(problems)
    account = read_officer(work, form)
    work.actor.require_fresh_proof(work.now)
    keep_officer(work, account)
    add_post(work, account.id, post, title)
    return Invited(account.id)


def judge_officer(work: Work, form: OfficerForm) -> dict[str, str]:
    """Return everything that is wrong with the person of an invitation, by field."""
    require_administrator(work)
    try:
        read_officer(work, form)
    except RuleViolation as refusal:
        return dict(refusal.problems)
    return {}


def read_officer(work: Work, form: OfficerForm) -> Account:
    """Return the account as it would be kept, or name everything that is wrong."""
    problems: dict[str, str] = {}
    name = officer_name(form.sign_in_name)
    full_name, phone, email = "", "", ""
    try:
        full_name = read_name(form.full_name)
    except Unreadable as fault:
        problems["full_name"] = fault.key.value
    if not NAME.fullmatch(name):
        problems["sign_in_name"] = "sign_in_name_format"
    elif _is_taken(work, name):
        problems["sign_in_name"] = "sign_in_name_taken"
    try:
        phone = read_mobile(form.phone) if form.phone.strip() else ""
    except Unreadable as fault:
        problems["phone"] = fault.key.value
    try:
        email = read_email(form.email).casefold() if form.email.strip() else ""
    except Unreadable as fault:
        problems["email"] = fault.key.value
    if problems:
        raise RuleViolation(problems)
    return Account(
        kind=AccountKind.OFFICER,
        status=AccountStatus.INVITED,
        sign_in_name=name,
        full_name=full_name,
        phone=phone or None,
        email=email or None,
        password_hash="",
        created_at=work.now,
    )


def keep_officer(work: Work, account: Account) -> None:
    """Add the account; a phone or an email somebody has is refused by its field."""
    try:
        with work.session.begin_nested():
            work.session.add(account)
    except IntegrityError as error:
        said = str(error.orig)
        taken = [name for name in ("phone", "email") if f"account_{name}" in said]
        field = taken[0] if taken else "sign_in_name"
        raise RuleViolation({field: f"officer_{field}_taken"}) from None
    record(work, "officer.invited", account.id)


def _is_taken(work: Work, name: str) -> bool:
    named = select(Account.id).where(Account.sign_in_name == name)
    return work.session.exec(named).first() is not None
