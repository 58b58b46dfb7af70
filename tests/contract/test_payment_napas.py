"""NAPAS: whole đồng, names of its own, and nothing of VNPAY's is believed there."""

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from services.core import clock
from services.integrations.payment_gateways.port import NoticeRefused
from tests.contract.gateway_office import MERCHANT, Office, connect
from tests.notice_listener import NoticeListener
from tests.sandbox_process import SandboxProcess


@pytest.fixture(scope="module")
def listener() -> Iterator[NoticeListener]:
    listener = NoticeListener()
    yield listener
    listener.close()


@pytest.fixture
def office(sandbox: SandboxProcess, listener: NoticeListener) -> Iterator[Office]:
    client, gateway = connect("napas", sandbox, 2.0)
    with client:
        office = Office("napas", sandbox, listener, gateway)
        office.acknowledge()
        yield office


def test_amounts_are_whole_dong_and_names_are_its_own(office: Office) -> None:
    order = office.order(bank_code="970441")
    address = office.gateway.begin(order).url
    told = dict(parse_qsl(urlsplit(address).query))
    assert told["nps_Amount"] == "150000"
    assert (told["nps_MerchantId"], told["nps_OrderId"]) == (MERCHANT, order.number)
    assert len(told["nps_SecureHash"]) == 64
    page = httpx.get(address, follow_redirects=True).text
    assert "Thanh toán qua NAPAS" in page
    assert "<b>VIB</b>" in page


def test_what_vnpay_says_is_not_believed_of_napas(office: Office) -> None:
    client, vnpay = connect("vnpay", office.sandbox, 2.0)
    with client:
        there = Office("vnpay", office.sandbox, office.listener, vnpay)
        there.acknowledge()
        order = there.opened()
        there.decide(order)
        (notice,) = office.listener.about(order.number)
    with pytest.raises(NoticeRefused):
        office.gateway.read_notice(notice, clock.now())
