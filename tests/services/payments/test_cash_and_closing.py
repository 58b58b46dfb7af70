"""Cash at the counter: one slip, one payment; the day is counted and closed."""

import dataclasses
from datetime import timedelta

import pytest
from sqlmodel import select

from services.core.clock import local_day
from services.core.errors import Conflict, NotFound, RuleViolation
from services.payments.close_till import cash_of_day, close_till
from services.payments.models import Payment, PaymentRequest, RequestState
from services.payments.queries import receipt_of
from services.payments.take_cash import Slip, take_cash
from services.work import Role, Work
from tests.factories.processing import make_account_officer
from tests.services.payments.paying import AMOUNT, make_bill, make_pending

SLIP = Slip("BL/2026A", "0000012", "Nông Văn Bình")


def clerk_of(work: Work, request: PaymentRequest) -> Work:
    actor = make_account_officer(work.session, request.agency_id, Role.INTAKE)
    return dataclasses.replace(work, actor=actor)


def test_cash_settles_a_request_with_slip_and_receipt(work: Work) -> None:
    request = make_bill(work.session)
    clerk = clerk_of(work, request)

    payment = take_cash(clerk, request.id, SLIP, "press")

    assert take_cash(clerk, request.id, SLIP, "press").id == payment.id
    assert payment.state == "paid"
    assert payment.payer["name"] == "Nông Văn Bình"
    assert payment.facts["slip"] == "0000012"
    assert request.state is RequestState.PAID
    assert receipt_of(work.session, request.id) is not None


def test_a_paid_request_takes_no_cash(work: Work) -> None:
    request = make_bill(work.session)
    clerk = clerk_of(work, request)
    take_cash(clerk, request.id, SLIP, "press")
    with pytest.raises(Conflict):
        take_cash(clerk, request.id, Slip("B", "13", "Nông Văn Bình"), "other")
    assert len(work.session.exec(select(Payment)).all()) == 1


def test_no_cash_while_a_bank_may_still_tell_of_money(work: Work) -> None:
    request = make_bill(work.session)
    make_pending(work.session, request)
    with pytest.raises(Conflict):
        take_cash(clerk_of(work, request), request.id, SLIP, "press")


def test_a_slip_is_used_once_in_an_agency(work: Work) -> None:
    first = make_bill(work.session)
    clerk = clerk_of(work, first)
    take_cash(clerk, first.id, SLIP, "press")
    second = make_bill(
        work.session, agency_id=first.agency_id, agency_code=first.agency_code
    )
    with pytest.raises(RuleViolation) as refusal:
        take_cash(clerk, second.id, dataclasses.replace(SLIP, number="12"), "press")
    assert refusal.value.problems == {"slip": "slip_used"}


def test_every_fault_of_a_slip_is_named_at_once(work: Work) -> None:
    request = make_bill(work.session)
    with pytest.raises(RuleViolation) as refusal:
        take_cash(clerk_of(work, request), request.id, Slip("!", "x", ""), "press")
    assert set(refusal.value.problems) == {"book", "slip", "payer"}
    assert request.state is RequestState.OPEN


def test_another_agency_takes_no_cash_for_it(work: Work) -> None:
    request, other = make_bill(work.session), make_bill(work.session)
    with pytest.raises(NotFound):
        take_cash(clerk_of(work, other), request.id, SLIP, "press")


def test_the_day_is_closed_once_and_takes_no_cash_after_it(work: Work) -> None:
    first = make_bill(work.session)
    clerk = clerk_of(work, first)
    take_cash(clerk, first.id, SLIP, "press")
    today = local_day(work.now)
    assert cash_of_day(work.session, first.agency_id, today) == (1, AMOUNT)
    assert cash_of_day(work.session, first.agency_id, today - timedelta(1)) == (0, 0)

    closing = close_till(clerk, today, "75.000", "")

    assert (closing.receipts, closing.expected, closing.counted) == (1, AMOUNT, AMOUNT)
    assert close_till(clerk, today, "1", "").id == closing.id
    second = make_bill(work.session, agency_id=first.agency_id)
    with pytest.raises(Conflict):
        take_cash(clerk, second.id, Slip("B", "13", "Nông Văn Bình"), "press")


def test_a_difference_in_the_till_needs_a_word(work: Work) -> None:
    request = make_bill(work.session)
    clerk = clerk_of(work, request)
    take_cash(clerk, request.id, SLIP, "press")
    today = local_day(work.now)
    with pytest.raises(RuleViolation) as refusal:
        close_till(clerk, today, "70.000", "")
    assert refusal.value.problems == {"note": "till_difference"}
    closing = close_till(clerk, today, "70.000", "Thối nhầm năm nghìn đồng")
    assert closing.counted == 70_000


def test_tomorrow_is_not_closed_today(work: Work) -> None:
    clerk = clerk_of(work, make_bill(work.session))
    with pytest.raises(RuleViolation):
        close_till(clerk, local_day(work.now) + timedelta(days=1), "0", "")
