"""The invoice number in the words of a transfer, whatever banks made of them."""

import re
from datetime import datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from services.payments.read_words import invoice_numbers, same_account

NUMBER = "20261123090000"
NOISE = " .,-_:/\t\n"


@pytest.mark.parametrize(
    "words",
    [
        f"TTHC{NUMBER}",
        f"tthc{NUMBER}",
        f"MBVCB.123456.TTHC{NUMBER}.CT tu 0900000001 NGUYEN THI ANH TUYET",
        f"IBFT TTHC {NUMBER}",
        "TTHC 2026 1123 0900 00",
        "T T H C 20261123 090000",
        "MBVCB.7788990011.TTHC20261\n123090000.CT",
        f"Tôi nộp lệ phí tthc{NUMBER}",
        f"ＴＴＨＣ{NUMBER}",
        f"C{NUMBER}-CHUYEN TIEN",  # cut at its beginning
        f"TTHC{NUMBER}01",  # the number of an attempt
    ],
)
def test_what_banks_do_to_words_loses_no_number(words: str) -> None:
    assert invoice_numbers(words) == (NUMBER,)


@pytest.mark.parametrize(
    "words", ["", "chuyen tien", f"TTHC{NUMBER[:-1]}", "TTHC" + "9" * 13, "TTHC"]
)
def test_half_a_number_is_no_number(words: str) -> None:
    assert invoice_numbers(words) == ()


def test_our_letters_are_worth_more_than_any_fourteen_digits() -> None:
    words = f"MBVCB.20251231235959.TTHC{NUMBER}"
    assert invoice_numbers(words) == (NUMBER,)


def test_two_numbers_are_both_told() -> None:
    other = "20261123090001"
    assert invoice_numbers(f"TTHC{NUMBER} TTHC{other}") == (NUMBER, other)


@given(data=st.data(), moment=st.datetimes(datetime(2026, 1, 1), datetime(2099, 1, 1)))  # noqa: DTZ001
def test_capitals_marks_and_words_around_change_nothing(
    data: st.DataObject, moment: datetime
) -> None:
    number = f"{moment:%Y%m%d%H%M%S}"
    said = data.draw(st.sampled_from(["TTHC", "tthc", "TtHc"])) + number
    mangled = "".join(
        sign + data.draw(st.text(NOISE, max_size=2), label="noise") for sign in said
    )
    before = data.draw(st.text("ABCDEFXYZ0123456789. ", max_size=30))
    after = data.draw(st.text("ABCDEFXYZ0123456789. ", max_size=30))
    assume("TTHC" not in re.sub(r"\W", "", before + after))
    assert invoice_numbers(f"{before}.{mangled} {after}")[:1] == (number,)


@given(words=st.text(max_size=600))
def test_no_words_break_the_reading(words: str) -> None:
    for number in invoice_numbers(words):
        assert re.fullmatch(r"[0-9]{14}", number)


def test_an_account_is_the_same_however_it_is_grouped() -> None:
    assert same_account("3713 0999-99001", "3713099999001")
    assert not same_account("3713099999001", "3713099999002")
    assert not same_account("", "")
