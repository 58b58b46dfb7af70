"""The officers' pages of money: lists, the day, the odd lines, asking for a sum."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.state.officer.ask_due import AskDueState
from dvc_app.state.officer.odd_lines import OddLinesState
from dvc_app.state.officer.office_dues import OfficeDuesState
from dvc_app.state.officer.till import TillState
from dvc_app.state.officer.till_day import TillDayState
from dvc_app.wording import till as wording
from services.core.clock import local_day
from services.core.errors import NotFound
from services.dues.waive_due import waive_due
from services.payments.models import PaymentRequest, PaymentState, RequestState
from services.payments.settlement_models import (
    BankTransfer,
    Comparison,
    ReconciliationItem,
    ReconciliationRun,
    TillClosing,
)
from services.payments.take_cash import Slip, take_cash
from services.signals import dossier_topic, till_topics
from services.work import Actor, Role, Work
from tests.dvc_app.state.officer.desks import open_as, send, target
from tests.factories.payments import make_payment
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_ready,
    make_received,
)

FEE = 75_000
DONE = "Đã hỏi cổng thanh toán, số đúng là 12"


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session, fee=FEE)


def owing(work: Work, desk: Desk) -> PaymentRequest:
    dossier = dossier_of(work, make_received(work, desk).code)
    query = select(PaymentRequest).where(PaymentRequest.dossier_id == dossier.id)
    return work.session.exec(query).one()


def pay(work: Work, desk: Desk, request: PaymentRequest, slip: str = "7") -> None:
    till = acting(work, desk.intake)
    take_cash(till, request.id, Slip("B1", slip, "Nông Văn Bình"), uuid4().hex)


def listed(work: Work, officer: Actor, query: str = "") -> Any:  # Any: a state
    return open_as(TillState, work, officer, f"{routes.TILL}{query}")


def test_the_till_opens_on_what_is_still_to_be_paid(work: Work, desk: Desk) -> None:
    request = owing(work, desk)
    state = listed(work, desk.intake)
    [row] = state.rows
    assert (row.code, row.amount) == (request.dossier_code, "75.000 đ")
    assert row.state == "Chưa thanh toán"
    assert row.href == f"/can-bo/thu-phi/{request.id}"
    assert state.sum == "1 khoản · 75.000 đ"
    assert [tab.count for tab in state.tabs] == ["1", "", "", "", ""]


def test_the_till_changes_when_money_arrives(work: Work, desk: Desk) -> None:
    request = owing(work, desk)
    due, paid = listed(work, desk.intake), listed(work, desk.intake, "?muc=paid")
    assert due._topics == tuple(till_topics([desk.filing.agency.id]))
    pay(work, desk, request)
    for state in (due, paid):
        send(state.refresh())
    assert (due.rows, due.empty) == ([], "Không có khoản nào chờ nộp.")
    assert [(row.state, row.how) for row in paid.rows] == [
        ("Đã thanh toán", "Tiền mặt")
    ]


def test_money_of_another_amount_is_shown_beside_what_was_asked(
    work: Work, desk: Desk
) -> None:
    held = {"state": PaymentState.MISMATCH, "amount_received": FEE + 5_000}
    make_payment(work.session, owing(work, desk), settled_at=work.now, **held)
    [row] = listed(work, desk.intake, "?muc=held").rows
    assert (row.amount, row.odd_amount) == ("75.000 đ", "Nhận 80.000 đ")


def test_a_search_goes_into_the_address_and_a_bad_day_is_named(
    work: Work, desk: Desk
) -> None:
    state = listed(work, desk.intake, "?muc=paid")
    send(state.search({"tim": "H55", "tu": "31/02/2026", "den": ""}))
    assert [problem.field for problem in state.problem_list] == ["tu"]
    went = target(send(state.search({"tim": " H55 ", "tu": "", "den": "24/11/2026"})))
    assert went == f"{routes.TILL}?muc=paid&tim=H55&den=24%2F11%2F2026"
    assert state.problem_list == []


def test_the_sheet_is_of_the_list_that_is_shown(work: Work, desk: Desk) -> None:
    state = listed(work, desk.intake, "?muc=paid&tim=H55&trang=3")
    assert state.sheet_href == f"{routes.TILL_SHEET}?muc=paid&tim=H55"
    assert state.tab == "paid"


def test_more_than_a_page_is_turned(work: Work, desk: Desk) -> None:
    request = owing(work, desk)
    for number in range(20):
        facts = request.model_dump() | {
            "id": uuid4(),
            "sequence": number + 2,
            "invoice_number": f"202601010000{number:02d}",
            "link_key": uuid4().hex,
        }
        work.session.add(PaymentRequest(**facts))
    work.session.flush()
    first = listed(work, desk.intake)
    assert (len(first.rows), first.pages) == (20, "Trang 1/2")
    assert (first.before, first.after) == ("", f"{routes.TILL}?muc=due&trang=2")
    second = listed(work, desk.intake, "?trang=2")
    assert (len(second.rows), second.after) == (1, "")


@pytest.mark.parametrize("kind", [TillState, TillDayState, OddLinesState])
def test_whoever_takes_no_money_is_told_so(work: Work, desk: Desk, kind: Any) -> None:
    state = open_as(kind, work, desk.handler, routes.TILL)
    assert state.has_no_role


def test_another_agency_finds_nothing(work: Work, desk: Desk) -> None:
    owing(work, desk)
    stranger = make_desk(work.session)
    assert listed(work, stranger.intake).rows == []
    pages = {
        "day": open_as(TillDayState, work, stranger.intake, routes.TILL_DAY).expected,
        "odd": open_as(OddLinesState, work, stranger.approver, routes.ODD_LINES).rows,
    }
    assert pages == {"day": "0 biên lai · 0 đ", "odd": []}


# The day.
def of_day(work: Work, officer: Actor, query: str = "") -> Any:  # Any: a state
    return open_as(TillDayState, work, officer, f"{routes.TILL_DAY}{query}")


def test_a_day_is_closed_once_with_what_was_counted(work: Work, desk: Desk) -> None:
    pay(work, desk, owing(work, desk))
    state = of_day(work, desk.intake)
    assert state.expected == "1 biên lai · 75.000 đ"
    send(state.close({"counted": "75.000", "note": ""}))
    assert state._said == wording.CLOSED
    assert state.is_closed
    assert "Lê Thu Hà khóa" in state.closed
    assert state.difference == ""
    send(state.close({"counted": "1", "note": "ấn lại"}))
    assert len(work.session.exec(select(TillClosing)).all()) == 1


def test_a_difference_needs_a_reason_and_is_shown(work: Work, desk: Desk) -> None:
    pay(work, desk, owing(work, desk))
    state = of_day(work, desk.intake)
    send(state.close({"counted": "70.000", "note": ""}))
    assert state.problems == {"note": wording.FAULTS["till_difference"]}
    send(state.close({"counted": "bảy mươi", "note": ""}))
    assert list(state.problems) == ["counted"]
    send(state.close({"counted": "70.000", "note": "Thiếu tờ 5.000 đ"}))
    assert state.difference == "Lệch 5.000 đ. Ghi chú: Thiếu tờ 5.000 đ"


def test_a_day_to_come_is_shown_as_today_and_a_bad_one_named(
    work: Work, desk: Desk
) -> None:
    today = f"{local_day(work.now):%d/%m/%Y}"
    assert of_day(work, desk.intake, "?ngay=01/01/2099").day == today
    state = of_day(work, desk.intake)
    send(state.show({"ngay": "hôm qua"}))
    assert list(state.problems) == ["ngay"]
    yesterday = f"{local_day(work.now - timedelta(days=1)):%d/%m/%Y}"
    went = target(send(state.show({"ngay": yesterday})))
    assert went == f"{routes.TILL_DAY}?ngay={yesterday}"


def test_the_day_counts_again_when_a_colleague_takes_cash(
    work: Work, desk: Desk
) -> None:
    request = owing(work, desk)
    state = of_day(work, desk.intake)
    assert state._topics == tuple(till_topics([desk.filing.agency.id]))
    pay(work, desk, request)
    send(state.refresh())
    assert state.expected == "1 biên lai · 75.000 đ"


def test_a_leader_reads_the_day_and_closes_none(work: Work, desk: Desk) -> None:
    assert not of_day(work, desk.approver).may_close
    assert of_day(work, desk.intake).may_close


# The odd lines.
def make_odd(work: Work, desk: Desk | None, **values: Any) -> ReconciliationItem:
    # Any: columns.
    payment_id = None
    if desk is not None:
        payment_id = make_payment(work.session, owing(work, desk)).id
    given: dict[str, Any] = {
        "gateway": "vnpay",
        "day": local_day(work.now),
        "number": uuid4().hex[:16],
        "result": Comparison.DIFFERING,
        "fault": "amount",
        "payment_id": payment_id,
        "ours": {"amount": "75000", "transaction": "T1"},
        "theirs": {"amount": "70000"},
        "found_at": work.now,
    }
    item = ReconciliationItem(**given | values)
    work.session.add(item)
    work.session.flush()
    return item


def odd(work: Work, officer: Actor, query: str = "") -> Any:  # Any: a state
    return open_as(OddLinesState, work, officer, f"{routes.ODD_LINES}{query}")


def test_an_odd_line_says_what_differs_and_is_closed_with_a_word(
    work: Work, desk: Desk
) -> None:
    item = make_odd(work, desk)
    state = odd(work, desk.approver)
    [row] = state.rows
    assert (row.gateway, row.fault) == ("VNPAY", "Lệch số tiền")
    assert (row.ours, row.theirs) == (
        "75.000 đ, giao dịch T1",
        "70.000 đ, giao dịch –",
    )
    send(state.settle({"line": str(item.id), f"note.{item.id}": "xong"}))
    assert [problem.field for problem in state.problem_list] == [f"note.{item.id}"]
    send(state.settle({"line": str(item.id), f"note.{item.id}": DONE}))
    assert (state._said, state.rows) == (wording.SETTLED, [])
    [row] = odd(work, desk.approver, "?xem=tat-ca").rows
    assert DONE in row.standing


@pytest.mark.parametrize("line", ["", "khong-phai-so", str(uuid4())])
def test_a_line_that_is_not_there_is_not_found(
    work: Work, desk: Desk, line: str
) -> None:
    state = odd(work, desk.approver)
    with pytest.raises(NotFound):
        send(state.settle({"line": line, f"note.{line}": DONE}))


def test_a_line_of_another_agency_is_not_there(work: Work, desk: Desk) -> None:
    item = make_odd(work, desk)
    stranger = make_desk(work.session)
    state = odd(work, stranger.approver)
    assert state.rows == []
    with pytest.raises(NotFound):
        send(state.settle({"line": str(item.id), f"note.{item.id}": DONE}))
    assert item.settled_at is None


def test_money_of_nobody_is_the_administrators(work: Work, desk: Desk) -> None:
    transfer = BankTransfer(
        reference="FT1",
        account="3713099999001",
        amount=120_000,
        words="TIEN LE PHI",
        at=work.now,
        matched="unknown",
    )
    work.session.add(transfer)
    make_odd(work, None, fault="unknown", ours={})
    run = ReconciliationRun(
        gateway="momo", day=local_day(work.now), ran_at=work.now, failure="silent"
    )
    work.session.add(run)
    work.session.flush()
    assert odd(work, desk.approver).transfers == []
    officer = make_account_officer(work.session, None, Role.ADMINISTRATOR)
    state = odd(work, officer)
    assert state.rows[0].ours == wording.NOT_THERE
    assert state.rows[0].href == ""
    assert state.runs[0].startswith("MoMo ngày ")
    [one] = state.transfers
    assert "120.000 đ vào 3713099999001" in one.words
    send(state.settle_transfer({"line": one.id, f"note.{one.id}": "ngắn"}))
    assert list(state.problems) == [f"note.{one.id}"]
    send(state.settle_transfer({"line": one.id, f"note.{one.id}": DONE}))
    assert state.transfers == []
    assert transfer.matched == "settled"


# Asking for a sum.
FORM = {
    "notice": "12/TB-T",
    "name.0": "Tiền sử dụng đất",
    "kind.0": "charge",
    "amount.0": "12.500.000",
    "basis.0": "Thông báo 12/TB-T",
}


def asking(work: Work) -> tuple[Desk, str, Any]:  # Any: a state
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    address = routes.fill(routes.ASK_DUE, code=code)
    return desk, code, open_as(AskDueState, work, desk.handler, address)


def test_a_sum_is_asked_for_and_its_page_opened(work: Work) -> None:
    _, code, state = asking(work)
    assert state.code == code
    went = target(send(state.ask(FORM)))
    request = work.session.exec(select(PaymentRequest)).one()
    assert went == f"/can-bo/thu-phi/{request.id}"
    assert state._said == "Đã gửi yêu cầu nộp 12.500.000 đ."
    send(state.ask(FORM))  # pressed twice
    assert len(work.session.exec(select(PaymentRequest)).all()) == 1


def test_each_fault_of_a_sum_stands_at_its_field(work: Work) -> None:
    _, _, state = asking(work)
    send(state.ask({"name.1": "Phí", "kind.1": "fee", "amount.1": "x"}))
    assert set(state.problems) == {
        "notice",
        "name.0",
        "kind.0",
        "amount.0",
        "amount.1",
    }
    assert state.problems["name.0"] == "Nội dung khoản thu: Điền ô này"


def test_a_dossier_that_moved_meanwhile_is_said_in_words(work: Work) -> None:
    desk, _, state = asking(work)
    state._version -= 1
    send(state.ask(FORM))
    assert state._said == wording.CONFLICTS["changed_since"]
    ready = make_ready(work, desk)
    address = routes.fill(routes.ASK_DUE, code=ready)
    late = open_as(AskDueState, work, desk.handler, address)
    send(late.ask(FORM))
    assert late._said == wording.CONFLICTS["not_in_process"]


def test_no_sum_is_asked_for_in_a_dossier_of_another_agency(work: Work) -> None:
    _, code, _ = asking(work)
    stranger = make_desk(work.session)
    address = routes.fill(routes.ASK_DUE, code=code)
    assert open_as(AskDueState, work, stranger.handler, address).missing


# Beside a dossier.
def beside(work: Work, officer: Actor, code: str) -> Any:  # Any: a state
    address = routes.fill(routes.PROCESSING, code=code)
    return open_as(OfficeDuesState, work, officer, address)


def test_a_dossier_shows_what_it_owes_until_it_is_paid(work: Work, desk: Desk) -> None:
    request = owing(work, desk)
    state = beside(work, desk.intake, request.dossier_code)
    [row] = state.rows
    assert (row.amount, row.state) == ("75.000 đ", "Chưa thanh toán")
    assert state.pay_href == row.href == f"/can-bo/thu-phi/{request.id}"
    assert "75.000 đ" in state.owed_words
    assert state._topics == (dossier_topic(request.dossier_id),)
    pay(work, desk, request)
    send(state.refresh())
    assert [row.state for row in state.rows] == ["Đã thanh toán"]
    assert (state.pay_href, state.owed) == ("", "")


def test_money_on_its_way_and_money_held_are_told_apart(work: Work, desk: Desk) -> None:
    request = owing(work, desk)
    state = beside(work, desk.handler, request.dossier_code)
    for kind, words in (
        (PaymentState.PENDING, "Chờ ngân hàng báo"),
        (PaymentState.MISMATCH, "Số tiền lệch"),
    ):
        make_payment(work.session, request, state=kind, amount_received=1)
        send(state.refresh())
        assert [row.state for row in state.rows] == [words]
        assert state.pay_href


def test_only_who_works_on_it_is_offered_to_ask_for_more(
    work: Work, desk: Desk
) -> None:
    code = owing(work, desk).dossier_code
    assert beside(work, desk.handler, code).ask_href.endswith("/thu-phi")
    assert beside(work, desk.approver, code).ask_href == ""
    stranger = make_desk(work.session)
    hidden = beside(work, stranger.handler, code)
    assert (hidden.rows, hidden.ask_href) == ([], "")


def test_a_sum_that_was_waived_is_not_shown(work: Work, desk: Desk) -> None:
    request = owing(work, desk)
    waive_due(acting(work, desk.approver), request.id, "Hộ nghèo, có giấy chứng nhận")
    assert request.state is RequestState.CANCELLED
    assert beside(work, desk.handler, request.dossier_code).rows == []
