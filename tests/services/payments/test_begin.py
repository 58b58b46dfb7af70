"""A press of “Thanh toán”: one order, whatever is pressed and whatever breaks (PAY-9)."""

import dataclasses
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from services.core.errors import (
    Conflict,
    NotFound,
    RuleViolation,
    ServiceError,
    SystemUnavailable,
)
from services.integrations.payment_gateways.port import Begun, Order, Outcome, Told
from services.payments import begin_payment as beginning
from services.payments.ask_payment import ask_payment
from services.payments.begin_payment import begin_payment
from services.payments.models import Payment, PaymentState, RequestState
from services.payments.open_attempt import LEASE
from services.payments.settle import settle
from services.payments.settlement_models import Refund
from services.payments.transition import Source
from services.payments.views import Paying
from services.work import SYSTEM, Work
from tests.factories.payments import make_provider
from tests.payment_fakes import FakeGateway
from tests.services.payments.paying import (
    AMOUNT,
    BANK,
    PERSON,
    Inside,
    Till,
    at_once,
    make_bill,
    make_pending,
    open_till,
    told,
)

S = PaymentState
PRESSES = 50
INTENT = "intent-of-one-press"


@pytest.fixture
def till(scratch_engine: Engine, tmp_path: Path) -> Till:
    """A committed bill."""
    return open_till(scratch_engine, tmp_path)


@pytest.fixture
def mine(work: Work) -> Work:
    """The person who pays."""
    return dataclasses.replace(work, actor=PERSON)


def press(till: Till, intent: str = INTENT, **values: Any) -> Paying:
    """Press the button as the person of the test."""
    given: dict[str, Any] = {"key": till.key, "provider": BANK, "seen_amount": AMOUNT}
    given |= values
    return begin_payment(till.opener(), intent=intent, **given)


def refused(till: Till, intent: str = INTENT, **values: Any) -> str:
    """Press, and return why it is refused."""
    with pytest.raises(Conflict) as refusal:
        press(till, intent, **values)
    return str(refusal.value)


class Lossy(FakeGateway):
    """Opens the order and loses the answer on its way."""

    def begin(self, order: Order) -> Begun:
        super().begin(order)
        raise SystemUnavailable(self.key)


class Quick(FakeGateway):
    """Is paid, and tells so, before its answer is heard."""

    till: Till

    def begin(self, order: Order) -> Begun:
        begun = super().begin(order)
        with self.till.work() as work:
            payment = work.session.exec(select(Payment)).one()
            settle(work, payment, told(payment), Source.NOTICE)
        return begun


def use(till: Till, gateway: FakeGateway) -> None:
    """Let the bank be paid by way of this gateway."""
    till.systems = dataclasses.replace(till.systems, gateways={"vnpay": gateway})


def test_a_press_leads_to_the_providers_page(till: Till) -> None:
    paying = press(till)
    payment = till.payment()
    assert paying == Paying(payment.id, f"https://vnpay.example/{payment.number}")
    assert payment.state is S.PENDING
    assert (payment.browser, payment.amount) == (PERSON.browser, AMOUNT)
    assert payment.ask_next_at == till.now + timedelta(minutes=1)


def test_the_gateway_is_told_what_is_in_our_database(till: Till) -> None:
    press(till)
    (order,) = till.gateway.orders.values()
    request = till.request()
    assert order.number == request.invoice_number + "01"
    assert len(order.number) == 16
    assert order.amount == request.amount == sum(x.amount for x in order.bill.lines)
    assert order.words.isascii()
    assert "Tuyết" not in order.words
    assert order.return_url.endswith(f"/thanh-toan/{till.key}/ket-qua")
    assert order.notice_url.endswith("/api/thanh-toan/thong-bao/vnpay")
    assert order.expires_at == till.now + timedelta(minutes=15)
    assert order.payer.name == "Nguyễn Thị Ánh Tuyết"
    assert order.address == PERSON.address
    assert order.bill.account == request.beneficiary["account"]


