"""One request of the till in words: its attempts, refunds and what happened."""

from dataclasses import dataclass

from dvc_app import formats
from dvc_app.wording import till as wording
from services.dues.show_due import (
    OfficerDue,
    OfficerEvent,
    OfficerPayment,
    OfficerRefund,
)
from services.payments.decide_refund import BY_HAND


@dataclass(frozen=True)
class DueLineRow:
    """One fee or charge."""

    name: str
    amount: str
    basis: str


@dataclass(frozen=True)
class RefundRow:
    """One refund, and what this officer may do about it."""

    id: str
    words: str
    state: str
    state_css: str
    note: str
    people: str
    approve: str  # the button, with the amount
    may_decide: bool
    is_own: bool
    may_pay_out: bool


@dataclass(frozen=True)
class AttemptRow:
    """One attempt."""

    id: str
    words: str
    amount: str
    state: str
    state_css: str
    proof: str
    at: str
    refunds: list[RefundRow]


def line_rows(due: OfficerDue) -> list[DueLineRow]:
    """Return what the sum is made of."""
    return [
        DueLineRow(
            line.name or wording.LINE_KINDS[line.kind],
            formats.dong(line.amount),
            line.basis,
        )
        for line in due.lines
    ]


def attempt_rows(due: OfficerDue, is_leader: bool, is_clerk: bool) -> list[AttemptRow]:
    """Return the attempts, the newest first."""
    return [_attempt(payment, is_leader, is_clerk) for payment in due.payments]


def event_row(event: OfficerEvent) -> str:
    """Return one line of what happened."""
    state = wording.STATES[event.after][0]
    source = wording.SOURCES[event.source]
    words = wording.EVENT.format(number=event.number, state=state, source=source)
    return f"{formats.short_moment(event.at)} · {words}"


def _attempt(payment: OfficerPayment, is_leader: bool, is_clerk: bool) -> AttemptRow:
    provider = wording.provider_words(payment.provider, payment.provider_name)
    state, css = wording.STATES[payment.state]
    if payment.failure:
        state = f"{state}: {wording.FAILURES.get(payment.failure, payment.failure)}"
    amount = formats.dong(payment.amount)
    if payment.received is not None and payment.received != payment.amount:
        received = wording.RECEIVED.format(amount=formats.dong(payment.received))
        amount = f"{amount} · {received}"
    return AttemptRow(
        id=str(payment.id),
        words=wording.ATTEMPT_LINE.format(provider=provider, number=payment.number),
        amount=amount,
        state=state,
        state_css=f"{css} wrap",
        proof=_proof(payment),
        at=formats.moment(payment.settled_at or payment.created_at),
        refunds=[
            _refund(refund, payment, is_leader, is_clerk) for refund in payment.refunds
        ],
    )


def _proof(payment: OfficerPayment) -> str:
    if "slip" in payment.facts:
        return wording.SLIP_LINE.format(**payment.facts)
    if payment.transaction_id:
        return wording.TRANSACTION.format(number=payment.transaction_id)
    return ""


def _refund(
    refund: OfficerRefund, payment: OfficerPayment, is_leader: bool, is_clerk: bool
) -> RefundRow:
    state, css = wording.REFUND_STATES[refund.state]
    amount = formats.dong(refund.amount)
    asked = wording.ASKED_BY.format(name=refund.asked_by or wording.BY_SYSTEM)
    decided = wording.DECIDED_BY.format(name=refund.decided_by)
    is_asked = refund.state == "asked"
    return RefundRow(
        id=str(refund.id),
        words=amount,
        state=state,
        state_css=css,
        note=refund.declined_reason or refund.refusal or refund.note,
        people=f"{asked} · {decided}" if refund.decided_by else asked,
        approve=wording.APPROVE.format(amount=amount),
        may_decide=is_asked and is_leader and not refund.asked_by_me,
        is_own=is_asked and is_leader and refund.asked_by_me,
        may_pay_out=refund.state == "approved"
        and is_clerk
        and payment.gateway in BY_HAND,
    )
