"""The e-receipt: for who paid and whose dossier it is, checkable by anybody."""

import dataclasses

import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.callbacks.payment_receipt import in_words
from dvc_app.wording import check_paper as wording
from services.accounts.keys import token_hash
from services.core.errors import NotFound
from services.papers.check_keys import PaperKind, check_key
from services.payments.models import PaymentRequest, RequestState
from services.payments.open_receipt import open_receipt
from services.payments.settle import settle
from services.payments.settlement_models import PaymentReceipt
from services.work import ANONYMOUS, Actor, Work
from tests.factories.accounts import COOKIE
from tests.services.payments.paying import make_bill, make_pending, told
from tests.web_client import TestClient


@pytest.fixture
def paid(work: Work) -> PaymentRequest:
    bill = make_bill(work.session, dossier_code="H55.92-261121-0001")
    payment = make_pending(work.session, bill, browser="payer", payer=dict(bill.payer))
    settle(work, payment, told(payment), "notice")
    return bill


def acting(work: Work, actor: Actor) -> Work:
    return dataclasses.replace(work, actor=actor)


def test_the_browser_that_paid_and_the_owner_have_the_receipt(
    work: Work, paid: PaymentRequest
) -> None:
    for actor in (Actor(browser="payer"), Actor(account_id=paid.account_id)):
        facts = in_words(open_receipt(acting(work, actor), paid.link_key))

        assert facts.amount_words == "Bảy mươi lăm nghìn đồng"
        assert facts.paid_with == "Vietcombank"
        assert facts.transaction == "T1"
        assert facts.payer == "Nguyễn Thị Ánh Tuyết"


@pytest.mark.parametrize("actor", [ANONYMOUS, Actor(browser="another")])
def test_whoever_only_holds_the_link_has_none(
    work: Work, paid: PaymentRequest, actor: Actor
) -> None:
    with pytest.raises(NotFound):
        open_receipt(acting(work, actor), paid.link_key)


def test_the_address_of_a_receipt_tells_a_stranger_nothing(
    browser: TestClient, paid: PaymentRequest
) -> None:
    mine = browser.get(routes.fill(routes.API_PAYMENT_RECEIPT, key=paid.link_key))
    none = browser.get(routes.fill(routes.API_PAYMENT_RECEIPT, key="khong-co"))

    assert mine.status_code == none.status_code == 404
    assert mine.content == none.content == b""


def test_the_browser_that_paid_gets_the_same_pdf_each_time(
    browser: TestClient, work: Work
) -> None:
    bill = make_bill(work.session)
    here = token_hash(COOKIE)
    payment = make_pending(work.session, bill, browser=here, payer=dict(bill.payer))
    settle(work, payment, told(payment), "notice")
    address = routes.fill(routes.API_PAYMENT_RECEIPT, key=bill.link_key)

    first, again = browser.get(address), browser.get(address)

    assert first.status_code == 200
    assert first.content.startswith(b"%PDF")
    assert first.content == again.content
    assert "no-store" in first.headers["cache-control"]


def test_its_qr_is_checked_by_anybody_and_names_nobody(
    browser: TestClient, work: Work, paid: PaymentRequest
) -> None:
    receipt = work.session.exec(
        select(PaymentReceipt).where(PaymentReceipt.request_id == paid.id)
    ).one()
    key = check_key(work, PaperKind.PAYMENT_RECEIPT, receipt.id)
    address = routes.fill(routes.CHECK_PAPER, key=key)

    text = browser.get(address).text

    assert wording.KINDS[PaperKind.PAYMENT_RECEIPT] in text
    assert "75.000 đ" in text
    assert f"{receipt.series}-{receipt.number:07d}" in text
    assert wording.IN_FORCE in text
    assert "Tuyết" not in text
    paid.state = RequestState.REFUNDED
    work.session.flush()
    assert wording.NOT_IN_FORCE in browser.get(address).text


def test_a_receipt_that_was_changed_in_the_database_is_not_genuine(
    browser: TestClient, work: Work, paid: PaymentRequest
) -> None:
    receipt = work.session.exec(
        select(PaymentReceipt).where(PaymentReceipt.request_id == paid.id)
    ).one()
    receipt.facts = {**receipt.facts, "amount": 750_000}
    work.session.flush()
    key = check_key(work, PaperKind.PAYMENT_RECEIPT, receipt.id)

    answer = browser.get(routes.fill(routes.CHECK_PAPER, key=key))

    assert answer.status_code == 404
