"""The graph of a payment, and what money means for what was asked (PAY-1, PAY-5)."""

import itertools
from typing import Any

import pytest
from sqlmodel import Session, col, select, text

from services.audit.models import AuditEntry
from services.core.errors import Conflict
from services.integrations.payment_gateways.port import (
    Failure,
    Outcome,
    Told,
    Verdict,
)
from services.payments.models import (
    Payment,
    PaymentEvent,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.rules import NEXT, REQUEST_NEXT
from services.payments.settle import FOLLOW_JOB, settle
from services.payments.settlement_models import PaymentReceipt, Refund
from services.payments.transition import Cause, Source, move_request, transition
from services.work import Work
from tests.services.payments.paying import AMOUNT, make_bill, make_pending, told

S = PaymentState
PAIRS = list(itertools.product(S, S))
NOTICE = Source.NOTICE


def count(session: Session, table: type[Any], **values: Any) -> int:
    """Count rows with these columns; Any: their values."""
    session.flush()
    query = select(table)
    for name, value in values.items():
        query = query.where(getattr(table, name) == value)
    return len(session.exec(query).all())


def jobs(work: Work) -> int:
    """Count what was asked to follow in the dossier."""
    query = text("select count(*) from procrastinate_jobs where task_name = :name")
    return int(work.session.execute(query, {"name": FOLLOW_JOB}).scalar_one())


@pytest.mark.parametrize(("before", "after"), PAIRS, ids=[f"{a}-{b}" for a, b in PAIRS])
def test_only_the_edges_of_the_graph_succeed(
    work: Work, before: PaymentState, after: PaymentState
) -> None:
    payment = make_pending(work.session, make_bill(work.session), state=before)
    if after in NEXT[before]:
        transition(work, payment, after, Cause(NOTICE))
    else:
        with pytest.raises(Conflict):
            transition(work, payment, after, Cause(NOTICE))

    has_moved = after in NEXT[before]
    assert payment.state is (after if has_moved else before)
    assert payment.version == 1 + has_moved
    assert count(work.session, PaymentEvent, payment_id=payment.id) == has_moved
    assert count(work.session, AuditEntry, subject_id=payment.id) == has_moved


@pytest.mark.parametrize(
    ("before", "after"), list(itertools.product(RequestState, RequestState))
)
def test_only_the_edges_of_a_request_succeed(
    work: Work, before: RequestState, after: RequestState
) -> None:
    request = make_bill(work.session, state=before)
    if after in REQUEST_NEXT[before]:
        move_request(work, request, after)
        assert request.state is after
    else:
        with pytest.raises(Conflict):
            move_request(work, request, after)
        assert request.state is before


def test_an_event_says_who_said_so_and_what(work: Work) -> None:
    payment = make_pending(work.session, make_bill(work.session))
    settle(work, payment, told(payment), NOTICE)
    work.session.flush()
    event = work.session.exec(select(PaymentEvent)).one()
    assert (event.before, event.after) == ("pending", S.PAID)
    assert event.source == "notice"
    assert event.facts == {"transaction": "T1", "amount": "75000"}


def test_the_right_sum_pays_the_request_once(work: Work) -> None:
    request = make_bill(work.session)
    payment = make_pending(work.session, request)

    verdicts = [settle(work, payment, told(payment), NOTICE) for _ in range(3)]

    assert verdicts == [Verdict.OK, Verdict.ALREADY, Verdict.ALREADY]
    assert (payment.state, request.state) == (S.PAID, RequestState.PAID)
    assert (payment.transaction_id, payment.amount_received) == ("T1", AMOUNT)
    assert (request.paid_at, request.paid_with_id) == (work.now, payment.id)
    assert payment.ask_next_at is None
    assert count(work.session, PaymentReceipt, request_id=request.id) == 1
    assert jobs(work) == 1


MESSAGES = {
    "success": (Outcome.PAID, {}),
    "failure": (Outcome.FAILED, {"failure": Failure.FUNDS}),
    "again": (Outcome.PAID, {}),
    "pending": (Outcome.PENDING, {}),
}
ORDERS = list(itertools.permutations(MESSAGES))


@pytest.mark.parametrize("state", ["pending", "expired"])
@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_whatever_the_order_of_four_messages_there_is_one_end(
    work: Work, order: tuple[str, ...], state: str
) -> None:
    request = make_bill(work.session)
    payment = make_pending(work.session, request, state=state)

    for name in order:
        outcome, values = MESSAGES[name]
        settle(work, payment, told(payment, outcome, **values), NOTICE)

    assert (payment.state, request.state) == (S.PAID, RequestState.PAID)
    assert payment.failure == ""
    assert count(work.session, PaymentReceipt, request_id=request.id) == 1
    assert count(work.session, Refund) == 0
    assert jobs(work) == 1


@pytest.mark.parametrize("state", [S.CREATED, S.PENDING, S.FAILED, S.EXPIRED])
def test_a_success_counts_however_late_it_comes(
    work: Work, state: PaymentState
) -> None:
    request = make_bill(work.session)
    payment = make_pending(work.session, request, state=state, failure="funds")
    assert settle(work, payment, told(payment), NOTICE) is Verdict.OK
    assert (payment.state, request.state) == (S.PAID, RequestState.PAID)


@pytest.mark.parametrize(
    "state", [S.PAID, S.REFUND_PENDING, S.REFUNDED, S.DISPUTED, S.FAILED, S.EXPIRED]
)
def test_a_failure_undoes_nothing(work: Work, state: PaymentState) -> None:
    payment = make_pending(work.session, make_bill(work.session), state=state)
    failed = told(payment, Outcome.FAILED, failure=Failure.OTP)
    assert settle(work, payment, failed, NOTICE) is Verdict.ALREADY
    assert (payment.state, payment.version) == (state, 1)


def test_a_failure_is_their_last_word_and_says_why(work: Work) -> None:
    payment = make_pending(work.session, make_bill(work.session))
    failed = told(payment, Outcome.FAILED, failure=Failure.FUNDS)
    assert settle(work, payment, failed, NOTICE) is Verdict.OK
    assert (payment.state, payment.failure) == (S.FAILED, "funds")
    assert payment.ask_next_at is None


@pytest.mark.parametrize("received", [AMOUNT - 1, AMOUNT + 1, AMOUNT * 100, 0])
def test_another_sum_is_held_and_pays_nothing(work: Work, received: int) -> None:
    request = make_bill(work.session)
    payment = make_pending(work.session, request)
    wrong = told(payment, amount=received)

    assert settle(work, payment, wrong, NOTICE) is Verdict.BAD_AMOUNT

    assert (payment.state, request.state) == (S.MISMATCH, RequestState.OPEN)
    assert payment.amount_received == received
    assert settle(work, payment, wrong, NOTICE) is Verdict.ALREADY
    assert settle(work, payment, told(payment), NOTICE) is Verdict.BAD_AMOUNT
    assert payment.version == 2
    assert count(work.session, PaymentReceipt) == 0
    assert jobs(work) == 1


def test_a_message_without_a_sum_means_the_sum_asked_for(work: Work) -> None:
    payment = make_pending(work.session, make_bill(work.session))
    settle(work, payment, told(payment, amount=None), Source.QUERY)
    assert (payment.state, payment.amount_received) == (S.PAID, AMOUNT)


def test_a_second_payment_of_one_request_is_given_back(work: Work) -> None:
    request = make_bill(work.session)
    late = make_pending(work.session, request, state="expired")
    first = make_pending(work.session, request)
    settle(work, first, told(first), NOTICE)

    assert settle(work, late, told(late, transaction_id="T2"), NOTICE) is Verdict.OK

    assert (first.state, late.state) == (S.PAID, S.REFUND_PENDING)
    assert request.paid_with_id == first.id
    work.session.flush()
    refund = work.session.exec(select(Refund)).one()
    assert (refund.payment_id, refund.amount) == (late.id, AMOUNT)
    assert (refund.reason, refund.asked_by_name) == ("double", "")
    steps = work.session.exec(
        select(PaymentEvent.after).where(PaymentEvent.payment_id == late.id)
    )
    assert set(steps) == {S.PAID, S.REFUND_PENDING}
    again = settle(work, late, told(late, transaction_id="T2"), NOTICE)
    assert again is Verdict.ALREADY
    assert count(work.session, Refund) == 1


def test_money_for_a_cancelled_request_is_given_back(work: Work) -> None:
    request = make_bill(work.session, state=RequestState.CANCELLED)
    payment = make_pending(work.session, request, state="expired")
    settle(work, payment, told(payment), NOTICE)
    work.session.flush()
    assert payment.state is S.REFUND_PENDING
    assert work.session.exec(select(Refund.reason)).one() == "cancelled"
    assert request.state is RequestState.CANCELLED


@pytest.mark.parametrize("outcome", [Outcome.PENDING, Outcome.UNKNOWN])
def test_what_is_no_last_word_changes_nothing(work: Work, outcome: Outcome) -> None:
    payment = make_pending(work.session, make_bill(work.session))
    settle(work, payment, told(payment, outcome), NOTICE)
    assert (payment.state, payment.version) == (S.PENDING, 1)


def test_it_is_paid_when_they_say_unless_that_cannot_be(work: Work) -> None:
    def paid_at(**values: Any) -> Any:
        request = make_bill(work.session)
        payment = make_pending(work.session, request)
        settle(work, payment, told(payment, **values), NOTICE)
        return request.paid_at

    assert paid_at(at=work.now) == work.now
    assert paid_at(at=work.now.replace(year=2030)) == work.now
    assert paid_at(at=work.now.replace(year=2020)) == work.now


def test_nothing_moves_without_its_event(work: Work) -> None:
    """Whatever is told, each version is one event more."""
    for state, outcome in itertools.product(S, Outcome):
        payment = make_pending(work.session, make_bill(work.session), state=state)
        settle(work, payment, Told(payment.number, outcome, AMOUNT, "T1"), NOTICE)
        work.session.flush()
        events = select(PaymentEvent).where(PaymentEvent.payment_id == payment.id)
        assert len(work.session.exec(events).all()) == payment.version - 1
    paid = select(Payment.request_id).where(col(Payment.state) == S.PAID)
    for request_id in work.session.exec(paid).all():
        request = work.session.get_one(PaymentRequest, request_id)
        assert request.state in (RequestState.PAID, RequestState.OPEN)
