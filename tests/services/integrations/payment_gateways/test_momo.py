"""MoMo's signatures and codes, against vectors computed by another program."""

import hashlib
import hmac
import json
from typing import Any

import pytest

from services.core.errors import SystemUnavailable
from services.integrations.payment_gateways.momo.adapter import HttpMomo, Merchant
from services.integrations.payment_gateways.port import (
    Failure,
    GatewayRefused,
    NoticeRefused,
    Outcome,
    Verdict,
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

ME = Merchant("DVC", "sandbox", "khoa-thu")
# printf '%s' 'accessKey=sandbox&amount=75000&…' | openssl dgst -sha256 -hmac khoa-thu
CREATE = "5aa0563002a71fff8b771857827b8c42f85553845de3b33366f2e8af54b3e480"
NOTICE = "748b4385935b041f9d85f14d175e1f7d611496612e2c07ce1682ad19b0937331"
REFUND = "97a4349e067561a066a75fb279e9de927f429fe044ba2e0e31666750ee671739"
TOLD: dict[str, Any] = {
    "partnerCode": "DVC",
    "orderId": NUMBER,
    "requestId": NUMBER,
    "amount": 75_000,
    "orderInfo": f"TTHC {NUMBER}",
    "orderType": "momo_wallet",
    "transId": 14_000_001,
    "resultCode": 0,
    "message": "Thành công.",
    "payType": "qr",
    "responseTime": MILLIS,
    "extraData": "",
    "signature": NOTICE,
}


def momo(*answers: dict[str, Any]) -> tuple[HttpMomo, Wire]:
    wire = Wire(list(answers) or [{}])
    return HttpMomo(wire.client(), ME), wire


def read(body: dict[str, Any] | bytes, **values: Any) -> Any:  # Any: a Told
    return momo()[0].read_notice(posted(body, **values), NOON)


def signed(**values: Any) -> dict[str, Any]:
    """Return a notice that says something else, signed by the sandbox's own rule."""
    told = {**TOLD, **values}
    names = [
        "amount",
        "extraData",
        "message",
        "orderId",
        "orderInfo",
        "orderType",
        "partnerCode",
        "payType",
        "requestId",
        "responseTime",
        "resultCode",
        "transId",
    ]
    text = "accessKey=sandbox&" + "&".join(f"{name}={told[name]}" for name in names)
    signature = hmac.new(b"khoa-thu", text.encode(), hashlib.sha256).hexdigest()
    return {**told, "signature": signature}


def test_an_order_is_signed_byte_for_byte() -> None:
    answer = {"resultCode": 0, "orderId": NUMBER, "payUrl": "https://momo.example/1"}
    gateway, wire = momo(answer)
    assert gateway.begin(order()).url == "https://momo.example/1"
    path, asked = wire.asked[0]
    assert path == "/v2/gateway/api/create"
    assert asked["signature"] == CREATE
    assert (asked["requestType"], asked["orderExpireTime"]) == ("captureWallet", 15)
    assert "accessKey" not in asked
    assert "Sen" not in json.dumps(asked)


@pytest.mark.parametrize(
    "answer",
    [
        {"resultCode": 22, "message": "amount"},
        {"resultCode": "41", "message": "orderId"},
        {"resultCode": 11},
    ],
)
def test_an_order_they_do_not_take_is_refused(answer: dict[str, Any]) -> None:
    with pytest.raises(GatewayRefused):
        momo(answer)[0].begin(order())


@pytest.mark.parametrize(
    "answer",
    [
        {"resultCode": 99},
        {"resultCode": 10},
        {"resultCode": 0, "orderId": "another", "payUrl": "https://momo.example"},
        {"resultCode": 0, "orderId": NUMBER},
        {"resultCode": None},
        {},
    ],
)
def test_an_answer_without_sense_is_none(answer: dict[str, Any]) -> None:
    with pytest.raises(SystemUnavailable):
        momo(answer)[0].begin(order())


def test_a_genuine_notice_is_believed() -> None:
    told = read(TOLD)
    assert (told.number, told.outcome, told.amount) == (NUMBER, Outcome.PAID, 75_000)
    assert (told.transaction_id, told.at) == ("14000001", NOON)


def test_numbers_may_come_as_text_and_the_hash_in_capitals() -> None:
    as_text = {name: str(value) for name, value in TOLD.items()}
    assert read(as_text).outcome is Outcome.PAID
    assert read({**TOLD, "signature": NOTICE.upper()}).outcome is Outcome.PAID
    assert read({**TOLD, "unknown": "more"}).outcome is Outcome.PAID


@pytest.mark.parametrize(
    ("code", "outcome", "failure"),
    [
        (1000, Outcome.PENDING, None),
        (9000, Outcome.PENDING, None),
        (1001, Outcome.FAILED, Failure.FUNDS),
        (1006, Outcome.FAILED, Failure.CANCELLED),
        (4100, Outcome.FAILED, Failure.OTP),
        (12345, Outcome.FAILED, Failure.OTHER),
    ],
)
def test_their_codes_become_ours(
    code: int, outcome: Outcome, failure: Failure | None
) -> None:
    told = read(signed(resultCode=code))
    assert (told.outcome, told.failure, told.transaction_id) == (outcome, failure, "")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"signature": "0" * 64}, "signature"),
        ({"signature": ""}, "signature"),
        ({"signature": NOTICE[:-1]}, "signature"),
        ({"amount": 75_001}, "signature"),
        ({"amount": 7_500_000}, "signature"),
        ({"orderId": "2026112309000002"}, "signature"),
        ({"resultCode": 1001}, "signature"),
        ({"message": "Thanh cong."}, "signature"),
        ({"extraData": None, "amount": 75_000.0}, "malformed"),
        ({"amount": True}, "malformed"),
        ({"amount": {"value": 75_000}}, "malformed"),
    ],
)
def test_what_was_not_signed_is_not_believed(
    change: dict[str, Any], fault: str
) -> None:
    with pytest.raises(NoticeRefused, match=fault):
        read({**TOLD, **change})


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"partnerCode": "OTHER"}, "merchant"),
        ({"orderId": ""}, "malformed"),
        ({"amount": 0}, "malformed"),
        ({"amount": -75_000}, "malformed"),
        ({"amount": "75.000"}, "malformed"),
        ({"amount": "٧٥٠٠٠"}, "malformed"),
        ({"resultCode": "zero"}, "malformed"),
        ({"transId": 0}, "malformed"),
        ({"responseTime": MILLIS + 3_600_000}, "clock"),
        ({"responseTime": 0}, "clock"),
        ({"responseTime": "soon"}, "malformed"),
    ],
)
def test_what_was_signed_may_still_be_impossible(
    change: dict[str, Any], fault: str
) -> None:
    with pytest.raises(NoticeRefused, match=fault):
        read(signed(**change))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"<html>",
        b'{"amount": NaN}',
        b"[" * 100_000,
        json.dumps(TOLD).encode()[:-1] + b', "amount": 75000}',
    ],
)
def test_a_body_of_another_kind_is_malformed(body: bytes) -> None:
    with pytest.raises(NoticeRefused, match="malformed"):
        read(body)


