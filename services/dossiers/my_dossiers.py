"""The list of one's own dossiers (Quản lý hồ sơ, C22)."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import col, func, or_, select

from services.accounts.models import Account
from services.core.clock import ZONE
from services.core.text import fold, name_key, searched
from services.delegations.models import Delegation
from services.dossiers.access import visible_to
from services.dossiers.calendar import shown_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.rules import TURN, Turn
from services.dossiers.time_limits import TimeLeft, time_left
from services.procedures.models import Agency, Procedure
from services.work import Work

PAGE = 20
LAST_PAGE = 10_000
LONGEST_SEARCH = 100


@dataclass(frozen=True)
class DossierFilter:
    """What to list; an empty one lists everything."""

    text: str = ""
    statuses: frozenset[DossierStatus] = field(default_factory=frozenset)
    since: date | None = None
    until: date | None = None
    by_others: bool = False  # only what somebody else filed for the person


@dataclass(frozen=True)
class DossierRow:
    """One line of the list."""

    dossier_id: UUID
    code: str
    status: DossierStatus
    turn: Turn
    procedure_name: str
    agency_name: str
    applicant_name: str
    step: str
    updated_at: datetime
    submitted_at: datetime | None
    receive_by: datetime | None
    due_at: datetime | None
    supplement_by: datetime | None
    left: TimeLeft | None
    submitter_name: str
    acting_for: str  # filed for somebody else: whom
    is_filed_by_me: bool


@dataclass(frozen=True)
class DossierPage:
    """A page of the list, and how many there are of each status."""

    rows: tuple[DossierRow, ...]
    total: int
    page: int
    counts: dict[DossierStatus, int]
    by_others: int  # of all of them, filed by somebody else


def my_dossiers(work: Work, wanted: DossierFilter, page: int = 1) -> DossierPage:
    """Return the dossiers the actor sees, the last changed first, in two statements."""
    account_id, principal = work.actor.require_citizen(), aliased(Account)
    by_others = col(Dossier.account_id) != account_id
    number = min(max(page, 1), LAST_PAGE)
    counts = work.session.exec(
        select(Dossier.status, func.count(), func.count().filter(by_others))
        .where(visible_to(work))
        .group_by(col(Dossier.status))
    ).all()
    conditions = [*_conditions(wanted), *([by_others] if wanted.by_others else [])]
    whom = func.coalesce(principal.full_name, Delegation.child_name, "")
    found = work.session.exec(
        select(Dossier, Procedure.name, Agency.name, whom, func.count().over())  # type: ignore[call-overload]
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .outerjoin(Agency, col(Agency.id) == Dossier.agency_id)
        .outerjoin(Delegation, col(Delegation.id) == Dossier.delegation_id)
        .outerjoin(principal, col(principal.id) == Dossier.principal_id)
        .where(visible_to(work), *conditions)
        .order_by(col(Dossier.updated_at).desc(), col(Dossier.id))
        .limit(PAGE)
        .offset((number - 1) * PAGE)
    ).all()
    rows = tuple(
        _row(
            (dossier, dossier.account_id == account_id),
            (procedure, agency or "", for_whom),
            time_left(shown_calendar(work, dossier.agency_id), dossier, work.now),
        )
        for dossier, procedure, agency, for_whom, _ in found
    )
    total = found[0][4] if found else 0
    by_status = {DossierStatus(status): count for status, count, _ in counts}
    return DossierPage(rows, total, number, by_status, sum(row[2] for row in counts))


def _conditions(wanted: DossierFilter) -> list[Any]:  # Any: SQL conditions
    conditions: list[Any] = []
    if typed := searched(wanted.text, LONGEST_SEARCH):
        conditions.append(_matches(typed))
    if wanted.statuses:
        conditions.append(col(Dossier.status).in_(wanted.statuses))
    moment = func.coalesce(Dossier.submitted_at, Dossier.updated_at)
    if wanted.since:
        conditions.append(moment >= _midnight(wanted.since))
    if wanted.until:
        conditions.append(moment < _midnight(wanted.until + timedelta(days=1)))
    return conditions


def _matches(typed: str) -> Any:  # Any: an SQL condition
    """Find by part of the code, of the name or of the procedure; marks alone by none."""
    found: list[Any] = [
        func.upper(col(Dossier.code)).contains(typed.upper(), autoescape=True)
    ]
    for column, key in (
        (col(Dossier.applicant_key), name_key(typed)),
        (col(Procedure.folded_name), fold(typed)),
    ):
        found += [column.contains(key, autoescape=True)] if key else []
    return or_(*found)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE)


def _row(
    filed: tuple[Dossier, bool], names: tuple[str, str, str], left: TimeLeft | None
) -> DossierRow:
    (dossier, is_mine), (procedure, agency, acting_for) = filed, names
    return DossierRow(
        dossier_id=dossier.id,
        code=dossier.code or "",
        status=dossier.status,
        turn=TURN[dossier.status],
        procedure_name=procedure,
        agency_name=agency,
        applicant_name=dossier.applicant_name,
        step=dossier.step,
        updated_at=dossier.updated_at,
        submitted_at=dossier.submitted_at,
        receive_by=dossier.receive_by,
        due_at=dossier.due_at,
        supplement_by=dossier.supplement_by,
        left=left,
        submitter_name=dossier.submitter_name,
        acting_for=acting_for,
        is_filed_by_me=is_mine,
    )
