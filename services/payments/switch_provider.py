"""The switch of each bank and wallet: an administrator's, felt at the next page."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from services.audit.record import record
from services.core.errors import NotFound
from services.integrations.health import silent_since
from services.payments.settlement_models import PaymentProvider, ProviderKind
from services.work import Role, Work


@dataclass(frozen=True)
class Switch:
    """One way to pay as the administrator sees it."""

    code: str
    name: str
    kind: ProviderKind
    gateway: str
    fee_fixed: int
    fee_permille: int
    is_on: bool
    failing_since: datetime | None


def list_switches(work: Work) -> tuple[Switch, ...]:
    """Return every way to pay, as people see them listed."""
    work.actor.require_officer(Role.ADMINISTRATOR)
    query = select(PaymentProvider).order_by(
        col(PaymentProvider.position), col(PaymentProvider.code)
    )
    return tuple(_switch(one) for one in work.session.exec(query))


def switch_provider(work: Work, code: str, is_on: bool) -> Switch:
    """Offer a way to pay, or do not; what is being paid there goes on.

    Pressed twice, it is the same: the wish says on or off, never the other one.
    """
    work.actor.require_officer(Role.ADMINISTRATOR)
    held = select(PaymentProvider).where(PaymentProvider.code == code)
    provider = work.session.exec(held.with_for_update()).first()
    if provider is None:
        raise NotFound("provider")
    if provider.is_on != is_on:
        provider.is_on = is_on
        work.session.add(provider)
        record(work, "provider.switched", provider.id, code=code, is_on=is_on)
    return _switch(provider)


def _switch(provider: PaymentProvider) -> Switch:
    return Switch(
        code=provider.code,
        name=provider.name,
        kind=provider.kind,
        gateway=provider.gateway,
        fee_fixed=provider.fee_fixed,
        fee_permille=provider.fee_permille,
        is_on=provider.is_on,
        failing_since=silent_since(provider.gateway),
    )
