"""One request of the till: each act, said, refused at its field, done once."""

import dataclasses
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.state.officer.due import DueState
from dvc_app.wording import till as wording
from services.core.errors import NotFound, ProofNeeded
from services.payments.ask_refund import RefundWish, ask_refund
from services.payments.close_till import close_till
from services.payments.models import Payment, PaymentRequest, PaymentState
from services.payments.settlement_models import Refund, RefundState
from services.payments.take_cash import Slip, take_cash
from services.signals import payment_topic
from services.work import Actor, Role, Work
from tests.dvc_app.state.officer.desks import open_as, send
from tests.factories.payments import make_payment
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_received,
)

FEE = 75_000
SLIP = {"book": "AA/26P", "slip": "0012", "cash_payer": "Nông Văn Bình"}
WISH = {"refund_amount": "75.000", "refund_note": "Người nộp rút hồ sơ"}
WHY = "Hộ nghèo, có giấy chứng nhận"


@pytest.fixture
def desk(work: Work) -> Desk:
    made = make_desk(work.session, fee=FEE)
    fresh = dataclasses.replace(made.approver, proved_at=work.now)
    return dataclasses.replace(made, approver=fresh)


@pytest.fixture
def request_(work: Work, desk: Desk) -> PaymentRequest:
    dossier = dossier_of(work, make_received(work, desk).code)
    query = select(PaymentRequest).where(PaymentRequest.dossier_id == dossier.id)
    return work.session.exec(query).one()


def opened(work: Work, officer: Actor, request: PaymentRequest) -> Any:  # Any: a state
    address = routes.fill(routes.TILL_ONE, due=str(request.id))
    return open_as(DueState, work, officer, address)


def paid(work: Work, desk: Desk, request: PaymentRequest) -> Payment:
    slip = Slip("B1", "7", "Nông Văn Bình")
    return take_cash(acting(work, desk.intake), request.id, slip, uuid4().hex)


def held(work: Work, request: PaymentRequest, received: int) -> Payment:
    return make_payment(
        work.session,
        request,
        state=PaymentState.MISMATCH,
        amount_received=received,
        settled_at=work.now,
        provider="vietqr",
        gateway="bank_feed",
    )


def wished(work: Work, desk: Desk, request: PaymentRequest) -> Refund:
    payment = paid(work, desk, request)
    wish = RefundWish(FEE, FEE, "other", "Người nộp rút hồ sơ")
    return ask_refund(acting(work, desk.intake), payment.id, wish, uuid4().hex)


def refunds(work: Work) -> list[Refund]:
    return list(work.session.exec(select(Refund)))


