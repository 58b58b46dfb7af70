"""VNPAY and the gateway of its shape: the address, the page, what is never answered."""

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations.payment_gateways.port import (
    NoticeFault,
    NoticeRefused,
    Outcome,
    RawNotice,
)
from services.integrations.payment_gateways.vnpay.adapter import HttpVnpay
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
    client, gateway = connect("vnpay", sandbox, 2.0)
    with client:
        office = Office("vnpay", sandbox, listener, gateway)
        office.acknowledge()
        yield office


def test_the_address_says_what_the_guide_asks_for(office: Office) -> None:
    order = office.order(words="Lệ phí đăng ký khai sinh: Đỗ – “Hà”", bank_code="BIDV")
    told = dict(parse_qsl(urlsplit(office.gateway.begin(order).url).query))
    local = clock.local(order.begun_at)
    assert told["vnp_Amount"] == "15000000"
    assert told["vnp_CreateDate"] == f"{local:%Y%m%d%H%M%S}"
    assert told["vnp_OrderInfo"] == "Le phi dang ky khai sinh: Do Ha"
    assert (told["vnp_TmnCode"], told["vnp_CurrCode"]) == (MERCHANT, "VND")
    assert (told["vnp_BankCode"], told["vnp_TxnRef"]) == ("BIDV", order.number)
    assert len(told["vnp_SecureHash"]) == 128


def test_an_address_somebody_changed_opens_nothing(office: Office) -> None:
    order = office.order()
    cheaper = office.gateway.begin(order).url.replace("15000000", "100")
    page = httpx.get(cheaper, follow_redirects=True)
    assert page.status_code == 400
    assert "Sai chữ ký" in page.text
    asked = office.gateway.ask(order.number, order.begun_at)
    assert asked.outcome is Outcome.UNKNOWN


def test_the_way_home_carries_the_same_words_as_the_notice(office: Office) -> None:
    order = office.opened()
    home = urlsplit(office.decide(order, is_told_first=True)["home"])
    (notice,) = office.listener.about(order.number)
    assert home.query == notice.query


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("&vnp_TxnRef=1", NoticeFault.MALFORMED),
        ("&x=1", NoticeFault.MALFORMED),
        ("&vnp_x=1", NoticeFault.SIGNATURE),
    ],
)
def test_a_notice_with_more_than_they_said_is_refused(
    office: Office, change: str, fault: NoticeFault
) -> None:
    order = office.opened()
    office.decide(order)
    (notice,) = office.listener.about(order.number)
    with pytest.raises(NoticeRefused) as refused:
        office.gateway.read_notice(RawNotice("GET", notice.query + change), clock.now())
    assert refused.value.fault is fault


def test_an_answer_about_another_order_is_no_answer(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    paid, mine = office.opened(), office.opened()
    office.decide(paid, copies=0)
    assert isinstance(office.gateway, HttpVnpay)
    client = office.gateway._client
    genuine = client.post

    def answered(path: str, **asked: bytes) -> httpx.Response:
        body = asked["content"].replace(mine.number.encode(), paid.number.encode())
        return genuine(path, **{**asked, "content": body})  # type: ignore[arg-type]

    monkeypatch.setattr(client, "post", answered)
    with pytest.raises(SystemUnavailable):
        office.gateway.ask(mine.number, mine.begun_at)
