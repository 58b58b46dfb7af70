"""Printed forms: every answer stands on the paper, in its Vietnamese, at any length."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from typing import Any  # PDF objects

import pytest
from pypdf import PdfReader

from services.eforms.check_answers import check_answers
from services.eforms.form_sheet import Occasion, form_sheet
from services.files.inspector_child import judge
from services.files.verdicts import FileKind, FileLimits
from services.papers.facts import DeclaredLine, DeclaredPart, FormSheet
from services.papers.printing import print_declaration
from tests.factories.filled_forms import FORMS, PLACES, definition_of_form, filled
from tests.services.papers.test_printing import (
    LONG,
    ink_outside_margins,
    page_words,
    squeezed,
    words,
)

TODAY = date(2026, 11, 22)
HANDED_IN = datetime(2026, 11, 21, 8, 37, tzinfo=UTC)
CODE = "H55.242-261121-0007"
SUBMITTED = Occasion(
    unit="Ủy ban nhân dân phường Linh Sơn",
    place="Tỉnh Thái Nguyên",
    made_at=HANDED_IN,
    dossier_code=CODE,
    look_up_url=f"https://dichvucong.example/tra-cuu?ma={CODE}",
    hotline="0208 000 1022",
)
DRAFT = Occasion(unit="", place="Tỉnh Thái Nguyên", made_at=HANDED_IN)
every_form = pytest.mark.parametrize("code", FORMS)


def sheet(
    code: str, occasion: Occasion = SUBMITTED, **answers: dict[str, str]
) -> FormSheet:
    """Return the facts of a form, by default of its filled example."""
    form = definition_of_form(code)
    given = answers.get("answers", filled(code))
    checked = check_answers(form, given, TODAY, PLACES)
    office = check_answers(form, answers.get("office", {}), TODAY, {}, is_office=True)
    return form_sheet(form, checked.values, office.values, occasion)


@cache
def printed(code: str) -> bytes:
    """Return the paper of a form's filled example."""
    return print_declaration(sheet(code))


def lines_of(facts: FormSheet) -> Iterator[DeclaredLine]:
    """Yield every line of the citizen's part."""
    for part in facts.parts:
        for row in part.rows:
            yield from row.lines


@every_form
def test_every_answer_stands_on_the_paper(code: str) -> None:
    facts = sheet(code)

    text = squeezed(words(printed(code)))

    said = [line for line in lines_of(facts) if line.text]
    assert said
    missing = [line for line in said if squeezed(line.text) not in text]
    assert missing == []


@every_form
def test_the_paper_is_laid_out_as_the_law_does(code: str) -> None:
    facts = sheet(code)

    text = words(printed(code))

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "Độc lập - Tự do - Hạnh phúc" in text
    assert facts.title.upper() in text
    assert facts.form_number in text
    assert "Kính gửi:" in text
    assert "Ủy ban nhân dân phường Linh Sơn" in text
    assert f"Mã hồ sơ: {CODE}" in text
    assert facts.pledge in text
    assert "Tỉnh Thái Nguyên, ngày 21 tháng 11 năm 2026" in text
    for one in facts.signatures:
        assert one.role.upper() in text
        assert one.name in text
    assert "BẢN NHÁP" not in text


@every_form
def test_a_draft_without_answers_is_dotted_and_marked(code: str) -> None:
    facts = sheet(code, DRAFT, answers={})

    pdf = print_declaration(facts)

    pages = [page_words(page) for page in PdfReader(BytesIO(pdf)).pages]
    assert all("BẢN NHÁP" in page for page in pages)
    assert "BẢN NHÁP – CHƯA NỘP" in pages[0]
    assert ".........." in pages[0]
    assert "ngày …… tháng …… năm" in " ".join(pages)
    assert "Mã hồ sơ" not in " ".join(pages)


@every_form
def test_the_paper_is_archival_tagged_numbered_and_inspected(code: str) -> None:
    pdf = printed(code)

    reader = PdfReader(BytesIO(pdf))
    root: Any = reader.root_object
    assert root["/Lang"] == "vi-VN"
    assert root["/MarkInfo"]["/Marked"]
    meta = reader.xmp_metadata
    assert meta is not None
    packet = meta.stream.get_data().decode()
    assert "<pdfaid:part>2<" in packet
    assert "<pdfuaid:part>1<" in packet
    total = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        assert f"Trang {number}/{total}" in page_words(page)
    assert judge(pdf, FileKind.PDF, FileLimits()).accepted


