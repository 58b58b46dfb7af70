"""Reads of money for officers: a dossier's sums, a day, the odd lines."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import select

from services.core.clock import local_day
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.dues.odd_lines import PAGE_SIZE, odd_lines, settle_transfer
from services.dues.office_dues import office_dues
from services.dues.show_day import show_day
from services.payments.close_till import close_till
from services.payments.models import PaymentRequest, RequestState
from services.payments.settlement_models import (
    BankTransfer,
    Comparison,
    ReconciliationItem,
)
from services.payments.take_cash import Slip, take_cash
from services.work import Role, Work
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
DONE = "Đã trả lại người chuyển theo phiếu chi 12"


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session, fee=FEE)


def owing(work: Work, desk: Desk) -> PaymentRequest:
    dossier = dossier_of(work, make_received(work, desk).code)
    query = select(PaymentRequest).where(PaymentRequest.dossier_id == dossier.id)
    return work.session.exec(query).one()


def make_odd(work: Work, request: PaymentRequest | None, **values: Any) -> None:
    # Any: columns.
    payment = make_payment(work.session, request) if request else None
    given: dict[str, Any] = {
        "gateway": "vnpay",
        "day": local_day(work.now),
        "number": uuid4().hex[:16],
        "result": Comparison.DIFFERING,
        "fault": "amount",
        "payment_id": payment.id if payment else None,
        "found_at": work.now,
    }
    work.session.add(ReconciliationItem(**given | values))
    work.session.flush()


def make_transfer(work: Work, matched: str) -> BankTransfer:
    transfer = BankTransfer(
        reference=uuid4().hex,
        account="3713099999001",
        amount=120_000,
        words="TIEN LE PHI",
        at=work.now,
        matched=matched,
    )
    work.session.add(transfer)
    work.session.flush()
    return transfer


def admin(work: Work) -> Work:
    officer = make_account_officer(work.session, None, Role.ADMINISTRATOR)
    return acting(work, officer)


def test_a_dossier_owes_the_sum_of_what_is_open(work: Work, desk: Desk) -> None:
    request = owing(work, desk)
    clerk = acting(work, desk.intake)
    found = office_dues(clerk, request.dossier_code)
    assert (found.owed, found.dossier_id) == (FEE, request.dossier_id)
    assert found.first_open is not None
    assert found.first_open.id == request.id

    take_cash(clerk, request.id, Slip("B1", "7", "Nông Văn Bình"), "press")

    found = office_dues(clerk, request.dossier_code)
    assert (found.owed, found.first_open) == (0, None)
    assert [row.state for row in found.rows] == [RequestState.PAID]


def test_the_sums_are_the_agencys_own(work: Work, desk: Desk) -> None:
    code = owing(work, desk).dossier_code
    with pytest.raises(NotFound):
        office_dues(acting(work, make_desk(work.session).intake), code)
    with pytest.raises(Forbidden):
        office_dues(acting(work, desk.filing.citizen), code)


def test_a_day_counts_its_slips_until_it_is_closed(work: Work, desk: Desk) -> None:
    clerk = acting(work, desk.intake)
    take_cash(clerk, owing(work, desk).id, Slip("B1", "7", "Nông Văn Bình"), "press")
    today = local_day(work.now)
    day = show_day(clerk, None)
    assert (day.day, day.receipts, day.expected, day.is_today) == (today, 1, FEE, True)
    assert day.counted is None
    close_till(clerk, today, "75.000", "")
    closed = show_day(acting(work, desk.approver), today)
    assert (closed.counted, closed.closed_by) == (FEE, "Lê Thu Hà")
    before = show_day(clerk, today - timedelta(days=1))
    assert (before.expected, before.is_today) == (0, False)


def test_a_day_is_shown_to_its_own_counter(work: Work, desk: Desk) -> None:
    clerk = acting(work, desk.intake)
    take_cash(clerk, owing(work, desk).id, Slip("B1", "7", "Nông Văn Bình"), "press")
    assert show_day(acting(work, make_desk(work.session).intake), None).expected == 0
    with pytest.raises(Forbidden):
        show_day(acting(work, desk.handler), None)
    nowhere = make_account_officer(work.session, None, Role.INTAKE)
    with pytest.raises(NotFound):
        show_day(acting(work, nowhere), None)


def test_a_leader_sees_the_lines_of_their_agency_and_an_administrator_all(
    work: Work, desk: Desk
) -> None:
    mine = owing(work, desk)
    make_odd(work, mine)
    make_odd(work, owing(work, make_desk(work.session, fee=FEE)))
    make_odd(work, None, fault="unknown")
    found = odd_lines(acting(work, desk.approver), False, 1)
    assert [line.request_id for line in found.rows] == [mine.id]
    assert odd_lines(admin(work), False, 1).total == 3
    with pytest.raises(Forbidden):
        odd_lines(acting(work, desk.intake), False, 1)


def test_settled_lines_are_shown_when_asked_for(work: Work, desk: Desk) -> None:
    request = owing(work, desk)
    make_odd(work, request, settled_at=work.now, settled_how="by_itself")
    boss = acting(work, desk.approver)
    assert odd_lines(boss, False, 1).rows == ()
    assert odd_lines(boss, True, 1).rows[0].settled_how == "by_itself"


def test_the_lines_come_a_page_at_a_time(work: Work) -> None:
    for _ in range(PAGE_SIZE + 1):
        make_odd(work, None)
    boss = admin(work)
    assert [len(odd_lines(boss, False, page).rows) for page in (1, 2)] == [20, 1]


def test_money_of_nobody_is_closed_with_a_word(work: Work) -> None:
    transfer, boss = make_transfer(work, "unknown"), admin(work)
    make_transfer(work, "")  # not looked at yet: nothing to settle
    assert [one.id for one in odd_lines(boss, False, 1).transfers] == [transfer.id]
    with pytest.raises(RuleViolation):
        settle_transfer(boss, transfer.id, "ngắn")
    settle_transfer(boss, transfer.id, DONE)
    settle_transfer(boss, transfer.id, "Một lời khác, quá muộn rồi")
    assert (transfer.matched, transfer.settled_note) == ("settled", DONE)
    assert odd_lines(boss, False, 1).transfers == ()


@pytest.mark.parametrize("matched", ["paid", "double", "amount", ""])
def test_a_transfer_that_was_counted_is_nobodys_to_settle(
    work: Work, matched: str
) -> None:
    transfer = make_transfer(work, matched)
    with pytest.raises(NotFound):
        settle_transfer(admin(work), transfer.id, DONE)


def test_only_an_administrator_settles_money_of_nobody(work: Work, desk: Desk) -> None:
    transfer = make_transfer(work, "unknown")
    for officer in (desk.approver, desk.intake):
        with pytest.raises(Forbidden):
            settle_transfer(acting(work, officer), transfer.id, DONE)
