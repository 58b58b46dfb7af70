"""The officers' side of money: lists of one agency, asking, waiving."""

import dataclasses
from uuid import UUID

import pytest
from sqlmodel import select

from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.dues.ask_due import TypedLine, ask_due
from services.dues.show_due import show_due
from services.dues.till import list_till
from services.dues.till_lists import Tab, TillFilter
from services.dues.waive_due import waive_due
from services.payments.ask_refund import RefundWish, ask_refund
from services.payments.models import (
    PaymentRequest,
    PaymentState,
    RequestState,
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
LINES = (TypedLine("Tiền sử dụng đất", "charge", "12.500.000", "Thông báo 12/TB-T"),)


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session, fee=FEE)


def one_due(work: Work, desk: Desk) -> PaymentRequest:
    dossier = dossier_of(work, make_received(work, desk).code)
    query = select(PaymentRequest).where(PaymentRequest.dossier_id == dossier.id)
    return work.session.exec(query).one()


def listed(work: Work, tab: Tab, **values: object) -> list[UUID]:
    page = list_till(work, TillFilter(tab=tab, **values))  # type: ignore[arg-type]
    assert page.total == len(page.rows)
    return [row.request_id for row in page.rows]


def test_a_request_walks_through_the_lists_of_its_agency(
    work: Work, desk: Desk
) -> None:
    request, clerk = one_due(work, desk), acting(work, desk.intake)
    make_payment(work.session, request, state=PaymentState.FAILED)
    make_payment(work.session, request, state=PaymentState.EXPIRED)
    assert listed(clerk, Tab.DUE) == [request.id]

    payment = take_cash(clerk, request.id, Slip("B1", "7", "Nông Văn Bình"), "press")
    assert listed(clerk, Tab.DUE) == []
    page = list_till(clerk, TillFilter(tab=Tab.PAID))
    assert [row.request_id for row in page.rows] == [request.id]
    assert (page.amount, page.rows[0].provider) == (FEE, "cash")
    assert page.rows[0].receipt

    ask_refund(
        clerk, payment.id, RefundWish(FEE, FEE, "other", "Người nộp rút hồ sơ"), "p"
    )
    assert listed(clerk, Tab.REFUNDS) == [request.id]
    assert list_till(clerk, TillFilter()).counts == {
        Tab.DUE: 0,
        Tab.HELD: 0,
        Tab.REFUNDS: 1,
    }


def test_money_that_came_otherwise_stands_in_a_list_of_its_own(
    work: Work, desk: Desk
) -> None:
    request, clerk = one_due(work, desk), acting(work, desk.intake)
    held = {"state": PaymentState.MISMATCH, "amount_received": FEE + 1}
    make_payment(work.session, request, settled_at=work.now, **held)
    assert listed(clerk, Tab.HELD) == [request.id]
    assert list_till(clerk, TillFilter(tab=Tab.HELD)).amount == FEE + 1


def test_another_agency_sees_nothing_of_it(work: Work, desk: Desk) -> None:
    request = one_due(work, desk)
    stranger = acting(work, make_desk(work.session).intake)
    for tab in Tab:
        assert listed(stranger, tab) == []
    with pytest.raises(NotFound):
        show_due(stranger, request.id)


def test_a_list_is_searched_by_code_invoice_and_slip(work: Work, desk: Desk) -> None:
    request, clerk = one_due(work, desk), acting(work, desk.intake)
    for text in (request.dossier_code, request.invoice_number[:8]):
        assert listed(clerk, Tab.DUE, text=text) == [request.id]
    assert listed(clerk, Tab.DUE, text="%") == []


def test_a_citizen_sees_no_till(work: Work, desk: Desk) -> None:
    with pytest.raises(Forbidden):
        list_till(acting(work, desk.filing.citizen), TillFilter())


def test_everything_that_happened_is_shown_to_the_office(
    work: Work, desk: Desk
) -> None:
    request, clerk = one_due(work, desk), acting(work, desk.intake)
    take_cash(clerk, request.id, Slip("B1", "7", "Nông Văn Bình"), "press")
    shown = show_due(clerk, request.id)
    assert shown.state == "paid"
    assert shown.payments[0].facts["slip"] == "7"
    assert next(event.after for event in shown.events) == "paid"


def in_process(work: Work) -> tuple[Desk, str, int]:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    return desk, code, dossier_of(work, code).version


def test_a_notice_of_the_tax_office_is_asked_for_and_stops_the_clock(
    work: Work,
) -> None:
    desk, code, version = in_process(work)
    handler = acting(work, desk.handler)

    request = ask_due(handler, code, LINES, "12/TB-T", version)

    assert (request.amount, request.notice_number) == (12_500_000, "12/TB-T")
    dossier = dossier_of(work, code)
    assert dossier.status == "awaiting_payment"
    again = ask_due(handler, code, LINES, "12/TB-T", version)
    assert again.id == request.id
    second = ask_due(handler, code, LINES, "13/TB-T", dossier.version)
    assert second.id != request.id


def test_every_fault_of_a_notice_is_named_at_once(work: Work) -> None:
    desk, code, version = in_process(work)
    bad = (TypedLine("", "x", "-5"),)
    with pytest.raises(RuleViolation) as refusal:
        ask_due(acting(work, desk.handler), code, bad, "", version)
    assert set(refusal.value.problems) == {"notice", "name.0", "amount.0", "kind.0"}
    assert dossier_of(work, code).status == "processing"


def test_a_leader_waives_and_the_dossier_goes_on(work: Work, desk: Desk) -> None:
    request = one_due(work, desk)
    with pytest.raises(Forbidden):
        waive_due(acting(work, desk.intake), request.id, "Hộ nghèo, có giấy chứng nhận")

    waive_due(acting(work, desk.approver), request.id, "Hộ nghèo, có giấy chứng nhận")

    assert request.state is RequestState.CANCELLED
    dossier = dossier_of(work, request.dossier_code)
    assert dossier.status == "processing"


def test_nothing_is_waived_while_money_may_be_on_its_way(
    work: Work, desk: Desk
) -> None:
    request = one_due(work, desk)
    make_payment(work.session, request, state=PaymentState.PENDING)
    with pytest.raises(Conflict):
        waive_due(acting(work, desk.approver), request.id, "Hộ nghèo, có giấy")


def test_a_foreign_leader_waives_nothing(work: Work, desk: Desk) -> None:
    request = one_due(work, desk)
    other = make_account_officer(
        work.session, make_desk(work.session).filing.agency.id, Role.APPROVER
    )
    with pytest.raises(NotFound):
        waive_due(
            dataclasses.replace(work, actor=other), request.id, "Không phải của tôi"
        )
