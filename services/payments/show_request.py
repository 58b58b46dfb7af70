"""What is asked for, as the holder of its personal link sees it (C18, C21)."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select

from services.integrations.payment_gateways.port import Payer
from services.papers.check_keys import initials
from services.payments.issue_receipt import receipt_name
from services.payments.models import (
    Payment,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.queries import (
    at_one_moment,
    lines_of,
    payer_of,
    receipt_of,
)
from services.payments.rules import LIVE
from services.payments.save_payer import BROWSER
from services.payments.settle import MONEY_CAME
from services.payments.settlement_models import PaymentProvider, Refund
from services.payments.vietqr import qr_text, transfer_words
from services.payments.views import (
    PaymentView,
    RefundView,
    RequestView,
    Standing,
)
from services.work import Work


def show_request(work: Work, key: str) -> RequestView:
    """Return the request and its attempts. Raises NotFound.

    Payer and receipt are told to the owner and to the browser that paid, the page
    to pay on to the browser that began it.
    """
    request, payments = at_one_moment(work, key)
    is_owner = _is_owner(work, request)
    is_mine = is_owner or any(_paid_here(work, payment) for payment in payments)
    to = request.beneficiary
    receipt = receipt_of(work.session, request.id) if is_mine else None
    return RequestView(
        id=request.id,
        key=request.link_key,
        invoice_number=request.invoice_number,
        dossier_code=request.dossier_code,
        procedure_name=request.procedure_name,
        agency_name=request.agency_name,
        initials=initials(request.applicant_name),
        moment=request.moment,
        lines=lines_of(request),
        amount=request.amount,
        account=to.get("account", ""),
        account_name=to.get("name", ""),
        bank_name=to.get("bank", ""),
        qr_text=qr_text(request) if request.state is RequestState.OPEN else "",
        transfer_words=transfer_words(request),
        standing=standing_of(work, request, payments),
        is_owner=is_owner,
        is_mine=is_mine,
        payer=_payer(work, request, is_mine),
        pay_by=request.pay_by,
        opened_at=request.opened_at,
        paid_at=request.paid_at,
        cancelled_why=request.cancelled_why,
        payments=_views(work, payments),
        receipt_number=receipt_name(receipt) if receipt else "",
        draft_id=request.dossier_id if is_owner and not request.dossier_code else None,
    )


def standing_of(
    work: Work, request: PaymentRequest, payments: Iterable[Payment]
) -> Standing:
    """Return what people are told of a request, whatever became of its attempts."""
    payments = list(payments)
    states = {payment.state for payment in payments}
    if request.state is RequestState.REFUNDED:
        return Standing.REFUNDED
    if request.state is RequestState.PAID:
        settled = [one for one in payments if one.id == request.paid_with_id]
        is_going = any(one.state is PaymentState.REFUND_PENDING for one in settled)
        return Standing.REFUNDING if is_going else Standing.PAID
    if PaymentState.REFUND_PENDING in states:
        return Standing.REFUNDING
    if request.state is RequestState.CANCELLED:
        return Standing.CANCELLED
    if states & {PaymentState.MISMATCH, PaymentState.DISPUTED}:
        return Standing.HELD
    if PaymentState.PAID in states:
        return Standing.CHECKING  # the request was read a moment before it was paid
    live = [payment for payment in payments if payment.state in LIVE]
    if not live:
        return Standing.OPEN
    return Standing.PAYING if work.now < live[0].expires_at else Standing.CHECKING


def _is_owner(work: Work, request: PaymentRequest) -> bool:
    """Tell whether it is asked of the actor's own dossier, or of their own draft.

    Who filed for somebody else is not its owner: the right to act may have ended
    (AZ-10), and whoever pays is told all by having paid.
    """
    actor = work.actor
    if actor.account_id is None or actor.is_officer:
        return False
    if request.principal_id is None or not request.dossier_code:
        return actor.account_id in (request.account_id, request.principal_id)
    return actor.account_id == request.principal_id


def _began_here(work: Work, payment: Payment) -> bool:
    return bool(work.actor.browser) and payment.browser == work.actor.browser


def _paid_here(work: Work, payment: Payment) -> bool:
    return _began_here(work, payment) and payment.state in MONEY_CAME


def _payer(work: Work, request: PaymentRequest, is_mine: bool) -> Payer:
    """Return the payer to who owns the bill, paid it, or typed this here."""
    browser = work.actor.browser
    is_typed_here = bool(browser) and request.payer.get(BROWSER) == browser
    return payer_of(request.payer) if is_mine or is_typed_here else Payer()


def _views(work: Work, payments: list[Payment]) -> tuple[PaymentView, ...]:
    codes = {payment.provider for payment in payments}
    named = select(PaymentProvider).where(col(PaymentProvider.code).in_(codes))
    names = {one.code: one.name for one in work.session.exec(named)}
    refunds = _refunds(work, payments)
    return tuple(
        PaymentView(
            id=payment.id,
            provider=payment.provider,
            provider_name=names.get(payment.provider, ""),
            number=payment.number,
            amount=payment.amount,
            provider_fee=payment.provider_fee,
            state=payment.state,
            failure=payment.failure,
            transaction_id=payment.transaction_id,
            amount_received=payment.amount_received,
            refunded=payment.refunded,
            created_at=payment.created_at,
            expires_at=payment.expires_at,
            settled_at=payment.settled_at,
            pay_url=payment.pay_url if _is_payable(work, payment) else "",
            refunds=refunds.get(payment.id, ()),
        )
        for payment in payments
    )


def _is_payable(work: Work, payment: Payment) -> bool:
    return payment.state is PaymentState.PENDING and _began_here(work, payment)


def _refunds(work: Work, payments: list[Payment]) -> dict[UUID, tuple[RefundView, ...]]:
    ids = [payment.id for payment in payments]
    query = select(Refund).where(col(Refund.payment_id).in_(ids))
    found: dict[UUID, tuple[RefundView, ...]] = {}
    for refund in work.session.exec(query.order_by(col(Refund.asked_at))):
        view = RefundView(
            amount=refund.amount,
            state=refund.state,
            reason=refund.reason,
            asked_at=refund.asked_at,
            decided_at=refund.decided_at,
            done_at=refund.done_at,
        )
        found[refund.payment_id] = (*found.get(refund.payment_id, ()), view)
    return found