def test_fees_of_the_provider_are_on_top_and_not_sent(work: Work) -> None:
    request = make_bill(work.session)
    make_provider(work.session, "card", fee_fixed=2_200, fee_permille=24)
    begin_payment(Inside(work), request.link_key, "card", INTENT, AMOUNT)
    payment = work.session.exec(select(Payment)).one()
    assert (payment.amount, payment.provider_fee) == (AMOUNT, 2_200 + 1_800)


@pytest.mark.parametrize(
    "said", [0, 1, -1, AMOUNT - 1, AMOUNT + 1, AMOUNT * 100, -AMOUNT, 10**18, 2, 750]
)
def test_an_amount_the_browser_says_is_never_used(till: Till, said: int) -> None:
    assert refused(till, seen_amount=said) == "amount_changed"
    assert till.rows(Payment) == []
    assert till.gateway.orders == {}


def test_the_same_press_gives_the_same_answer(till: Till) -> None:
    assert press(till) == press(till)
    assert len(till.rows(Payment)) == len(till.gateway.orders) == 1


def test_the_same_press_with_another_body_is_refused(till: Till) -> None:
    press(till)
    assert refused(till, provider="other") == "intent_used"


def test_a_second_attempt_waits_for_the_first(till: Till) -> None:
    press(till)
    assert refused(till, "another press") == "payment_live"


