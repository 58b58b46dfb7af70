"""The bad-input corpus, and what every reader promises for any text at all."""

import tomllib
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core import readers
from services.core.readers import Fault, Unreadable

CORPUS = Path(__file__).parent / "corpus"
TODAY = date(2026, 11, 22)
READERS: dict[str, Callable[[str], object]] = {
    "read_address": readers.read_address,
    "read_birth": partial(readers.read_birth, today=TODAY),
    "read_birth_date": partial(readers.read_birth_date, today=TODAY),
    "read_citizen_id": readers.read_citizen_id,
    "read_copies": readers.read_copies,
    "read_current_citizen_id": partial(readers.read_citizen_id, former_allowed=False),
    "read_date": readers.read_date,
    "read_dossier_code": readers.read_dossier_code,
    "read_email": readers.read_email,
    "read_mobile": readers.read_mobile,
    "read_money": readers.read_money,
    "read_name": readers.read_name,
    "read_note": readers.read_note,
    "read_otp": readers.read_otp,
    "read_phone": readers.read_phone,
    "read_tax_code": readers.read_tax_code,
}
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẩẫấệỏõóợủũúịỳNĐÂƯH"
ALPHABET = st.sampled_from(LETTERS)


def corpus() -> list[tuple[str, str, str, str]]:
    rows = []
    for path in sorted(CORPUS.glob("*.toml")):
        for reader, table in tomllib.loads(path.read_text("utf-8")).items():
            rows += [(reader, *case[:3]) for case in table["cases"]]
    return [(ident, reader, text, verdict) for reader, ident, text, verdict in rows]


def judge(reader: str, text: str) -> str:
    try:
        return f"={READERS[reader](text)}"
    except Unreadable as fault:
        return fault.key


@pytest.mark.parametrize(
    ("reader", "text", "verdict"),
    [pytest.param(*case[1:], id=case[0]) for case in corpus()],
)
def test_each_case_of_the_corpus_is_judged_as_written(
    reader: str, text: str, verdict: str
) -> None:
    assert judge(reader, text) == verdict


def test_the_corpus_is_large_and_names_each_case_once() -> None:
    names = [case[0] for case in corpus()]
    assert len(names) >= 200
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("reader", sorted(READERS))
@pytest.mark.parametrize(
    "text",
    ["\ud800", "a" * 100_000, "1" * 100_000, " " * 100_000 + "a", "\x00", "\u0301" * 9],
)
def test_hostile_text_gives_an_answer_or_one_fault(reader: str, text: str) -> None:
    assert judge(reader, text)


@given(text=st.text(st.characters(), max_size=60), reader=st.sampled_from([*READERS]))
def test_a_reader_raises_nothing_but_unreadable(text: str, reader: str) -> None:
    assert judge(reader, text)


@given(
    text=st.text("0123456789 /.-+–đĐeE٣９H", max_size=24),
    reader=st.sampled_from([*READERS]),
)
def test_a_reader_of_near_misses_raises_nothing_but_unreadable(
    text: str, reader: str
) -> None:
    assert judge(reader, text)


@given(text=st.text(max_size=40), reader=st.sampled_from([*READERS]))
def test_what_was_read_reads_as_itself(text: str, reader: str) -> None:
    try:
        value = str(READERS[reader](text))
    except Unreadable:
        return
    if reader not in ("read_note", "read_date", "read_birth_date"):
        assert str(READERS[reader](value)) == value


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_date_survives_each_way_of_writing_it(day: date) -> None:
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%d%m%Y", "%d.%m.%Y", "%Y-%m-%d"):
        assert readers.read_date(day.strftime(form)) == day
    written = f"{day:%d/%m/%Y}"
    assert str(readers.read_birth(written, day)) == written


@given(st.lists(st.text(ALPHABET, min_size=2, max_size=7), min_size=1, max_size=5))
def test_names_in_vietnamese_letters_are_taken_as_they_are(words: list[str]) -> None:
    name = " ".join(word.capitalize() for word in words)
    assert readers.read_name(f"  {name} ") == name


@given(st.from_regex(r"0(9[0-46-8]|3[2-9]|7[06-9]|8[1-6])[0-9]{7}", fullmatch=True))
def test_a_mobile_number_is_the_same_however_it_is_written(number: str) -> None:
    spaced = f"{number[:4]} {number[4:7]}.{number[7:]}"
    assert readers.read_mobile(spaced) == number
    assert readers.read_mobile(f"+84{number[1:]}") == number


@pytest.mark.parametrize(
    ("reader", "text", "fault"),
    [
        ("read_name", "\ud83d An", Fault.TEXT_BROKEN),
        ("read_name", "An " * 34, Fault.NAME_LONG),
        ("read_address", "Xã " * 84, Fault.ADDRESS_LONG),
        ("read_email", "a" * 65 + "@example.vn", Fault.EMAIL_LONG),
        (
            "read_email",
            "a@" + "b" * 60 + (".c" + "d" * 60) * 4 + ".vn",
            Fault.EMAIL_LONG,
        ),
        ("read_note", "a" * 2001, Fault.NOTE_LONG),
        ("read_date", "1" * 61, Fault.DATE_FORMAT),
        ("read_money", "x" * 41, Fault.MONEY_FORMAT),
    ],
)
def test_what_is_broken_or_too_long_is_told_apart(
    reader: str, text: str, fault: Fault
) -> None:
    assert judge(reader, text) == fault


def test_a_note_keeps_its_lines_and_its_smile() -> None:
    note = "Dòng một  \r\n\r\n\r\n\r\n  dòng   hai ❤\ufe0f\n"
    assert readers.read_note(note) == "Dòng một\n\ndòng hai ❤\ufe0f"


def test_a_note_may_be_asked_for() -> None:
    with pytest.raises(Unreadable, match="required"):
        readers.read_note(" ", minimum=10)
    with pytest.raises(Unreadable, match="note_short"):
        readers.read_note("ngắn", minimum=10)
    assert readers.read_note("") == ""
