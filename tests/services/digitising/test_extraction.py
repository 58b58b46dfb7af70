"""What papers say is found, and what is not sure is said to be unsure (O09)."""

import time
from concurrent.futures import ThreadPoolExecutor
from unicodedata import is_normalized

import pytest

from services.digitising.extract import Extracted, extract
from services.digitising.known import of_document
from services.digitising.offers import SURE, Origin, offers_of
from services.digitising.read_pages import LIMITS, read_pages
from services.digitising.values import READERS, same_value
from services.vault.models import DocumentSource, VaultDocument
from tests.conftest import NOON
from tests.services.digitising.papers import PAPERS, Paper, drawn, png
from tests.services.digitising.reading import VALUES, a_readout

ENOUGH = 0.9
PATIENCE = 30.0  # seconds of one page, on a busy machine


@pytest.fixture(scope="module")
def found() -> list[tuple[Paper, Extracted, float]]:
    """Read every paper as the worker does, two at a time."""

    def one(paper: Paper) -> tuple[Paper, Extracted, float]:
        began = time.monotonic()
        pages = read_pages(png(drawn(paper.lines)), "png")
        return paper, extract(pages.readout), time.monotonic() - began

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(one, PAPERS))


def test_nine_of_ten_fields_of_thirty_papers_are_right(
    found: list[tuple[Paper, Extracted, float]],
) -> None:
    right = [
        name in read.values and same_value(read.values[name].text, text)
        for paper, read, _ in found
        for name, text in paper.says.items()
    ]

    assert len(found) == 30
    assert len({paper.kind for paper, _, _ in found}) == 6
    assert sum(right) / len(right) >= ENOUGH
    assert [read.kind for _, read, _ in found] == [paper.kind for paper, _, _ in found]


def test_what_was_read_wrongly_is_marked_unsure(
    found: list[tuple[Paper, Extracted, float]],
) -> None:
    wrong_and_sure = [
        (paper.kind, name, value.text)
        for paper, read, _ in found
        for name, value in read.values.items()
        if name in paper.says
        and not same_value(value.text, paper.says[name])
        and value.confidence >= SURE
    ]

    assert wrong_and_sure == []


def test_a_value_keeps_its_marks_in_one_form_and_knows_its_place(
    found: list[tuple[Paper, Extracted, float]],
) -> None:
    for _, read, seconds in found:
        assert seconds < min(PATIENCE, LIMITS.seconds)
        for value in read.values.values():
            assert is_normalized("NFC", value.text)
            left, top, right, bottom = value.box
            assert 0 <= left < right <= 1
            assert 0 <= top < bottom <= 1


@pytest.mark.parametrize(
    ("reader", "text", "value"),
    [
        ("day", "Linh Sơn, ngày 5 tháng 8 năm 2026", "05/08/2026"),
        ("day", "cấp 12-8-2026", "12/08/2026"),
        ("day", "31/02/2026", None),
        ("number", "128/QĐ - UBND", "128/QĐ-UBND"),
        ("person_number", "999 191 002 345", "999191002345"),
        ("person_number", "99919100234", None),
        ("name", "NGUYỄN THỊ ÁNH", "Nguyễn Thị Ánh"),
        ("name", "Lý Văn Sơn sinh năm", "Lý Văn Sơn"),
        ("name", "12345", None),
        ("area", "150,5 m2 (bằng chữ)", "150,5 m2"),
        ("business_number", "0101234567-001", "0101234567-001"),
    ],
)
def test_a_value_is_written_one_way(reader: str, text: str, value: str | None) -> None:
    read = READERS[reader](text)

    assert (read[0] if read else None) == value


def test_an_issuer_is_read_beside_the_motto_and_from_the_line_below() -> None:
    lines = (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "PHƯỜNG LINH SƠN Độc lập - Tự do - Hạnh phúc",
        "QUYẾT ĐỊNH",
    )

    issuer = extract(a_readout(lines)).values["issuer"]

    assert issuer.text == "Ủy ban nhân dân phường Linh Sơn"


def test_a_label_in_two_languages_ends_at_its_colon() -> None:
    read = extract(a_readout(("Họ và tên / Full name: LÝ VĂN SƠN",)), "identity_card")

    assert read.values["owner"].text == "Lý Văn Sơn"


def test_what_the_dossier_knows_wins_and_both_are_shown_where_they_differ() -> None:
    read = extract(a_readout())
    known = {"owner": "Người Khác Hẳn", "number": VALUES["number"]}

    offers = {o.name: o for o in offers_of("birth_certificate", known, read, False)}

    assert offers["owner"].text == "Người Khác Hẳn"
    assert offers["owner"].other == VALUES["owner"]
    assert offers["owner"].must_confirm
    assert offers["number"].origin is Origin.DOSSIER
    assert not offers["number"].must_confirm
    assert offers["issuer"].origin is Origin.MACHINE


def test_an_unsure_word_makes_its_field_unsure() -> None:
    read = extract(a_readout(sure=SURE - 0.01))

    offers = offers_of("birth_certificate", {}, read, False)

    assert {o.name for o in offers if o.text and not o.must_confirm} == set()


def test_what_the_dossier_says_alone_is_confirmed_unless_it_is_its_own_result() -> None:
    nothing = Extracted("", {})

    theirs = offers_of("decision", {"owner": "Lý Văn Sơn"}, nothing, False)
    ours = offers_of("decision", {"owner": "Lý Văn Sơn"}, nothing, True)

    assert [o.must_confirm for o in theirs if o.name == "owner"] == [True]
    assert [o.must_confirm for o in ours if o.name == "owner"] == [False]


def test_a_paper_of_the_vault_brings_its_own_description() -> None:
    paper = VaultDocument(
        source=DocumentSource.RESULT,
        title="Giấy khai sinh",
        number="41/2021",
        issued_on=NOON.date(),
        added_at=NOON,
        updated_at=NOON,
    )

    said = of_document(paper)

    assert said["number"] == "41/2021"
    assert said["issued_on"] == f"{NOON:%d/%m/%Y}"
