"""ZaloPay's signatures and codes, against vectors computed by another program."""

import hashlib
import hmac
import json
from typing import Any

import pytest

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations.payment_gateways.port import (
    Failure,
    GatewayRefused,
    NoticeRefused,
    Outcome,
    Verdict,
)
from services.integrations.payment_gateways.zalopay.adapter import (
    HttpZaloPay,
    Merchant,
)
from tests.conftest import NOON
from tests.services.integrations.payment_gateways.wallet_orders import (
    MILLIS,
    NUMBER,
    Wire,
    order,
    posted,
    refund,
)

ME = Merchant(2553, "khoa-mot", "khoa-hai")
NAME = f"261123_{NUMBER}"
# printf '%s' '2553|261123_…' | openssl dgst -sha256 -hmac khoa-mot
CREATE = "00b82ecd6ce8375994c1cf42f9e9f9f47db494e7d5d7227f808b47397fece763"
QUERY = "596dc34e532eaff3f81409f37b5c398b6a20762e99863aef8304bb1d024efd90"
REFUND = "70f2e4095d82e365729af75aa93c4dbee3aa9d51cbfe3a33fa14fd79287810c7"
DATA = (
    '{"app_id":2553,"app_trans_id":"261123_2026112309000001",'
    '"app_time":1795399200000,"app_user":"dvc","amount":75000,"embed_data":"{}",'
    '"item":"[]","zp_trans_id":14000001,"server_time":1795399200000,"channel":38}'
)
CALLBACK = "0994f165a96a870eb1a6aa622f20c407318e6c17a1bda56f010c53ed5da2af06"


def zalopay(*answers: dict[str, Any]) -> tuple[HttpZaloPay, Wire]:
    wire = Wire(list(answers) or [{}])
    return HttpZaloPay(wire.client(), ME), wire


def read(body: dict[str, Any] | bytes, **values: Any) -> Any:  # Any: a Told
    return zalopay()[0].read_notice(posted(body, **values), NOON)


def called(data: str, **values: Any) -> dict[str, Any]:
    """Return a callback of this data, genuinely signed."""
    mac = hmac.new(b"khoa-hai", data.encode(), hashlib.sha256).hexdigest()
    return {"data": data, "mac": mac, "type": 1} | values


def saying(**values: Any) -> dict[str, Any]:
    return called(json.dumps({**json.loads(DATA), **values}))


def test_an_order_is_signed_byte_for_byte() -> None:
    gateway, wire = zalopay({"return_code": 1, "order_url": "https://zalo.example/1"})
    assert gateway.begin(order()).url == "https://zalo.example/1"
    path, asked = wire.asked[0]
    assert path == "/v2/create"
    assert (asked["app_trans_id"], asked["app_time"]) == (NAME, MILLIS)
    assert asked["mac"] == CREATE
    assert "Sen" not in json.dumps(asked)


def test_the_day_of_an_order_is_the_day_in_viet_nam() -> None:
    gateway, wire = zalopay({"return_code": "3"})
    late = NOON.replace(hour=18)  # 01:00 of the next day there
    gateway.ask(NUMBER, late)
    assert wire.asked[0][1]["app_trans_id"] == f"261124_{NUMBER}"


def test_an_order_they_do_not_take_is_refused_or_not_answered() -> None:
    with pytest.raises(GatewayRefused):
        zalopay({"return_code": 2, "sub_return_code": -68})[0].begin(order())
    for answer in ({"return_code": 2, "sub_return_code": -500}, {"return_code": 1}, {}):
        with pytest.raises(SystemUnavailable):
            zalopay(answer)[0].begin(order())


def test_a_genuine_callback_is_believed() -> None:
    told = read({"data": DATA, "mac": CALLBACK, "type": 1})
    assert (told.number, told.outcome, told.amount) == (NUMBER, Outcome.PAID, 75_000)
    assert (told.transaction_id, told.at) == ("14000001", NOON)


def test_numbers_may_come_as_text_and_the_hash_in_capitals() -> None:
    assert read({"data": DATA, "mac": CALLBACK.upper(), "type": "1"}).amount == 75_000
    assert read(saying(amount="75000", zp_trans_id="14000001")).amount == 75_000


@pytest.mark.parametrize(
    "body",
    [
        {"data": DATA, "mac": "0" * 64, "type": 1},
        {"data": DATA, "type": 1},
        {"data": DATA.replace("75000", "75001"), "mac": CALLBACK, "type": 1},
        {"data": DATA + " ", "mac": CALLBACK, "type": 1},
        {"mac": CALLBACK, "type": 1},
    ],
)
def test_what_was_not_signed_is_not_believed(body: dict[str, Any]) -> None:
    with pytest.raises(NoticeRefused, match="signature"):
        read(body)


