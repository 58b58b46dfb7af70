"""Where gateways tell us: no browser, no cookie, our page's wall does not stand (PAY-3)."""

from collections.abc import Iterator

import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.callbacks import payment_notice
from dvc_app.callbacks.addresses import addresses
from dvc_app.callbacks.slowing import Slowed
from dvc_app.walls.gate import MAX_FORM, Gate
from services.payments.models import GatewayNotice, Payment, PaymentState
from services.payments.open_attempt import NOTICE_PATH, RETURN_PATH
from services.work import Work
from tests.services.payments.paying import make_bill, make_pending, notice
from tests.web_client import TestClient

HERE = routes.API_PAYMENT_NOTICE.replace("{gateway}", "vnpay")
GOOD = {"x-sign": "good"}


@pytest.fixture
def gateway(run_here: None) -> Iterator[TestClient]:
    """A server that has never seen us; nothing of a browser about it."""
    with TestClient(addresses) as client:
        yield client


@pytest.fixture
def payment(work: Work) -> Payment:
    """An attempt that waits."""
    return make_pending(work.session, make_bill(work.session))


def stored(work: Work) -> list[GatewayNotice]:
    """Return what was kept."""
    return list(work.session.exec(select(GatewayNotice)))


def test_a_notice_is_answered_in_the_gateways_words(
    gateway: TestClient, work: Work, payment: Payment
) -> None:
    answer = gateway.post(HERE, content=notice(payment.number).body, headers=GOOD)
    assert (answer.status_code, answer.text) == (200, "ok")
    assert answer.headers["content-type"].startswith("text/plain")
    assert "set-cookie" not in answer.headers
    assert payment.state is PaymentState.PAID


def test_a_forged_notice_is_told_so_and_changes_nothing(
    gateway: TestClient, work: Work, payment: Payment
) -> None:
    answer = gateway.post(HERE, content=notice(payment.number).body)
    assert (answer.status_code, answer.text) == (200, "bad_signature")
    assert payment.state is PaymentState.PENDING


def test_a_notice_by_get_is_kept_with_its_query(
    gateway: TestClient, work: Work
) -> None:
    answer = gateway.get(f"{HERE}?vnp_TxnRef=1&vnp_OrderInfo=%C4%91%E1%BB%93ng")
    assert answer.text == "bad_signature"
    (row,) = stored(work)
    assert row.query == "vnp_TxnRef=1&vnp_OrderInfo=%C4%91%E1%BB%93ng"
    assert row.method == "GET"


def test_a_look_without_a_body_is_no_notice(gateway: TestClient, work: Work) -> None:
    assert gateway.head(HERE).status_code == 405
    assert stored(work) == []


def test_a_gateway_there_is_none_of_is_not_found(
    gateway: TestClient, work: Work
) -> None:
    other = routes.API_PAYMENT_NOTICE.replace("{gateway}", "no-such")
    assert gateway.post(other, content=b"{}").status_code == 404
    assert stored(work) == []


def test_a_flood_drops_what_is_forged_and_nothing_genuine(
    gateway: TestClient, work: Work, payment: Payment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(payment_notice, "_told", Slowed("2/minute"))
    for _ in range(5):
        assert gateway.post(HERE, content=b"{}").status_code == 200
    assert len(stored(work)) == 2
    answer = gateway.post(HERE, content=notice(payment.number).body, headers=GOOD)
    assert answer.text == "ok"
    assert payment.state is PaymentState.PAID


def test_the_addresses_told_to_gateways_are_ours() -> None:
    assert NOTICE_PATH == routes.API_PAYMENT_NOTICE
    page = routes.PAYMENT_RESULT.replace("[request]", "{key}")
    assert page == RETURN_PATH


def test_the_gate_lets_servers_in_and_other_sites_nowhere_else(
    run_here: None, payment: Payment
) -> None:
    with TestClient(Gate(addresses), base_url="http://localhost:3000") as outside:
        told = outside.post(HERE, content=b"{}")
        elsewhere = outside.post(routes.API_SIGN_IN, content=b"")
        huge = outside.post(HERE, content=b"x" * (MAX_FORM + 1))
        wrong_host = outside.post(HERE, content=b"{}", headers={"host": "evil.example"})
    assert told.text == "bad_signature"
    assert elsewhere.status_code == 403
    assert huge.status_code == 413
    assert wrong_host.status_code == 400
