"""The QR that a bank's app reads, byte for byte (contracts 4.3)."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vietnam_qr_pay import QRPay

from services.payments.models import PaymentRequest, RequestState
from services.payments.show_qr import show_qr
from services.payments.vietqr import build, qr_text, transfer_words
from services.work import Work
from tests.factories.dossiers import make_filing
from tests.factories.payments import BENEFICIARY, make_payment_request

PUBLISHED = (
    "00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA"
    "530370454061200005802VN62170813ung ho lu lut6304C15C"
)


def crc(text: str) -> str:
    """CRC-16/CCITT-FALSE by its definition, bit by bit."""
    register = 0xFFFF
    for byte in text.encode():
        register ^= byte << 8
        for _ in range(8):
            register = register << 1 ^ (0x1021 if register & 0x8000 else 0)
            register &= 0xFFFF
    return f"{register:04X}"


def asked(**values: Any) -> PaymentRequest:
    given: dict[str, Any] = {
        "invoice_number": "20261123090000",
        "amount": 75_000,
        "beneficiary": dict(BENEFICIARY),
    }
    return PaymentRequest(**given | values)


def test_the_published_example_comes_out_byte_for_byte() -> None:
    assert build("970415", "0011001932418", 120_000, "ung ho lu lut") == PUBLISHED


def test_a_request_becomes_a_qr_that_says_everything() -> None:
    text = qr_text(asked())
    assert text == (
        "00020101021238570010A00000072701270006970415011337130999990010208QRIBFTTA"
        "530370454057500058" + "02VN62220818TTHC202611230900006304" + text[-4:]
    )
    assert text[-4:] == crc(text[:-4])


def test_the_words_are_short_and_plain() -> None:
    words = transfer_words(asked())
    assert words == "TTHC20261123090000"
    assert len(words) <= 25
    assert words.isascii()


@pytest.mark.parametrize(
    ("bank", "account"),
    [
        ("", "3713099999001"),
        ("970415", ""),
        ("97041", "3713099999001"),
        ("97041x", "3713099999001"),
        ("970415", "3" * 20),
        ("970415", "3713 0999"),
        ("970415", "3713\n"),
    ],
)
def test_a_beneficiary_no_bank_could_find_has_no_qr(bank: str, account: str) -> None:
    assert qr_text(asked(beneficiary={"bin": bank, "account": account})) == ""
    assert qr_text(asked(beneficiary={})) == ""


def test_nothing_is_asked_for_without_an_amount() -> None:
    assert qr_text(asked(amount=0)) == ""
    assert qr_text(asked(amount=-1)) == ""


@given(
    amount=st.integers(1, 10**12),
    account=st.from_regex(r"[0-9A-Za-z]{1,19}", fullmatch=True),
    number=st.from_regex(r"[0-9]{14}", fullmatch=True),
)
def test_what_is_written_is_what_is_read(
    amount: int, account: str, number: str
) -> None:
    to = {"bin": "970436", "account": account}
    text = qr_text(asked(amount=amount, beneficiary=to, invoice_number=number))
    read = QRPay(text)
    assert read.is_valid
    assert (read.consumer.bank_bin, read.consumer.bank_number) == ("970436", account)
    assert (read.amount, read.additional_data.purpose) == (
        str(amount),
        f"TTHC{number}",
    )
    assert re.fullmatch(r"[0-9A-F]{4}", text[-4:])
    assert text[-4:] == crc(text[:-4])


def test_the_holder_of_the_link_sees_the_qr_until_it_is_paid(work: Work) -> None:
    request = make_payment_request(work.session, make_filing(work.session))
    assert show_qr(work, request.link_key) == qr_text(request)
    request.state = RequestState.PAID
    work.session.add(request)
    assert show_qr(work, request.link_key) == ""
    assert show_qr(work, "nobody-s") == ""