def test_a_callback_signed_with_the_other_key_is_not_believed() -> None:
    mac = hmac.new(b"khoa-mot", DATA.encode(), hashlib.sha256).hexdigest()
    with pytest.raises(NoticeRefused, match="signature"):
        read({"data": DATA, "mac": mac, "type": 1})


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"app_id": 1}, "merchant"),
        ({"amount": 0}, "malformed"),
        ({"amount": 1.5}, "malformed"),
        ({"zp_trans_id": 0}, "malformed"),
        ({"app_trans_id": NUMBER}, "malformed"),
        ({"app_trans_id": "261123_"}, "malformed"),
        ({"server_time": MILLIS + 3_600_000}, "clock"),
        ({"server_time": 12}, "clock"),
    ],
)
def test_what_was_signed_may_still_be_impossible(
    change: dict[str, Any], fault: str
) -> None:
    with pytest.raises(NoticeRefused, match=fault):
        read(saying(**change))


@pytest.mark.parametrize(
    "body",
    [
        called("[]"),
        called("no json"),
        called(DATA[:-1] + ',"amount":1}'),
        called(DATA, type=2),
        b"<html>",
        b"",
    ],
)
def test_a_callback_of_another_kind_is_malformed(body: dict[str, Any] | bytes) -> None:
    with pytest.raises(NoticeRefused, match="malformed"):
        read(body)


def test_our_answer_is_in_their_codes_and_http_is_200() -> None:
    gateway, _ = zalopay()
    replies = {verdict: gateway.reply(verdict, None, NOON) for verdict in Verdict}
    codes = {v: json.loads(reply.body)["return_code"] for v, reply in replies.items()}
    assert (codes[Verdict.OK], codes[Verdict.ALREADY]) == (1, 2)
    assert codes[Verdict.OTHER] == 0  # the one they repeat after
    assert len(set(codes.values())) == len(Verdict)
    assert {reply.status for reply in replies.values()} == {200}


def test_asking_is_signed_with_key1_at_its_end_too() -> None:
    answer = {
        "return_code": "1",
        "amount": 75_000,
        "zp_trans_id": 14_000_001,
        "server_time": MILLIS,
    }
    gateway, wire = zalopay(answer)
    told = gateway.ask(NUMBER, NOON)
    assert (told.outcome, told.transaction_id) == (Outcome.PAID, "14000001")
    assert wire.asked[0] == (
        "/v2/query",
        {"app_id": 2553, "app_trans_id": NAME, "mac": QUERY},
    )


@pytest.mark.parametrize(
    ("answer", "outcome", "failure"),
    [
        ({"return_code": 3, "is_processing": True}, Outcome.PENDING, None),
        ({"return_code": 2, "sub_return_code": -101}, Outcome.UNKNOWN, None),
        ({"return_code": 2, "sub_return_code": -63}, Outcome.FAILED, Failure.FUNDS),
        ({"return_code": 2, "sub_return_code": "-9"}, Outcome.FAILED, Failure.OTHER),
    ],
)
def test_their_codes_become_ours(
    answer: dict[str, Any], outcome: Outcome, failure: Failure | None
) -> None:
    told = zalopay(answer)[0].ask(NUMBER, NOON)
    assert (told.outcome, told.failure) == (outcome, failure)


@pytest.mark.parametrize(
    "answer", [{"return_code": 2, "sub_return_code": -402}, {"return_code": 7}, {}]
)
def test_a_question_they_did_not_answer_says_nothing_of_the_money(
    answer: dict[str, Any],
) -> None:
    with pytest.raises(SystemUnavailable):
        zalopay(answer)[0].ask(NUMBER, NOON)


def test_a_refund_is_signed_byte_for_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOON)
    gateway, wire = zalopay({"return_code": 1, "refund_id": 74_000_001})
    assert gateway.refund(refund()).reference == "74000001"
    path, asked = wire.asked[0]
    assert path == "/v2/refund"
    assert asked["m_refund_id"] == f"261123_2553_{NUMBER}R1"
    assert asked["mac"] == REFUND


@pytest.mark.parametrize(
    "first", [{"return_code": 3}, {"return_code": 2, "sub_return_code": -27}]
)
def test_a_refund_they_know_already_is_asked_about(first: dict[str, Any]) -> None:
    gateway, wire = zalopay(first, {"return_code": 1, "refund_id": 74_000_001})
    assert gateway.refund(refund()).is_done
    assert [path for path, _ in wire.asked] == ["/v2/refund", "/v2/query_refund"]


def test_a_refund_still_worked_on_is_asked_again_and_a_refused_one_is_told() -> None:
    with pytest.raises(SystemUnavailable):
        zalopay({"return_code": 3})[0].refund(refund())
    no = {"return_code": 2, "sub_return_code": -14, "sub_return_message": "too much"}
    told = zalopay(no)[0].refund(refund())
    assert (told.is_done, told.refusal) == (False, "-14 too much")
