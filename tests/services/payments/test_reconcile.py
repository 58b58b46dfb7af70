"""Two ledgers compared (PAY-8): eight faults are found, a second run changes nothing."""

import dataclasses
from datetime import timedelta

import pytest
from sqlmodel import select

from services.core.clock import local_day
from services.core.errors import NotFound, RuleViolation
from services.integrations.payment_gateways.port import ReportLine
from services.payments.compare_ledgers import LedgerFault
from services.payments.models import (
    Payment,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.reconcile import reconcile
from services.payments.settle_difference import settle_difference
from services.payments.settlement_models import (
    Comparison,
    ReconciliationItem,
    ReconciliationRun,
)
from services.work import SYSTEM, Role, Work
from tests.conftest import NOON
from tests.factories.processing import make_account_officer
from tests.payment_fakes import FakeGateway
from tests.services.payments.paying import AMOUNT, Inside, make_bill, make_pending

DAY = local_day(NOON)
S, F, C = PaymentState, LedgerFault, Comparison


def make_paid(work: Work, number: str, **values: object) -> Payment:
    given: dict[str, object] = {
        "state": S.PAID,
        "amount_received": AMOUNT,
        "transaction_id": f"T-{number}",
        "settled_at": NOON,
        "ask_next_at": None,
    }
    request = make_bill(work.session)
    return make_pending(work.session, request, number=number, **given | values)


def line(number: str, **values: object) -> ReportLine:
    given: dict[str, object] = {
        "number": number,
        "transaction_id": f"T-{number}",
        "amount": AMOUNT,
        "is_paid": True,
        "refunded": 0,
        "at": NOON,
    }
    return ReportLine(**given | values)  # type: ignore[arg-type]


def gateway(work: Work) -> FakeGateway:
    found = work.systems.gateways["vnpay"]
    assert isinstance(found, FakeGateway)
    return found


def run(work: Work) -> None:
    reconcile(Inside(dataclasses.replace(work, actor=SYSTEM)), "vnpay", DAY)


def items(work: Work) -> dict[str, ReconciliationItem]:
    found = work.session.exec(
        select(ReconciliationItem).execution_options(populate_existing=True)
    )
    return {item.fault: item for item in found}


@pytest.fixture
def ledgers(work: Work) -> Work:
    """Eight faults and two lines that match."""
    make_paid(work, "same-1")
    make_paid(work, "same-2", state=S.REFUNDED, refunded=AMOUNT)
    make_pending(work.session, make_bill(work.session), number="missed")
    make_paid(work, "not-theirs")
    make_paid(work, "not-paid")
    make_paid(work, "amount")
    make_paid(work, "transaction")
    make_paid(work, "twice")
    make_paid(work, "refund")
    gateway(work).lines = [
        line("same-1"),
        line("same-2", refunded=AMOUNT),
        line("missed"),
        line("unknown"),
        line("not-paid", is_paid=False),
        line("amount", amount=AMOUNT + 1),
        line("transaction", transaction_id="another"),
        line("twice"),
        line("twice", transaction_id="T-twice"),
        line("refund", refunded=1_000),
        line("failed-there-too", is_paid=False),
    ]
    return work


def test_all_eight_faults_are_found_and_a_second_run_changes_nothing(
    ledgers: Work,
) -> None:
    run(ledgers)

    found = items(ledgers)
    assert set(found) == set(LedgerFault)
    assert {fault: item.number for fault, item in found.items()} == {
        F.MISSED: "missed",
        F.UNKNOWN: "unknown",
        F.NOT_THEIRS: "not-theirs",
        F.NOT_PAID: "not-paid",
        F.AMOUNT: "amount",
        F.TRANSACTION: "transaction",
        F.TWICE: "twice",
        F.REFUND: "refund",
    }
    assert found[F.UNKNOWN].result is C.THEIRS_ONLY
    assert found[F.NOT_THEIRS].result is C.OURS_ONLY
    assert found[F.AMOUNT].result is C.DIFFERING
    [told] = ledgers.session.exec(select(ReconciliationRun)).all()
    assert (told.matched, told.odd) == (4, 7)  # the missed one matches by now

    before = {fault: item.model_dump() for fault, item in found.items()}
    run(ledgers)
    after = {fault: item.model_dump() for fault, item in items(ledgers).items()}
    assert after == before
    assert len(ledgers.session.exec(select(ReconciliationRun)).all()) == 1


def test_money_nobody_told_us_of_settles_its_request(ledgers: Work) -> None:
    run(ledgers)
    query = select(Payment).where(Payment.number == "missed")
    payment = ledgers.session.exec(query).one()
    assert payment.state is S.PAID
    assert items(ledgers)[F.MISSED].settled_how == "by_itself"


def test_what_does_not_differ_any_more_is_closed_by_itself(ledgers: Work) -> None:
    run(ledgers)
    gateway(ledgers).lines.append(line("not-theirs"))
    run(ledgers)
    assert items(ledgers)[F.NOT_THEIRS].settled_how == "by_itself"
    assert items(ledgers)[F.AMOUNT].settled_at is None


def test_a_gateway_without_a_report_is_written_down_and_compared_later(
    ledgers: Work,
) -> None:
    gateway(ledgers).is_down = True
    run(ledgers)
    [told] = ledgers.session.exec(select(ReconciliationRun)).all()
    assert told.failure == "no_report"
    assert items(ledgers) == {}
    gateway(ledgers).is_down = False
    run(ledgers)
    assert told.failure == ""
    assert len(items(ledgers)) == 8


def test_a_late_success_is_looked_for_on_the_day_it_was_paid(work: Work) -> None:
    late = NOON + timedelta(hours=3)
    make_paid(work, "late", created_at=NOON - timedelta(days=2), settled_at=late)
    run(work)
    assert items(work) == {}


def test_a_wrong_amount_they_never_told_us_of_is_held(work: Work) -> None:
    request = make_bill(work.session)
    payment = make_pending(work.session, request, number="odd")
    gateway(work).lines = [line("odd", amount=AMOUNT - 1)]
    run(work)
    assert payment.state is S.MISMATCH
    assert request.state is RequestState.OPEN


def test_a_leader_of_the_agency_closes_a_line_with_a_word(ledgers: Work) -> None:
    run(ledgers)
    item = items(ledgers)[F.AMOUNT]
    payment = ledgers.session.get_one(Payment, item.payment_id)
    agency = ledgers.session.get_one(PaymentRequest, payment.request_id).agency_id
    leader = dataclasses.replace(
        ledgers, actor=make_account_officer(ledgers.session, agency, Role.APPROVER)
    )
    with pytest.raises(RuleViolation):
        settle_difference(leader, item.id, "ngắn")
    done = settle_difference(leader, item.id, "Đã đối chiếu với VNPAY, lệch 1 đồng")
    assert done.settled_how == "by_hand"
    again = settle_difference(leader, item.id, "Viết lại lần nữa xem sao")
    assert again.note == "Đã đối chiếu với VNPAY, lệch 1 đồng"


def test_a_line_of_nobody_is_an_administrators(ledgers: Work) -> None:
    run(ledgers)
    item = items(ledgers)[F.UNKNOWN]
    agency = make_bill(ledgers.session).agency_id
    leader = make_account_officer(ledgers.session, agency, Role.APPROVER)
    with pytest.raises(NotFound):
        settle_difference(
            dataclasses.replace(ledgers, actor=leader), item.id, "Không phải của tôi"
        )
    chief = make_account_officer(ledgers.session, agency, Role.ADMINISTRATOR)
    done = settle_difference(
        dataclasses.replace(ledgers, actor=chief), item.id, "Đơn của hệ thống cũ"
    )
    assert done.settled_by_id == chief.account_id
