"""The register (sổ theo dõi hồ sơ, Mẫu 07): page by page, and the list behind a number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlmodel import col

from services.accounts.models import Account
from services.audit.record import record
from services.core.identifiers import mask_name
from services.dossiers.models import Dossier, DossierStatus
from services.procedures.models import Channel, Procedure
from services.processing.models import DossierReceipt
from services.registers.figures import conditions, handler, of_period
from services.registers.units import own_unit
from services.registers.wanted import RegisterWanted, Span, span_of
from services.results.models import Result
from services.work import Work

PAGE_SIZE = 20  # R42
LAST_PAGE = 10_000
Found = tuple[Dossier, str, int | None, str | None, str | None, str | None]


@dataclass(frozen=True)
class RegisterRow:
    """One line of the book; in full only in a file a leader let out."""

    id: UUID
    number: int | None  # in the book of its year
    code: str
    procedure: str
    owner: str
    address: str
    phone: str
    channel: Channel
    status: DossierStatus
    received_at: datetime | None
    due_at: datetime | None
    forwarded_to: str  # officer who handles it
    finished_at: datetime | None
    returned_at: datetime | None
    delivery: str
    received_by: str  # who took the result, at the counter
    officer: str  # who received the dossier
    ended_at: datetime | None


@dataclass(frozen=True)
class RegisterPage:
    """One page of the register."""

    span: Span
    page: int
    total: int
    rows: tuple[RegisterRow, ...]
    counted_at: datetime


def list_register(work: Work, wanted: RegisterWanted, page: int = 1) -> RegisterPage:
    """Show the book of the officer's own unit, in the order received (AZ-6)."""
    agency_id = own_unit(work)
    span = span_of(wanted, work.now)
    where = [of_period([agency_id], span), *conditions(wanted, span)]
    page = min(max(page, 1), LAST_PAGE)
    rows = read_rows(work, where, (page - 1) * PAGE_SIZE, PAGE_SIZE)
    total = work.session.execute(
        _joined(select(func.count())).where(*where)
    ).scalar_one()
    record(work, "registers.list", rows=len(rows), figure=wanted.figure)
    return RegisterPage(span, page, int(total), rows, work.now)


def read_rows(
    work: Work,
    where: Sequence[ColumnElement[bool]],
    start: int,
    count: int,
    is_full: bool = False,
) -> tuple[RegisterRow, ...]:
    """Return a stretch of the book; names leave masked unless a leader let them."""
    officer, taker = _named(col(DossierReceipt.officer_id)), _named(handler())
    # Any: the columns' types are written in RegisterRow.
    query: Select[Any] = _joined(
        select(
            Dossier,
            col(Procedure.name),
            col(DossierReceipt.number),
            col(Result.received_by),
            officer,
            taker,
        )
    ).outerjoin(
        Result,
        (col(Result.dossier_id) == Dossier.id) & col(Result.removed_at).is_(None),
    )
    found = work.session.execute(
        query.where(*where)
        .order_by(col(Dossier.received_at), col(Dossier.code))
        .offset(start)
        .limit(count)
    )
    return tuple(_row(tuple(row), is_full) for row in found)


def _joined(query: Select[Any]) -> Select[Any]:
    return (
        query.select_from(Dossier)
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .outerjoin(DossierReceipt, col(DossierReceipt.dossier_id) == Dossier.id)
    )


def _named(account_id: Any) -> Any:  # Any: a column, and a scalar of SQL
    return (
        select(col(Account.full_name))
        .where(col(Account.id) == account_id)
        .correlate(Dossier, DossierReceipt)
        .scalar_subquery()
    )


def _row(found: Found, is_full: bool) -> RegisterRow:
    dossier, procedure, number, received_by, officer, taker = found
    values = dossier.frozen.get("values", {}) if is_full else {}
    mask = (lambda name: name) if is_full else mask_name
    return RegisterRow(
        id=dossier.id,
        number=number,
        code=dossier.code or "",
        procedure=procedure,
        owner=mask(dossier.applicant_name),
        address=str(values.get("applicant_address", "")),
        phone=dossier.submitter_phone if is_full else "",
        channel=dossier.channel,
        status=dossier.status,
        received_at=dossier.received_at,
        due_at=dossier.due_at,
        forwarded_to=taker or "",
        finished_at=dossier.finished_at,
        returned_at=dossier.returned_at,
        delivery=str(dossier.delivery),
        received_by=mask(received_by or "") if received_by else "",
        officer=officer or "",
        ended_at=dossier.ended_at,
    )
