"""The e-receipt: numbered without gaps, never changed (PAY-11)."""

from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from services.payments.issue_receipt import (
    digest_of,
    is_unchanged,
    issue_receipt,
    receipt_name,
)
from services.payments.models import Payment
from services.payments.queries import lock_payment, receipt_of
from services.payments.settle import settle
from services.payments.settlement_models import PaymentReceipt
from services.payments.transition import Source
from services.work import Work
from tests.conftest import make_work
from tests.factories.dossiers import make_filing
from tests.factories.payments import make_payment_request, make_provider
from tests.services.payments.paying import (
    BANK,
    PAYER,
    at_once,
    make_bill,
    make_pending,
    told,
)

PAID = 30
UNDONE = 3  # every third settlement falls before its commit


class Fallen(Exception):
    """The transaction is undone."""


def settled(work: Work) -> tuple[Payment, PaymentReceipt]:
    """Pay a bill; return the payment and its receipt."""
    request = make_bill(work.session)
    payment = make_pending(work.session, request, payer=dict(PAYER))
    settle(work, payment, told(payment), Source.NOTICE)
    receipt = receipt_of(work.session, request.id)
    assert receipt is not None
    return payment, receipt


def test_a_receipt_holds_everything_that_is_printed(work: Work) -> None:
    payment, receipt = settled(work)
    facts = receipt.facts
    assert facts["payer"]["name"] == PAYER["name"]
    assert (facts["amount"], facts["transaction_id"]) == (75_000, "T1")
    assert facts["provider_name"] == "Vietcombank"
    assert facts["order_number"] == payment.number
    assert facts["lines"][0]["amount"] == 75_000
    assert receipt_name(receipt) == f"{facts['agency_code']}-2026-0000001"


def test_a_reprint_is_identical(work: Work) -> None:
    payment, receipt = settled(work)
    digest = receipt.digest
    request, _ = lock_payment(work.session, payment.id)
    request.procedure_name = "đổi tên"
    payment.payer = {"name": "người khác"}
    work.session.flush()
    again = issue_receipt(work, request, payment)
    assert again.id == receipt.id
    assert digest_of(again.facts) == digest
    assert is_unchanged(again)


def test_a_receipt_that_was_written_over_is_noticed(work: Work) -> None:
    _, receipt = settled(work)
    receipt.facts = {**receipt.facts, "amount": 1}
    assert not is_unchanged(receipt)


def test_each_agency_counts_for_itself(work: Work) -> None:
    first, second = settled(work)[1], settled(work)[1]
    assert first.series != second.series
    assert (first.number, second.number) == (1, 1)


def test_receipts_settled_at_once_have_no_gap(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session, session.begin():
        filing = make_filing(session)
        make_provider(session, BANK)
        bills = [make_payment_request(session, filing) for _ in range(PAID)]
        ids = [make_pending(session, bill).id for bill in bills]

    def pay(number: int) -> None:
        with Session(scratch_engine) as session, session.begin():
            work = make_work(session, tmp_path)
            _, payment = lock_payment(session, ids[number])
            said = told(payment, transaction_id=f"T{number}")
            settle(work, payment, said, Source.NOTICE)
            if number % UNDONE == 0:
                raise Fallen

    def try_to_pay(number: int) -> None:
        if number % UNDONE == 0:
            with pytest.raises(Fallen):
                pay(number)
        else:
            pay(number)

    at_once(PAID, try_to_pay)

    with Session(scratch_engine) as session:
        receipts = session.exec(select(PaymentReceipt)).all()
    numbers = sorted(receipt.number for receipt in receipts)
    assert numbers == list(range(1, PAID - PAID // UNDONE + 1))
    assert all(is_unchanged(receipt) for receipt in receipts)