def test_a_notice_is_posted_not_fetched() -> None:
    with pytest.raises(NoticeRefused, match="malformed"):
        read(TOLD, method="GET")


def test_a_notice_of_last_week_is_as_good_as_any() -> None:
    assert read(signed(responseTime=MILLIS - 7 * 86_400_000)).amount == 75_000


def test_yes_is_204_and_what_we_failed_to_keep_is_told_again() -> None:
    gateway, _ = momo()
    statuses = {
        verdict: gateway.reply(verdict, None, NOON).status for verdict in Verdict
    }
    for verdict in (Verdict.OK, Verdict.ALREADY, Verdict.BAD_AMOUNT):
        assert statuses[verdict] == 204
    assert statuses[Verdict.OTHER] == 500
    assert statuses[Verdict.BAD_SIGNATURE] == 400


def test_asking_tells_the_state_of_the_money() -> None:
    paid = {"resultCode": 0, "orderId": NUMBER, "amount": 75_000, "transId": "14000001"}
    assert momo(paid)[0].ask(NUMBER, NOON).outcome is Outcome.PAID
    assert momo({"resultCode": 42})[0].ask(NUMBER, NOON).outcome is Outcome.UNKNOWN
    waiting = {"resultCode": 1000, "orderId": NUMBER}
    assert momo(waiting)[0].ask(NUMBER, NOON).outcome is Outcome.PENDING
    failed = momo({"resultCode": 1003, "orderId": NUMBER})[0].ask(NUMBER, NOON)
    assert (failed.outcome, failed.failure) == (Outcome.FAILED, Failure.CANCELLED)


@pytest.mark.parametrize(
    "answer",
    [
        {"resultCode": 13},
        {"resultCode": 99, "orderId": NUMBER},
        {"resultCode": 0, "orderId": "another", "amount": 75_000, "transId": 1},
        {"resultCode": 0, "orderId": NUMBER, "responseTime": -1},
    ],
)
def test_a_question_they_did_not_answer_says_nothing_of_the_money(
    answer: dict[str, Any],
) -> None:
    with pytest.raises(SystemUnavailable):
        momo(answer)[0].ask(NUMBER, NOON)


def test_a_refund_is_signed_byte_for_byte_and_is_one_by_its_number() -> None:
    gateway, wire = momo({"resultCode": 0, "transId": 74_000_001})
    told = gateway.refund(refund())
    assert (told.is_done, told.reference) == (True, "74000001")
    path, asked = wire.asked[0]
    assert path == "/v2/gateway/api/refund"
    assert asked["requestId"] == asked["orderId"] == refund().number
    assert asked["signature"] == REFUND


def test_a_refund_they_work_on_is_asked_again_and_a_refused_one_is_told() -> None:
    with pytest.raises(SystemUnavailable):
        momo({"resultCode": 7002})[0].refund(refund())
    told = momo({"resultCode": 1080, "message": "refused"})[0].refund(refund())
    assert (told.is_done, told.refusal) == (False, "1080 refused")
    assert not momo()[0].refund(refund(transaction_id="")).is_done
