"""Gateways are asked until they say how it ended (PAY-6, PAY-7)."""

import dataclasses
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from services.core.errors import Forbidden, NotFound, SystemUnavailable
from services.integrations.payment_gateways.port import Failure, Outcome, Told
from services.payments.abandon_payment import abandon_payment
from services.payments.ask_gateways import ask_gateways, list_due
from services.payments.ask_payment import ask_payment
from services.payments.begin_payment import begin_payment
from services.payments.check_payment import check_payment
from services.payments.models import Payment, PaymentState, RequestState
from services.payments.rules import GAPS, LIFE, next_ask
from services.payments.settle import settle
from services.payments.show_request import show_request
from services.payments.transition import Source
from services.payments.views import Standing
from services.work import SYSTEM, Actor, Work
from tests.payment_fakes import FakeGateway
from tests.services.payments.paying import (
    AMOUNT,
    BANK,
    MINUTE,
    Inside,
    Till,
    make_bill,
    make_pending,
    open_till,
    told,
)

S = PaymentState
THREE_DAYS = timedelta(hours=72)


@pytest.fixture
def till(scratch_engine: Engine, tmp_path: Path) -> Till:
    """A bill whose payment was begun a moment ago."""
    till = open_till(scratch_engine, tmp_path)
    begin_payment(till.opener(), till.key, BANK, "press", AMOUNT)
    return till


def says(till: Till, outcome: Outcome, failure: Failure | None = None) -> None:
    """Let the gateway say this from now on."""
    number = till.payment().number
    said = Told(number, outcome, AMOUNT, "T1", failure=failure)
    till.gateway.answers[number] = said


def ask(till: Till) -> int:
    """Let the minute's job run."""
    return ask_gateways(till.opener(SYSTEM))


def test_what_is_not_due_is_not_asked_about(till: Till) -> None:
    assert ask(till) == 0
    till.now += MINUTE
    assert ask(till) == 1
    assert till.gateway.asked == [till.payment().number]


def test_a_lost_notice_is_made_good_by_asking(till: Till) -> None:
    says(till, Outcome.PAID)
    till.now += MINUTE
    ask(till)
    assert till.payment().state is S.PAID
    assert till.request().state is RequestState.PAID
    till.now += THREE_DAYS
    assert ask(till) == 0


def test_before_it_expires_the_gateway_is_asked(till: Till) -> None:
    till.now += LIFE - timedelta(seconds=1)
    ask(till)
    assert till.payment().state is S.PENDING
    assert till.payment().ask_next_at == till.payment().expires_at

    says(till, Outcome.PAID)
    till.now += timedelta(seconds=1)
    ask(till)

    assert till.payment().state is S.PAID


def test_what_is_pending_past_its_time_expires_and_is_asked_about_on(
    till: Till,
) -> None:
    till.now += LIFE
    ask(till)
    payment = till.payment()
    assert payment.state is S.EXPIRED
    assert payment.ask_next_at is not None

    says(till, Outcome.PAID)
    till.now = payment.ask_next_at
    ask(till)

    assert till.payment().state is S.PAID
    assert till.request().state is RequestState.PAID


def test_a_success_three_days_late_is_not_lost(till: Till) -> None:
    begun = till.now
    while till.now < begun + THREE_DAYS:
        till.now += timedelta(minutes=30)
        ask(till)
    says(till, Outcome.PAID)
    till.now += timedelta(days=1)
    ask(till)
    assert till.payment().state is S.PAID


def test_the_gaps_grow_and_last_three_days() -> None:
    assert sorted(GAPS) == list(GAPS)
    assert sum(GAPS[:-1]) * MINUTE < timedelta(days=3, hours=1) < sum(GAPS) * MINUTE


def test_after_the_last_gap_nobody_is_asked_any_more(work: Work) -> None:
    payment = make_pending(work.session, make_bill(work.session), asked=len(GAPS))
    assert next_ask(payment, work.now) is None


def test_a_failure_is_the_end_of_asking(till: Till) -> None:
    says(till, Outcome.FAILED, Failure.FUNDS)
    till.now += MINUTE
    ask(till)
    payment = till.payment()
    assert (payment.state, payment.failure) == (S.FAILED, "funds")
    assert payment.ask_next_at is None


def test_an_order_they_never_knew_is_given_up_after_its_time(till: Till) -> None:
    says(till, Outcome.UNKNOWN)
    till.now += LIFE
    ask(till)
    assert till.payment().state is S.EXPIRED
    assert till.payment().ask_next_at is not None
    till.now += timedelta(hours=2)
    ask(till)
    assert till.payment().ask_next_at is None


