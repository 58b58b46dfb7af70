"""Carry an approved refund to the gateway; the same number twice is one refund."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import select

from services.accounts.register import Opener
from services.audit.record import record
from services.core.errors import Forbidden
from services.failpoints import failpoint
from services.integrations.payment_gateways.port import RefundOrder, RefundTold
from services.payments.decide_refund import finish, give_up
from services.payments.models import Payment
from services.payments.queries import lock_payment
from services.payments.settlement_models import Refund, RefundState
from services.payments.transition import Source
from services.work import Work

WORDS = "Hoan phi ho so"


@dataclass(frozen=True)
class Errand:
    """What the gateway is to be asked."""

    gateway: str
    order: RefundOrder


def send_refund(opener: Opener, refund_id: UUID) -> None:
    """Ask the gateway between two transactions; SystemUnavailable: again later."""
    errand = opener(find_errand, refund_id)
    if errand is None:
        return
    failpoint("refund.1")
    told = opener(ask, errand)
    failpoint("refund.2")
    opener(take_answer, refund_id, told)


def find_errand(work: Work, refund_id: UUID) -> Errand | None:
    """Return what is still to be sent; None once it is decided otherwise or done."""
    _check(work)
    refund = work.session.get(Refund, refund_id)
    if refund is None or refund.state is not RefundState.APPROVED:
        return None
    payment = work.session.get_one(Payment, refund.payment_id)
    received = payment.amount_received
    paid = payment.amount if received is None else received
    refund.tries += 1
    work.session.add(refund)
    order = RefundOrder(
        number=refund.number,
        order_number=payment.number,
        transaction_id=payment.transaction_id,
        amount=refund.amount,
        paid=paid,
        begun_at=payment.created_at,
        words=f"{WORDS} {payment.number}",
        is_whole=refund.amount == paid,
    )
    return Errand(payment.gateway, order)


def ask(work: Work, errand: Errand) -> RefundTold:
    """Put the question; the transaction around it holds no row."""
    return work.systems.gateways[errand.gateway].refund(errand.order)


def take_answer(work: Work, refund_id: UUID, told: RefundTold) -> None:
    """Write down what the gateway says; an answer heard twice counts once."""
    _check(work)
    payment_id = work.session.get_one(Refund, refund_id).payment_id
    request, payment = lock_payment(work.session, payment_id)
    held = select(Refund).where(Refund.id == refund_id).with_for_update()
    held = held.execution_options(populate_existing=True)
    refund = work.session.exec(held).one()
    if refund.state is not RefundState.APPROVED:
        return
    if told.is_done:
        refund.gateway_ref = told.reference[:100]
        finish(work, refund, Source.QUERY)
        return
    refund.state, refund.refusal = RefundState.REFUSED, told.refusal[:500]
    refund.done_at = work.now
    work.session.add(refund)
    give_up(work, request, payment, "refused", Source.QUERY)
    record(work, "refund.refused", refund.id)


def _check(work: Work) -> None:
    if not work.actor.is_system:
        raise Forbidden("system")
