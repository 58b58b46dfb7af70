"""The banks and wallets a request may be paid with (C19)."""

from sqlmodel import col, or_, select

from services.integrations.health import silent_since
from services.payments.models import Payment, PaymentRequest
from services.payments.queries import by_key
from services.payments.rules import fee_on_top
from services.payments.settlement_models import PaymentProvider
from services.payments.views import ProviderView
from services.work import Work


def list_providers(work: Work, key: str) -> tuple[ProviderView, ...]:
    """Return the ways to pay this amount: last used first, then by position.

    One that is switched off, takes no such amount or has no gateway here is not
    listed; one whose gateway just failed is, with the time.
    """
    request = by_key(work, key)
    last = _last_used(work)
    listed = [_view(one, request.amount, last) for one in _taking(work, request)]
    return tuple(sorted(listed, key=lambda one: not one.was_last))


def _taking(work: Work, request: PaymentRequest) -> list[PaymentProvider]:
    query = select(PaymentProvider).where(
        PaymentProvider.is_on,
        col(PaymentProvider.gateway).in_(list(work.systems.gateways)),
        PaymentProvider.least <= request.amount,
        or_(PaymentProvider.most == 0, PaymentProvider.most >= request.amount),
    )
    ordered = query.order_by(col(PaymentProvider.position), col(PaymentProvider.code))
    return list(work.session.exec(ordered))


def _view(provider: PaymentProvider, amount: int, last: str) -> ProviderView:
    fee = fee_on_top(provider.fee_fixed, provider.fee_permille, amount)
    since = silent_since(provider.gateway)
    return ProviderView(
        code=provider.code,
        name=provider.name,
        kind=provider.kind,
        fee=fee,
        total=amount + fee,
        is_failing=since is not None,
        failing_since=since,
        was_last=provider.code == last,
    )


def _last_used(work: Work) -> str:
    """Return the provider this browser, or the person's own bills, used last."""
    actor = work.actor
    mine = []
    if actor.browser:
        mine.append(col(Payment.browser) == actor.browser)
    if actor.account_id and not actor.is_officer:
        mine.append(col(PaymentRequest.account_id) == actor.account_id)
    if not mine:
        return ""
    query = (
        select(Payment.provider)
        .join(PaymentRequest, col(PaymentRequest.id) == Payment.request_id)
        .where(or_(*mine))
        .order_by(col(Payment.created_at).desc())
        .limit(1)
    )
    return work.session.exec(query).first() or ""
