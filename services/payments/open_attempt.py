"""One attempt to pay: who may begin it, and what the gateway is told (PAY-2, PAY-9)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import select

from services.core.errors import Conflict, RuleViolation, SystemUnavailable
from services.core.text import searched
from services.integrations.payment_gateways.port import (
    Bill,
    BillLine,
    Order,
    PaymentGateway,
)
from services.payments.models import (
    Payment,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.queries import (
    by_key,
    lines_of,
    next_number,
    payer_of,
    payments_of,
    provider_by_code,
)
from services.payments.rules import HOLDS_MONEY, LIFE, LIVE, fee_on_top, next_ask
from services.payments.settlement_models import PaymentProvider
from services.payments.transition import Cause, Source, begin_life
from services.payments.views import Paying
from services.settings import settings
from services.work import Work

RETURN_PATH = "/thanh-toan/{key}/ket-qua"
NOTICE_PATH = "/api/thanh-toan/thong-bao/{gateway}"
LEASE = timedelta(seconds=10)  # how long one press may wait for the gateway
LEASED = "leased_until"
UNREACHABLE, REFUSED = "unreachable", "refused"  # why an attempt never began
LONGEST = 64
FEE = "fee"  # kind of a DueLine: phí; else lệ phí


@dataclass(frozen=True)
class Wish:
    """What a press of “Thanh toán” says; its amount is compared, never used."""

    key: str
    provider: str
    intent: str
    seen_amount: int


@dataclass(frozen=True)
class Attempt:
    """Where the press leads: on, to the gateway, or to wait for its twin."""

    payment_id: UUID
    paying: Paying | None = None
    order: Order | None = None
    gateway: PaymentGateway | None = None


def open_attempt(work: Work, wish: Wish) -> Attempt:
    """Open the attempt under the lock of its request, or find the press's first one."""
    request = by_key(work, wish.key, lock=True)
    intent = searched(wish.intent, LONGEST)
    if not intent:
        raise Conflict("intent_missing")
    known = work.session.exec(
        select(Payment).where(
            Payment.request_id == request.id, Payment.intent == intent
        )
    ).one_or_none()
    if known is not None:
        return _pressed_again(work, request, known, wish)
    provider = _check(work, request, wish)
    payment = _new_payment(work, request, provider, intent)
    begin_life(work, payment, Cause(Source.PERSON, "", {"provider": provider.code}))
    return _to_gateway(work, request, payment)


def _pressed_again(
    work: Work, request: PaymentRequest, payment: Payment, wish: Wish
) -> Attempt:
    """Give the same press the same answer; another body under its key is refused."""
    if payment.provider != wish.provider:
        raise Conflict("intent_used")
    if payment.state is PaymentState.CREATED:
        until = datetime.fromisoformat(payment.facts[LEASED])
        # The press that asked may have died with its process; this one asks again.
        is_asking = work.now < until
        return Attempt(payment.id) if is_asking else _to_gateway(work, request, payment)
    if payment.failure == UNREACHABLE:
        raise SystemUnavailable(payment.gateway)
    if payment.failure == REFUSED:
        raise RuleViolation({"provider": "provider_refused"})
    if payment.state is not PaymentState.PENDING:
        raise Conflict("payment_over")
    return Attempt(payment.id, Paying(payment.id, payment.pay_url))


def _check(work: Work, request: PaymentRequest, wish: Wish) -> PaymentProvider:
    if request.state is not RequestState.OPEN:
        raise Conflict("request_closed")
    if wish.seen_amount != request.amount:
        raise Conflict("amount_changed")
    states = {payment.state for payment in payments_of(work.session, request.id)}
    if states & LIVE:
        raise Conflict("payment_live")
    if states & HOLDS_MONEY:
        raise Conflict("payment_held")  # a person settles that money first
    if not request.payer.get("name"):
        raise RuleViolation({"payer": "payer_missing"})
    return _chosen(work, searched(wish.provider, LONGEST), request.amount)


def _chosen(work: Work, code: str, amount: int) -> PaymentProvider:
    provider = provider_by_code(work.session, code)
    if provider is None or not _takes(work, provider, amount):
        raise RuleViolation({"provider": "provider_off"})
    return provider


def _takes(work: Work, provider: PaymentProvider, amount: int) -> bool:
    is_within = provider.least <= amount <= (provider.most or amount)
    return provider.is_on and provider.gateway in work.systems.gateways and is_within


def _new_payment(
    work: Work, request: PaymentRequest, provider: PaymentProvider, intent: str
) -> Payment:
    payment = Payment(
        request_id=request.id,
        provider=provider.code,
        gateway=provider.gateway,
        number=next_number(work.session, request),
        amount=request.amount,
        provider_fee=fee_on_top(
            provider.fee_fixed, provider.fee_permille, request.amount
        ),
        intent=intent,
        bank_code=provider.bank_code,
        payer=dict(request.payer),
        browser=work.actor.browser,
        created_at=work.now,
        expires_at=work.now + LIFE,
    )
    payment.ask_next_at = next_ask(payment, work.now)
    return payment


def _to_gateway(work: Work, request: PaymentRequest, payment: Payment) -> Attempt:
    until = (work.now + LEASE).isoformat()
    payment.facts = {**payment.facts, LEASED: until}
    work.session.add(payment)
    gateway = work.systems.gateways[payment.gateway]
    return Attempt(payment.id, order=_order(work, request, payment), gateway=gateway)


def _order(work: Work, request: PaymentRequest, payment: Payment) -> Order:
    public = settings().public_url.rstrip("/")
    return Order(
        number=payment.number,
        amount=payment.amount,
        words=" ".join(filter(None, ("TTHC", payment.number, request.dossier_code))),
        begun_at=payment.created_at,
        expires_at=payment.expires_at,
        return_url=public + RETURN_PATH.format(key=request.link_key),
        notice_url=public + NOTICE_PATH.format(gateway=payment.gateway),
        payer=payer_of(payment.payer),
        bill=bill_of(request),
        bank_code=payment.bank_code,
        address=work.actor.address,
    )


def bill_of(request: PaymentRequest) -> Bill:
    """Return what a gateway is told of the bill."""
    to = request.beneficiary
    return Bill(
        procedure_code=request.procedure_code,
        procedure_name=request.procedure_name,
        agency_code=request.agency_code,
        agency_name=request.agency_name,
        dossier_code=request.dossier_code,
        account=to.get("account", ""),
        account_name=to.get("name", ""),
        bank_code=to.get("bin", ""),
        lines=tuple(
            BillLine(line.code, line.name, line.kind == FEE, line.amount)
            for line in lines_of(request)
        ),
    )
