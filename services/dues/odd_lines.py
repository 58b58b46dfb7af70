"""What did not match between our ledger and the gateways', for who answers for it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, func, select

from services.audit.record import record
from services.core.errors import NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.payments.models import Payment, PaymentRequest
from services.payments.settlement_models import (
    BankTransfer,
    ReconciliationItem,
    ReconciliationRun,
)
from services.work import Role, Work

PAGE_SIZE = 20
LAST_PAGE = 10_000
RUNS, TRANSFERS = 12, 20
UNKNOWN, SETTLED = "unknown", "settled"
NOTE_LENGTHS = (10, 1000)


@dataclass(frozen=True)
class OddLine:
    """One line, both sides of it, and what became of it."""

    id: UUID
    gateway: str
    day: date
    number: str
    fault: str
    ours: dict[str, str]
    theirs: dict[str, str]
    request_id: UUID | None
    found_at: datetime
    settled_at: datetime | None
    settled_how: str
    note: str


@dataclass(frozen=True)
class Run:
    """One comparison of one day."""

    gateway: str
    day: date
    matched: int
    odd: int
    failure: str


@dataclass(frozen=True)
class LooseTransfer:
    """Money in an account of ours that names no request."""

    id: UUID
    account: str
    amount: int
    words: str
    at: datetime


@dataclass(frozen=True)
class OddLines:
    """A page of the screen."""

    rows: tuple[OddLine, ...]
    total: int
    page: int
    runs: tuple[Run, ...]
    transfers: tuple[LooseTransfer, ...]


def odd_lines(work: Work, everything: bool, page: int) -> OddLines:
    """Show the lines of the leader's agency; an administrator sees all, and who has none."""
    work.actor.require_officer(Role.APPROVER, Role.ADMINISTRATOR)
    page = min(max(page, 1), LAST_PAGE)
    query = (
        select(ReconciliationItem, PaymentRequest.id, func.count().over())
        .outerjoin(Payment, col(Payment.id) == col(ReconciliationItem.payment_id))
        .outerjoin(PaymentRequest, col(PaymentRequest.id) == col(Payment.request_id))
    )
    if not everything:
        query = query.where(col(ReconciliationItem.settled_at).is_(None))
    if not _sees_all(work):
        query = query.where(PaymentRequest.agency_id == work.actor.agency_id)
    found = work.session.exec(
        query.order_by(
            col(ReconciliationItem.found_at).desc(), col(ReconciliationItem.number)
        )
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    ).all()
    rows = tuple(_line(item, request_id) for item, request_id, _ in found)
    total = found[0][2] if found else 0
    return OddLines(rows, total, page, _runs(work), _transfers(work))


def settle_transfer(work: Work, transfer_id: UUID, note: str) -> None:
    """Close a transfer that names no request, with what was done about it."""
    officer_id = work.actor.require_officer(Role.ADMINISTRATOR)
    held = select(BankTransfer).where(BankTransfer.id == transfer_id)
    transfer = work.session.exec(held.with_for_update()).first()
    if transfer is None or transfer.matched not in (UNKNOWN, SETTLED):
        raise NotFound("transfer")
    if transfer.matched == SETTLED:
        return
    try:
        transfer.settled_note = read_note(note, *NOTE_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({f"note.{transfer_id}": fault.key}) from None
    transfer.matched, transfer.settled_by_id = SETTLED, officer_id
    work.session.add(transfer)
    record(work, "transfer.settled", transfer.id)


def _sees_all(work: Work) -> bool:
    return Role.ADMINISTRATOR in work.actor.roles


def _runs(work: Work) -> tuple[Run, ...]:
    query = select(ReconciliationRun).order_by(
        col(ReconciliationRun.day).desc(), col(ReconciliationRun.gateway)
    )
    return tuple(
        Run(run.gateway, run.day, run.matched, run.odd, run.failure)
        for run in work.session.exec(query.limit(RUNS))
    )


def _transfers(work: Work) -> tuple[LooseTransfer, ...]:
    if not _sees_all(work):
        return ()
    query = select(BankTransfer).where(BankTransfer.matched == UNKNOWN)
    return tuple(
        LooseTransfer(one.id, one.account, one.amount, one.words, one.at)
        for one in work.session.exec(
            query.order_by(col(BankTransfer.at).desc()).limit(TRANSFERS)
        )
    )


def _line(item: ReconciliationItem, request_id: UUID | None) -> OddLine:
    return OddLine(
        id=item.id,
        gateway=item.gateway,
        day=item.day,
        number=item.number,
        fault=item.fault,
        ours=dict(item.ours),
        theirs=dict(item.theirs),
        request_id=request_id,
        found_at=item.found_at,
        settled_at=item.settled_at,
        settled_how=item.settled_how,
        note=item.note,
    )
