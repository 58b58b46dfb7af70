"""The VietQR of a payment request as a picture."""

from dvc_app import routes
from services.payments.models import RequestState
from services.work import Work
from tests.factories.dossiers import make_filing
from tests.factories.payments import make_payment_request
from tests.web_client import TestClient


def test_the_link_of_a_request_draws_its_qr(work: Work, browser: TestClient) -> None:
    request = make_payment_request(work.session, make_filing(work.session))
    answer = browser.get(routes.fill(routes.API_PAYMENT_QR, key=request.link_key))
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert answer.headers["cache-control"].startswith("private")
    assert "<svg" in answer.text
    assert "white" in answer.text


def test_there_is_no_qr_to_pay_twice_by(work: Work, browser: TestClient) -> None:
    request = make_payment_request(
        work.session, make_filing(work.session), state=RequestState.PAID
    )
    paid = browser.get(routes.fill(routes.API_PAYMENT_QR, key=request.link_key))
    unknown = browser.get(routes.fill(routes.API_PAYMENT_QR, key="nobody-s"))
    assert (paid.status_code, unknown.status_code) == (404, 404)
