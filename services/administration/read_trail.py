"""Read the audit trail: who did what, when, to which record (A09)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from services.accounts.models import Account, AccountKind, SignInSession
from services.accounts.officer_models import OfficerPost
from services.audit.models import AuditEntry
from services.audit.record import record
from services.core.clock import ZONE
from services.core.identifiers import mask_name
from services.core.text import fold, searched
from services.dossiers.models import Dossier
from services.procedures.models import Agency
from services.work import Role, Work

PAGE = 50
LAST_PAGE = 2_000
LONGEST_SEARCH = 100
Whom = aliased(Account)  # whose account, session or post an entry is about


@dataclass(frozen=True)
class TrailFilter:
    """What to list; an empty one lists everything within reach."""

    text: str = ""  # part of a name, an account name, or a whole dossier code
    act: str = ""
    is_refused: bool = False
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class TrailRow:
    """One line of the trail; citizens are named by their initials."""

    at: datetime
    actor: str
    unit: str
    act: str
    is_refused: bool
    dossier_code: str
    whom: str  # whose account it is about; also who signs in, being nobody before
    details: dict[str, str]


@dataclass(frozen=True)
class TrailPage:
    """A page of the trail; there is no total, the trail is long."""

    rows: tuple[TrailRow, ...]
    page: int
    has_more: bool


def read_trail(work: Work, wanted: TrailFilter, page: int = 1) -> TrailPage:
    """Return the newest entries of the viewer's unit, or of all; in one statement.

    Reading the trail is itself an entry of it.
    """
    work.actor.require_officer(Role.AUDITOR, Role.ADMINISTRATOR)
    number = min(max(page, 1), LAST_PAGE)
    found = work.session.execute(
        select(AuditEntry, Account, col(Agency.name), col(Dossier.code), Whom)
        .outerjoin(Account, col(Account.id) == col(AuditEntry.account_id))
        .outerjoin(Agency, col(Agency.id) == col(AuditEntry.agency_id))
        .outerjoin(Dossier, col(Dossier.id) == col(AuditEntry.subject_id))
        .outerjoin(SignInSession, col(SignInSession.id) == col(AuditEntry.subject_id))
        .outerjoin(OfficerPost, col(OfficerPost.id) == col(AuditEntry.subject_id))
        .outerjoin(Whom, col(Whom.id) == _whom())
        .where(*_scope(work), *_conditions(wanted))
        .order_by(col(AuditEntry.at).desc(), col(AuditEntry.id))
        .limit(PAGE + 1)
        .offset((number - 1) * PAGE)
    ).all()
    record(work, "trail.read", page=number)
    rows = tuple(
        TrailRow(
            at=entry.at,
            actor=_name(account),
            unit=unit or "",
            act=entry.act,
            is_refused=entry.outcome != "done",
            dossier_code=code or "",
            whom=_name(whom) if whom and whom.id != entry.account_id else "",
            details={key: str(value) for key, value in entry.details.items()},
        )
        for entry, account, unit, code, whom in found[:PAGE]
    )
    return TrailPage(rows, number, len(found) > PAGE)


def _whom() -> Any:  # Any: an SQL expression
    return func.coalesce(
        col(AuditEntry.person_id),
        col(SignInSession.account_id),
        col(OfficerPost.account_id),
        col(AuditEntry.subject_id),
    )


def _scope(work: Work) -> list[Any]:  # Any: SQL conditions
    own = work.actor.agency_id
    return [] if own is None else [col(AuditEntry.agency_id) == own]


def _conditions(wanted: TrailFilter) -> list[Any]:  # Any: SQL conditions
    conditions: list[Any] = []
    typed = searched(wanted.text, LONGEST_SEARCH)
    if typed:
        conditions.append(
            or_(
                *_named(col(Account.full_name), col(Account.sign_in_name), typed),
                *_named(col(Whom.full_name), col(Whom.sign_in_name), typed),
                col(Dossier.code) == typed.upper(),
            )
        )
    if wanted.act:
        conditions.append(col(AuditEntry.act) == searched(wanted.act, LONGEST_SEARCH))
    if wanted.is_refused:
        conditions.append(col(AuditEntry.outcome) == "refused")
    if wanted.since:
        conditions.append(col(AuditEntry.at) >= _midnight(wanted.since))
    if wanted.until:
        until = _midnight(wanted.until + timedelta(days=1))
        conditions.append(col(AuditEntry.at) < until)
    return conditions


def _named(full_name: Any, sign_in_name: Any, typed: str) -> list[Any]:
    # Any: columns of one of the two accounts, and SQL conditions
    folded = func.lower(func.unaccent(full_name))
    found = folded.contains(fold(typed), autoescape=True)
    return [found, sign_in_name == typed.lower()]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE)


def _name(account: Account | None) -> str:
    if account is None:
        return ""
    is_officer = account.kind is AccountKind.OFFICER
    return account.full_name if is_officer else mask_name(account.full_name)
