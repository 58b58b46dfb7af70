"""Printed papers: every fact stands on them, whatever its length, and for ever."""

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Any  # a fact may be of any type

import pypdfium2
import pytest
from pypdf import PageObject, PdfReader

from services.files.inspector_child import judge
from services.files.verdicts import FileKind, FileLimits
from services.papers.facts import ListedCase, ListedPart, ReceivedPart, SentPart
from services.papers.printing import (
    print_acknowledgement,
    print_checklist,
    print_receipt,
)
from tests.services.papers.samples import ACKNOWLEDGEMENT, CHECKLIST, RECEIPT

PAPERS: dict[str, tuple[Callable[[Any], bytes], Any]] = {
    "acknowledgement": (print_acknowledgement, ACKNOWLEDGEMENT),
    "receipt": (print_receipt, RECEIPT),
    "checklist": (print_checklist, CHECKLIST),
}
LONG = ("Cấp giấy phép hoạt động đo đạc thuộc thẩm quyền của Ủy ban nhân dân " * 20)[
    :1192
]
every_paper = pytest.mark.parametrize("paper", PAPERS)


def words(pdf: bytes) -> str:
    """Return the text of the paper, each run of blanks as one."""
    return " ".join(map(page_words, PdfReader(BytesIO(pdf)).pages))


def page_words(page: PageObject) -> str:
    """Return the text of one page; where a run may break is not part of it."""
    return " ".join(page.extract_text().replace("\u200b", "").split())


def squeezed(text: str) -> str:
    """Return the text without blanks and case: lines break where they will."""
    return "".join(text.split()).casefold()


def written_facts(facts: Any) -> Iterator[str]:
    """Return every text and number that must stand on the paper."""
    if is_dataclass(facts):
        for field in fields(facts):
            if field.name != "form_set":  # which template; not a word on it
                yield from written_facts(getattr(facts, field.name))
    elif isinstance(facts, tuple):
        for item in facts:
            yield from written_facts(item)
    elif not isinstance(facts, datetime) and facts not in (None, 0):
        yield str(facts)


@every_paper
def test_every_fact_stands_on_the_paper(paper: str) -> None:
    make, facts = PAPERS[paper]
    text = squeezed(words(make(facts)))
    missing = [fact for fact in written_facts(facts) if squeezed(fact) not in text]
    assert missing == []


PRESCRIBED = {
    "acknowledgement": (
        "CỔNG DVC TRỰC TUYẾN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "THÔNG BÁO NỘP HỒ SƠ TRỰC TUYẾN THÀNH CÔNG",
        "Trung tâm Phục vụ hành chính công: Phường Linh Sơn",
        "Tiếp nhận hồ sơ của: Trần Minh An",
        "Mã hồ sơ",
        "Địa chỉ:",
        "Điện thoại:",
        "Email:",
        "Nội dung yêu cầu giải quyết:",
        "1. Thành phần hồ sơ nộp gồm",
        "2. Số lượng hồ sơ: 1 (bộ)",
        "3. Thời gian nộp hồ sơ trực tuyến trên Cổng dịch vụ công: 01:37 ngày 22/11/",
        "trước 08:00 ngày 24/11/2026",
        "Trang 1/1",
    ),
    "receipt": (
        "ỦY BAN NHÂN DÂN PHƯỜNG LINH SƠN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Linh Sơn, ngày 22 tháng 11 năm 2026",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Chủ hồ sơ: Nguyễn Thị Ánh Tuyết",
        "Bản chính",
        "Bản sao",
        "Số lượng hồ sơ: 2 (bộ)",
        "Thời gian giải quyết hồ sơ theo quy định là: 10 ngày làm việc",
        "Thời gian nhận hồ sơ: 01 giờ 37 phút, ngày 22 tháng 11 năm 2026",
        "16 giờ 05 phút, ngày 07 tháng 12 năm 2026",
        "Quyển số: 01/2026",
        "Số thứ tự: 1207",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
        "Trang 1/1",
    ),
    "checklist": (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "DANH MỤC GIẤY TỜ CẦN CHUẨN BỊ",
        "Thời hạn giải quyết: Ngay trong ngày",
        "In ngày 22/11/2026",
        "Trang 1/1",
    ),
}


@every_paper
def test_the_prescribed_words_stand_on_the_paper(paper: str) -> None:
    make, facts = PAPERS[paper]
    text = words(make(facts))
    assert [line for line in PRESCRIBED[paper] if line not in text] == []


@pytest.mark.parametrize(
    "right", ["father", "mother", "guardian", "relative", "organisation"]
)
def test_the_sheet_says_for_whom_it_was_filed_and_by_which_right(right: str) -> None:
    facts = replace(ACKNOWLEDGEMENT, acting_for="Trần Gia Hân", acting_by=right)

    assert "Nộp thay cho: Trần Gia Hân (" in words(print_acknowledgement(facts))
    assert "Nộp thay cho" not in words(print_acknowledgement(ACKNOWLEDGEMENT))


def test_a_receipt_without_a_date_promises_none() -> None:
    text = words(print_receipt(replace(RECEIPT, due_at=None)))
    assert "theo thông báo của cơ quan giải quyết" in text


@every_paper
def test_the_same_facts_give_the_same_bytes(paper: str) -> None:
    make, facts = PAPERS[paper]
    with ThreadPoolExecutor(8) as threads:
        prints = set(threads.map(make, [facts] * 16))
    assert len({hashlib.sha256(pdf).digest() for pdf in prints}) == 1
    changed = replace(facts, hotline="0208 000 1023")
    assert make(changed) not in prints


