"""Money that reached an account of ours: which request it pays (VietQR, C18)."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from services.audit.record import record
from services.core.errors import Forbidden
from services.integrations.bank_feed.port import BankEntry
from services.jobs import defer
from services.payments.ask_refund import refund_double
from services.payments.mark_paid import mark_paid
from services.payments.models import Payment, PaymentRequest, PaymentState, RequestState
from services.payments.queries import lock_request
from services.payments.read_words import invoice_numbers, same_account
from services.payments.settle import FOLLOW_JOB
from services.payments.settlement_models import BankTransfer
from services.payments.transition import Cause, Source, begin_life
from services.work import Work

PROVIDER, GATEWAY = "vietqr", "bank_feed"


class Match(StrEnum):
    """What a line of the bank turned out to be."""

    PAID = "paid"
    DOUBLE = "double"  # nobody owed it any more: it is given back
    AMOUNT = "amount"  # another amount than asked for: held
    UNKNOWN = "unknown"  # for officers to settle


def match_transfer(work: Work, entry: BankEntry) -> str:
    """Count a line once, however often and by whatever way it is told.

    The bank's reference is the key: who comes second waits for the first and is
    told what it found. A line is proof by itself, as a gateway's notice is.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    line = _keep(work, entry)
    if line is None:
        told = select(BankTransfer.matched).where(
            BankTransfer.reference == _text(entry.reference)
        )
        return work.session.exec(told).one()
    request = _meant(work, line)
    if request is None:
        return _close(work, line, Match.UNKNOWN)
    return _count(work, lock_request(work.session, request.id), line)


def _keep(work: Work, entry: BankEntry) -> BankTransfer | None:
    """Keep the line; None when it was told before."""
    row = BankTransfer(
        reference=_text(entry.reference),
        account=_text(entry.account),
        amount=entry.amount,
        words=_text(entry.words),
        at=entry.at,
    )
    born = (
        insert(BankTransfer)
        .values(**row.model_dump())
        .on_conflict_do_nothing()
        .returning(col(BankTransfer.id))
    )
    new_id = work.session.connection().execute(born).scalar()
    return work.session.get_one(BankTransfer, new_id) if new_id else None


def _meant(work: Work, line: BankTransfer) -> PaymentRequest | None:
    """Return the one request of this account that the words name."""
    numbers = invoice_numbers(line.words)
    query = select(PaymentRequest).where(
        col(PaymentRequest.invoice_number).in_(numbers)
    )
    found = [
        request
        for request in work.session.exec(query)
        if same_account(request.beneficiary.get("account", ""), line.account)
    ]
    return found[0] if len(found) == 1 else None


def _count(work: Work, request: PaymentRequest, line: BankTransfer) -> str:
    """Enter the money as a payment that is over as soon as it begins."""
    match = _judge(request, line)
    payment = _payment(request, line, work.now)
    facts = {"transaction": line.reference, "amount": str(line.amount)}
    reason = match.value if match is Match.AMOUNT else ""
    begin_life(work, payment, Cause(Source.FEED, reason, facts))
    work.session.flush()
    defer(
        work.session,
        FOLLOW_JOB,
        lock=f"dossier:{request.dossier_id}",
        payment_id=str(payment.id),
    )
    line.payment_id = payment.id
    told = _close(work, line, match)
    if match is Match.DOUBLE:
        refund_double(work, payment)
    if match is Match.PAID:  # last of all: the number of a receipt is held
        is_past = request.opened_at <= line.at <= work.now
        mark_paid(work, request, payment, line.at if is_past else work.now)
    return told


def _judge(request: PaymentRequest, line: BankTransfer) -> Match:
    if line.amount != request.amount:
        return Match.AMOUNT
    return Match.PAID if request.state is RequestState.OPEN else Match.DOUBLE


def _payment(request: PaymentRequest, line: BankTransfer, now: datetime) -> Payment:
    is_right = line.amount == request.amount
    return Payment(
        request_id=request.id,
        provider=PROVIDER,
        gateway=GATEWAY,
        number=f"CK{line.reference}",
        amount=request.amount,
        intent=f"feed:{line.reference}",
        state=PaymentState.PAID if is_right else PaymentState.MISMATCH,
        transaction_id=line.reference,
        amount_received=line.amount,
        bank_code=request.beneficiary.get("bin", ""),
        payer=dict(request.payer),
        created_at=now,
        expires_at=now,
        settled_at=now,
    )


def _close(work: Work, line: BankTransfer, match: Match) -> str:
    line.matched = match.value
    work.session.add(line)
    record(work, f"bank_transfer.{match.value}", line.id)
    return match.value


def _text(text: str) -> str:
    """Return text as the database takes it."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
