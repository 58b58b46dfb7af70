"""The same questions to every payment gateway before a running sandbox."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations.payment_gateways.port import (
    Failure,
    GatewayRefused,
    NoticeRefused,
    Outcome,
    Told,
    Verdict,
)
from tests.contract.gateway_office import AMOUNT, KINDS, Office, connect, refund_of
from tests.notice_listener import NoticeListener
from tests.sandbox_process import SandboxProcess


@pytest.fixture(scope="module")
def listener() -> Iterator[NoticeListener]:
    listener = NoticeListener()
    yield listener
    listener.close()


@pytest.fixture(params=sorted(KINDS))
def office(
    request: pytest.FixtureRequest, sandbox: SandboxProcess, listener: NoticeListener
) -> Iterator[Office]:
    client, gateway = connect(request.param, sandbox, 2.0)
    with client:
        office = Office(request.param, sandbox, listener, gateway)
        office.acknowledge()
        yield office


def test_an_order_nobody_made_is_unknown(office: Office) -> None:
    told = office.gateway.ask(office.order().number, clock.now())
    assert told.outcome is Outcome.UNKNOWN


def test_an_order_made_twice_is_one_order_and_is_pending(office: Office) -> None:
    order = office.opened()
    again = httpx.get(office.gateway.begin(order).url, follow_redirects=True)
    assert order.number in again.text
    told = office.gateway.ask(order.number, order.begun_at)
    assert (told.outcome, told.amount) == (Outcome.PENDING, AMOUNT)
    assert told.transaction_id == ""


def test_money_is_told_by_a_genuine_notice_and_by_the_question(office: Office) -> None:
    order = office.opened()
    kept = office.decide(order)

    (noticed,) = office.told(order)

    asked = office.gateway.ask(order.number, order.begun_at)
    for told in (noticed, asked):
        assert told.number == order.number
        assert (told.outcome, told.amount) == (Outcome.PAID, AMOUNT)
        assert told.transaction_id == kept["transaction"]
        assert told.at is not None
        assert abs(told.at - clock.now()) < timedelta(minutes=1)


@pytest.mark.parametrize("failure", [f for f in Failure if f is not Failure.SUSPICIOUS])
def test_a_refusal_says_why(office: Office, failure: Failure) -> None:
    order = office.opened()
    office.decide(order, outcome="failed", reason=failure.value)
    (noticed,) = office.told(order)
    assert (noticed.outcome, noticed.failure) == (Outcome.FAILED, failure)
    assert noticed.transaction_id == ""
    asked = office.gateway.ask(order.number, order.begun_at)
    assert asked.outcome is Outcome.FAILED


def test_money_that_is_held_back_is_not_decided(office: Office) -> None:
    order = office.opened()
    office.decide(order, outcome="failed", reason="suspicious")
    (noticed,) = office.told(order)
    asked = office.gateway.ask(order.number, order.begun_at)
    assert noticed.outcome is asked.outcome is Outcome.PENDING


def test_another_amount_than_asked_for_is_told_as_it_is(office: Office) -> None:
    order = office.opened()
    office.decide(order, amount=AMOUNT - 1)
    (noticed,) = office.told(order)
    assert (noticed.outcome, noticed.amount) == (Outcome.PAID, AMOUNT - 1)


def test_a_lost_notice_leaves_the_question(office: Office) -> None:
    order = office.opened()
    office.decide(order, copies=0)
    asked = office.gateway.ask(order.number, order.begun_at)
    assert asked.outcome is Outcome.PAID
    assert office.kept(order)["notices"] == []


def test_a_failure_may_be_followed_by_success(office: Office) -> None:
    order = office.opened()
    office.decide(order, outcome="failed", reason="timeout", is_told_first=True)
    office.decide(order, is_told_first=True)
    outcomes = [told.outcome for told in office.told(order, 2)]
    assert outcomes == [Outcome.FAILED, Outcome.PAID]


def test_a_notice_may_come_twice_at_once(office: Office) -> None:
    order = office.opened()
    office.decide(order, copies=2)
    first, second = office.told(order, 2)
    assert first == second


@pytest.mark.parametrize("verdict", [Verdict.OK, Verdict.ALREADY])
def test_an_acknowledged_notice_is_not_repeated(
    office: Office, verdict: Verdict
) -> None:
    office.acknowledge(verdict)
    order = office.opened()
    office.decide(order, is_told_first=True)
    (sent,) = office.kept(order)["notices"]
    assert sent["is_acknowledged"] is True


@pytest.mark.parametrize(
    "verdict",
    [Verdict.NOT_FOUND, Verdict.BAD_AMOUNT, Verdict.BAD_SIGNATURE, Verdict.OTHER],
)
def test_any_other_answer_is_heard_as_no(office: Office, verdict: Verdict) -> None:
    office.acknowledge(verdict)
    order = office.opened()
    office.decide(order, is_told_first=True)
    assert office.kept(order)["notices"][0]["is_acknowledged"] is False


def test_a_notice_nobody_acknowledged_comes_again(office: Office) -> None:
    office.acknowledge(Verdict.OTHER)
    order = office.opened()
    office.decide(order)
    office.listener.about(order.number, 1)
    office.acknowledge()
    assert len(set(office.told(order, 2))) == 1


def test_parts_are_given_back_and_never_more_than_was_paid(office: Office) -> None:
    order = office.opened()
    office.decide(order)
    (paid,) = office.told(order)
    part = refund_of(order, paid, 50_000)

    first = office.gateway.refund(part)
    again = office.gateway.refund(part)
    over = office.gateway.refund(refund_of(order, paid, AMOUNT))
    rest = office.gateway.refund(refund_of(order, paid, 100_000))

    assert first.is_done
    assert first.reference
    assert again.is_done
    assert not over.is_done
    assert over.refusal
    assert rest.is_done
    assert [one["amount"] for one in office.kept(order)["refunds"]] == [50_000, 100_000]
    told = office.gateway.ask(order.number, order.begun_at)
    assert (told.outcome, told.amount) == (Outcome.PAID, AMOUNT)


def test_nothing_is_given_back_of_what_was_not_paid(office: Office) -> None:
    order = office.opened()
    office.decide(order, outcome="failed", reason="funds")
    nothing = Told(order.number, Outcome.PAID, AMOUNT, "")
    assert not office.gateway.refund(refund_of(order, nothing, AMOUNT)).is_done


def test_the_ledger_of_a_day_has_money_failures_and_refunds(office: Office) -> None:
    paid, failed, refunded = office.opened(), office.opened(), office.opened()
    office.decide(paid)
    office.decide(failed, outcome="failed", reason="funds")
    office.decide(refunded)
    (told,) = office.told(refunded)
    office.gateway.refund(refund_of(refunded, told, 20_000))

    today = clock.local_day(clock.now())
    lines = {line.number: line for line in office.gateway.report(today)}

    assert (lines[paid.number].is_paid, lines[paid.number].amount) == (True, AMOUNT)
    assert lines[refunded.number].transaction_id == told.transaction_id
    assert lines[refunded.number].refunded == 20_000
    assert lines[failed.number].is_paid is False
    assert clock.local_day(lines[paid.number].at) == today
    assert office.gateway.report(today - timedelta(days=400)) == ()


@pytest.mark.parametrize("mode", ["down", "garbage", "error", "slow"])
def test_a_gateway_that_gives_no_sense_is_unavailable(
    office: Office, mode: str
) -> None:
    order = office.opened()
    office.decide(order)
    (paid,) = office.told(order)
    client, hasty = connect(office.key, office.sandbox, 0.5)
    office.sandbox.switch(office.key, mode, seconds=1.0)
    today = clock.local_day(clock.now())
    with client:
        for ask in (
            lambda: hasty.ask(order.number, order.begun_at),
            lambda: hasty.refund(refund_of(order, paid, 1_000)),
            lambda: hasty.report(today),
        ):
            with pytest.raises(SystemUnavailable):
                ask()


def test_with_another_secret_nothing_is_opened_asked_or_believed(
    office: Office,
) -> None:
    order = office.opened()
    office.decide(order)
    (notice,) = office.listener.about(order.number)
    client, stranger = connect(office.key, office.sandbox, 2.0, "another secret")
    with client:
        with pytest.raises(SystemUnavailable):
            stranger.ask(order.number, order.begun_at)
        with pytest.raises(NoticeRefused):
            stranger.read_notice(notice, clock.now())
        mine = office.order()
        try:
            page = httpx.get(stranger.begin(mine).url, follow_redirects=True)
            assert page.status_code == 400
        except (GatewayRefused, SystemUnavailable):
            pass
    assert office.gateway.ask(mine.number, mine.begun_at).outcome is Outcome.UNKNOWN


def test_the_same_number_with_another_amount_opens_nothing(office: Office) -> None:
    order = office.opened()
    dearer = replace(order, amount=AMOUNT * 2)
    try:
        page = httpx.get(office.gateway.begin(dearer).url, follow_redirects=True)
        assert page.status_code == 400
    except GatewayRefused:
        pass
    assert office.kept(order)["amount"] == AMOUNT


def test_a_kill_loses_no_order_no_money_and_no_refund(
    tmp_path: Path, listener: NoticeListener
) -> None:
    sandbox = SandboxProcess(tmp_path)
    try:
        sandbox.start()
        client, gateway = connect("vnpay", sandbox, 2.0)
        with client:
            office = Office("vnpay", sandbox, listener, gateway)
            order, other = office.opened(), office.opened()
            office.decide(order, copies=0)
            told = gateway.ask(order.number, order.begun_at)
            refund = refund_of(order, told, 10_000)
            gateway.refund(refund)
            sandbox.kill()
            sandbox.start()
            assert gateway.refund(refund).is_done
            assert gateway.ask(order.number, order.begun_at) == told
            waiting = gateway.ask(other.number, other.begun_at)
            assert waiting.outcome is Outcome.PENDING
            assert len(office.kept(order)["refunds"]) == 1
    finally:
        sandbox.kill()
