"""The national platform: the bill it prints, its envelope, its look-alike messages."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations.payment_gateways.national import wire
from services.integrations.payment_gateways.national.adapter import (
    Account,
    HttpNationalPayment,
)
from services.integrations.payment_gateways.port import (
    GatewayRefused,
    NoticeFault,
    NoticeRefused,
    Outcome,
    RawNotice,
    Verdict,
)
from services.integrations.transport import build_client
from tests.contract.gateway_office import Office, connect
from tests.notice_listener import NoticeListener
from tests.sandbox_process import SandboxProcess


@pytest.fixture(scope="module")
def listener() -> Iterator[NoticeListener]:
    listener = NoticeListener()
    yield listener
    listener.close()


@pytest.fixture
def office(sandbox: SandboxProcess, listener: NoticeListener) -> Iterator[Office]:
    client, gateway = connect("national", sandbox, 2.0)
    with client:
        office = Office("national", sandbox, listener, gateway)
        office.acknowledge()
        yield office


def platform(office: Office) -> HttpNationalPayment:
    assert isinstance(office.gateway, HttpNationalPayment)
    return office.gateway


def test_the_hash_is_made_of_the_values_in_the_order_of_the_contract() -> None:
    fields = {"LoaiBanTin": "QUERY", "PhienBan": "1.0.6", "MaDoiTac": "DVC"}
    fields |= {"MaThamChieu": "2611220900000001", "ThoiGianGD": "20261122090000"}
    told = wire.hashed(fields, wire.HASHED[wire.QUERY], "secret")
    # printf 'QUERY|1.0.6|DVC|2611220900000001|20261122090000|secret' | sha256sum
    wanted = "bd01a1ea4c80f8b29f8869aa7482d66f0661f9fb949b812976f8361428d75803"
    assert told == wanted


def test_the_platform_is_told_the_whole_bill(office: Office) -> None:
    order = office.opened()
    bill: dict[str, Any] = json.loads(office.kept(order)["facts"]["bill"])
    assert bill["MaDichVu"] == "2"
    assert bill["MaDVC"] == "1.001193.01"
    assert bill["HoTenNguoiNop"] == "Lý Thị Sen"
    assert bill["TKThuHuong"] == order.bill.account
    assert bill["PhiLePhi"] == [
        {
            "LoaiPhiLePhi": "1",
            "MaPhiLePhi": "LP01",
            "TenPhiLePhi": "Lệ phí hộ tịch",
            "SoTien": "150000",
        }
    ]
    assert bill["DSKhoanNop"] == [{"NoiDung": "Lệ phí hộ tịch", "SoTien": "150000"}]


def test_the_platform_prints_a_receipt_of_what_was_paid(office: Office) -> None:
    order = office.opened()
    assert platform(office).bill(order.number) is None
    office.decide(order, is_told_first=True)
    told = platform(office).bill(order.number)
    assert told is not None
    page = httpx.get(told.url).text
    assert order.number in page
    assert "150.000 đ" in page


def test_an_order_the_platform_refuses_is_told_in_its_words(office: Office) -> None:
    order = office.opened()
    with pytest.raises(GatewayRefused, match="94"):
        office.gateway.begin(replace(order, amount=1))


def test_the_answer_to_a_question_does_not_pass_for_a_confirm(office: Office) -> None:
    order = office.opened()
    asked = {
        "LoaiBanTin": "QUERY",
        "PhienBan": "1.0.6",
        "MaDoiTac": "DVC",
        "MaThamChieu": order.number,
        "ThoiGianGD": "20261122090000",
    }
    asked["MaXacThuc"] = wire.hashed(asked, wire.HASHED[wire.QUERY], "sandbox")
    url = f"{office.sandbox.url}/national-payment"
    token = httpx.post(f"{url}/token", auth=("sandbox", "sandbox")).json()
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    pending = httpx.post(f"{url}/query", json=asked, headers=headers).json()
    assert pending.pop("TrangThaiGD") == "3"
    assert pending["MaLoi"] == "00"

    with pytest.raises(NoticeRefused) as refused:
        office.gateway.read_notice(
            RawNotice("POST", "", json.dumps(pending).encode()), clock.now()
        )

    assert refused.value.fault is NoticeFault.MALFORMED


def test_a_lost_token_is_fetched_once_more(office: Office) -> None:
    order = office.opened()
    other, stranger = connect("national", office.sandbox, 2.0)
    with other:
        assert isinstance(stranger, HttpNationalPayment)
        assert stranger.ask(order.number, order.begun_at).outcome is Outcome.PENDING
        stranger._client.auth._token = "gone"  # type: ignore[union-attr]
        assert stranger.ask(order.number, order.begun_at).outcome is Outcome.PENDING


def test_a_wrong_consumer_secret_reaches_nothing(office: Office) -> None:
    account = Account("DVC", "sandbox", "sandbox", "wrong")
    with build_client(f"{office.sandbox.url}/national-payment", 2.0) as client:
        gateway = HttpNationalPayment(client, account)
        with pytest.raises(SystemUnavailable):
            gateway.begin(office.order())


def test_our_answer_to_a_confirm_is_signed(office: Office) -> None:
    order = office.opened()
    office.decide(order)
    (notice,) = office.listener.about(order.number)
    told = office.gateway.read_notice(notice, clock.now())
    reply = office.gateway.reply(Verdict.ALREADY, told, clock.now())
    said: dict[str, str] = json.loads(reply.body)
    assert (said["MaLoi"], said["MaThamChieu"]) == ("00", order.number)
    assert said["MaXacThuc"] == wire.hashed(said, wire.HASHED_REPLY, "sandbox")