def test_fifty_presses_of_one_intent_are_one_order(
    till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    opened = till.gateway.begin

    def begin(order: Order) -> Begun:
        calls.append(order.number)
        return opened(order)

    monkeypatch.setattr(till.gateway, "begin", begin)
    answers = at_once(PRESSES, lambda _: press(till))
    assert len(set(answers)) == 1
    assert len(calls) == len(till.gateway.orders) == len(till.rows(Payment)) == 1


def test_fifty_presses_of_fifty_intents_are_one_order(till: Till) -> None:
    def begin(number: int) -> str:
        try:
            return press(till, f"press {number}").url
        except Conflict as refusal:
            return str(refusal)

    answers = at_once(PRESSES, begin)
    assert answers.count("payment_live") == PRESSES - 1
    assert len(till.gateway.orders) == len(till.rows(Payment)) == 1


def test_a_gateway_that_refuses_ends_the_attempt(till: Till) -> None:
    till.gateway.refusal = "no"
    with pytest.raises(RuleViolation) as refusal:
        press(till)
    assert refusal.value.problems == {"provider": "provider_refused"}
    payment = till.payment()
    assert (payment.state, payment.failure) == (S.FAILED, "refused")
    assert payment.ask_next_at is None
    with pytest.raises(RuleViolation):
        press(till)
    till.gateway.refusal = ""
    assert press(till, "another press").url


def test_a_gateway_that_is_down_lets_the_person_go_elsewhere(till: Till) -> None:
    till.gateway.is_down = True
    with pytest.raises(SystemUnavailable):
        press(till)
    payment = till.payment()
    assert (payment.state, payment.failure) == (S.FAILED, "unreachable")
    assert payment.ask_next_at is not None
    with pytest.raises(SystemUnavailable):
        press(till)
    till.gateway.is_down = False
    assert press(till, "another press").url


def test_a_payment_whose_order_was_opened_unheard_is_found_by_asking(
    till: Till,
) -> None:
    use(till, Lossy("vnpay"))
    with pytest.raises(SystemUnavailable):
        press(till)
    lost = till.payment()
    till.gateway.answers[lost.number] = Told(lost.number, Outcome.PAID, AMOUNT, "T9")

    ask_payment(till.opener(SYSTEM), lost.id)

    assert till.payment().state is S.PAID
    assert till.request().state is RequestState.PAID


def test_a_lost_order_that_is_paid_beside_another_is_given_back(till: Till) -> None:
    use(till, Lossy("vnpay"))
    with pytest.raises(SystemUnavailable):
        press(till)
    lost = till.payment()
    use(till, FakeGateway("vnpay"))
    second = press(till, "another press")
    with till.work() as work:
        payment = work.session.get_one(Payment, second.payment_id)
        settle(work, payment, told(payment), Source.NOTICE)
    till.gateway.answers[lost.number] = Told(lost.number, Outcome.PAID, AMOUNT, "T9")

    ask_payment(till.opener(SYSTEM), lost.id)

    (refund,) = till.rows(Refund)
    assert refund.payment_id == lost.id


def test_a_press_that_died_is_taken_up_by_the_next_with_the_same_number(
    till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(Exception):
        """The process ends."""

    def die(name: str) -> None:
        if name == "pay.1":
            raise Killed

    with monkeypatch.context() as dying:
        dying.setattr(beginning, "failpoint", die)
        with pytest.raises(Killed):
            press(till)
    monkeypatch.setattr(beginning, "LOOKS", 2)
    assert refused(till) == "payment_live"

    till.now += LEASE
    assert press(till).url
    assert len(till.gateway.orders) == len(till.rows(Payment)) == 1


def test_a_notice_quicker_than_the_answer_counts(till: Till) -> None:
    quick = Quick("vnpay")
    quick.till = till
    use(till, quick)
    assert refused(till) == "payment_over"
    assert till.request().state is RequestState.PAID


@pytest.mark.parametrize(
    "values",
    [
        {"state": RequestState.PAID},
        {"state": RequestState.CANCELLED},
        {"state": RequestState.REFUNDED},
    ],
)
def test_only_an_open_request_is_paid(mine: Work, values: dict[str, Any]) -> None:
    request = make_bill(mine.session, **values)
    with pytest.raises(Conflict, match="request_closed"):
        begin_payment(Inside(mine), request.link_key, BANK, INTENT, AMOUNT)


def test_money_that_is_held_comes_first(mine: Work) -> None:
    request = make_bill(mine.session)
    make_pending(mine.session, request, state=S.MISMATCH)
    with pytest.raises(Conflict, match="payment_held"):
        begin_payment(Inside(mine), request.link_key, BANK, INTENT, AMOUNT)


@pytest.mark.parametrize(
    "values",
    [
        {"is_on": False},
        {"gateway": "gone"},
        {"least": AMOUNT + 1},
        {"most": AMOUNT - 1},
    ],
)
def test_a_provider_that_does_not_take_it_is_named(
    mine: Work, values: dict[str, Any]
) -> None:
    request = make_bill(mine.session)
    make_provider(mine.session, "other", **values)
    with pytest.raises(RuleViolation) as refusal:
        begin_payment(Inside(mine), request.link_key, "other", INTENT, AMOUNT)
    assert refusal.value.problems == {"provider": "provider_off"}


@pytest.mark.parametrize("code", ["", "no-such", "nul\0", "\ud800"])
def test_a_provider_nobody_knows_is_refused(mine: Work, code: str) -> None:
    request = make_bill(mine.session)
    with pytest.raises(RuleViolation) as refusal:
        begin_payment(Inside(mine), request.link_key, code, INTENT, AMOUNT)
    assert refusal.value.problems == {"provider": "provider_off"}


def test_the_payer_comes_before_the_bank(mine: Work) -> None:
    request = make_bill(mine.session, payer={})
    with pytest.raises(RuleViolation) as refusal:
        begin_payment(Inside(mine), request.link_key, BANK, INTENT, AMOUNT)
    assert refusal.value.problems == {"payer": "payer_missing"}


@pytest.mark.parametrize("key", ["", "no-such", "nul\0", "'; drop", "x" * 100])
def test_a_link_of_nothing_leads_nowhere(mine: Work, key: str) -> None:
    with pytest.raises(NotFound):
        begin_payment(Inside(mine), key, BANK, INTENT, AMOUNT)


def test_attempts_have_an_end(mine: Work) -> None:
    request = make_bill(mine.session)
    for _ in range(99):
        make_pending(mine.session, request, state=S.FAILED)
    with pytest.raises(Conflict, match="too_many_attempts"):
        begin_payment(Inside(mine), request.link_key, BANK, INTENT, AMOUNT)


def test_a_press_without_a_name_is_refused(mine: Work) -> None:
    request = make_bill(mine.session)
    with pytest.raises(ServiceError):
        begin_payment(Inside(mine), request.link_key, BANK, "\0", AMOUNT)
