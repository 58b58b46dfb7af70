"""Invite a second person to co-sign a draft from their own phone (C14)."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, or_, select

from services import jobs
from services.accounts.keys import new_token, seal, token_hash
from services.accounts.models import Account, AccountKind, AccountStatus
from services.audit.record import record
from services.core.errors import RuleViolation, TooMany
from services.core.readers import Unreadable, read_email, read_mobile, read_name
from services.dossiers.cosign_models import CosignRequest, CosignState
from services.dossiers.cosign_queries import OPEN, latest_request
from services.dossiers.models import Dossier
from services.dossiers.queries import lock_own_draft
from services.notifications.models import Subject
from services.notifications.notify import News, notify
from services.signals import dossier_topic, tell
from services.work import Work

LIVES = timedelta(days=7)
MOST_A_DAY = 10  # invitations of one person: messages cost, and may annoy
SEALED_FOR = "cosign-link"
JOB = "dossiers.send_cosign_link"


@dataclass(frozen=True)
class Invited:
    """The key of the link, which is told once and then forgotten."""

    request_id: UUID
    key: str


@dataclass(frozen=True)
class Contact:
    """Where the invitation goes: one of the two."""

    phone: str = ""
    email: str = ""


def ask_cosign(work: Work, dossier_id: UUID, name: str, contact: str) -> Invited:
    """Make a link for one person; the one before it opens nothing any more."""
    dossier = lock_own_draft(work, dossier_id)
    whom, where = _read(name, contact)
    account = work.session.get_one(Account, dossier.account_id)
    own = {account.phone, account.email} - {None, ""}
    if {where.phone, where.email} & own:
        raise RuleViolation({"cosign_contact": "cosign_own_contact"})
    _check_limit(work)
    withdraw_open(work, dossier_id)
    key = new_token()
    request = CosignRequest(
        dossier_id=dossier_id,
        name=whom,
        phone=where.phone,
        email=where.email,
        token_hash=token_hash(key),
        asked_at=work.now,
        until=work.now + LIVES,
    )
    work.session.add(request)
    work.session.flush()
    sealed = seal(work.secret, SEALED_FOR, key, work.now)
    jobs.defer(work.session, JOB, request_id=str(request.id), sealed=sealed)
    _notify(work, request)
    record(work, "ask_cosign", dossier_id)
    tell(work.session, dossier_topic(dossier_id))
    return Invited(request.id, key)


def take_back_cosign(work: Work, dossier_id: UUID) -> None:
    """Take the invitation back, or a signature with it; twice is the same."""
    lock_own_draft(work, dossier_id)
    if withdraw_open(work, dossier_id):
        record(work, "take_back_cosign", dossier_id)
        tell(work.session, dossier_topic(dossier_id))


def withdraw_open(work: Work, dossier_id: UUID) -> bool:
    """End what is still open of a draft's invitations; tell whether any was."""
    request = latest_request(work.session, dossier_id)
    if request is None or request.state not in OPEN:
        return False
    request.state = CosignState.VOID
    work.session.add(request)
    work.session.flush()
    return True


def _read(name: str, contact: str) -> tuple[str, Contact]:
    problems: dict[str, str] = {}
    whom, where = "", Contact()
    try:
        whom = read_name(name)
    except Unreadable as fault:
        problems["cosign_name"] = fault.key
    try:
        if "@" in contact:
            where = Contact(email=read_email(contact))
        else:
            where = Contact(phone=read_mobile(contact))
    except Unreadable as fault:
        problems["cosign_contact"] = fault.key
    if problems:
        raise RuleViolation(problems)
    return whom, where


def _check_limit(work: Work) -> None:
    since = work.now - timedelta(days=1)
    mine = select(Dossier.id).where(Dossier.account_id == work.actor.account_id)
    query = select(CosignRequest.asked_at).where(
        col(CosignRequest.dossier_id).in_(mine), col(CosignRequest.asked_at) > since
    )
    newest = query.order_by(col(CosignRequest.asked_at).desc())
    tenth = work.session.exec(newest.offset(MOST_A_DAY - 1).limit(1)).first()
    if tenth:
        raise TooMany(tenth + timedelta(days=1))


def _notify(work: Work, request: CosignRequest) -> None:
    """Tell an account with this very phone or email; who invited learns nothing."""
    ways = [(col(Account.phone), request.phone), (col(Account.email), request.email)]
    query = select(Account.id).where(
        or_(*(column == value for column, value in ways if value)),
        Account.kind == AccountKind.CITIZEN,
        Account.status == AccountStatus.ACTIVE,
    )
    for account_id in work.session.exec(query):
        news = News(
            subject=Subject.COSIGN_ASKED,
            key=f"cosign_asked:{request.id}",
            path=f"/ky-cung/{request.id}",
            reference=request.dossier_id,
        )
        notify(work, account_id, news)
