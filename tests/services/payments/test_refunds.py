"""Money given back: by two people, never more than was paid, once (PAY-10)."""

import dataclasses
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from services.core.errors import (
    Conflict,
    Forbidden,
    NotFound,
    ProofNeeded,
    RuleViolation,
    SystemUnavailable,
)
from services.notifications.models import Notification, Subject
from services.payments.ask_refund import RefundWish, ask_refund
from services.payments.decide_refund import (
    approve_refund,
    confirm_paid_out,
    decline_refund,
)
from services.payments.mark_paid import mark_paid
from services.payments.models import Payment, PaymentRequest, PaymentState, RequestState
from services.payments.queries import by_key
from services.payments.send_refund import send_refund
from services.payments.settle_mismatch import accept_mismatch
from services.payments.settlement_models import Refund, RefundState
from services.work import SYSTEM, Actor, Role, Work
from tests.factories.processing import make_account_officer
from tests.payment_fakes import FakeGateway
from tests.services.payments.paying import (
    AMOUNT,
    Inside,
    Till,
    at_once,
    make_bill,
    make_pending,
    open_till,
)


@dataclasses.dataclass
class Case:
    """A paid request, its payment, and the officers of its agency."""

    work: Work
    request: PaymentRequest
    payment: Payment
    clerk: Work
    leader: Work

    def ask(self, amount: int = AMOUNT, **values: object) -> Refund:
        seen = int(str(values.get("seen", AMOUNT)))
        wish = RefundWish(amount, seen, "other", "Người nộp đã rút hồ sơ")
        return ask_refund(
            self.clerk, self.payment.id, wish, str(values.get("intent", "press"))
        )

    def send(self, refund: Refund) -> None:
        system = dataclasses.replace(self.work, actor=SYSTEM)
        send_refund(Inside(system), refund.id)


def officer(work: Work, agency_id: UUID | None, role: Role, name: str) -> Work:
    actor = make_account_officer(work.session, agency_id, role, name=name)
    fresh = dataclasses.replace(actor, proved_at=work.now)
    return dataclasses.replace(work, actor=fresh)


@pytest.fixture
def case(work: Work) -> Case:
    request = make_bill(work.session)
    payment = make_pending(
        work.session,
        request,
        state=PaymentState.PAID,
        amount_received=AMOUNT,
        transaction_id="T1",
    )
    mark_paid(dataclasses.replace(work, actor=SYSTEM), request, payment)
    agency = request.agency_id
    return Case(
        work=work,
        request=request,
        payment=payment,
        clerk=officer(work, agency, Role.INTAKE, "Lê Thu Hà"),
        leader=officer(work, agency, Role.APPROVER, "Trần Văn Thụ"),
    )


def told(work: Work, subject: Subject) -> list[Notification]:
    query = select(Notification).where(Notification.subject == subject)
    return list(work.session.exec(query))


def gateway(work: Work) -> FakeGateway:
    found = work.systems.gateways["vnpay"]
    assert isinstance(found, FakeGateway)
    return found


def test_one_asks_another_approves_and_the_gateway_gives_it_back(case: Case) -> None:
    refund = case.ask()
    assert case.payment.state == "refund_pending"

    approve_refund(case.leader, refund.id)
    case.send(refund)
    case.send(refund)  # the job is carried out again

    [sent] = gateway(case.work).refunds.values()
    assert (sent.amount, sent.transaction_id, sent.is_whole) == (AMOUNT, "T1", True)
    assert refund.state is RefundState.DONE
    assert case.payment.state == "refunded"
    assert case.payment.refunded == AMOUNT
    assert case.request.state is RequestState.REFUNDED
    assert len(told(case.work, Subject.REFUNDED)) == 1


def test_nobody_approves_what_they_asked_for(case: Case) -> None:
    both = dataclasses.replace(
        case.clerk.actor, roles=frozenset({Role.INTAKE, Role.APPROVER})
    )
    alone = dataclasses.replace(case.work, actor=both)
    refund = dataclasses.replace(case, clerk=alone).ask()
    with pytest.raises(Forbidden):
        approve_refund(alone, refund.id)
    assert refund.state is RefundState.ASKED


def test_who_approves_proves_again_who_they_are(case: Case) -> None:
    refund = case.ask()
    later = dataclasses.replace(case.leader, now=case.work.now + timedelta(hours=1))
    with pytest.raises(ProofNeeded):
        approve_refund(later, refund.id)


def test_another_agency_finds_no_payment_and_no_refund(case: Case) -> None:
    refund = case.ask()
    other = make_bill(case.work.session).agency_id
    stranger = officer(case.work, other, Role.APPROVER, "Người Lạ")
    with pytest.raises(NotFound):
        approve_refund(stranger, refund.id)
    with pytest.raises(NotFound):
        dataclasses.replace(case, clerk=stranger).ask(intent="other")


@pytest.mark.parametrize("amount", [0, -1, AMOUNT + 1])
def test_never_more_than_is_left_goes_back(case: Case, amount: int) -> None:
    with pytest.raises(RuleViolation) as refusal:
        case.ask(amount)
    assert refusal.value.problems == {"amount": "refund_amount"}
    assert case.payment.state == "paid"


