"""Forget what gateways told us long ago (PAY-3); run by the worker."""

from datetime import timedelta

from sqlmodel import col, delete, or_

from services.audit.record import record
from services.core.errors import Forbidden
from services.payments.models import GatewayNotice
from services.work import Work

REFUSED_KEPT = timedelta(days=30)
GENUINE_KEPT = timedelta(days=3653)  # ten years, as papers of account


def sweep_notices(work: Work) -> int:
    """Delete refused and unjudged notices after 30 days, genuine ones after 10 years."""
    if not work.actor.is_system:
        raise Forbidden("system")
    old = delete(GatewayNotice).where(
        or_(
            (col(GatewayNotice.kind) == "")
            & (col(GatewayNotice.received_at) < work.now - REFUSED_KEPT),
            col(GatewayNotice.received_at) < work.now - GENUINE_KEPT,
        )
    )
    work.session.flush()
    count = work.session.connection().execute(old).rowcount
    record(work, "payment_notices.swept", count=count)
    return count
