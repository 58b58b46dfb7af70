"""Codes are written one way, and masks never show more than they promise."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.identifiers import (
    CitizenId,
    Doubt,
    doubts_about_citizen_id,
    format_code,
    mask_citizen_id,
    mask_email,
    mask_name,
    mask_phone,
    read_dossier_code,
    spoken_groups,
    tax_check_digit_holds,
)
from services.core.money import format_money, is_plausible_fee, read_money

DAY = date(2026, 11, 21)
DAYS = st.dates(min_value=date(2018, 1, 1), max_value=date(2068, 12, 31))
AGENCIES = st.sampled_from(["H55", "H55.242", "H55.1.12", "000.00.01.H00", "H34.07"])


@given(AGENCIES, DAYS, st.integers(1, 999_999))
def test_a_code_written_is_the_code_read(agency: str, day: date, number: int) -> None:
    code = format_code(agency, day, number)
    assert read_dossier_code(code) == code
    assert read_dossier_code(f"https://dvc.example/t/{code.lower()}") == code
    assert read_dossier_code(" ".join(code.replace(".", " ").split("-"))) == code


def test_a_number_past_four_digits_widens() -> None:
    assert format_code("H55.242", DAY, 7) == "H55.242-261121-0007"
    assert format_code("H55.242", DAY, 12345) == "H55.242-261121-12345"
    with pytest.raises(ValueError, match="from 1"):
        format_code("H55.242", DAY, 0)


def test_a_code_is_said_in_groups() -> None:
    code = format_code("H55.242", DAY, 7)
    assert spoken_groups(code) == ("H55", "242", "26", "11", "21", "0007")


@pytest.mark.parametrize(
    ("mask", "given_text", "shown"),
    [
        (mask_name, "Trần Minh An", "T*** M*** An"),
        (mask_name, "An", "A***"),
        (mask_name, "", ""),
        (mask_phone, "0971234748", "097****748"),
        (mask_phone, "113", "***"),
        (mask_citizen_id, "001090000045", "0010******45"),
        (mask_citizen_id, "999000001", "9990***01"),
        (mask_citizen_id, "12345678", "********"),
        (mask_email, "nguoidan@example.vn", "n***@example.vn"),
        (mask_email, "a@example.vn", "***@example.vn"),
        (mask_email, "khongphaithu", "***"),
    ],
)
def test_a_mask_shows_no_more_than_it_says(
    mask: Callable[[str], str], given_text: str, shown: str
) -> None:
    assert mask(given_text) == shown


@given(st.text("0123456789", max_size=20))
def test_a_masked_number_never_shows_more_than_six_digits(number: str) -> None:
    for masked in (mask_phone(number), mask_citizen_id(number)):
        assert sum(c.isdigit() for c in masked) <= 6
        assert masked.count("*") >= min(3, len(number))


@given(st.lists(st.text("abcđê", min_size=1, max_size=6), min_size=2, max_size=5))
def test_a_masked_name_shows_one_letter_of_all_words_but_the_last(
    words: list[str],
) -> None:
    masked = mask_name(" ".join(words)).split()
    assert masked[:-1] == [f"{word[0]}***" for word in words[:-1]]
    assert masked[-1] == words[-1]


@given(st.emails())
def test_a_masked_address_shows_one_letter_of_the_mailbox(address: str) -> None:
    assert len(mask_email(address).rpartition("@")[0].replace("*", "")) <= 1


def test_a_number_that_fits_raises_no_doubt() -> None:
    number = CitizenId("001090000045")
    assert doubts_about_citizen_id(number, date(1990, 5, 1), is_male=True) == ()
    assert doubts_about_citizen_id(CitizenId("001310000045"), date(2010, 1, 1)) == ()
    assert doubts_about_citizen_id(CitizenId("999000001"), DAY, is_male=True) == ()


def test_what_does_not_fit_is_shown_to_the_officer() -> None:
    number = CitizenId("999190000001")
    doubts = doubts_about_citizen_id(number, date(1991, 5, 1), is_male=True)
    assert doubts == (Doubt.PROVINCE, Doubt.SEX, Doubt.BIRTH_YEAR)


def test_the_check_digit_of_a_tax_code_is_known() -> None:
    assert tax_check_digit_holds("0100109106")
    assert not tax_check_digit_holds("0100109107")


@given(st.integers(0, 999_999_999_999))
def test_an_amount_written_is_the_amount_read(amount: int) -> None:
    assert read_money(format_money(amount)) == amount
    assert read_money(f"{amount:,}") == amount


def test_money_has_one_form() -> None:
    assert format_money(100_000) == "100.000 đ"
    assert format_money(0) == "0 đ"


@pytest.mark.parametrize("amount", [0, 1000, 8000, 12_500, 1_000_000])
def test_a_sum_people_pay_is_plausible(amount: int) -> None:
    assert is_plausible_fee(amount)


@pytest.mark.parametrize("amount", [5, 90, 200, 500, 999, 1050, -1000])
def test_what_is_no_sum_of_dong_is_not_shown_as_one(amount: int) -> None:
    assert not is_plausible_fee(amount)
