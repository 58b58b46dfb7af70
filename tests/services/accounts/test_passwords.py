"""Passwords: which are refused, how they are kept, how strong they are called."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from passlib.hash import argon2

from services.accounts import passwords
from services.accounts.passwords import (
    OFFICER_LENGTH,
    PersonalWords,
    Strength,
    estimate_strength,
    hash_password,
    password_problem,
    verify_password,
)

ABOUT = PersonalWords(
    full_name="Nguyễn Thị Ánh Tuyết",
    birth_date=date(1990, 12, 31),
    phone="0900000011",
    citizen_id="999190000011",
    portal_name="Tỉnh Thái Nguyên",
)
COMMON = [
    "12345678",
    "123456789",
    "1234567890",
    "87654321",
    "11111111",
    "00000000",
    "12341234",
    "123123123",
    "68686868",
    "qwertyui",
    "qwerty123",
    "asdfghjkl",
    "1q2w3e4r",
    "1qaz2wsx",
    "abc12345",
    "abcd1234",
    "a1234567",
    "aa123456",
    "password",
    "Password",
    "password1",
    "P@ssw0rd",
    "passw0rd",
    "iloveyou",
    "iloveyou1",
    "letmein1",
    "welcome1",
    "admin123",
    "admin@123",
    "football1",
    "sunshine1",
    "princess1",
    "superman1",
    "matkhau123",
    "Matkhau@1",
    "mật-khẩu",
    "anhyeuem",
    "anhyeuem1",
    "emyeuanh",
    "Anh_Yêu_Em",
    "yeuemnhieu",
    "vietnam1",
    "hanoi123",
    "saigon123",
    "giadinh1",
    "khongbiet",
    "congdan1",
    "motcua123",
    "aaaaaaaa",
    "ababababab",
    "abcdefgh",
]
GOOD = [
    "cầu vồng bảy sắc",
    "mưa rơi trên mái tôn",
    "k7#mQ!vz2p",
    "correct horse battery",
    "Trời hôm nay xanh quá",
    "ba con vịt xám 41",
    "Zr9-fuel-kite",
    "gạo tám thơm Hải Hậu",
    "🙂🙃 hai mặt cười 🙂🙃",
    "x" + "đường dài" * 10,
]
PERSONAL = {
    "0900000011": "password_phone",
    "84900000011": "password_phone",
    "999190000011": "password_number",
    "999190000011!": "password_number",
    "31121990": "password_birth_date",
    "1990-12-31": "password_birth_date",
    "tuyet1990": "password_birth_date",
    "nguyenthianhtuyet": "password_name",
    "AnhTuyet99": "password_name",
    "Ánh.Tuyết!!": "password_name",
    "dichvucong": "password_portal",
    "thainguyen1": "password_portal",
    "TinhThaiNguyen": "password_portal",
}


def test_the_list_of_refused_passwords_is_long_and_clean() -> None:
    listed = Path(passwords.__file__).with_name("refused_passwords.txt")
    lines = [x for x in listed.read_text("utf-8").splitlines() if x[:2] != "# "]
    assert len(lines) >= 300
    assert all(line == line.strip().lower() for line in lines)
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("password", COMMON)
def test_a_common_password_is_refused(password: str) -> None:
    assert password_problem(password, PersonalWords()) == "password_common"


def test_more_than_forty_common_passwords_are_tried() -> None:
    assert len(COMMON) >= 40


@pytest.mark.parametrize("password", GOOD)
def test_a_good_password_is_taken(password: str) -> None:
    assert password_problem(password, ABOUT) is None


@pytest.mark.parametrize(("password", "reason"), PERSONAL.items())
def test_a_personal_word_is_refused_with_its_reason(password: str, reason: str) -> None:
    assert password_problem(password, ABOUT) == reason


@pytest.mark.parametrize(
    ("password", "shortest", "reason"),
    [
        ("kìa 7 g", 8, "password_short"),
        ("kìa 7 gà", 8, None),
        ("k" * 3 + "ìa đàn gà", OFFICER_LENGTH, None),
        ("kìa đàn gà", OFFICER_LENGTH, "password_short"),
        ("mười hai chữ " * 9 + "mười hai ch", 8, None),
        ("mười hai chữ " * 9 + "mười hai chữ", 8, "password_long"),
        ("một hai\x00ba bốn", 8, "password_unreadable"),
        ("một hai\ud800ba bốn", 8, "password_unreadable"),
    ],
)
def test_length_is_counted_in_letters_as_people_see_them(
    password: str, shortest: int, reason: str | None
) -> None:
    decomposed = unicodedata.normalize("NFD", password)
    assert password_problem(password, PersonalWords(), shortest) == reason
    assert password_problem(decomposed, PersonalWords(), shortest) == reason


def test_the_same_letters_from_another_keyboard_open_the_door() -> None:
    kept = hash_password(unicodedata.normalize("NFC", GOOD[0]))
    assert verify_password(unicodedata.normalize("NFD", GOOD[0]), kept) == (True, None)


def test_what_is_kept_names_its_parameters_and_not_the_password() -> None:
    kept = hash_password(GOOD[0])
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert kept != hash_password(GOOD[0])


def test_a_hash_with_lower_parameters_is_renewed_at_the_next_sign_in() -> None:
    weak = argon2.using(type="ID", memory_cost=1024, rounds=1, parallelism=1)
    right, renewed = verify_password(GOOD[0], weak.hash(GOOD[0]))
    assert right
    assert renewed is not None
    assert renewed.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize("password", ["", "x", "\ud800", "\0", "x" * 10_000])
def test_nobody_has_no_password_that_opens(password: str) -> None:
    assert verify_password(password, None) == (False, None)
    assert not verify_password(password, hash_password(GOOD[0]))[0]


@pytest.mark.parametrize(
    ("password", "strength"),
    [
        ("", Strength.WEAK),
        ("12345678", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("gà đen 7", Strength.WEAK),
        ("ba con vịt", Strength.FAIR),
        ("ba con vịt xám 41 Lội!", Strength.STRONG),
    ],
)
def test_strength_is_told_in_words(password: str, strength: Strength) -> None:
    assert estimate_strength(password) is strength
