"""The national portal asks for a bill, and its money finds the bill (contracts 4.1)."""

import dataclasses
from datetime import timedelta

import pytest
from sqlmodel import select

from services.core.errors import Forbidden
from services.dossiers.models import Dossier
from services.dues.answer_national import Owing, answer_national
from services.integrations.payment_gateways.port import Outcome, Told
from services.payments.models import (
    DueMoment,
    Payment,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.queries import lock_payment
from services.payments.settle import settle
from services.payments.transition import Source
from services.work import SYSTEM, Actor, Work
from tests.factories.dossiers import Filing, make_filing, make_submitted
from tests.factories.payments import make_payment, make_payment_request


@pytest.fixture
def system(work: Work) -> Work:
    return dataclasses.replace(work, actor=SYSTEM)


@pytest.fixture
def filing(work: Work) -> Filing:
    return make_filing(work.session)


@pytest.fixture
def dossier(work: Work, filing: Filing) -> Dossier:
    return work.session.get_one(Dossier, make_submitted(work, filing).dossier_id)


def owe(
    work: Work, filing: Filing, dossier: Dossier, **values: object
) -> PaymentRequest:
    return make_payment_request(
        work.session,
        filing,
        **{"dossier_id": dossier.id, "dossier_code": dossier.code} | values,
    )


def code_of(dossier: Dossier) -> str:
    return str(dossier.code)


def attempts(work: Work) -> list[Payment]:
    return list(work.session.exec(select(Payment)))


def test_the_oldest_open_bill_is_told_with_all_it_says(
    system: Work, filing: Filing, dossier: Dossier
) -> None:
    paid = {"moment": DueMoment.BEFORE_FILING, "state": RequestState.PAID}
    owe(system, filing, dossier, **paid)
    due = owe(system, filing, dossier, opened_at=system.now - timedelta(days=1))
    owe(system, filing, dossier, moment=DueMoment.RESULT)

    told = answer_national(system, code_of(dossier))

    assert (told.owing, told.amount) == (Owing.DUE, due.amount)
    assert told.number == f"{due.invoice_number}01"
    assert told.bill is not None
    assert told.bill.dossier_code == dossier.code
    assert told.bill.account == due.beneficiary["account"]


def test_asked_again_they_are_given_the_same_number(
    system: Work, filing: Filing, dossier: Dossier
) -> None:
    owe(system, filing, dossier)
    first = answer_national(system, code_of(dossier))
    again = answer_national(system, code_of(dossier))
    (payment,) = attempts(system)
    payment.state, payment.ask_next_at = PaymentState.EXPIRED, None
    after = answer_national(system, code_of(dossier))
    assert first.number == again.number == after.number
    assert len(attempts(system)) == 1
    assert payment.ask_next_at is not None


def test_their_money_pays_the_bill(
    system: Work, filing: Filing, dossier: Dossier
) -> None:
    request = owe(system, filing, dossier)
    told = answer_national(system, code_of(dossier))
    (payment,) = attempts(system)
    assert (payment.gateway, payment.state) == ("national", PaymentState.PENDING)

    lock_payment(system.session, payment.id)
    confirm = Told(told.number, Outcome.PAID, told.amount, "T77", system.now)
    settle(system, payment, confirm, Source.NOTICE)

    assert request.state is RequestState.PAID
    assert answer_national(system, code_of(dossier)).owing is Owing.NOTHING


@pytest.mark.parametrize(
    ("state", "owing"),
    [
        (PaymentState.PENDING, Owing.BUSY),
        (PaymentState.MISMATCH, Owing.BUSY),
        (PaymentState.FAILED, Owing.DUE),
        (PaymentState.REFUNDED, Owing.DUE),
    ],
)
def test_nobody_pays_twice_because_two_portals_asked(
    system: Work, filing: Filing, dossier: Dossier, state: PaymentState, owing: Owing
) -> None:
    request = owe(system, filing, dossier)
    make_payment(system.session, request, state=state)
    told = answer_national(system, code_of(dossier))
    assert told.owing is owing
    assert len(attempts(system)) == (2 if owing is Owing.DUE else 1)


def test_nothing_due_and_nobody_known_are_told_apart(
    system: Work, filing: Filing, dossier: Dossier
) -> None:
    owe(system, filing, dossier, state=RequestState.CANCELLED)
    assert answer_national(system, code_of(dossier)).owing is Owing.NOTHING
    unknown = answer_national(system, "H55.99-261122-9999")
    assert unknown.owing is Owing.UNKNOWN


def test_a_dossier_without_a_bill_owes_nothing(system: Work, dossier: Dossier) -> None:
    told = answer_national(system, code_of(dossier))
    assert told.owing is Owing.NOTHING


def test_nobody_but_the_system_asks_so(work: Work) -> None:
    person = dataclasses.replace(work, actor=Actor(browser="visitor"))
    with pytest.raises(Forbidden):
        answer_national(person, "H55.99-261122-9999")
