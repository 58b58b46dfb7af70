"""One normaliser: what is stored is stable, what is searched by has no marks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.text import (
    clean,
    clean_name,
    fold,
    name_key,
    reject_reason,
    strip_marks,
)

VIETNAMESE = st.text(
    "aăâbcdđeêoôơuưyAĂÂĐÊÔƠƯ àáảãạằấậễệịỏộợụứỳ\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323",
    max_size=30,
)
ANYTHING = st.text(max_size=40) | VIETNAMESE


@given(ANYTHING)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    note = clean(text, multiline=True)
    assert clean(note, multiline=True) == note


@given(ANYTHING)
def test_composed_and_decomposed_text_clean_to_the_same(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert clean(apart) == clean(unicodedata.normalize("NFC", text))
    assert unicodedata.is_normalized("NFC", clean(text))


@given(ANYTHING)
def test_the_search_key_does_not_see_marks(text: str) -> None:
    assert fold(text) == fold(strip_marks(text))
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE)
def test_the_search_key_of_vietnamese_is_plain(text: str) -> None:
    assert fold(text).isascii()
    assert fold(text) == fold(text.upper())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa", "Hoà"),
        ("Đường", "duong"),
        ("ĐĂNG KÝ  khai sinh", "dang ky khai sinh"),
        ("Nguye\u0302\u0303n", "NGUYỄN"),
        ("Ｔhái\u00a0Nguyên", "thai nguyen"),
        ("\u00d0ất", "dat"),
    ],
)
def test_what_people_type_finds_what_is_written(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("H'Hen Niê", "H’HEN NIE"), ("K\u02bcBrơi", "KBroi"), ("Lê-Trần A.", "lê trần a")],
)
def test_two_spellings_of_a_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_different_names_have_different_keys() -> None:
    assert name_key("Trần An") != name_key("Trần Anh")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("bình thường", None),
        ("a\x00b", "text_control"),
        ("a\x1bb", "text_control"),
        ("a\x9bb", "text_control"),
        ("a\u2028b", "text_control"),
        ("a\ud800b", "text_broken"),
        ("a\u202eb", "text_direction"),
        ("a\u200bb", "text_hidden"),
        ("a\U000e0041b", "text_hidden"),
    ],
)
def test_what_no_field_takes_is_named(text: str, key: str | None) -> None:
    assert reject_reason(text) == key


def test_only_notes_have_lines() -> None:
    assert reject_reason("một\nhai") == "text_control"
    assert reject_reason("một\nhai", multiline=True) is None
    assert reject_reason("một\x00hai", multiline=True) == "text_control"


def test_a_hidden_mark_in_a_name_is_refused_with_its_key() -> None:
    with pytest.raises(ValueError, match="text_hidden"):
        clean_name("Trần\u200b An")
