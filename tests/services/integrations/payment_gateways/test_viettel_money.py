"""Viettel Money's check sums and codes, against vectors of another program."""

import base64
import hashlib
import hmac
import json
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from services.core.errors import SystemUnavailable
from services.integrations.payment_gateways.port import (
    Failure,
    NoticeRefused,
    Outcome,
    Told,
    Verdict,
)
from services.integrations.payment_gateways.viettel_money.adapter import (
    HttpViettelMoney,
    Merchant,
)
from tests.conftest import NOON
from tests.services.integrations.payment_gateways.wallet_orders import (
    NUMBER,
    Wire,
    order,
    posted,
    refund,
)

ME = Merchant("DVC", "sandbox", "khoa-thu")
# printf '%s' 'sandbox20261123…' | openssl dgst -sha1 -hmac khoa-thu -binary | base64
PAYMENT = "/jkgGDG1hHBJGl2SVs5nHZyIg6M="
CALLBACK = "VEdf2FIyIlUk39+AYWe0mu3pVm4="
INQUIRY = "wSXk0BsSs3ZfQzKB9zQWRwvp6LI="
REPLY = "gQuEDFY4mEspqF1NnoHU3XhHQRE="
TOLD: dict[str, Any] = {
    "billcode": NUMBER[:14],
    "cust_msisdn": "84900000701",
    "error_code": "00",
    "merchant_code": "DVC",
    "order_id": NUMBER,
    "payment_status": "1",
    "trans_amount": "75000",
    "vt_transaction_id": "14000001",
    "check_sum": CALLBACK,
}
FORM = "application/x-www-form-urlencoded"


def viettel(*answers: dict[str, Any]) -> tuple[HttpViettelMoney, Wire]:
    wire = Wire(list(answers) or [{}])
    return HttpViettelMoney(wire.client(), ME), wire


def read(body: dict[str, Any] | bytes, **values: Any) -> Any:  # Any: a Told
    return viettel()[0].read_notice(posted(body, **values), NOON)


def signed(**values: Any) -> dict[str, Any]:
    """Return a callback that says something else, genuinely signed."""
    told = {**TOLD, **values}
    names = [name for name in TOLD if name != "check_sum"]  # they are in its order
    text = "sandbox" + "".join(str(told[name]) for name in names)
    digest = hmac.new(b"khoa-thu", text.encode(), hashlib.sha1).digest()
    return {**told, "check_sum": base64.b64encode(digest).decode()}


def test_the_address_of_the_page_is_signed_byte_for_byte() -> None:
    gateway, wire = viettel()
    url = urlsplit(gateway.begin(order()).url)
    said = {name: values[0] for name, values in parse_qs(url.query).items()}
    assert (url.netloc, url.path) == ("wallet.example", "/PaymentGateway/payment")
    assert said["check_sum"] == PAYMENT
    assert (said["billcode"], said["order_id"]) == (NUMBER[:14], NUMBER)
    assert "access_code" not in said
    assert wire.asked == []
    assert "Sen" not in url.query


@pytest.mark.parametrize("is_form", [True, False])
def test_a_genuine_callback_is_believed_as_form_and_as_json(is_form: bool) -> None:
    form = urlencode(TOLD).encode()
    told = read(form, content_type=f"{FORM}; charset=utf-8") if is_form else read(TOLD)
    assert (told.number, told.outcome, told.amount) == (NUMBER, Outcome.PAID, 75_000)
    assert told.transaction_id == "14000001"


def test_numbers_may_come_as_numbers() -> None:
    as_numbers = {**TOLD, "payment_status": 1, "trans_amount": 75_000}
    assert read(as_numbers).outcome is Outcome.PAID


@pytest.mark.parametrize(
    ("status", "code", "outcome", "failure"),
    [
        ("2", "16", Outcome.FAILED, Failure.FUNDS),
        ("2", "V06", Outcome.FAILED, Failure.CANCELLED),
        ("2", "what", Outcome.FAILED, Failure.OTHER),
        ("0", "00", Outcome.PENDING, None),
        ("3", "V05", Outcome.PENDING, None),
    ],
)
def test_their_codes_become_ours(
    status: str, code: str, outcome: Outcome, failure: Failure | None
) -> None:
    told = read(signed(payment_status=status, error_code=code))
    assert (told.outcome, told.failure, told.transaction_id) == (outcome, failure, "")


