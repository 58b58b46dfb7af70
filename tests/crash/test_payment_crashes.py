"""Killed while money moves: no order twice, no payment lost, no receipt twice (PAY-4)."""

import signal
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from services.payments.mark_paid import mark_paid
from services.payments.models import (
    GatewayNotice,
    Payment,
    PaymentEvent,
    PaymentState,
    RequestState,
)
from services.payments.queries import by_key
from services.payments.settle import FOLLOW_JOB
from services.payments.settlement_models import (
    PaymentReceipt,
    ReconciliationItem,
    Refund,
    RefundState,
)
from tests.conftest import NOON
from tests.crash.payer import PayPlan, live
from tests.services.payments.paying import AMOUNT, Till, make_pending, open_till

PRESSING = tuple(f"pay.{number}" for number in range(1, 5))
TELLING = tuple(f"notice.{number}" for number in range(1, 4))
GIVING_BACK = ("refund.1", "refund.2")
COMPARING = ("reconcile.1", "reconcile.2")
POINTS = PRESSING + TELLING + GIVING_BACK + COMPARING


@pytest.fixture
def till(scratch_engine: Engine, tmp_path: Path) -> Till:
    """A committed bill."""
    (tmp_path / "ledger").touch()
    return open_till(scratch_engine, tmp_path)


@pytest.fixture
def plan(till: Till) -> PayPlan:
    """A process that presses."""
    url = till.engine.url.render_as_string(hide_password=False)
    return PayPlan(url, till.folder, till.key, "press")


def orders(till: Till) -> set[str]:
    """Return the orders the gateway knows; the same number twice is one."""
    return set((till.folder / "ledger").read_text().split())


def assert_paid_once(till: Till) -> None:
    """The payment moved by events alone, and everything that follows is there once."""
    payment = till.payment()
    assert payment.state is PaymentState.PAID
    assert till.request().state is RequestState.PAID
    assert orders(till) == {payment.number}
    assert len(till.rows(PaymentEvent)) == payment.version
    assert len(till.rows(PaymentReceipt)) == 1
    jobs = text("select count(*) from procrastinate_jobs where task_name = :name")
    with till.engine.connect() as connection:
        assert connection.execute(jobs, {"name": FOLLOW_JOB}).scalar_one() == 1


@pytest.mark.parametrize("point", PRESSING)
def test_a_press_that_is_killed_is_one_order_when_pressed_again(
    till: Till, plan: PayPlan, point: str
) -> None:
    assert live(replace(plan, failpoint=point)) == -signal.SIGKILL
    assert len(till.rows(Payment)) == 1

    assert live(plan) == 0
    payment = till.payment()
    assert (payment.state, bool(payment.pay_url)) == (PaymentState.PENDING, True)
    assert orders(till) == {payment.number}

    assert live(replace(plan, act="notice")) == 0
    assert_paid_once(till)


@pytest.mark.parametrize("point", PRESSING[1:])
def test_an_order_of_a_killed_press_that_was_paid_is_found_by_asking(
    till: Till, plan: PayPlan, point: str
) -> None:
    assert live(replace(plan, failpoint=point)) == -signal.SIGKILL

    assert live(replace(plan, act="ask")) == 0

    assert till.payment().state is PaymentState.PAID
    assert till.request().state is RequestState.PAID


@pytest.mark.parametrize("healer", ["notice", "ask"])
@pytest.mark.parametrize("point", TELLING)
def test_a_notice_that_is_killed_is_settled_by_its_repeat_or_by_asking(
    till: Till, plan: PayPlan, point: str, healer: str
) -> None:
    assert live(plan) == 0

    killed = live(replace(plan, act="notice", failpoint=point))

    assert killed == -signal.SIGKILL
    assert len(till.rows(GatewayNotice)) == 1  # what came is kept
    assert live(replace(plan, act=healer)) == 0
    assert_paid_once(till)
    assert live(replace(plan, act="notice")) == 0
    assert_paid_once(till)


def approve_all(till: Till) -> None:
    """Let the bill be paid, and all of it approved to be given back."""
    with till.work() as work:
        request = by_key(work, till.key, lock=True)
        payment = make_pending(
            work.session,
            request,
            state=PaymentState.PAID,
            amount_received=AMOUNT,
            transaction_id="T1",
            ask_next_at=None,
        )
        mark_paid(work, request, payment)
        payment.state = PaymentState.REFUND_PENDING
        refund = Refund(
            payment_id=payment.id,
            number="refund-1",
            amount=AMOUNT,
            remaining_before=AMOUNT,
            reason="other",
            state=RefundState.APPROVED,
            asked_at=NOON,
            intent="press",
        )
        work.session.add(refund)


@pytest.mark.parametrize("point", GIVING_BACK)
def test_a_refund_that_is_killed_is_given_back_once(
    till: Till, plan: PayPlan, point: str
) -> None:
    approve_all(till)
    giving = replace(plan, act="refund")

    assert live(replace(giving, failpoint=point)) == -signal.SIGKILL
    assert live(giving) == 0
    assert live(giving) == 0

    assert (till.folder / "given-back").read_text().split() == ["refund-1"]
    [refund] = till.rows(Refund)
    assert refund.state is RefundState.DONE
    payment = till.payment()
    assert (payment.state, payment.refunded) == (PaymentState.REFUNDED, AMOUNT)
    assert till.request().state is RequestState.REFUNDED


@pytest.mark.parametrize("point", COMPARING)
def test_a_reconciliation_that_is_killed_is_whole_when_it_runs_again(
    till: Till, plan: PayPlan, point: str
) -> None:
    assert live(plan) == 0  # an order nobody ever told us of
    comparing = replace(plan, act="reconcile")

    assert live(replace(comparing, failpoint=point)) == -signal.SIGKILL
    assert live(comparing) == 0
    assert live(comparing) == 0

    assert_paid_once(till)
    assert [item.fault for item in till.rows(ReconciliationItem)] == ["missed"]
