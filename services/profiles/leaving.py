"""What closing one's account would mean now (PR-4): what stays, what holds it."""

from dataclasses import dataclass

from sqlmodel import col, func, select

from services.accounts.begin_code_request import begin_code_request
from services.accounts.code_requests import CodeTarget
from services.accounts.models import Account, CodePurpose
from services.accounts.send_code import CodeSent
from services.core.errors import RuleViolation
from services.dossiers.models import Dossier, DossierStatus
from services.procedures.models import Procedure
from services.profiles.contact_changes import present_contact
from services.profiles.rules import UNFINISHED
from services.work import Work

SHOWN = 20
HERE = "/ca-nhan/du-lieu"


@dataclass(frozen=True)
class Unfinished:
    """A dossier that keeps the account open."""

    code: str
    procedure_name: str
    status: DossierStatus


@dataclass(frozen=True)
class Leaving:
    """What stands between a person and a closed account."""

    unfinished: tuple[Unfinished, ...]
    drafts: int
    kept: int  # dossiers the law keeps
    has_contact: bool  # without one, a fresh proof stands for the code


def leaving(work: Work) -> Leaving:
    """Return it for the person who is signed in."""
    me = work.actor.require_citizen()
    rows = work.session.exec(
        select(Dossier.code, Procedure.name, Dossier.status)
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .where(Dossier.account_id == me, col(Dossier.status).in_(UNFINISHED))
        .order_by(col(Dossier.submitted_at))
        .limit(SHOWN)
    ).all()
    drafts, kept = work.session.exec(
        select(
            func.count().filter(col(Dossier.status) == DossierStatus.DRAFT),
            func.count().filter(col(Dossier.status) != DossierStatus.DRAFT),
        ).where(Dossier.account_id == me)
    ).one()
    account = work.session.get_one(Account, me)
    return Leaving(
        unfinished=tuple(
            Unfinished(code or "", name, DossierStatus(status))
            for code, name, status in rows
        ),
        drafts=drafts,
        kept=kept,
        has_contact=bool(account.phone or account.email),
    )


def ask_closing_code(work: Work) -> CodeSent:
    """Send the code that closing asks for, to the phone or else the email."""
    if leaving(work).unfinished:
        raise RuleViolation({"account": "dossiers_running"})
    account = work.session.get_one(Account, work.actor.require_citizen())
    field, value = present_contact(account, "phone")
    if not value:
        raise RuleViolation({"account": "no_contact"})
    target = CodeTarget(**{field: value})
    return begin_code_request(work, CodePurpose.CLOSE_ACCOUNT, target, HERE)