def stretched(part: DeclaredPart, text: str) -> DeclaredPart:
    """Return the group with every answer as long as a text."""
    rows = tuple(
        replace(row, lines=tuple(replace(one, text=text) for one in row.lines))
        for row in part.rows
    )
    return replace(part, rows=rows)


@pytest.mark.parametrize("text", [LONG, "W" * 1192], ids=["sentence", "word"])
@pytest.mark.parametrize("code", ["KH", "HKD", "CDGCN"])
def test_the_longest_answers_are_cut_nowhere(code: str, text: str) -> None:
    facts = sheet(code)
    signers = tuple(replace(one, name=text) for one in facts.signatures)
    parts = tuple(stretched(part, text) for part in facts.parts)
    wide = replace(facts, parts=parts, signatures=signers, addressee=text)

    pdf = print_declaration(wide)

    # Cells that run side by side over pages are read in turns: heads and ends count.
    count = sum(1 for _ in lines_of(wide))
    assert squeezed(words(pdf)).count(squeezed(text[:8])) >= count
    assert not ink_outside_margins(pdf)


def test_one_overlong_name_is_whole() -> None:
    facts = sheet("KS")
    first = facts.parts[0]
    parts = (stretched(first, LONG), *facts.parts[1:])

    text = words(print_declaration(replace(facts, parts=parts)))

    unbroken = re.sub(r" Mã hồ sơ: \S+ Nộp lúc \S+ ngày \S+ Trang \d/\d", "", text)
    assert squeezed(unbroken).count(squeezed(LONG)) == len(first.rows[0].lines)


def test_the_days_of_birth_and_death_are_also_written_in_words() -> None:
    born, died = words(printed("KS")), sheet("KT")

    assert "05/11/2026; ghi bằng chữ: ngày năm tháng mười một năm hai nghìn" in born
    assert "không trăm hai mươi sáu" in born
    text = words(print_declaration(died))
    assert "ghi bằng chữ: ngày mười lăm tháng mười một" in text
    assert text.count("ghi bằng chữ") == 1  # not of the birth of who died


@pytest.mark.parametrize(
    ("day", "spelled"),
    [
        ("2005-04-01", "ngày một tháng tư năm hai nghìn không trăm linh năm"),
        ("1990-01-21", "ngày hai mươi mốt tháng một năm một nghìn chín trăm chín mươi"),
        ("1914-12-10", "mười tháng mười hai năm một nghìn chín trăm mười bốn"),
        ("2024-10-24", "hai mươi tư tháng mười năm hai nghìn không trăm hai mươi tư"),
        ("2015-05-15", "mười lăm tháng năm năm hai nghìn không trăm mười lăm"),
        ("2000-02-30", "ngày ba mươi tháng hai năm hai nghìn."),
    ],
)
def test_a_day_is_spelled_as_registers_do(day: str, spelled: str) -> None:
    facts = sheet("KS")
    line = DeclaredLine("Ngày", "x", spelled=day)
    closing = DeclaredLine(".", "x")
    row = replace(facts.parts[0].rows[0], lines=(line, closing))
    part = replace(facts.parts[0], rows=(row,))

    text = words(print_declaration(replace(facts, parts=(part,))))

    assert spelled.rstrip(".") in text
    if spelled.endswith("."):
        assert f"{spelled[:-1]} không" not in text


def test_rows_of_a_group_stand_in_a_table_with_their_heads() -> None:
    text = words(printed("CDGCN"))

    assert "TT Thửa số Tờ bản đồ số Diện tích" in text
    assert "Đất trồng cây lâu năm" in text
    assert "Tổng diện tích: 1500,5 m²" in text


def test_a_group_that_nobody_named_says_so() -> None:
    text = words(printed("GPXD"))

    assert "Người cùng đứng tên quyền sử dụng đất Không khai" in text
    assert "Số tầng hầm: 0 tầng" in text


def test_what_the_officer_wrote_stands_in_a_part_of_its_own() -> None:
    office = {"e.register_number": "128", "e.registered_on": "22/11/2026"}

    text = words(print_declaration(sheet("KS", office=office)))

    assert "Phần thông tin điền của cán bộ tiếp nhận" in text
    assert "Số đăng ký: 128" in text
    assert "Ngày đăng ký: 22/11/2026" in text


def test_a_line_break_of_the_person_stays_one() -> None:
    pdf = printed("TTQH")

    drawn = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "không?\n" in drawn


def test_the_same_form_gives_the_same_bytes() -> None:
    assert print_declaration(sheet("KT")) == print_declaration(sheet("KT"))
    assert print_declaration(sheet("KT")) != print_declaration(sheet("KT", DRAFT))
