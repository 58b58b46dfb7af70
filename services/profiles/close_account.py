"""Close one's account: what the law keeps stays, everything else goes (PR-4)."""

from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, or_, select

from services.accounts.code_requests import lock_verified_request
from services.accounts.end_session import end_sessions_of
from services.accounts.models import (
    Account,
    AccountStatus,
    CodePurpose,
    ContactChange,
)
from services.accounts.notices import NoticeKind
from services.accounts.notify_owner import notify_owner
from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.text import fold
from services.delegations.models import Delegation
from services.delegations.revoke_delegation import revoke_delegation
from services.dossiers.discard_draft import discard_draft
from services.dossiers.models import Dossier, DossierStatus
from services.identities.models import AccountCertificate
from services.profiles.leaving import leaving
from services.work import Work

WORD = "dong tai khoan"  # as it reads without marks
# By them a person registers anew; a closed account must hold none of them.
NAMES = ("citizen_id", "tax_code", "national_subject", "phone", "email")
ERASED = ("full_name", "representative", "old_id_number", "sex", "address")


def check_word(typed: str) -> None:
    """Refuse a word that is not the one to be typed."""
    if fold(typed).strip(" \"'“”.") != WORD:
        raise RuleViolation({"word": "word_differs"})


def close_account(work: Work, request_id: UUID | None, typed: str) -> None:
    """Close the account of the actor; a second press finds it closed.

    Needs the code of CLOSE_ACCOUNT confirmed, or, of somebody who has neither
    phone nor email, a fresh proof. Dossiers handed in are kept as the law says.
    """
    me = work.actor.require_citizen()
    account = work.session.get_one(Account, me, with_for_update=True)
    if account.status is AccountStatus.CLOSED:
        return
    check_word(typed)
    if leaving(work).unfinished:
        raise RuleViolation({"account": "dossiers_running"})
    if account.phone or account.email:
        _use_code(work, request_id)
    else:
        work.actor.require_fresh_proof(work.now)
    notify_owner(work, account, NoticeKind.ACCOUNT_CLOSED)
    drafts = _discard_drafts(work, me)
    _let_go(work, me)
    for name in NAMES:
        setattr(account, name, None)
    for name in ERASED:
        setattr(account, name, "")
    account.birth_date, account.password_hash = None, ""
    account.field_sources, account.channels = {}, []
    account.status = AccountStatus.CLOSED
    record(work, "account.closed", me, drafts=drafts)
    work.session.flush()
    end_sessions_of(work, me)


def _use_code(work: Work, request_id: UUID | None) -> None:
    if request_id is None:
        raise RuleViolation({"code": "code_first"})
    request = lock_verified_request(work, CodePurpose.CLOSE_ACCOUNT, request_id)
    request.finished_at = work.now


def _discard_drafts(work: Work, me: UUID) -> int:
    mine = select(Dossier.id).where(
        Dossier.account_id == me, Dossier.status == DossierStatus.DRAFT
    )
    drafts = work.session.exec(mine).all()
    for dossier_id in drafts:
        discard_draft(work, dossier_id)
    return len(drafts)


def _let_go(work: Work, me: UUID) -> None:
    """End delegations, forget certificates and the contacts that were changed."""
    standing = select(Delegation.id).where(
        or_(Delegation.delegate_id == me, Delegation.principal_id == me),
        col(Delegation.revoked_at).is_(None),
    )
    for delegation_id in work.session.exec(standing).all():
        revoke_delegation(work, delegation_id)
    for table in (AccountCertificate, ContactChange):
        mine = col(table.account_id) == me
        work.session.execute(delete(table).where(mine))