def test_what_was_seen_is_compared_with_what_is_left(case: Case) -> None:
    with pytest.raises(Conflict):
        case.ask(1000, seen=AMOUNT - 1)


def test_pressed_twice_it_is_asked_once(case: Case) -> None:
    assert case.ask().id == case.ask().id


def test_parts_go_back_until_nothing_is_left(case: Case) -> None:
    for part, seen in ((25_000, AMOUNT), (50_000, 50_000)):
        refund = case.ask(part, seen=seen, intent=str(part))
        approve_refund(case.leader, refund.id)
        case.send(refund)
        assert case.payment.state == ("paid" if seen == AMOUNT else "refunded")
    numbers = [one.number for one in gateway(case.work).refunds.values()]
    assert len(set(numbers)) == 2
    assert case.payment.refunded == AMOUNT


def test_declined_the_payment_is_what_it_was_and_the_payer_knows(case: Case) -> None:
    refund = case.ask()
    decline_refund(case.leader, refund.id, "Hồ sơ đã được giải quyết")
    assert case.payment.state == "paid"
    assert len(told(case.work, Subject.REFUND_DECLINED)) == 1
    approve_refund(case.leader, refund.id)  # too late: it is decided
    case.send(refund)
    assert gateway(case.work).refunds == {}


def test_a_gateway_that_refuses_is_written_down(case: Case) -> None:
    refund = case.ask()
    approve_refund(case.leader, refund.id)
    gateway(case.work).refund_refusal = "thẻ đã khóa"
    case.send(refund)
    assert (refund.state, refund.refusal) == (RefundState.REFUSED, "thẻ đã khóa")
    assert case.payment.state == "paid"
    assert case.payment.refunded == 0


def test_a_gateway_that_is_down_is_asked_again(case: Case) -> None:
    refund = case.ask()
    approve_refund(case.leader, refund.id)
    gateway(case.work).is_down = True
    with pytest.raises(SystemUnavailable):
        case.send(refund)
    assert refund.state == "approved"
    gateway(case.work).is_down = False
    case.send(refund)
    assert refund.state == "done"


def test_cash_goes_back_by_hand_with_the_number_of_its_slip(case: Case) -> None:
    case.payment.gateway = "cash"
    refund = case.ask()
    with pytest.raises(Conflict):
        confirm_paid_out(case.clerk, refund.id, "PC-12")
    approve_refund(case.leader, refund.id)
    assert confirm_paid_out(case.clerk, refund.id, "PC-12").state == "done"
    assert case.payment.refunded == AMOUNT
    assert gateway(case.work).refunds == {}


def held(work: Work, received: int) -> Case:
    """Return money that came with another amount than was asked for."""
    request = make_bill(work.session)
    payment = make_pending(
        work.session,
        request,
        state=PaymentState.MISMATCH,
        amount_received=received,
        transaction_id="T9",
    )
    agency = request.agency_id
    clerk = officer(work, agency, Role.INTAKE, "Lê Thu Hà")
    leader = officer(work, agency, Role.APPROVER, "Trần Văn Thụ")
    return Case(work, request, payment, clerk, leader)


def test_more_than_was_asked_settles_it_and_the_surplus_goes_back(work: Work) -> None:
    case = held(work, AMOUNT + 5_000)
    accept_mismatch(case.clerk, case.payment.id, "Chuyển thừa năm nghìn", "press")
    accept_mismatch(case.clerk, case.payment.id, "Chuyển thừa năm nghìn", "press")
    assert case.request.state is RequestState.PAID
    refund = work.session.exec(select(Refund)).one()
    assert refund.amount == 5_000
    approve_refund(case.leader, refund.id)
    case.send(refund)
    assert case.payment.state == "paid"
    assert case.request.state is RequestState.PAID


def test_less_than_was_asked_never_settles_it(work: Work) -> None:
    case = held(work, AMOUNT - 1)
    with pytest.raises(RuleViolation) as refusal:
        accept_mismatch(case.clerk, case.payment.id, "Thiếu một đồng", "press")
    assert refusal.value.problems == {"amount": "mismatch_short"}
    assert case.request.state is RequestState.OPEN


def test_of_twenty_who_ask_at_once_no_more_than_was_paid_goes_back(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    till = open_till(scratch_engine, tmp_path)
    with till.work() as work:
        request = by_key(work, till.key)
        payment = make_pending(
            work.session, request, state=PaymentState.PAID, amount_received=AMOUNT
        )
        clerk = make_account_officer(work.session, request.agency_id, Role.INTAKE)

    def ask(number: int) -> str:
        return press(till, clerk, payment.id, number)

    outcomes = at_once(20, ask)

    assert outcomes.count("asked") == 1
    assert sum(refund.amount for refund in till.rows(Refund)) <= AMOUNT


def press(till: Till, clerk: Actor, payment_id: UUID, number: int) -> str:
    wish = RefundWish(40_000, AMOUNT, "other", "Người nộp đã rút hồ sơ")
    try:
        with till.work(clerk) as work:
            ask_refund(work, payment_id, wish, f"press {number}")
    except Conflict:
        return "refused"
    return "asked"
