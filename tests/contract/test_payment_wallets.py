"""MoMo, ZaloPay and Viettel Money: their adapters before a running sandbox."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations.payment_gateways.momo import adapter as momo
from services.integrations.payment_gateways.port import (
    Failure,
    GatewayRefused,
    NoticeRefused,
    Outcome,
    PaymentGateway,
    Verdict,
)
from services.integrations.payment_gateways.viettel_money import adapter as viettel
from services.integrations.payment_gateways.zalopay import adapter as zalopay
from services.integrations.transport import build_client
from tests.contract.gateway_office import AMOUNT, Office, refund_of
from tests.notice_listener import NoticeListener
from tests.sandbox_process import SandboxProcess

Build = Callable[[httpx.Client, str], PaymentGateway]


@dataclass(frozen=True)
class Kind:
    """How one wallet is reached; ZaloPay tells of money alone, never of failures."""

    path: str
    build: Build
    tells_failures: bool = True
    opens_by_page: bool = False  # the order is known once the browser is there


WALLETS = {
    "momo": Kind(
        "momo", lambda c, s: momo.HttpMomo(c, momo.Merchant("DVC", "sandbox", s))
    ),
    "zalopay": Kind(
        "zalopay",
        lambda c, s: zalopay.HttpZaloPay(c, zalopay.Merchant(2553, s, s)),
        tells_failures=False,
    ),
    "viettel_money": Kind(
        "viettel-money",
        lambda c, s: viettel.HttpViettelMoney(c, viettel.Merchant("DVC", "sandbox", s)),
        opens_by_page=True,
    ),
}


def connect(
    key: str, sandbox: SandboxProcess, seconds: float = 2.0, secret: str = "sandbox"
) -> tuple[httpx.Client, PaymentGateway]:
    kind = WALLETS[key]
    client = build_client(f"{sandbox.url}/{kind.path}", seconds)
    return client, kind.build(client, secret)


@pytest.fixture(scope="module")
def listener() -> Iterator[NoticeListener]:
    listener = NoticeListener()
    yield listener
    listener.close()


@pytest.fixture(params=sorted(WALLETS))
def office(
    request: pytest.FixtureRequest, sandbox: SandboxProcess, listener: NoticeListener
) -> Iterator[Office]:
    client, gateway = connect(request.param, sandbox)
    with client:
        office = Office(request.param, sandbox, listener, gateway)
        office.acknowledge()
        yield office


def kind(office: Office) -> Kind:
    return WALLETS[office.key]


def test_an_order_nobody_made_is_unknown(office: Office) -> None:
    told = office.gateway.ask(office.order().number, clock.now())
    assert told.outcome is Outcome.UNKNOWN


def test_an_order_that_waits_is_pending(office: Office) -> None:
    order = office.opened()
    told = office.gateway.ask(order.number, order.begun_at)
    assert (told.outcome, told.transaction_id) == (Outcome.PENDING, "")


def test_the_page_names_the_wallet_and_the_amount(office: Office) -> None:
    order = office.order()
    page = httpx.get(office.gateway.begin(order).url, follow_redirects=True).text
    assert "150.000" in page
    assert order.number in page


def test_an_order_begun_again_is_the_same_or_refused_never_a_second(
    office: Office,
) -> None:
    order = office.opened()
    try:
        again = httpx.get(office.gateway.begin(order).url, follow_redirects=True)
        assert order.number in again.text
    except GatewayRefused:
        assert office.key == "zalopay"
    query = {"number": order.number}
    kept = httpx.get(f"{office.sandbox.url}/payments.json", params=query).json()
    assert len(kept) == 1


def test_the_same_number_with_another_amount_opens_nothing(office: Office) -> None:
    order = office.opened()
    dearer = replace(order, amount=AMOUNT * 2)
    try:
        page = httpx.get(office.gateway.begin(dearer).url, follow_redirects=True)
        assert page.status_code == 400
    except GatewayRefused:
        pass
    assert office.kept(order)["amount"] == AMOUNT


def test_money_is_told_by_a_genuine_notice_and_by_the_question(office: Office) -> None:
    order = office.opened()
    kept = office.decide(order)

    (noticed,) = office.told(order)

    asked = office.gateway.ask(order.number, order.begun_at)
    for told in (noticed, asked):
        assert told.number == order.number
        assert (told.outcome, told.amount) == (Outcome.PAID, AMOUNT)
        assert told.transaction_id == kept["transaction"]
    assert noticed.at is not None
    assert abs(noticed.at - clock.now()) < timedelta(minutes=1)


@pytest.mark.parametrize("failure", list(Failure))
def test_a_refusal_says_why(office: Office, failure: Failure) -> None:
    order = office.opened()
    office.decide(order, outcome="failed", reason=failure.value)
    tellings = office.told(order) if kind(office).tells_failures else []
    if failure not in _of_theirs(office):
        tellings.append(office.gateway.ask(order.number, order.begun_at))
    for told in tellings:
        assert told.outcome is Outcome.FAILED
        assert told.transaction_id == ""
        assert told.failure is failure


def _of_theirs(office: Office) -> set[Failure]:
    """Return failures whose code speaks of MoMo itself when it is asked."""
    both = {Failure.MAINTENANCE, Failure.OTHER}
    return both if office.key == "momo" else set()


def test_zalopay_calls_for_money_alone(
    sandbox: SandboxProcess, listener: NoticeListener
) -> None:
    client, gateway = connect("zalopay", sandbox)
    with client:
        office = Office("zalopay", sandbox, listener, gateway)
        order = office.opened()
        office.decide(order, outcome="failed", reason="funds", is_told_first=True)
        assert office.kept(order)["notices"] == []
        told = gateway.ask(order.number, order.begun_at)
        assert (told.outcome, told.failure) == (Outcome.FAILED, Failure.FUNDS)


def test_another_amount_than_asked_for_is_told_as_it_is(office: Office) -> None:
    order = office.opened()
    office.decide(order, amount=AMOUNT - 1)
    (noticed,) = office.told(order)
    asked = office.gateway.ask(order.number, order.begun_at)
    assert {told.amount for told in (noticed, asked)} == {AMOUNT - 1}


def test_a_lost_notice_leaves_the_question(office: Office) -> None:
    order = office.opened()
    office.decide(order, copies=0)
    asked = office.gateway.ask(order.number, order.begun_at)
    assert asked.outcome is Outcome.PAID
    assert office.kept(order)["notices"] == []


def test_a_notice_may_come_twice_at_once(office: Office) -> None:
    order = office.opened()
    office.decide(order, copies=2)
    first, second = office.told(order, 2)
    assert replace(first, at=None) == replace(second, at=None)


@pytest.mark.parametrize("verdict", [Verdict.OK, Verdict.ALREADY])
def test_an_acknowledged_notice_is_not_repeated(
    office: Office, verdict: Verdict
) -> None:
    office.acknowledge(verdict)
    order = office.opened()
    office.decide(order, is_told_first=True)
    (sent,) = office.kept(order)["notices"]
    assert sent["is_acknowledged"] is True


def test_what_we_failed_to_keep_is_told_again(office: Office) -> None:
    office.acknowledge(Verdict.OTHER)
    order = office.opened()
    office.decide(order)
    office.listener.about(order.number, 1)
    office.acknowledge()
    first, second = office.told(order, 2)
    assert replace(first, at=None) == replace(second, at=None)


def test_the_way_back_carries_fields_that_prove_nothing(office: Office) -> None:
    order = office.opened()
    home = office.decide(order)["home"]
    assert home.startswith(order.return_url)
    assert parse_qs(urlsplit(home).query)


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
    assert again == first
    assert not over.is_done
    assert over.refusal
    assert rest.is_done
    assert [one["amount"] for one in office.kept(order)["refunds"]] == [50_000, 100_000]
    told = office.gateway.ask(order.number, order.begun_at)
    assert (told.outcome, told.amount) == (Outcome.PAID, AMOUNT)


def test_nothing_is_given_back_of_what_nobody_paid(office: Office) -> None:
    order = office.opened()
    office.decide(order)
    (paid,) = office.told(order)
    strange = replace(paid, transaction_id="999")
    assert not office.gateway.refund(refund_of(order, strange, AMOUNT)).is_done


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
def test_a_wallet_that_gives_no_sense_is_unavailable(office: Office, mode: str) -> None:
    order = office.opened()
    office.decide(order)
    (paid,) = office.told(order)
    client, hasty = connect(office.key, office.sandbox, 0.5)
    office.sandbox.switch(office.key, mode, seconds=1.0)
    asks: list[Callable[[], Any]] = [
        lambda: hasty.ask(order.number, order.begun_at),
        lambda: hasty.refund(refund_of(order, paid, 1_000)),
        lambda: hasty.report(clock.local_day(clock.now())),
    ]
    if not kind(office).opens_by_page:
        asks.append(lambda: hasty.begin(office.order()))
    with client:
        for ask in asks:
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


def test_an_amount_momo_does_not_take_is_refused(
    sandbox: SandboxProcess, listener: NoticeListener
) -> None:
    client, gateway = connect("momo", sandbox)
    with client, pytest.raises(GatewayRefused):
        gateway.begin(Office("momo", sandbox, listener, gateway).order(amount=999))


def test_a_kill_loses_no_order_no_money_and_no_refund(
    tmp_path: Path, listener: NoticeListener
) -> None:
    sandbox = SandboxProcess(tmp_path)
    try:
        sandbox.start()
        for key in WALLETS:
            client, gateway = connect(key, sandbox)
            with client:
                office = Office(key, sandbox, listener, gateway)
                order = office.opened()
                office.decide(order, copies=0)
                told = gateway.ask(order.number, order.begun_at)
                refund = refund_of(order, told, 10_000)
                gateway.refund(refund)
                sandbox.kill()
                sandbox.start()
                assert gateway.refund(refund).is_done
                assert gateway.ask(order.number, order.begun_at) == told
                assert len(office.kept(order)["refunds"]) == 1
    finally:
        sandbox.kill()
