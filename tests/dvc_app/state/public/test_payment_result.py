"""The result page believes the server alone, and says what became of the money."""

import dataclasses
from datetime import timedelta
from typing import Any

import pytest

from dvc_app import routes
from dvc_app.state.public.payment_result import PaymentResultState
from dvc_app.wording import payment_results as wording
from dvc_app.wording.payment_results import Head
from services.core import clock
from services.integrations.payment_gateways.port import Failure, Outcome
from services.payments.models import (
    DueMoment,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.settle import settle
from services.payments.settlement_models import Refund, RefundState
from services.work import Actor, Work
from tests.conftest import NOON
from tests.dvc_app.state.public.pages import go, send
from tests.dvc_app.state.public.paying import request_page
from tests.services.payments.paying import make_bill, make_pending, told

MINUTE = timedelta(minutes=1)


@pytest.fixture
def visiting(work: Work) -> Work:
    return dataclasses.replace(work, actor=Actor(browser="visitor"))


@pytest.fixture
def bill(work: Work) -> PaymentRequest:
    return make_bill(work.session, dossier_code="H55.92-261121-0001")


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOON + MINUTE)


def page(work: Work, bill: PaymentRequest) -> Any:
    # Any: the framework's states have no static type of their own.
    return request_page(PaymentResultState, work, bill, routes.PAYMENT_RESULT)


def head(state: Any) -> Head:
    # Any: as above.
    return Head(state.outcome.head)


def test_what_the_browser_brings_back_is_not_believed(
    visiting: Work, bill: PaymentRequest
) -> None:
    make_pending(visiting.session, bill, browser="visitor")
    state = page(visiting, bill)
    address = routes.fill(routes.PAYMENT_RESULT, request=bill.link_key)

    go(state, f"{address}?vnp_ResponseCode=00&vnp_TransactionStatus=00&resultCode=0")
    send(state.load())

    assert head(state) is Head.CONFIRMING
    assert state.outcome.is_waiting
    assert bill.state is RequestState.OPEN


def test_a_long_wait_may_be_left(visiting: Work, bill: PaymentRequest) -> None:
    make_pending(visiting.session, bill, created_at=NOON - 5 * MINUTE)

    state = page(visiting, bill)

    assert head(state) is Head.PROCESSING
    assert "đóng trang này được" in state.outcome.line


def test_the_server_asks_the_provider_and_the_page_shows_its_answer(
    visiting: Work, bill: PaymentRequest
) -> None:
    payment = make_pending(visiting.session, bill, browser="visitor")
    gateway: Any = visiting.systems.gateways["vnpay"]  # Any: a fake
    state = page(visiting, bill)
    assert state._answer is not None  # the page has the provider asked at once
    gateway.answers[payment.number] = told(payment)

    send(state.ask())

    assert head(state) is Head.PAID
    assert state.outcome.transaction == "T1"
    assert state.outcome.number == payment.number
    assert state.outcome.receipt_href == f"/in/bien-lai/{bill.link_key}.pdf"
    assert state.outcome.effect


def test_a_stranger_is_told_that_it_is_paid_and_gets_no_receipt(
    visiting: Work, bill: PaymentRequest
) -> None:
    payment = make_pending(visiting.session, bill, browser="another")
    settle(visiting, payment, told(payment), "notice")

    state = page(visiting, bill)

    assert head(state) is Head.PAID
    assert state.outcome.receipt_href == ""
    assert state.outcome.receipt_note == wording.RECEIPT_OTHERS
    assert state.outcome.dossier_href == ""
    assert state.outcome.look_up_href == "/tra-cuu?ma=H55.92-261121-0001"


@pytest.mark.parametrize("failure", [*Failure, "unreachable", "refused"])
def test_every_failure_tells_what_happened_whether_money_went_and_what_to_do(
    visiting: Work, bill: PaymentRequest, failure: str
) -> None:
    make_pending(
        visiting.session, bill, state=PaymentState.FAILED, failure=str(failure)
    )

    said = page(visiting, bill).outcome

    assert Head(said.head) is Head.FAILED
    assert said.cause == wording.FAILURES[failure][0].format(name="Vietcombank")
    assert said.money in (wording.NOT_TAKEN, wording.IF_TAKEN)
    assert said.advice
    assert said.can_retry


@pytest.mark.parametrize(
    ("settled", "key"), [(NOON + MINUTE, "abandoned"), (NOON + 20 * MINUTE, "expired")]
)
def test_what_ran_out_and_what_was_left_are_told_apart(
    visiting: Work, bill: PaymentRequest, settled: Any, key: str
) -> None:
    # Any: a moment.
    make_pending(visiting.session, bill, state=PaymentState.EXPIRED, settled_at=settled)

    said = page(visiting, bill).outcome

    assert said.cause == wording.FAILURES[key][0].format(name="Vietcombank")
    assert said.money == wording.IF_TAKEN


