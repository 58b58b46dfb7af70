"""dptracuuthanhtoanhs: {error_code, message} exactly as the national portal reads it."""

from typing import Any

import pytest

from dvc_app import routes
from dvc_app.callbacks import national_bills
from dvc_app.callbacks.addresses import addresses
from dvc_app.callbacks.slowing import Slowed
from dvc_app.walls.gate import Gate
from dvc_app.wording import national_bills as wording
from services.dossiers.models import Dossier
from services.work import Work
from tests.factories.dossiers import Filing, make_filing, make_submitted
from tests.factories.payments import make_payment_request
from tests.web_client import TestClient

KEY = {"authorization": "Bearer sandbox"}


@pytest.fixture(autouse=True)
def unslowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(national_bills, "_strange", Slowed("30/10minutes"))


@pytest.fixture
def filing(work: Work) -> Filing:
    return make_filing(work.session)


@pytest.fixture
def dossier(work: Work, filing: Filing) -> Dossier:
    return work.session.get_one(Dossier, make_submitted(work, filing).dossier_id)


def ask(browser: TestClient, body: object, headers: dict[str, str] = KEY) -> Any:
    return browser.post(routes.API_NATIONAL_BILLS, json=body, headers=headers)


def test_a_bill_is_told_in_their_fields(
    work: Work, browser: TestClient, filing: Filing, dossier: Dossier
) -> None:
    request = make_payment_request(
        work.session, filing, dossier_id=dossier.id, dossier_code=dossier.code
    )
    answer = ask(browser, {"MaHoSo": dossier.code, "service": "dptracuuthanhtoanhs"})
    told = answer.json()
    assert (answer.status_code, set(told)) == (200, {"error_code", "message"})
    assert told["error_code"] == 1
    bill = told["message"]
    assert bill["transaction_id"] == f"{request.invoice_number}01"
    assert bill["client_id"] == "DVC"
    assert bill["MaTraCuuTT"].removeprefix(str(dossier.code)).isdecimal()
    assert len(bill["MaTraCuuTT"]) == len(str(dossier.code)) + 14
    assert (bill["MaHoSo"], bill["SoTien"]) == (dossier.code, "75000")
    assert bill["TKThuHuong"] == request.beneficiary["account"]
    assert bill["PhiLePhi"] == [
        {
            "LoaiPhiLePhi": "1",
            "MaPhiLePhi": "",
            "TenPhiLePhi": "Phí",
            "SoTien": "75000",
        }
    ]
    assert request.applicant_name not in answer.text


def test_nothing_to_pay_is_0_and_an_error_is_minus_1(
    browser: TestClient, dossier: Dossier
) -> None:
    nothing = ask(browser, {"MaHoSo": dossier.code}).json()
    unknown = ask(browser, {"MaHoSo": "H55.99-261122-9999"}).json()
    assert nothing == {"error_code": 0, "message": wording.NOTHING}
    assert unknown == {"error_code": -1, "message": wording.UNKNOWN}


@pytest.mark.parametrize("body", [{}, [], "x", {"MaHoSo": "no code"}, {"MaHoSo": None}])
def test_what_cannot_be_read_is_an_error(browser: TestClient, body: object) -> None:
    answer = ask(browser, body)
    assert answer.json() == {"error_code": -1, "message": wording.UNREADABLE}


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer guessed"}])
def test_a_stranger_learns_nothing_and_is_slowed(
    browser: TestClient, dossier: Dossier, headers: dict[str, str]
) -> None:
    answers = [ask(browser, {"MaHoSo": dossier.code}, headers) for _ in range(32)]
    assert [one.status_code for one in answers] == [401] * 30 + [429] * 2
    assert answers[0].json() == {"error_code": -1, "message": wording.NOT_YOURS}


def test_the_wall_of_our_pages_does_not_stand_before_it(run_here: None) -> None:
    with TestClient(Gate(addresses), base_url="http://localhost:3000") as outside:
        answer = outside.post(routes.API_NATIONAL_BILLS, json={}, headers=KEY)
    assert answer.json()["error_code"] == -1
    assert answer.status_code == 200