def test_the_page_says_what_is_asked_of_whom(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    state = opened(work, desk.intake, request_)
    assert (state.amount, state.state) == ("75.000 đ", "Chưa thanh toán")
    assert state.code == request_.dossier_code
    assert state.facts["moment"] == "Khi tiếp nhận"
    assert [line.amount for line in state.lines] == ["75.000 đ"]
    assert state.attempts == []
    assert state.cash_words == "Ghi đã thu 75.000 đ"
    assert (state.may_cash, state.may_waive) == (True, False)


@pytest.mark.parametrize("address", ["khong-phai-so", str(uuid4())])
def test_what_is_not_there_is_said_to_be_missing(
    work: Work, desk: Desk, address: str
) -> None:
    state = open_as(DueState, work, desk.intake, f"/can-bo/thu-phi/{address}")
    assert (state.missing, state.loaded) == (True, False)


def test_another_agency_finds_nothing_and_does_nothing(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    stranger = make_desk(work.session)
    state = opened(work, stranger.intake, request_)
    assert state.missing
    with pytest.raises(NotFound):
        send(state.take_cash(SLIP))
    assert request_.state == "open"


def test_cash_is_written_down_once_however_often_it_is_pressed(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    state = opened(work, desk.intake, request_)
    press = state._intent
    send(state.take_cash(SLIP))
    assert state._said == "Đã ghi thu 75.000 đ. Biên lai điện tử đã lập."
    assert (state.state, state.may_cash) == ("Đã thanh toán", False)
    assert state.attempts[0].proof == "Quyển AA/26P, số 0012, người thu Lê Thu Hà"
    assert state.facts["receipt"]
    state._intent = press
    send(state.take_cash(SLIP))
    assert len(work.session.exec(select(Payment)).all()) == 1


def test_two_clerks_at_one_bill_are_two_presses(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    mine = opened(work, desk.intake, request_)
    colleague = make_account_officer(
        work.session, desk.filing.agency.id, Role.INTAKE, name="Ma Văn Khánh"
    )
    theirs = opened(work, colleague, request_)
    send(mine.take_cash(SLIP))
    send(theirs.take_cash(SLIP | {"slip": "13"}))
    assert theirs._said == wording.CONFLICTS["request_moved"]
    assert theirs.state == "Đã thanh toán"


def test_every_fault_of_a_slip_stands_at_its_field(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    state = opened(work, desk.intake, request_)
    send(state.take_cash({"book": "", "slip": "x", "cash_payer": ""}))
    assert set(state.problems) == {"book", "slip", "cash_payer"}
    assert state.may_cash


def test_a_slip_is_used_once(work: Work, desk: Desk, request_: PaymentRequest) -> None:
    paid(work, desk, request_)
    other = dossier_of(work, make_received(work, desk).code)
    query = select(PaymentRequest).where(PaymentRequest.dossier_id == other.id)
    state = opened(work, desk.intake, work.session.exec(query).one())
    send(state.take_cash({"book": "B1", "slip": "7", "cash_payer": "Lê An"}))
    assert state.problems == {"slip": wording.FAULTS["slip_used"]}


def test_cash_waits_while_the_person_pays_at_their_bank(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    state = opened(work, desk.intake, request_)
    make_payment(work.session, request_, state=PaymentState.PENDING)
    send(state.take_cash(SLIP))
    assert state._said == wording.CONFLICTS["payment_live"]
    assert not state.may_cash
    assert state.attempts[0].state == "Chờ ngân hàng báo"


def test_after_the_day_is_closed_no_cash_is_taken(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    close_till(acting(work, desk.intake), work.now.date(), "0", "")
    state = opened(work, desk.intake, request_)
    send(state.take_cash(SLIP))
    assert state._said == wording.CONFLICTS["till_closed"]


def test_the_page_follows_what_the_bank_says(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    state = opened(work, desk.intake, request_)
    assert state._topics == (payment_topic(request_.id),)
    paid(work, desk, request_)
    send(state.refresh())
    assert state.state == "Đã thanh toán"
    assert state.events


def test_a_leader_waives_with_a_reason(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    state = opened(work, desk.approver, request_)
    assert (state.may_waive, state.may_cash) == (True, False)
    send(state.waive({"waive_reason": "miễn"}))
    assert list(state.problems) == ["waive_reason"]
    send(state.waive({"waive_reason": WHY}))
    assert (state._said, state.state) == (wording.WAIVED, "Đã hủy")
    assert (state.may_waive, state.problem_list) == (False, [])


def test_nothing_is_waived_while_it_is_being_paid(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    state = opened(work, desk.approver, request_)
    make_payment(work.session, request_, state=PaymentState.PENDING)
    send(state.waive({"waive_reason": WHY}))
    assert state._said == wording.CONFLICTS["payment_live"]


def test_what_was_paid_meanwhile_is_not_waived(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    state = opened(work, desk.approver, request_)
    paid(work, desk, request_)
    send(state.waive({"waive_reason": WHY}))
    assert state._said in wording.CONFLICTS.values()
    assert state.state == "Đã thanh toán"


def test_a_refund_is_asked_for_by_one_and_approved_by_another(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    paid(work, desk, request_)
    clerk = opened(work, desk.intake, request_)
    assert clerk.refund_hint.startswith("Còn 75.000 đ")
    press = clerk._intent
    send(clerk.ask_refund(WISH))
    assert (clerk._said, clerk.refund_hint) == (wording.REFUND_ASKED, "")
    clerk._intent = press
    send(clerk.ask_refund(WISH))
    assert len(refunds(work)) == 1

    boss = opened(work, desk.approver, request_)
    [refund] = boss.attempts[0].refunds
    assert (refund.may_decide, refund.approve) == (True, "Duyệt hoàn 75.000 đ")
    send(boss.approve(refund.id))
    assert boss._said == wording.APPROVED_BY_HAND

    send(clerk.refresh())
    assert clerk.attempts[0].refunds[0].may_pay_out
    form = {"refund": refund.id, "amount": "75.000 đ"}
    send(clerk.pay_out(form | {"reference": ""}))
    assert list(clerk.problems) == ["reference"]
    send(clerk.pay_out(form | {"reference": "PC 12"}))
    assert clerk._said == "Đã ghi chi trả 75.000 đ."
    assert clerk.state == "Đã hoàn phí"
    assert refunds(work)[0].state is RefundState.DONE


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (WISH | {"refund_amount": "x"}, "refund_amount"),
        (WISH | {"refund_amount": "0"}, "refund_amount"),
        (WISH | {"refund_amount": "75.001"}, "refund_amount"),
        (WISH | {"refund_note": ""}, "refund_note"),
    ],
)
def test_a_wish_that_cannot_be_is_refused_at_its_field(
    work: Work,
    desk: Desk,
    request_: PaymentRequest,
    form: dict[str, str],
    field: str,
) -> None:
    paid(work, desk, request_)
    state = opened(work, desk.intake, request_)
    send(state.ask_refund(form))
    assert list(state.problems) == [field]
    assert refunds(work) == []


def test_two_who_ask_at_once_give_back_once(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    paid(work, desk, request_)
    first, second = (opened(work, desk.intake, request_) for _ in range(2))
    send(first.ask_refund(WISH))
    send(second.ask_refund(WISH))
    assert second._said == wording.CONFLICTS["refund_not_now"]
    assert len(refunds(work)) == 1


def test_nobody_approves_their_own_wish(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    both = dataclasses.replace(
        desk.approver, roles=frozenset({Role.INTAKE, Role.APPROVER})
    )
    paid(work, desk, request_)
    state = opened(work, both, request_)
    send(state.ask_refund(WISH))
    [refund] = state.attempts[0].refunds
    assert (refund.may_decide, refund.is_own) == (False, True)
    send(state.approve(refund.id))
    assert state._said == wording.OWN_REFUND
    assert refunds(work)[0].state is RefundState.ASKED


def test_approving_asks_the_leader_to_prove_again_who_they_are(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    refund = wished(work, desk, request_)
    stale = dataclasses.replace(desk.approver, proved_at=None)
    with pytest.raises(ProofNeeded):
        send(opened(work, stale, request_).approve(str(refund.id)))
    assert refund.state is RefundState.ASKED


def test_a_wish_is_declined_with_a_reason(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    refund = wished(work, desk, request_)
    state = opened(work, desk.approver, request_)
    send(state.decline({"refund": str(refund.id), "decline_reason": ""}))
    assert list(state.problems) == ["decline_reason"]
    why = "Hồ sơ đã có kết quả"
    send(state.decline({"refund": str(refund.id), "decline_reason": why}))
    assert state._said == wording.DECLINED
    assert state.attempts[0].refunds[0].note == why
    assert state.state == "Đã thanh toán"


def test_a_wish_a_colleague_decided_is_said_to_be(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    refund = wished(work, desk, request_)
    mine, theirs = (opened(work, desk.approver, request_) for _ in range(2))
    send(theirs.approve(str(refund.id)))
    send(mine.decline({"refund": str(refund.id), "decline_reason": "Trễ rồi"}))
    assert mine._said == wording.CONFLICTS["refund_decided"]


def test_more_than_was_asked_is_counted_and_the_rest_asked_back(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    held(work, request_, FEE + 5_000)
    state = opened(work, desk.intake, request_)
    assert state.may_accept
    assert "80.000 đ" in state.accept_hint
    send(state.accept({"accept_note": ""}))
    assert list(state.problems) == ["accept_note"]
    send(state.accept({"accept_note": "Đối chiếu sao kê"}))
    assert (state._said, state.state) == (wording.ACCEPTED, "Đã thanh toán")
    assert [refund.amount for refund in refunds(work)] == [5_000]


def test_less_than_was_asked_only_goes_back(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    held(work, request_, FEE - 5_000)
    state = opened(work, desk.intake, request_)
    assert not state.may_accept
    assert "ít hơn" in state.accept_hint
    assert state.refund_hint.startswith("Còn 70.000 đ")
    send(state.accept({"accept_note": "Đối chiếu sao kê"}))
    assert state.problems == {"accept_note": wording.FAULTS["mismatch_short"]}


def test_odd_money_is_seen_to_before_the_money_that_settled_it(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    odd = held(work, request_, 10_000)
    paid(work, desk, request_)
    state = opened(work, desk.intake, request_)
    send(state.ask_refund(WISH | {"refund_amount": "10.000"}))
    assert [refund.payment_id for refund in refunds(work)] == [odd.id]


def test_a_handler_reads_and_does_nothing(
    work: Work, desk: Desk, request_: PaymentRequest
) -> None:
    paid(work, desk, request_)
    state = opened(work, desk.handler, request_)
    assert state.loaded
    assert (state.may_cash, state.may_waive, state.refund_hint) == (False, False, "")
