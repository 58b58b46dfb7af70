"""The corrections people ask of an office: those that wait, or those answered (C23)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, func, select

from services.accounts.models import Account
from services.audit.record import record
from services.core.identifiers import mask_name
from services.vault.correction_desk import of_my_office
from services.vault.models import CorrectionOutcome, CorrectionRequest, VaultDocument
from services.work import Work

PAGE = 20  # R42
LAST_PAGE = 1_000


@dataclass(frozen=True)
class CorrectionRow:
    """One request in the list; its owner's name is masked (PII-5)."""

    id: UUID
    title: str
    number: str
    owner: str
    field: str
    asked_at: datetime
    answered_at: datetime | None
    outcome: CorrectionOutcome
    answered_by: str


@dataclass(frozen=True)
class CorrectionPage:
    """One page of requests; `waiting` counts what still waits, whatever is shown."""

    rows: tuple[CorrectionRow, ...]
    total: int
    page: int
    waiting: int


def list_corrections(work: Work, answered: bool, page: int) -> CorrectionPage:
    """Return a page: who waits longest first, or who was answered last."""
    here = of_my_office(work)
    moment = col(CorrectionRequest.answered_at)
    wanted = moment.is_not(None) if answered else moment.is_(None)
    order = moment.desc() if answered else col(CorrectionRequest.asked_at).asc()
    page = min(max(page, 1), LAST_PAGE)
    found = work.session.exec(
        select(CorrectionRequest, VaultDocument, Account.full_name)
        .join(VaultDocument, col(VaultDocument.id) == CorrectionRequest.document_id)
        .join(Account, col(Account.id) == CorrectionRequest.account_id)
        .where(here, wanted)
        .order_by(order, col(CorrectionRequest.id))
        .offset((page - 1) * PAGE)
        .limit(PAGE)
    ).all()
    waiting = _count(work, here, moment.is_(None))
    record(work, "vault.corrections_listed", rows=len(found), answered=answered)
    return CorrectionPage(
        rows=tuple(_row(*one) for one in found),
        total=_count(work, here, wanted) if answered else waiting,
        page=page,
        waiting=waiting,
    )


def _row(
    asked: CorrectionRequest, document: VaultDocument, owner: str
) -> CorrectionRow:
    return CorrectionRow(
        id=asked.id,
        title=document.title,
        number=document.number,
        owner=mask_name(owner),
        field=asked.field,
        asked_at=asked.asked_at,
        answered_at=asked.answered_at,
        outcome=asked.outcome,
        answered_by=asked.answered_by,
    )


def _count(work: Work, *where: Any) -> int:  # Any: SQL conditions
    query = (
        select(func.count(col(CorrectionRequest.id)))
        .join(VaultDocument, col(VaultDocument.id) == CorrectionRequest.document_id)
        .where(*where)
    )
    return int(work.session.exec(query).one())
