"""Names of files: any letters, nothing that is not seen, never a path (UP-7)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.files.verdicts import FileKind, display_name, kind_of_name

NAMES = {
    "Giấy khai sinh – bản sao (1).pdf": "Giấy khai sinh – bản sao (1).pdf",
    unicodedata.normalize("NFD", "Hộ chiếu Ửng.jpg"): "Hộ chiếu Ửng.jpg",
    "K’Brơi & Y Moan's, 100%.png": "K’Brơi & Y Moan's, 100%.png",
    "../../etc/passwd.pdf": "passwd.pdf",
    "..\\..\\boot.pdf": "boot.pdf",
    "C:\\Users\\An\\đơn.pdf": "đơn.pdf",
    "a\0b.pdf": "ab.pdf",
    "a\r\nSet-Cookie: b.pdf": "a Set-Cookie: b.pdf",
    "CON": "_CON",
    "con.pdf": "_con.pdf",
    "Lpt1.tar.pdf": "_Lpt1.tar.pdf",
    "hoso\u202efdp.exe": "hosofdp.exe",
    "zero\u200bwidth.pdf": "zerowidth.pdf",
    "dots.pdf. . .": "dots.pdf",
    "  many   blanks .pdf": "many blanks.pdf",
    ".pdf": "_.pdf",
    "...": "_",
    "": "_",
    "/": "_",
    "lone\ud800.pdf": "lone.pdf",
}


@pytest.mark.parametrize("raw", NAMES, ids=ascii)
def test_a_name_is_tidied(raw: str) -> None:
    assert display_name(raw) == NAMES[raw]


def test_a_long_name_keeps_its_extension() -> None:
    shown = display_name("ậ" * 300 + ".pdf")
    assert shown == "ậ" * 116 + ".pdf"


@given(st.text(st.characters(codec=None), max_size=300))
def test_any_name_becomes_a_safe_one_and_stays_it(raw: str) -> None:
    shown = display_name(raw)
    assert 0 < len(shown) <= 120
    assert not {"/", "\\"} & set(shown)
    assert not any(unicodedata.category(char).startswith("C") for char in shown)
    assert display_name(shown) == shown


def test_the_extension_claims_the_kind() -> None:
    assert kind_of_name("a.b.JPEG") is FileKind.JPEG
    assert kind_of_name("ảnh.heif") is FileKind.HEIC
    assert kind_of_name("a.pdf ") is FileKind.PDF
    assert kind_of_name("pdf") is None
