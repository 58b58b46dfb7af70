"""What is asked for and who pays it: told to whom, kept, led on (C18)."""

import dataclasses
from datetime import timedelta

import pytest

from dvc_app.state.public.payment_bill_page import BillState
from dvc_app.wording import payments as wording
from services.payments.models import PaymentRequest, PaymentState, RequestState
from services.signals import payment_topic
from services.work import Actor, Work
from tests.conftest import NOON
from tests.dvc_app.state.public.pages import go, open_state, send, target
from tests.dvc_app.state.public.paying import request_page
from tests.factories.payments import make_payment
from tests.services.payments.paying import PAYER, make_bill, make_pending

TYPED = {f"payer_{name}": text for name, text in PAYER.items()}


@pytest.fixture
def visiting(work: Work) -> Work:
    return dataclasses.replace(work, actor=Actor(browser="visitor"))


@pytest.fixture
def bill(work: Work) -> PaymentRequest:
    return make_bill(work.session, dossier_code="H55.92-261121-0001")


def test_a_stranger_sees_the_sum_and_nobody(
    visiting: Work, bill: PaymentRequest
) -> None:
    state = request_page(BillState, visiting, bill)

    assert state.bill.amount == "75.000 đ"
    assert state.bill.initials == "N. T. Á. T."
    assert state.payer.name == ""
    assert bill.applicant_name not in repr(state.dict())
    assert PAYER["number"] not in repr(state.dict())
    assert state._topics == (payment_topic(bill.id),)


def test_its_owner_is_offered_the_payer_known(work: Work, bill: PaymentRequest) -> None:
    owner = Actor(account_id=bill.account_id, browser="browser")
    state = request_page(BillState, dataclasses.replace(work, actor=owner), bill)

    assert state.payer.name == PAYER["name"]


def test_who_pays_is_kept_and_leads_on_to_the_banks(
    visiting: Work, bill: PaymentRequest
) -> None:
    state = request_page(BillState, visiting, bill)

    where = target(send(state.save(TYPED | {"payer_name": "Trần Minh An"})))

    assert where == f"/thanh-toan/{bill.link_key}/ngan-hang"
    assert bill.payer["name"] == "Trần Minh An"


def test_each_fault_of_the_payer_stands_at_its_field(
    visiting: Work, bill: PaymentRequest
) -> None:
    state = request_page(BillState, visiting, bill)

    assert send(state.save(TYPED | {"payer_name": "", "payer_phone": "12"})) is None

    assert set(state.problems) == {"payer_name", "payer_phone"}
    assert bill.payer["name"] == PAYER["name"]


def test_a_link_that_is_none_says_so(visiting: Work, bill: PaymentRequest) -> None:
    state = open_state(BillState, visiting, "/thanh-toan/khong-co")
    send(state.load())

    assert state.missing
    assert state.bill.amount == ""
    go(state, f"/thanh-toan/{bill.link_key}")
    send(state.load())
    assert not state.missing


def test_money_that_comes_leads_to_the_result_by_itself(
    visiting: Work, bill: PaymentRequest
) -> None:
    state = request_page(BillState, visiting, bill)
    assert state._answer is None
    bill.state = RequestState.PAID
    visiting.session.flush()

    where = target(send(state.refresh()))

    assert where == f"/thanh-toan/{bill.link_key}/ket-qua"
    assert not state.is_payable


def test_a_bill_closed_meanwhile_keeps_nobody_and_says_so(
    visiting: Work, bill: PaymentRequest
) -> None:
    state = request_page(BillState, visiting, bill)
    bill.state = RequestState.CANCELLED
    visiting.session.flush()

    assert "ket-qua" in target(send(state.save(TYPED)))

    assert state._said == wording.CLOSED


def test_a_payment_in_another_tab_is_shown_and_its_page_only_where_it_began(
    visiting: Work, bill: PaymentRequest
) -> None:
    values = {"pay_url": "https://bank.example/1", "browser": "visitor"}
    make_pending(visiting.session, bill, **values)
    other = dataclasses.replace(visiting, actor=Actor(browser="other"))

    here, there = (request_page(BillState, one, bill) for one in (visiting, other))

    assert here.attempt_open.url == "https://bank.example/1"
    assert there.attempt_open.url == ""
    assert wording.OPEN_ELSEWHERE in there.attempt_open.line


def test_a_payment_begun_before_may_be_given_up(
    visiting: Work, bill: PaymentRequest
) -> None:
    payment = make_payment(
        visiting.session,
        bill,
        state=PaymentState.PENDING,
        expires_at=NOON + timedelta(minutes=15),
    )
    state = request_page(BillState, visiting, bill)

    send(state.abandon())

    assert payment.state is PaymentState.EXPIRED
    assert state.attempt_open.name == ""
    assert state._said == wording.ABANDONED
