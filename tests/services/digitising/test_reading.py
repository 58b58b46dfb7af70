"""A file is read in a process of its own, which may be ended (UP-3)."""

import dataclasses
import zlib
from io import BytesIO
from pathlib import Path

import pytest
import typst
from PIL import Image
from pypdf import PdfWriter

from services.digitising.extract import extract
from services.digitising.read_pages import LIMITS, read_pages
from services.digitising.words import WordSource, lines_of
from tests.services.digitising.papers import PAPERS, drawn, png


def an_empty_pdf() -> bytes:
    """Return a PDF of one page with nothing on it."""
    writer, target = PdfWriter(), BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(target)
    return target.getvalue()


def a_scan(picture: Image.Image) -> bytes:
    """Return the picture as the one page of a PDF."""
    target = BytesIO()
    picture.save(target, "PDF", resolution=200)
    return target.getvalue()


def a_bomb() -> bytes:
    """Return a PDF whose one page unpacks to a gigabyte of drawing."""
    drawing = zlib.compress(b"0 0 m 9 9 l S\n" * 40_000_000, 9)
    head = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length " + str(len(drawing)).encode() + b">>"
        b"stream\n"
    )
    return head + drawing + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def test_a_scanned_pdf_is_looked_at() -> None:
    read = read_pages(a_scan(drawn(PAPERS[0].lines)), "pdf")

    assert read.readout.fault == ""
    assert read.readout.pages[0].source is WordSource.MACHINE
    assert "GIẤY KHAI SINH" in [line.text for line in lines_of(read.readout.words)]
    assert read.pictures[0].startswith(b"\xff\xd8")


def test_the_text_of_a_pdf_is_taken_before_its_looks(tmp_path: Path) -> None:
    source = tmp_path / "paper.typ"
    lines = " \\\n".join(PAPERS[0].lines)
    source.write_text(f'#set text(font: "Noto Serif")\n{lines}', "utf-8")
    data = typst.compile(str(source), font_paths=["services/papers/fonts"])

    read = read_pages(data, "pdf").readout

    assert read.pages[0].source is WordSource.TEXT_LAYER
    assert {word.confidence for word in read.words} == {1.0}
    said = extract(read).values
    assert said["owner"].text == PAPERS[0].says["owner"]
    assert said["issued_on"].text == PAPERS[0].says["issued_on"]
    assert said["owner"].box[1] < said["issued_on"].box[1]


def test_a_page_on_its_side_is_stood_upright() -> None:
    sideways = drawn(PAPERS[0].lines).rotate(90, expand=True)

    read = read_pages(png(sideways), "png").readout

    assert read.pages[0].height > read.pages[0].width
    assert "GIẤY KHAI SINH" in [line.text for line in lines_of(read.words)]


@pytest.mark.parametrize("data", [an_empty_pdf(), a_scan(Image.new("L", (800, 1100)))])
def test_an_empty_page_says_nothing_and_is_no_fault(data: bytes) -> None:
    read = read_pages(data, "pdf")

    assert read.readout.words == ()
    assert read.readout.fault == ""
    assert len(read.pictures) == 1


def test_what_is_no_file_of_its_kind_is_broken() -> None:
    assert read_pages(b"%PDF-1.4 nothing", "pdf").readout.fault == "broken"
    assert read_pages(b"\x89PNG nothing", "png").readout.fault == "broken"


def test_an_office_file_is_not_read() -> None:
    assert read_pages(b"PK", "docx").readout.fault == "kind"


def test_a_child_that_takes_too_long_is_killed() -> None:
    limits = dataclasses.replace(LIMITS, seconds=1)

    read = read_pages(a_bomb(), "pdf", limits)

    assert read.readout.fault in {"timeout", "broken"}
    assert read.pictures == ()


def test_a_picture_larger_than_an_office_can_open_is_refused() -> None:
    limits = dataclasses.replace(LIMITS, max_pixels=1000)

    read = read_pages(png(drawn(PAPERS[0].lines)), "png", limits)

    assert read.readout.fault == "image_too_large"
