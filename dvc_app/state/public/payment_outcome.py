"""What became of a request, as the result page says it (C20, C21)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from dvc_app import formats, routes
from dvc_app.state.public.payment_bill import live_of, provider_name
from dvc_app.wording import payment_results as wording
from dvc_app.wording.payment_results import Head
from services.payments.models import DueMoment, PaymentState
from services.payments.settlement_models import RefundState
from services.payments.views import PaymentView, RefundView, RequestView, Standing

LONG = timedelta(minutes=2)  # after it nobody should stand and wait
FRUITLESS = frozenset({PaymentState.FAILED, PaymentState.EXPIRED})
CAME = frozenset(
    {
        PaymentState.PAID,
        PaymentState.MISMATCH,
        PaymentState.DISPUTED,
        PaymentState.REFUND_PENDING,
        PaymentState.REFUNDED,
    }
)
HEAD_OF = {
    Standing.PAID: Head.PAID,
    Standing.HELD: Head.HELD,
    Standing.CANCELLED: Head.CANCELLED,
    Standing.REFUNDING: Head.REFUNDING,
    Standing.REFUNDED: Head.REFUNDED,
}
KINDS = {
    Head.PAID: "done",
    Head.FAILED: "error",
    Head.HELD: "warn",
    Head.REFUNDING: "info",
    Head.REFUNDED: "done",
}


@dataclass(frozen=True)
class RefundStep:
    """One moment of a refund; one to come has no time yet."""

    words: str
    at: str
    is_done: bool


@dataclass(frozen=True)
class RefundCard:
    """One refund with its timeline."""

    title: str
    reason: str
    steps: list[RefundStep] = field(default_factory=list)


@dataclass(frozen=True)
class OutcomeView:
    """Everything the page says; empty words are not drawn."""

    head: str = ""
    kind: str = "info"
    title: str = ""
    line: str = ""
    waiting: str = ""  # on whom, since when
    cause: str = ""
    money: str = ""  # whether it was taken
    advice: str = ""
    late: str = ""
    double: str = ""
    paid_at: str = ""
    paid_with: str = ""
    received: str = ""
    number: str = ""
    transaction: str = ""
    receipt: str = ""
    receipt_href: str = ""
    receipt_note: str = ""
    effect: str = ""
    review_href: str = ""  # where a dossier that is not filed yet waits for it
    dossier_href: str = ""
    look_up_href: str = ""
    is_waiting: bool = False
    can_retry: bool = False
    is_owner: bool = False
    refunds: list[RefundCard] = field(default_factory=list)


def outcome_view(seen: RequestView, now: datetime) -> OutcomeView:
    """Return what is said of the request at this moment."""
    head = _head(seen, now)
    title, line = wording.HEADS[head]
    came = [one for one in seen.payments if one.state in CAME]
    kept = _kept(seen, came)
    told = _told(seen, came)
    why = wording.CANCELLED_WHY.get(seen.cancelled_why, wording.CANCELLED_WHY[""])
    proof = _proof(kept) if kept else {}
    if head is Head.PAID:
        proof |= _paid(seen, kept, came)
    return OutcomeView(
        head=head.value,
        kind=KINDS.get(head, "info"),
        title=title,
        line=line.format(
            amount=formats.dong(seen.amount), received=formats.dong(told), why=why
        ),
        is_waiting=head in (Head.CONFIRMING, Head.PROCESSING),
        can_retry=head in (Head.FAILED, Head.UNPAID),
        is_owner=seen.is_owner,
        refunds=_refunds(seen),
        **_waiting(seen, head),
        **_failure(seen, head),
        **proof,
        **_ways_on(seen),
    )


def _head(seen: RequestView, now: datetime) -> Head:
    if seen.standing in HEAD_OF:
        return HEAD_OF[seen.standing]
    live = live_of(seen)
    if live is not None:
        return Head.CONFIRMING if now - live.created_at < LONG else Head.PROCESSING
    if seen.standing is Standing.CHECKING:
        return Head.PROCESSING
    failed = bool(seen.payments) and seen.payments[0].state in FRUITLESS
    return Head.FAILED if failed else Head.UNPAID


def _kept(seen: RequestView, came: list[PaymentView]) -> PaymentView | None:
    """Return the payment that settled it; of two, the one that is not given back."""
    if not came:
        return None
    staying = [one for one in came if one.state is PaymentState.PAID]
    return (staying or came)[-1]


def _told(seen: RequestView, came: list[PaymentView]) -> int:
    """Return how much came, where that is not what was asked."""
    odd = [one for one in came if one.state is PaymentState.MISMATCH]
    received = odd[0].amount_received if odd else None
    return seen.amount if received is None else received


def _waiting(seen: RequestView, head: Head) -> dict[str, str]:
    live = live_of(seen)
    if live is None or head not in (Head.CONFIRMING, Head.PROCESSING):
        return {}
    since = formats.moment(live.created_at)
    return {"waiting": wording.WAITING_ON.format(name=provider_name(live), since=since)}


def _failure(seen: RequestView, head: Head) -> dict[str, str]:
    if head is not Head.FAILED:
        return {}
    last = seen.payments[0]
    key = last.failure or _ended(last)
    cause, advice = wording.FAILURES.get(key, wording.FAILURES["other"])
    is_sure = key in wording.UNTOUCHED
    return {
        "cause": cause.format(name=provider_name(last)),
        "advice": advice.format(name=provider_name(last)),
        "money": wording.NOT_TAKEN if is_sure else wording.IF_TAKEN,
    }


def _ended(payment: PaymentView) -> str:
    """Return why it expired: before its time only the person can have left it."""
    is_early = payment.settled_at and payment.settled_at < payment.expires_at
    return "abandoned" if is_early else "expired"


def _proof(kept: PaymentView) -> dict[str, str]:
    received = kept.amount if kept.amount_received is None else kept.amount_received
    return {
        "paid_at": formats.moment(kept.settled_at),
        "paid_with": provider_name(kept),
        "received": formats.dong(received),
        "number": kept.number,
        "transaction": kept.transaction_id,
    }


def _paid(
    seen: RequestView, kept: PaymentView | None, came: list[PaymentView]
) -> dict[str, str]:
    is_filed = seen.moment is DueMoment.BEFORE_FILING and seen.dossier_code
    said = {"effect": wording.EFFECTS[DueMoment.RECEPTION if is_filed else seen.moment]}
    if seen.paid_at:
        said["paid_at"] = formats.moment(seen.paid_at)
    if kept and kept.settled_at and kept.settled_at > kept.expires_at:
        said["late"] = wording.LATE
    twice = [
        refund for one in came for refund in one.refunds if refund.reason == "double"
    ]
    if twice:
        amount = formats.dong(sum(refund.amount for refund in twice))
        said["double"] = wording.DOUBLE.format(amount=amount)
    if not seen.is_mine:
        said["receipt_note"] = wording.RECEIPT_OTHERS
    elif seen.receipt_number:
        said["receipt"] = seen.receipt_number
        said["receipt_href"] = routes.fill(routes.API_PAYMENT_RECEIPT, key=seen.key)
    else:
        said["receipt_note"] = wording.RECEIPT_SOON
    return said


def _ways_on(seen: RequestView) -> dict[str, str]:
    if seen.draft_id is not None:
        review = routes.fill(routes.FILE_CONFIRM, draft=str(seen.draft_id))
        return {"review_href": review}
    if not seen.dossier_code:
        return {}
    if seen.is_owner:
        address = routes.fill(routes.DOSSIER, code=seen.dossier_code)
        return {"dossier_href": address}
    return {"look_up_href": f"{routes.LOOK_UP}?ma={seen.dossier_code}"}


def _refunds(seen: RequestView) -> list[RefundCard]:
    return [_refund(refund) for one in seen.payments for refund in one.refunds]


def _refund(refund: RefundView) -> RefundCard:
    declined = refund.state is RefundState.DECLINED
    steps = [RefundStep(wording.REFUND_ASKED, formats.moment(refund.asked_at), True)]
    decided = wording.REFUND_DECLINED if declined else wording.REFUND_APPROVED
    steps.append(_step(decided, refund.decided_at, ""))
    if refund.state is RefundState.REFUSED:
        steps.append(RefundStep(wording.REFUND_REFUSED, "", False))
    elif not declined:
        done = _step(wording.REFUND_DONE, refund.done_at, wording.REFUND_LATER)
        steps.append(done)
    reason = wording.REFUND_REASONS.get(refund.reason, wording.REFUND_REASONS["other"])
    title = wording.REFUND_OF.format(amount=formats.dong(refund.amount))
    return RefundCard(title, reason, steps)


def _step(words: str, at: datetime | None, later: str) -> RefundStep:
    return RefundStep(words, formats.moment(at) or later, at is not None)
