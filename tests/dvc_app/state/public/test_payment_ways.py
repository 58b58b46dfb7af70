"""Choosing a bank or wallet, and leaving for its page once (C19)."""

import dataclasses
from typing import Any

import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.state.public.payment_ways import PaymentWaysState, letters
from dvc_app.wording import payments as wording
from services.integrations import health
from services.payments.models import Payment, PaymentRequest, PaymentState
from services.payments.settlement_models import ProviderKind
from services.work import Actor, Work
from tests.dvc_app.state.public.pages import send, target
from tests.dvc_app.state.public.paying import request_page
from tests.factories.payments import make_provider
from tests.payment_fakes import FakeGateway
from tests.services.payments.paying import BANK, make_bill, make_pending


@pytest.fixture
def visiting(work: Work) -> Work:
    return dataclasses.replace(work, actor=Actor(browser="visitor"))


@pytest.fixture
def bill(work: Work) -> PaymentRequest:
    bill = make_bill(work.session)
    make_provider(
        work.session,
        "momo",
        name="MoMo",
        kind=ProviderKind.WALLET,
        gateway="national",
        position=9,
        fee_fixed=1_100,
    )
    return bill


def page(work: Work, bill: PaymentRequest) -> Any:
    # Any: the framework's states have no static type of their own.
    return request_page(PaymentWaysState, work, bill, routes.PAYMENT_WAYS)


def gateway(work: Work, key: str) -> FakeGateway:
    found = work.systems.gateways[key]
    assert isinstance(found, FakeGateway)
    return found


def payments(work: Work) -> list[Payment]:
    return list(work.session.exec(select(Payment)))


def codes(state: Any) -> dict[str, list[str]]:
    # Any: as above.
    return {group.title: [way.code for way in group.ways] for group in state.groups}


def test_banks_and_wallets_stand_under_their_headings(
    visiting: Work, bill: PaymentRequest
) -> None:
    assert codes(page(visiting, bill)) == {
        wording.BANKS: [BANK],
        wording.WALLETS: ["momo"],
    }


def test_what_was_used_last_stands_first(visiting: Work, bill: PaymentRequest) -> None:
    make_pending(
        visiting.session,
        make_bill(visiting.session),
        provider="momo",
        gateway="national",
        browser="visitor",
        state=PaymentState.PAID,
    )

    titles = codes(page(visiting, bill))

    assert next(iter(titles.items())) == (wording.LAST_USED, ["momo"])
    assert wording.WALLETS not in titles


def test_a_name_is_found_without_marks(visiting: Work, bill: PaymentRequest) -> None:
    make_provider(visiting.session, "abc", name="Ngân hàng Đông Á", position=2)
    state = page(visiting, bill)

    send(state.search("dong a"))
    assert codes(state) == {wording.BANKS: ["abc"]}
    assert state.found == wording.WAYS_FOUND.format(count=1)
    send(state.search("khong co"))

    assert state.groups == []
    assert state.found == wording.WAYS_NONE


def test_the_total_with_the_fee_is_known_before_leaving(
    visiting: Work, bill: PaymentRequest
) -> None:
    state = page(visiting, bill)
    assert state.chosen.code == ""

    send(state.choose("momo"))

    assert (state.chosen.fee, state.chosen.total) == ("1.100 đ", "76.100 đ")
    assert "MoMo" in state.chosen.words
    send(state.choose("none-such"))
    assert state.chosen.code == "momo"


def test_paying_leaves_for_the_providers_page(
    visiting: Work, bill: PaymentRequest
) -> None:
    state = page(visiting, bill)
    assert send(state.pay()) is None  # nothing chosen, nothing begun
    send(state.choose(BANK))

    where = target(send(state.pay()))

    (payment,) = payments(visiting)
    assert where == payment.pay_url
    assert payment.amount == 75_000
    assert state.busy


def test_the_same_press_twice_is_one_order(
    visiting: Work, bill: PaymentRequest
) -> None:
    state = page(visiting, bill)
    send(state.choose(BANK))

    first, second = target(send(state.pay())), target(send(state.pay()))

    assert first == second
    assert len(gateway(visiting, "vnpay").orders) == 1


def test_a_silent_provider_is_told_and_another_press_tries_again(
    visiting: Work, bill: PaymentRequest
) -> None:
    gateway(visiting, "vnpay").is_down = True
    state = page(visiting, bill)
    send(state.choose(BANK))

    assert send(state.pay()) is None
    assert state._said == wording.SILENT.format(name=state.chosen.name)
    gateway(visiting, "vnpay").is_down = False

    assert target(send(state.pay()))


def test_a_provider_that_refuses_says_what_to_do(
    visiting: Work, bill: PaymentRequest
) -> None:
    gateway(visiting, "vnpay").refusal = "99"
    state = page(visiting, bill)
    send(state.choose(BANK))

    assert send(state.pay()) is None

    assert state._said == wording.REFUSALS["provider_refused"]


def test_another_amount_is_shown_before_anything_is_begun(
    visiting: Work, bill: PaymentRequest
) -> None:
    state = page(visiting, bill)
    send(state.choose(BANK))
    bill.amount = 80_000
    visiting.session.flush()

    assert send(state.pay()) is None

    assert "80.000 đ" in state._said
    assert "75.000 đ" in state._said
    assert state.chosen.code == ""
    assert payments(visiting) == []


def test_a_payment_in_another_tab_is_not_begun_twice(
    visiting: Work, bill: PaymentRequest
) -> None:
    state = page(visiting, bill)
    send(state.choose(BANK))
    make_pending(visiting.session, bill)

    assert send(state.pay()) is None

    assert state._said == wording.TAKEN
    assert state.attempt_open.name == "Vietcombank"
    assert len(payments(visiting)) == 1


def test_without_a_payer_one_is_led_back_to_the_form(
    visiting: Work, bill: PaymentRequest
) -> None:
    bill.payer = {}
    visiting.session.flush()
    state = page(visiting, bill)
    send(state.choose(BANK))

    assert target(send(state.pay())) == f"/thanh-toan/{bill.link_key}"

    assert state._said == wording.REFUSALS["payer_missing"]


def test_a_failing_provider_is_marked_with_the_time(
    visiting: Work, bill: PaymentRequest
) -> None:
    health.note("national", answered=False)
    try:
        state = page(visiting, bill)
    finally:
        health.note("national", answered=True)
    send(state.choose("momo"))

    (wallet,) = [
        group.ways[0] for group in state.groups if group.title != wording.BANKS
    ]
    assert wallet.failing.startswith("Đang trục trặc từ ")
    assert "MoMo" in state.chosen.warning


@pytest.mark.parametrize(
    ("name", "mark"),
    [("Vietcombank", "VI"), ("VietinBank", "VB"), ("BIDV", "BI"), ("MoMo", "MM")],
)
def test_a_mark_is_two_letters(name: str, mark: str) -> None:
    assert letters(name) == mark
