"""Where the bank tells of money that came in: server to server, no cookie (PAY-3)."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.callbacks import bank_push
from dvc_app.callbacks.addresses import addresses
from dvc_app.callbacks.slowing import Slowed
from dvc_app.walls.gate import MAX_FORM, Gate
from services.integrations.bank_feed.adapter import HttpBankFeed
from services.integrations.bank_feed.port import BankEntry
from services.payments.models import GatewayNotice, PaymentRequest, RequestState
from services.payments.settlement_models import BankTransfer
from services.payments.vietqr import transfer_words
from services.work import Work
from tests.conftest import NOON
from tests.factories.dossiers import make_filing
from tests.factories.payments import BENEFICIARY, make_payment_request
from tests.payment_fakes import FakeBankFeed
from tests.web_client import TestClient

GOOD = {"x-sign": "good"}


@pytest.fixture
def bank(run_here: None) -> Iterator[TestClient]:
    """A server that has never seen us; nothing of a browser about it."""
    with TestClient(addresses) as client:
        yield client


@pytest.fixture
def request_(work: Work) -> PaymentRequest:
    request = make_payment_request(
        work.session, make_filing(work.session), opened_at=NOON - timedelta(days=1)
    )
    feed = work.systems.bank_feed
    assert isinstance(feed, FakeBankFeed)
    account, words = BENEFICIARY["account"], transfer_words(request)
    feed.lines.append(BankEntry("1", "FT1", account, request.amount, words, NOON))
    return request


def body() -> bytes:
    return json.dumps({"reference": "FT1"}).encode()


def test_a_genuine_push_pays_and_is_told_yes_as_often_as_it_comes(
    bank: TestClient, work: Work, request_: PaymentRequest
) -> None:
    for _ in range(3):
        answer = bank.post(routes.API_BANK_FEED, content=body(), headers=GOOD)
        assert (answer.status_code, answer.json()) == (200, {"ok": True})
        assert answer.headers["cache-control"] == "no-store"
        assert "set-cookie" not in answer.headers
    assert request_.state is RequestState.PAID
    assert len(work.session.exec(select(BankTransfer)).all()) == 1


def test_a_forged_push_is_told_no_and_changes_nothing(
    bank: TestClient, work: Work, request_: PaymentRequest
) -> None:
    answer = bank.post(routes.API_BANK_FEED, content=body())
    assert (answer.status_code, answer.json()) == (403, {"ok": False})
    assert request_.state is RequestState.OPEN
    assert work.session.exec(select(GatewayNotice)).one().body == body()


def test_a_bank_only_posts(bank: TestClient) -> None:
    assert bank.get(routes.API_BANK_FEED).status_code == 405


def test_whoever_tells_too_much_waits(
    bank: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bank_push, "_told", Slowed("1/minute"))
    bank.post(routes.API_BANK_FEED, content=body())
    answer = bank.post(routes.API_BANK_FEED, content=body())
    assert answer.status_code == 429
    assert answer.headers["retry-after"]


def test_the_wall_lets_a_bank_through_with_its_signature_and_no_more_than_a_form(
    run_here: None, work: Work
) -> None:
    """The adapter's own header has to come through the wall, which drops most x-."""
    real = HttpBankFeed(httpx.Client(), "khoa-thu")
    told = {
        "cursor": "1",
        "reference": "FT9",
        "account": BENEFICIARY["account"],
        "amount": 1,
        "words": "?",
        "at": NOON.isoformat(),
    }
    sent = json.dumps(told).encode()
    signature = hmac.new(b"khoa-thu", sent, hashlib.sha256).hexdigest()
    fake = work.systems.bank_feed
    assert isinstance(fake, FakeBankFeed)
    fake.read_notice = real.read_notice  # type: ignore[method-assign]
    with TestClient(Gate(addresses)) as client:
        headers = {"X-Signature": signature, "Host": "localhost:3000"}
        answer = client.post(routes.API_BANK_FEED, content=sent, headers=headers)
        assert answer.status_code == 200
        heavy = client.post(
            routes.API_BANK_FEED, content=b"x" * (MAX_FORM + 1), headers=headers
        )
        assert heavy.status_code == 413
    assert work.session.exec(select(BankTransfer)).one().matched == "unknown"
