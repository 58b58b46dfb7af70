"""The one way a payment changes: the graph, the event, the audit, the topics (PAY-1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from services.audit.record import record
from services.core.errors import Conflict
from services.payments.models import (
    Payment,
    PaymentEvent,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.rules import NEXT, REQUEST_NEXT
from services.signals import dossier_topic, payment_topic, person_topic, till_topics
from services.signals import tell as tell_topics
from services.work import Work


class Source(StrEnum):
    """On whose word a payment changed."""

    PERSON = "person"
    NOTICE = "notice"
    QUERY = "query"
    FEED = "feed"
    OFFICER = "officer"
    RECONCILIATION = "reconciliation"
    CLOCK = "clock"


@dataclass(frozen=True)
class Cause:
    """Why a payment changed; the facts are keys and numbers, never names."""

    source: str  # a Source
    reason: str = ""  # key
    facts: Mapping[str, str] = field(default_factory=dict)


def begin_life(work: Work, payment: Payment, cause: Cause) -> None:
    """Add an attempt that nobody knew before, with its first event."""
    work.session.add(payment)
    _note(work, payment, "", cause)


def transition(work: Work, payment: Payment, state: PaymentState, cause: Cause) -> None:
    """Lead a payment along an edge of the graph, in the transaction of its cause.

    The caller holds the rows of its request and of the payment, in that order
    (queries.lock_payment).
    """
    if state not in NEXT[payment.state]:
        raise Conflict("payment_moved")
    before = payment.state
    payment.state = state
    payment.version += 1
    work.session.add(payment)
    _note(work, payment, before.value, cause)


def move_request(
    work: Work, request: PaymentRequest, state: RequestState, reason: str = ""
) -> None:
    """Lead what is asked for to its next state, and tell whoever shows it."""
    if state not in REQUEST_NEXT[request.state]:
        raise Conflict("request_moved")
    request.state = state
    request.version += 1
    work.session.add(request)
    record(work, f"payment_request.{state.value}", request.id, reason=reason)
    tell_request(work, request)


def tell_request(work: Work, request: PaymentRequest) -> None:
    """Name what changed: the request, its dossier, its people and the office's till."""
    people = {request.account_id, request.principal_id} - {None}
    tell_topics(
        work.session,
        payment_topic(request.id),
        dossier_topic(request.dossier_id),
        *sorted(person_topic(one) for one in people if one),
        *till_topics([request.agency_id]),
    )


def _note(work: Work, payment: Payment, before: str, cause: Cause) -> None:
    event = PaymentEvent(
        payment_id=payment.id,
        at=work.now,
        before=before,
        after=payment.state,
        source=cause.source,
        reason=cause.reason,
        facts=dict(cause.facts),
    )
    work.session.add(event)
    record(
        work,
        f"payment.{payment.state.value}",
        payment.id,
        source=cause.source,
        reason=cause.reason,
    )
    tell_request(work, work.session.get_one(PaymentRequest, payment.request_id))