def test_late_success_explains_the_earlier_word(
    visiting: Work, bill: PaymentRequest
) -> None:
    payment = make_pending(
        visiting.session, bill, state=PaymentState.EXPIRED, settled_at=NOON - MINUTE
    )
    payment.expires_at = NOON - MINUTE
    settle(visiting, payment, told(payment), "notice")

    assert page(visiting, bill).outcome.late == wording.LATE


def test_another_amount_is_held_and_told(visiting: Work, bill: PaymentRequest) -> None:
    payment = make_pending(visiting.session, bill)
    settle(visiting, payment, told(payment, amount=70_000), "notice")

    state = page(visiting, bill)

    assert head(state) is Head.HELD
    assert "70.000 đ" in state.outcome.line
    assert "75.000 đ" in state.outcome.line
    assert not state.outcome.can_retry


def test_a_second_payment_is_given_back_by_itself(
    visiting: Work, bill: PaymentRequest
) -> None:
    first = make_pending(visiting.session, bill, state=PaymentState.EXPIRED)
    second = make_pending(visiting.session, bill, created_at=NOON + MINUTE)
    settle(visiting, second, told(second), "notice")
    settle(visiting, first, told(first, transaction_id="T2"), "notice")

    said = page(visiting, bill).outcome

    assert Head(said.head) is Head.PAID
    assert said.number == second.number
    assert "75.000 đ" in said.double
    assert [step.is_done for step in said.refunds[0].steps] == [True, False, False]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (RefundState.DONE, wording.REFUND_DONE),
        (RefundState.DECLINED, wording.REFUND_DECLINED),
        (RefundState.REFUSED, wording.REFUND_REFUSED),
    ],
)
def test_a_refund_has_its_own_timeline(
    visiting: Work, bill: PaymentRequest, state: RefundState, words: str
) -> None:
    payment = make_pending(visiting.session, bill)
    settle(visiting, payment, told(payment), "notice")
    visiting.session.add(
        Refund(
            payment_id=payment.id,
            number="R1",
            amount=75_000,
            remaining_before=75_000,
            reason="other",
            state=state,
            asked_at=NOON,
            decided_at=NOON,
            done_at=NOON if state is RefundState.DONE else None,
            intent="x",
        )
    )
    visiting.session.flush()

    steps = page(visiting, bill).outcome.refunds[0].steps

    assert steps[-1].words == words


def test_a_cancelled_bill_says_why_and_that_nothing_is_owed(
    visiting: Work, bill: PaymentRequest
) -> None:
    bill.state, bill.cancelled_why = RequestState.CANCELLED, "replaced"
    visiting.session.flush()

    state = page(visiting, bill)

    assert head(state) is Head.CANCELLED
    assert wording.CANCELLED_WHY["replaced"] in state.outcome.line


def test_a_bill_nobody_tried_to_pay_leads_to_the_banks(
    visiting: Work, bill: PaymentRequest
) -> None:
    state = page(visiting, bill)

    assert head(state) is Head.UNPAID
    assert state.outcome.can_retry


def test_the_page_names_nobody(visiting: Work, bill: PaymentRequest) -> None:
    payment = make_pending(visiting.session, bill, browser="visitor")
    settle(visiting, payment, told(payment, Outcome.PAID), "notice")

    assert bill.applicant_name not in repr(page(visiting, bill).dict())


def test_a_paid_draft_leads_its_owner_to_the_last_look_and_nobody_else(
    work: Work, visiting: Work
) -> None:
    given = {"moment": DueMoment.BEFORE_FILING, "state": RequestState.PAID}
    draft = make_bill(work.session, **given)
    owner = Actor(account_id=draft.account_id, browser="home")
    seen = page(dataclasses.replace(work, actor=owner), draft).outcome
    review = routes.fill(routes.FILE_CONFIRM, draft=str(draft.dossier_id))
    assert (seen.review_href, seen.dossier_href) == (review, "")
    assert "Đồng ý" in seen.effect
    assert page(visiting, draft).outcome.review_href == ""
    draft.dossier_code = "H55.92-261121-0002"  # it was filed meanwhile
    seen = page(dataclasses.replace(work, actor=owner), draft).outcome
    assert seen.review_href == ""
    assert "Đồng ý" not in seen.effect


def test_a_page_listens_before_it_reads_so_that_no_change_in_between_is_lost(
    visiting: Work, bill: PaymentRequest
) -> None:
    state, order = page(visiting, bill), list[str]()
    run = state._run

    async def noted(act: Any, *given: Any) -> Any:
        order.append(act.__name__)
        return await run(act, *given)

    object.__setattr__(state, "_run", noted)
    object.__setattr__(state, "_watch", lambda *_: order.append("watch"))
    send(state.load())
    assert order == ["find_request", "watch", "show_request"]