@pytest.mark.parametrize(
    "change",
    [
        {"check_sum": ""},
        {"check_sum": CALLBACK.lower()},
        {"check_sum": "A" * 28},
        {"trans_amount": "75001"},
        {"order_id": "2026112309000002"},
        {"payment_status": "2"},
    ],
)
def test_what_was_not_signed_is_not_believed(change: dict[str, str]) -> None:
    with pytest.raises(NoticeRefused, match="signature"):
        read({**TOLD, **change})


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"merchant_code": "OTHER"}, "merchant"),
        ({"payment_status": "9"}, "malformed"),
        ({"payment_status": ""}, "malformed"),
        ({"vt_transaction_id": ""}, "malformed"),
        ({"order_id": ""}, "malformed"),
        ({"billcode": "20261123090001"}, "malformed"),
        ({"trans_amount": "0"}, "malformed"),
        ({"trans_amount": "75.000"}, "malformed"),
    ],
)
def test_what_was_signed_may_still_be_impossible(
    change: dict[str, str], fault: str
) -> None:
    with pytest.raises(NoticeRefused, match=fault):
        read(signed(**change))


def test_a_field_split_elsewhere_is_not_our_order() -> None:
    """Values are joined by nothing, so another split has the same check sum."""
    shifted = {**TOLD, "billcode": NUMBER[:13], "cust_msisdn": "084900000701"}
    with pytest.raises(NoticeRefused, match="malformed"):
        read(shifted)


@pytest.mark.parametrize(
    "body",
    [
        urlencode(TOLD).encode() + b"&trans_amount=1",
        b"no form",
        b"\xff",
        b"&".join([b"a=1"] * 100),
    ],
)
def test_a_form_of_another_kind_is_malformed(body: bytes) -> None:
    with pytest.raises(NoticeRefused, match="malformed"):
        read(body, content_type=FORM)


def test_our_answer_is_signed_and_repeats_the_order() -> None:
    gateway, _ = viettel()
    told = Told(NUMBER, Outcome.PAID)
    replies = {verdict: gateway.reply(verdict, told, NOON) for verdict in Verdict}
    said = {v: json.loads(reply.body) for v, reply in replies.items()}
    assert said[Verdict.OK]["check_sum"] == REPLY
    assert said[Verdict.OK]["order_id"] == NUMBER
    codes = {verdict: one["error_code"] for verdict, one in said.items()}
    assert codes[Verdict.OK] == codes[Verdict.ALREADY] == "00"
    assert codes[Verdict.NOT_FOUND] == "01"
    assert codes[Verdict.BAD_AMOUNT] == "02"
    assert codes[Verdict.BAD_SIGNATURE] == "03"
    assert replies[Verdict.OTHER].status == 500
    assert replies[Verdict.OK].status == 200


def test_asking_is_signed_byte_for_byte() -> None:
    answer = {
        "error_code": 0,
        "order_id": NUMBER,
        "payment_status": 1,
        "trans_amount": "75000",
        "vt_transaction_id": 14_000_001,
    }
    gateway, wire = viettel(answer)
    told = gateway.ask(NUMBER, NOON)
    assert (told.outcome, told.amount) == (Outcome.PAID, 75_000)
    assert told.transaction_id == "14000001"
    path, asked = wire.asked[0]
    assert path == "/PaymentAPI/webresources/postData"
    assert (asked["cmd"], asked["check_sum"]) == ("TRANS_INQUIRY", INQUIRY)


def test_an_order_they_do_not_know_is_unknown() -> None:
    told = viettel({"error_code": "01"})[0].ask(NUMBER, NOON)
    assert told.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "answer",
    [
        {"error_code": "03"},
        {"error_code": "00", "order_id": NUMBER, "payment_status": "8"},
        {"error_code": "00", "order_id": "another", "payment_status": "1"},
        {},
    ],
)
def test_a_question_they_did_not_answer_says_nothing_of_the_money(
    answer: dict[str, Any],
) -> None:
    with pytest.raises(SystemUnavailable):
        viettel(answer)[0].ask(NUMBER, NOON)


def test_a_refund_names_the_payment_and_is_one_by_its_number() -> None:
    gateway, wire = viettel({"error_code": "00", "vt_transaction_id": "74000001"})
    told = gateway.refund(refund(amount=5_000, is_whole=False))
    assert (told.is_done, told.reference) == (True, "74000001")
    asked = wire.asked[0][1]
    assert asked["order_id"] == refund().number
    assert (asked["originalRequestId"], asked["refundType"]) == ("14000001", "1")


def test_a_refund_they_fail_at_is_asked_again_and_a_refused_one_is_told() -> None:
    with pytest.raises(SystemUnavailable):
        viettel({"error_code": "99"})[0].refund(refund())
    no = {"error_code": "02", "error_msg": "too much"}
    told = viettel(no)[0].refund(refund())
    assert (told.is_done, told.refusal) == (False, "02 too much")