@every_paper
def test_the_paper_is_archival_tagged_and_of_one_script(paper: str) -> None:
    make, facts = PAPERS[paper]
    reader = PdfReader(BytesIO(make(facts)))
    root: Any = reader.root_object
    assert root["/Lang"] == "vi-VN"
    assert root["/MarkInfo"]["/Marked"]
    meta = reader.xmp_metadata
    assert meta is not None
    packet = meta.stream.get_data().decode()
    assert "<pdfaid:part>2<" in packet
    assert "<pdfuaid:part>1<" in packet
    assert reader.pages[0].mediabox.width == pytest.approx(595.3, abs=0.2)
    resources: list[Any] = [page["/Resources"] for page in reader.pages]
    fonts = [f.get_object() for found in resources for f in found["/Font"].values()]
    names = [str(font["/BaseFont"]).rpartition("+")[2] for font in fonts]
    assert all(name.startswith("NotoSerif") for name in names)


@every_paper
def test_the_paper_passes_the_inspection_of_uploads(paper: str) -> None:
    make, facts = PAPERS[paper]
    verdict = judge(make(facts), FileKind.PDF, FileLimits())
    assert (verdict.accepted, verdict.fault) == (True, None)


def many(name: str = "Giấy tờ") -> dict[str, Any]:
    """Return sixty components for each paper."""
    count = range(1, 61)
    return {
        "acknowledgement": {
            "parts": tuple(SentPart(f"{name} {n}", n, 2 * n) for n in count)
        },
        "receipt": {
            "parts": tuple(ReceivedPart(f"{name} {n}", 1, 2, 3) for n in count)
        },
        "checklist": {
            "cases": (
                ListedCase("A", tuple(ListedPart(f"{name} {n}", 1, 2) for n in count)),
            )
        },
    }


@every_paper
def test_sixty_components_run_over_numbered_pages(paper: str) -> None:
    make, facts = PAPERS[paper]
    pdf = make(replace(facts, **many()[paper]))
    pages = [page_words(page) for page in PdfReader(BytesIO(pdf)).pages]
    total = len(pages)
    assert 2 <= total <= 4
    for number, text in enumerate(pages, start=1):
        assert f"Trang {number}/{total}" in text
    assert all("STT" in text for text in pages[:2])  # the head is repeated
    assert all(f"Giấy tờ {number}" in " ".join(pages) for number in range(1, 61))


def ink_outside_margins(pdf: bytes) -> bool:
    """Tell whether anything is drawn nearer than 8 mm to the edge of a page."""
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=1).to_pil().convert("L")
        width, height = picture.size
        edge = round(8 / 25.4 * 72)
        inner = picture.copy()
        inner.paste(255, (edge, edge, width - edge, height - edge))
        if inner.getextrema()[0] < 200:
            return True
    return False


OVERLONG = {
    "a sentence": LONG,
    "one word": "W" * 1192,
}


@pytest.mark.parametrize("kind", OVERLONG)
@every_paper
def test_overlong_names_stay_on_the_paper(paper: str, kind: str) -> None:
    make, facts = PAPERS[paper]
    name = OVERLONG[kind]
    texts = {
        field.name: name
        for field in fields(facts)
        if field.name
        in {"submitter", "applicant", "request", "procedure", "address"}
        | {"agency", "where", "service_centre", "collect_at", "officer", "fee"}
    }
    pdf = make(replace(facts, **texts, **many(name[:300])[paper]))
    assert squeezed(words(pdf)).count(squeezed(name[:500])) >= 2
    assert not ink_outside_margins(pdf)


@every_paper
def test_signs_the_fonts_lack_do_not_cost_the_paper(paper: str) -> None:
    make, facts = PAPERS[paper]
    odd = replace(facts, hotline="H'Hen Niê 漢字 \U0001f600 \x01 \ud800 K’Brơi Ắ")
    text = words(make(odd))
    assert "H'Hen Niê �� � � � K’Brơi Ắ" in text


@every_paper
def test_the_paper_bears_a_code_that_a_telephone_can_read(paper: str) -> None:
    make, facts = PAPERS[paper]
    other = replace(facts, **{url_field(facts): "https://dichvucong.example/t/other"})
    assert "Mã QR mở trang tra cứu" in alternative_texts(make(facts))
    assert make(facts) != make(other)


@every_paper
def test_addresses_can_be_copied_and_followed(paper: str) -> None:
    make, facts = PAPERS[paper]
    address = getattr(facts, url_field(facts))
    reader = PdfReader(BytesIO(make(facts)))
    assert address in reader.pages[0].extract_text()
    notes: Any = reader.pages[0]["/Annots"]
    assert [note.get_object()["/A"]["/URI"] for note in notes] == [address]


def url_field(facts: Any) -> str:
    """Return the name of the field that the code holds."""
    return next(field.name for field in fields(facts) if field.name.endswith("_url"))


def alternative_texts(pdf: bytes) -> str:
    """Return what is read aloud in place of the drawings."""
    reader = PdfReader(BytesIO(pdf))
    found: list[str] = []
    for number in {**reader.xref.get(0, {}), **reader.xref_objStm}:
        item = reader.get_object(number)
        if isinstance(item, dict) and "/Alt" in item:
            found.append(str(item["/Alt"]))
    return " ".join(found)
