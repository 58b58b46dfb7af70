"""A gateway tells us something: stored as it came, then judged (PAY-3, PAY-4)."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, func, select

from services.accounts.register import Opener
from services.audit.record import record
from services.core.errors import NotFound
from services.failpoints import failpoint
from services.integrations.payment_gateways.port import (
    NoticeFault,
    NoticeRefused,
    RawNotice,
    Reply,
    Told,
    Verdict,
)
from services.payments.models import GatewayNotice, Payment
from services.payments.queries import lock_payment
from services.payments.settle import settle
from services.payments.transition import Source
from services.work import Work

MOST_KEPT = 64 << 10  # bytes of one notice
MOST_REFUSED = 1000  # refused ones kept of one gateway and day
DAY = timedelta(days=1)
FAULTS = {
    NoticeFault.SIGNATURE: Verdict.BAD_SIGNATURE,
    NoticeFault.CURRENCY: Verdict.BAD_AMOUNT,
    NoticeFault.MERCHANT: Verdict.NOT_FOUND,
}


@dataclass(frozen=True)
class Judged:
    """What we made of a notice."""

    verdict: Verdict
    told: Told | None
    reply: Reply


def take_notice(
    opener: Opener, gateway_key: str, notice: RawNotice, is_flood: bool = False
) -> Reply:
    """Store, judge, answer. Raises NotFound for a gateway there is none of.

    Two transactions: what came is kept even if judging it fails, and then the
    gateway tells it again, or is asked (PAY-7). From an address that tells too
    much, only a genuine notice is kept: none of those is ever dropped.
    """
    if is_flood and (refusal := opener(refuse_unread, gateway_key, notice)):
        return refusal
    notice_id = opener(store_raw, gateway_key, notice)
    if notice_id is None:
        raise NotFound("gateway")
    failpoint("notice.1")
    judged = opener(judge_notice, notice_id, gateway_key, notice)
    failpoint("notice.3")
    return judged.reply


def refuse_unread(work: Work, gateway_key: str, notice: RawNotice) -> Reply | None:
    """Return the answer to a forged notice without asking the database anything."""
    gateway = work.systems.gateways.get(gateway_key)
    if gateway is None:
        return None
    try:
        gateway.read_notice(notice, work.now)
    except NoticeRefused as refusal:
        return gateway.reply(_verdict_on(refusal), None, work.now)
    return None


def store_raw(work: Work, gateway_key: str, notice: RawNotice) -> UUID | None:
    """Keep the message as it came; nobody believes it yet."""
    if gateway_key not in work.systems.gateways:
        return None
    row = GatewayNotice(
        gateway=gateway_key,
        received_at=work.now,
        method=notice.method[:10],
        query=_text(notice.query, MOST_KEPT),
        content_type=_text(notice.content_type, 200),
        body=notice.body[:MOST_KEPT],
    )
    work.session.add(row)
    return row.id


def judge_notice(
    work: Work, notice_id: UUID, gateway_key: str, notice: RawNotice
) -> Judged:
    """Believe a genuine notice and act on it once; a refused one changes nothing."""
    gateway = work.systems.gateways[gateway_key]
    row = work.session.get_one(GatewayNotice, notice_id)
    told: Told | None = None
    try:
        told = gateway.read_notice(notice, work.now)
    except NoticeRefused as refusal:
        verdict = _verdict_on(refusal)
        _refuse(work, row, verdict)
    else:
        verdict = _act(work, row, told)
        row.verdict, row.kind = verdict.value, told.outcome.value
    failpoint("notice.2")
    return Judged(verdict, told, gateway.reply(verdict, told, work.now))


def _verdict_on(refusal: NoticeRefused) -> Verdict:
    return FAULTS.get(refusal.fault, Verdict.OTHER)


def _act(work: Work, row: GatewayNotice, told: Told) -> Verdict:
    known = work.session.exec(
        select(Payment.id).where(
            Payment.number == told.number.replace("\0", ""),
            Payment.gateway == row.gateway,
        )
    ).one_or_none()
    if known is None:
        return Verdict.NOT_FOUND
    _, payment = lock_payment(work.session, known)
    row.payment_id = known  # only now: a foreign key would lock the payment first
    if _proves_another(work, row, told, payment):
        record(work, "payment.proof_used_twice", payment.id)
        return Verdict.OTHER
    before = payment.version
    verdict = settle(work, payment, told, Source.NOTICE)
    if payment.version != before:
        row.transaction_id = told.transaction_id
    return verdict


def _proves_another(
    work: Work, row: GatewayNotice, told: Told, payment: Payment
) -> bool:
    """Tell whether this transaction proved another payment: it proves only one."""
    if not told.transaction_id:
        return False
    query = select(GatewayNotice.id).where(
        GatewayNotice.gateway == row.gateway,
        GatewayNotice.transaction_id == told.transaction_id,
        GatewayNotice.kind == told.outcome.value,
        GatewayNotice.payment_id != payment.id,
    )
    return work.session.exec(query).first() is not None


def _refuse(work: Work, row: GatewayNotice, verdict: Verdict) -> None:
    """Keep the row of a refused notice, unless a flood of them was kept today."""
    row.verdict = verdict.value
    refused = select(GatewayNotice.id).where(
        GatewayNotice.gateway == row.gateway,
        GatewayNotice.kind == "",
        GatewayNotice.verdict != "",
        col(GatewayNotice.received_at) > work.now - DAY,
    )
    kept = select(func.count()).select_from(refused.limit(MOST_REFUSED + 1).subquery())
    if work.session.exec(kept).one() > MOST_REFUSED:
        work.session.delete(row)


def _text(text: str, most: int) -> str:
    return text.replace("\0", "")[:most].encode("utf-8", "replace").decode()