def test_a_silent_gateway_ends_nothing_at_once_and_is_asked_again_soon(
    till: Till,
) -> None:
    till.gateway.is_down = True
    till.now += LIFE
    assert ask(till) == 0
    payment = till.payment()
    assert payment.state is S.PENDING
    assert payment.asked == 0
    assert payment.ask_next_at is not None
    assert payment.ask_next_at <= till.now + timedelta(minutes=10)

    till.now += timedelta(minutes=31)
    ask(till)
    assert till.payment().state is S.EXPIRED
    till.gateway.is_down = False
    says(till, Outcome.PAID)
    till.now += timedelta(minutes=10)
    ask(till)
    assert till.payment().state is S.PAID


def test_a_silent_gateway_holds_up_no_other(work: Work) -> None:
    silent, good = (work.systems.gateways[key] for key in ("vnpay", "national"))
    assert isinstance(silent, FakeGateway)
    assert isinstance(good, FakeGateway)
    calls: list[str] = []

    def fall(number: str, begun_at: object) -> Told:
        calls.append(number)
        raise SystemUnavailable("vnpay")

    silent.ask = fall  # type: ignore[method-assign]
    for gateway in ("vnpay", "vnpay", "vnpay", "national"):
        request = make_bill(work.session)
        make_pending(work.session, request, gateway=gateway, ask_next_at=work.now)
    assert ask_gateways(Inside(work)) == 1
    assert (len(calls), len(good.asked)) == (1, 1)


def test_a_gateway_that_is_gone_breaks_nothing(work: Work) -> None:
    payment = make_pending(work.session, make_bill(work.session), gateway="gone")
    later = dataclasses.replace(work, now=work.now + timedelta(days=1))
    assert ask_payment(Inside(later), payment.id) is S.EXPIRED


def test_only_the_system_asks_about_everybody(work: Work) -> None:
    with pytest.raises(Forbidden):
        list_due(dataclasses.replace(work, actor=Actor(browser="b")))


def test_another_provider_after_all(till: Till) -> None:
    view = abandon_payment(till.opener(), till.key)
    assert view.standing is Standing.OPEN
    assert till.payment().state is S.EXPIRED
    assert till.gateway.asked == [till.payment().number]
    assert begin_payment(till.opener(), till.key, BANK, "second", AMOUNT).url


def test_what_was_paid_cannot_be_abandoned(till: Till) -> None:
    says(till, Outcome.PAID)
    view = abandon_payment(till.opener(), till.key)
    assert view.standing is Standing.PAID
    assert till.payment().state is S.PAID


def test_an_abandoned_payment_that_succeeds_still_counts(till: Till) -> None:
    abandon_payment(till.opener(), till.key)
    with till.work() as work:
        payment = work.session.get_one(Payment, till.payment().id)
        settle(work, payment, told(payment), Source.NOTICE)
    assert till.request().state is RequestState.PAID


def test_nothing_is_abandoned_while_the_gateway_is_silent(till: Till) -> None:
    till.gateway.is_down = True
    with pytest.raises(SystemUnavailable):
        abandon_payment(till.opener(), till.key)
    assert till.payment().state is S.PENDING


def test_abandoning_nothing_shows_the_bill(work: Work) -> None:
    request = make_bill(work.session)
    view = abandon_payment(Inside(work), request.link_key)
    assert view.standing is Standing.OPEN
    with pytest.raises(NotFound):
        abandon_payment(Inside(work), "no-such")


def test_coming_back_proves_nothing_and_asks_once_in_a_while(till: Till) -> None:
    for _ in range(5):
        view = check_payment(till.opener(), till.key)
        assert view.standing is Standing.PAYING
    assert len(till.gateway.asked) == 1

    says(till, Outcome.PAID)
    till.now += timedelta(seconds=30)
    assert check_payment(till.opener(), till.key).standing is Standing.PAID


def test_coming_back_while_the_gateway_is_silent_changes_nothing(till: Till) -> None:
    till.gateway.is_down = True
    view = check_payment(till.opener(), till.key)
    assert view.standing is Standing.PAYING


def test_past_its_time_it_is_being_checked(till: Till) -> None:
    till.now += LIFE
    with till.work() as work:
        assert show_request(work, till.key).standing is Standing.CHECKING
