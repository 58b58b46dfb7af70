"""What a provider says of a payment becomes what we believe: once (PAY-4, PAY-5)."""

from datetime import datetime

from services.integrations.payment_gateways.port import Failure, Outcome, Told, Verdict
from services.jobs import defer
from services.payments.ask_refund import refund_double
from services.payments.mark_paid import mark_paid
from services.payments.models import Payment, PaymentRequest, PaymentState, RequestState
from services.payments.rules import HOLDS_MONEY, LIVE
from services.payments.transition import Cause, transition
from services.work import Work

FOLLOW_JOB = "dues.follow_payment"  # what follows in the dossier; by name, it is above
MONEY_CAME = HOLDS_MONEY | {PaymentState.REFUNDED}


def settle(work: Work, payment: Payment, told: Told, source: str) -> Verdict:
    """Judge what was told of a payment; the caller holds request and payment.

    `source` is one of transition.Source. A repeat is ALREADY and changes nothing;
    a failure after a success changes nothing; a success after a failure, after
    the expiry or after the request was cancelled is money all the same.
    """
    if told.outcome is Outcome.PAID:
        return _take_money(work, payment, told, source)
    if told.outcome is Outcome.FAILED:
        return _take_failure(work, payment, told, source)
    return Verdict.OK if payment.state in LIVE else Verdict.ALREADY


def _take_money(work: Work, payment: Payment, told: Told, source: str) -> Verdict:
    received = payment.amount if told.amount is None else told.amount
    if payment.state in MONEY_CAME:
        is_known = received == payment.amount_received
        return Verdict.ALREADY if is_known else Verdict.BAD_AMOUNT
    request = work.session.get_one(PaymentRequest, payment.request_id)
    payment.transaction_id = told.transaction_id
    payment.amount_received = received
    payment.bank_code = told.bank_code or payment.bank_code
    payment.failure, payment.ask_next_at = "", None
    payment.settled_at = work.now
    facts = {"transaction": told.transaction_id, "amount": str(received)}
    if received != payment.amount:
        cause = Cause(source, "amount", facts)
        transition(work, payment, PaymentState.MISMATCH, cause)
        _follow(work, request, payment)
        return Verdict.BAD_AMOUNT
    transition(work, payment, PaymentState.PAID, Cause(source, "", facts))
    _follow(work, request, payment)
    if request.state is RequestState.OPEN:
        mark_paid(work, request, payment, _moment(work, payment, told))
    else:
        refund_double(work, payment)
    return Verdict.OK


def _take_failure(work: Work, payment: Payment, told: Told, source: str) -> Verdict:
    payment.ask_next_at = None  # their last word
    if payment.state not in LIVE:
        return Verdict.ALREADY
    payment.failure = (told.failure or Failure.OTHER).value
    payment.settled_at = work.now
    cause = Cause(source, payment.failure)
    transition(work, payment, PaymentState.FAILED, cause)
    return Verdict.OK


def _moment(work: Work, payment: Payment, told: Told) -> datetime:
    """Return when it was paid, as they say, unless that cannot be."""
    if told.at and payment.created_at <= told.at <= work.now:
        return told.at
    return work.now


def _follow(work: Work, request: PaymentRequest, payment: Payment) -> None:
    defer(
        work.session,
        FOLLOW_JOB,
        lock=f"dossier:{request.dossier_id}",
        payment_id=str(payment.id),
    )
