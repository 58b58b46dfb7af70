"""Corpus B9: what is kept, what is refused and why, and at what cost."""

import hashlib
import resource
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from services.files import inspect as inspect_module
from services.files.inspect import ENVIRONMENT, InspectorFailed, inspect, read_answer
from services.files.inspector_child import judge as judge_here
from services.files.verdicts import (
    THUMBNAIL_BYTES,
    FileFault,
    FileKind,
    FileLimits,
    Verdict,
    kind_of_name,
)
from tests.services.files.samples import (
    EICAR,
    blank_pdf,
    blank_scan,
    huge_png,
    locked_pdf,
    object_stream_pdf,
    office,
    pdf,
    picture,
    scanned_pdf,
    signed_pdf,
    stream,
    text_bomb_png,
    zeros,
)

F = FileFault
ALL = FileLimits(kinds=frozenset(FileKind))
JS = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"


def judge(folder: Path, data: bytes, name: str, limits: FileLimits = ALL) -> Verdict:
    """Write the sample and inspect it."""
    path = folder / "sample"
    path.write_bytes(data)
    return inspect(path, name, limits)


def judge_in_place(data: bytes, name: str) -> Verdict:
    """Judge without a process of its own: a tenth of the time."""
    kind = kind_of_name(name)
    assert kind is not None
    return judge_here(data, kind, ALL)


ACCEPTED = {
    "a blank page": (blank_pdf(), "a.pdf", 1),
    "three pages": (blank_pdf(3), "Giấy khai sinh (bản sao).PDF", 3),
    "written by hand": (pdf(), "a.pdf", 1),
    "a scanned page": (scanned_pdf(), "scan.pdf", 1),
    "almost white paper": (blank_scan(), "white.pdf", 1),
    "objects in an object stream": (
        object_stream_pdf(
            {
                1: b"<< /Type /Catalog /Pages 2 0 R >>",
                2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>",
            }
        ),
        "a.pdf",
        1,
    ),
    "opens at a place": (pdf(catalog="/OpenAction [3 0 R /Fit]"), "a.pdf", 1),
    "links to the web": (
        pdf(page="/Annots [<< /A << /S /URI /URI (https://a.vn) >> >>]"),
        "a.pdf",
        1,
    ),
    "trailing blanks": (pdf() + b"\r\n" + b"\0" * 9000, "a.pdf", 1),
    "a reference to nothing": (pdf(catalog="/Lang 99 0 R"), "a.pdf", 1),
    "a photograph": (picture("JPEG"), "ảnh.JPG", 1),
    "a screen shot": (picture("PNG"), "a.png", 1),
    "a telephone's photograph": (picture("HEIF"), "IMG_1.HEIC", 1),
    "several pictures in one": (
        picture("MPO", save_all=True, append_images=[Image.new("RGB", (9, 9))]),
        "a.jpg",
        1,
    ),
    "a letter": (office("docx"), "đơn.docx", None),
    "a table": (office("xlsx"), "bảng.xlsx", None),
    "a letter with a link": (
        office(
            "docx",
            {
                "word/_rels/document.xml.rels": '<r><a Type="x/hyperlink" '
                'Target="https://a.vn" TargetMode="External"/></r>'
            },
        ),
        "a.docx",
        None,
    ),
}


@pytest.mark.parametrize("case", ACCEPTED)
def test_an_honest_file_is_accepted(case: str) -> None:
    data, name, pages = ACCEPTED[case]
    verdict = judge_in_place(data, name)
    assert (verdict.accepted, verdict.fault) == (True, None)
    assert verdict.pages == pages


FONT = {
    4: "<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor 5 0 R >>",
    5: "<< /Type /FontDescriptor /FontName /X /Flags 4 /FontFile2 6 0 R >>",
    6: stream(b"\0\1\0\0\xff\xff" + b"\xff" * 400),
    7: stream(b"BT /F1 20 Tf 50 50 Td (abc) Tj ET"),
}
ON_PAGE = "/Contents 7 0 R /Resources << /Font << /F1 4 0 R >> >>"


def test_a_font_with_bad_tables_harms_nobody(tmp_path: Path) -> None:
    verdict = judge(tmp_path, pdf(FONT, page=ON_PAGE), "a.pdf")
    assert verdict.fault in (None, F.BROKEN)


def names(tree: str) -> str:
    """Return a catalogue key that holds a name tree."""
    return f"/Names << /{tree} << /Names [(a) 4 0 R] >> >>"


def note(kind: str, more: str = "") -> bytes:
    """Return a PDF with an annotation."""
    return pdf(
        {4: f"<< /Type /Annot /Subtype /{kind} /Rect [0 0 9 9] {more} >>"},
        page="/Annots [4 0 R]",
    )


def acts(name: str, more: str = "") -> bytes:
    """Return a PDF with a link that starts an action."""
    return note("Link", f"/A << /S /{name} {more} >>")


CARRIED = {4: "<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>", 5: stream(b"MZ")}
ACTIVE = {
    "script by name": (pdf({4: JS}, catalog=names("JavaScript")), F.SCRIPTED),
    "script on opening": (pdf({4: JS}, catalog="/OpenAction 4 0 R"), F.SCRIPTED),
    "script on the page": (pdf(page=f"/AA << /O {JS} >>"), F.SCRIPTED),
    "script in a link": (acts("JavaScript", "/JS (1)"), F.SCRIPTED),
    "script after an action": (acts("URI", f"/URI (a) /Next {JS}"), F.SCRIPTED),
    "script in a field": (note("Widget", f"/FT /Tx /AA << /K {JS} >>"), F.SCRIPTED),
    "script with a written-out name": (
        pdf(page="/Annots [<< /A << /S /J#61vaScript /J#53 (1) >> >>]"),
        F.SCRIPTED,
    ),
    "script named elsewhere": (
        pdf({4: "/JavaScript"}, page="/Annots [<< /A << /S 4 0 R >> >>]"),
        F.SCRIPTED,
    ),
    "script in an object stream": (
        object_stream_pdf(
            {
                1: b"<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >>",
                2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>",
                4: JS.encode(),
            }
        ),
        F.SCRIPTED,
    ),
    "script that nothing refers to": (pdf({9: JS}), F.SCRIPTED),
    "script no table names": (
        pdf().replace(b"\nxref\n", b"\n9 0 obj\n" + JS.encode() + b"\nendobj\nxref\n"),
        F.BROKEN,
    ),
    "an action on opening": (
        pdf(catalog="/OpenAction << /S /Named /N /Print >>"),
        F.SCRIPTED,
    ),
    "starting a program": (acts("Launch", "/F (cmd.exe)"), F.SCRIPTED),
    "an embedded file": (pdf(CARRIED, catalog=names("EmbeddedFiles")), F.EMBEDDED_FILE),
    "an attached file": (note("FileAttachment", "/FS 9 0 R"), F.EMBEDDED_FILE),
    "an associated file": (pdf(CARRIED, catalog="/AF [4 0 R]"), F.EMBEDDED_FILE),
    "a form of another kind": (
        pdf({4: stream(b"<xdp/>")}, catalog="/AcroForm << /XFA 4 0 R /Fields [] >>"),
        F.DYNAMIC_FORM,
    ),
    "rich media": (note("RichMedia", "/RichMediaContent << >>"), F.RICH_MEDIA),
    "a film": (note("Movie"), F.RICH_MEDIA),
    "another file": (
        acts("GoToR", "/F (\\\\\\\\host\\\\a.pdf) /D [0]"),
        F.EXTERNAL_FILE,
    ),
    "a file address": (acts("URI", "/URI (file:///etc/passwd)"), F.EXTERNAL_FILE),
    "a form that sends": (acts("SubmitForm", "/F (http://a)"), F.EXTERNAL_FILE),
    "a stream kept elsewhere": (
        pdf({4: b"<< /Length 0 /F (\\\\host\\a) >>\nstream\n\nendstream"}),
        F.EXTERNAL_FILE,
    ),
}


@pytest.mark.parametrize("case", ACTIVE)
def test_a_pdf_that_acts_or_carries_is_refused(case: str) -> None:
    data, fault = ACTIVE[case]
    assert judge_in_place(data, "a.pdf").fault is fault


ONE_PIXEL = (
    "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
    " /BitsPerComponent 8"
)
REFUSED = {
    "one byte": (b"%", "a.pdf", F.MISLABELLED),
    "only a header": (b"%PDF-1.7\n", "a.pdf", F.BROKEN),
    "HTML as PDF": (HTML, "a.pdf", F.MISLABELLED),
    "script as PDF": (b"var a = 1; app.alert(a);", "a.pdf", F.MISLABELLED),
    "ZIP as PDF": (office("docx"), "a.pdf", F.MISLABELLED),
    "program as PDF": (b"MZ" + b"\0" * 500, "a.pdf", F.MISLABELLED),
    "program before the PDF": (b"MZ\0\0" + pdf(), "a.pdf", F.MISLABELLED),
    "PNG as JPEG": (picture("PNG"), "a.jpg", F.MISLABELLED),
    "PDF as DOCX": (pdf(), "a.docx", F.MISLABELLED),
    "XLSX as DOCX": (office("xlsx"), "a.docx", F.MISLABELLED),
    "ZIP behind the PDF": (pdf() + office("docx"), "a.pdf", F.POLYGLOT),
    "HTML behind the PDF": (pdf() + HTML, "a.pdf", F.POLYGLOT),
    "HTML in the PDF's head": (
        pdf().replace(b"%\xe2\xe3\xcf\xd3", b"%" + HTML),
        "a.pdf",
        F.POLYGLOT,
    ),
    "ZIP behind the PNG": (picture("PNG") + office("docx"), "a.png", F.POLYGLOT),
    "script in the JPEG": (
        picture("JPEG", comment=b"<?php system('x');"),
        "a.jpg",
        F.POLYGLOT,
    ),
    "locked for reading": (locked_pdf("a", "b", "RC4-128"), "a.pdf", F.ENCRYPTED),
    "locked for printing": (locked_pdf("", "b", "RC4-128"), "a.pdf", F.ENCRYPTED),
    "locked with AES": (locked_pdf("a", "b", "AES-256"), "a.pdf", F.ENCRYPTED),
    "no page": (pdf({2: "<< /Type /Pages /Kids [] /Count 9 >>"}), "a.pdf", F.EMPTY),
    "a circle of pages": (
        pdf({2: "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>"}),
        "a.pdf",
        F.BROKEN,
    ),
    "a table that points elsewhere": (
        pdf().replace(b"startxref\n", b"startxref\n1"),
        "a.pdf",
        F.BROKEN,
    ),
    "objects that lie elsewhere": (
        pdf().replace(b"%\xe2\xe3\xcf\xd3\n", b"%\xe2\xe3\xcf\xd3\xd3\xd3\n"),
        "a.pdf",
        F.BROKEN,
    ),
    "cut short": (scanned_pdf()[:-400], "a.pdf", F.BROKEN),
    "two gigabytes declared": (
        pdf({4: b"<< /Length 2000000000 >>\nstream\nabc\nendstream"}),
        "a.pdf",
        F.BOMB,
    ),
    "a bomb": (pdf({4: zeros(60)}), "a.pdf", F.BOMB),
    "a bomb in a bomb": (
        pdf({4: zeros(100, packs=2)}),
        "a.pdf",
        F.BOMB,
    ),
    "a bomb as a picture": (
        pdf({4: stream(b"\0" * 9_000_000, ONE_PIXEL)}),
        "a.pdf",
        F.BOMB,
    ),
    "a picture of immense size": (
        pdf({4: stream(b"\0", ONE_PIXEL.replace("/Width 1", "/Width 99999"))}),
        "a.pdf",
        F.IMAGE_TOO_LARGE,
    ),
    "a PNG of immense size": (huge_png(60_000), "a.png", F.IMAGE_TOO_LARGE),
    "a PNG with a text bomb": (text_bomb_png(), "a.png", F.BOMB),
    "a cut JPEG": (picture("JPEG", (900, 900))[:-3000], "a.jpg", F.BROKEN),
    "a cut PNG": (picture("PNG", (900, 900))[:-500], "a.png", F.BROKEN),
    "a cut HEIC": (picture("HEIF", (900, 900))[:-500], "a.heic", F.BROKEN),
    "a cut DOCX": (office("docx")[:-30], "a.docx", F.BROKEN),
    "the test virus": (EICAR, "a.pdf", F.INFECTED),
    "the test virus in a PDF": (
        pdf({4: b"<< /Length 68 >>\nstream\n" + EICAR + b"\nendstream"}),
        "a.pdf",
        F.INFECTED,
    ),
    "the test virus in a letter": (
        office("docx", {"word/media/a.png": EICAR}),
        "a.docx",
        F.INFECTED,
    ),
    "macros": (office("docx", {"word/vbaProject.bin": b"x"}), "a.docx", F.SCRIPTED),
    "an object in a table": (
        office("xlsx", {"xl/embeddings/oleObject1.bin": b"x"}),
        "a.xlsx",
        F.EMBEDDED_FILE,
    ),
    "a template from elsewhere": (
        office(
            "docx",
            {
                "word/_rels/settings.xml.rels": '<r><a Type="x/attachedTemplate" '
                'Target="https://a.vn/t.dotm" TargetMode="External"/></r>'
            },
        ),
        "a.docx",
        F.EXTERNAL_FILE,
    ),
    "a field that starts a program": (
        office(
            "docx",
            {"word/a.xml": '<w xmlns="w"><instrText>DDEAUTO cmd</instrText></w>'},
        ),
        "a.docx",
        F.SCRIPTED,
    ),
    "entities": (
        office("docx", {"word/a.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "a.docx",
        F.BROKEN,
    ),
    "a bomb in a table": (
        office("xlsx", {"xl/media/a.bin": bytes(30_000_000)}),
        "a.xlsx",
        F.BOMB,
    ),
    "a locked letter": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "a.docx",
        F.ENCRYPTED,
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_file_is_refused_for_its_fault(case: str) -> None:
    data, name, fault = REFUSED[case]
    assert judge_in_place(data, name).fault is fault


@pytest.mark.parametrize(
    "case",
    ["a bomb", "a bomb in a bomb", "a cut HEIC", "locked with AES", "the test virus"],
)
def test_the_process_of_its_own_says_the_same(tmp_path: Path, case: str) -> None:
    data, name, fault = REFUSED[case]
    assert judge(tmp_path, data, name).fault is fault


@pytest.mark.parametrize(
    ("data", "name", "fault"),
    [
        (b"", "a.pdf", F.EMPTY),
        (pdf(), "a.exe", F.WRONG_TYPE),
        (pdf(), "Giấy khai sinh", F.WRONG_TYPE),
        (pdf(), "hoso\u202efdp.exe", F.WRONG_TYPE),
    ],
    ids=["nothing", "another extension", "no extension", "a name read backwards"],
)
def test_what_needs_no_reading_is_refused_at_once(
    tmp_path: Path, data: bytes, name: str, fault: FileFault
) -> None:
    assert judge(tmp_path, data, name).fault is fault


def test_a_component_takes_only_its_kinds(tmp_path: Path) -> None:
    assert judge(tmp_path, office("docx"), "a.docx", FileLimits()).fault is F.WRONG_TYPE


def test_limits_are_kept_to_the_byte_and_the_page(tmp_path: Path) -> None:
    data = blank_pdf(3)
    exact = replace(ALL, max_bytes=len(data), max_pages=3)
    assert judge(tmp_path, data, "a.pdf", exact).accepted
    less = replace(exact, max_bytes=len(data) - 1)
    assert judge(tmp_path, data, "a.pdf", less).fault is F.TOO_LARGE
    fewer = replace(exact, max_pages=2)
    assert judge(tmp_path, data, "a.pdf", fewer).fault is F.TOO_MANY_PAGES


def test_ten_thousand_pages_are_refused(tmp_path: Path) -> None:
    kids = " ".join(["<< /Type /Page >>"] * 10_000)
    data = pdf({2: f"<< /Type /Pages /Count 1 /Kids [{kids}] >>"})
    assert judge(tmp_path, data, "a.pdf").fault is F.TOO_MANY_PAGES


def test_a_signed_pdf_is_recognised_and_keeps_every_byte(tmp_path: Path) -> None:
    data = signed_pdf()
    verdict = judge(tmp_path, data, "a.pdf")
    assert verdict.accepted
    assert verdict.is_signed
    kept = (tmp_path / "sample").read_bytes()
    assert hashlib.sha256(kept).digest() == hashlib.sha256(data).digest()
    assert [path.name for path in tmp_path.iterdir()] == ["sample"]


def test_a_photograph_is_measured_as_it_is_held(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera lay on its side
    verdict = judge(tmp_path, picture("JPEG", (300, 200), exif=exif), "a.jpg")
    assert (verdict.width, verdict.height) == (200, 300)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (scanned_pdf(), "a.pdf"),
        (picture("PNG", (4000, 3000)), "a.png"),
        (picture("HEIF"), "a.heic"),
    ],
    ids=["pdf", "png", "heic"],
)
def test_page_one_is_shown_small(tmp_path: Path, data: bytes, name: str) -> None:
    shown = judge(tmp_path, data, name).thumbnail
    assert shown is not None
    assert len(shown) <= THUMBNAIL_BYTES
    with Image.open(BytesIO(shown)) as thumbnail:
        assert thumbnail.format == "JPEG"
        assert max(thumbnail.size) <= 480


def test_a_child_that_does_not_end_is_stopped(tmp_path: Path) -> None:
    lists = "[] " * 20_000
    endless = pdf({number: f"<< /A [{lists}] >>" for number in range(10, 60)})
    hurried = replace(ALL, seconds=1)
    assert judge(tmp_path, endless, "a.pdf", hurried).fault is F.TIMEOUT


def test_a_child_that_outgrows_its_memory_is_stopped(tmp_path: Path) -> None:
    target = BytesIO()
    Image.new("RGB", (7000, 7000)).save(target, "PNG", compress_level=1)
    data = target.getvalue()
    narrow = replace(ALL, memory=250 * 1024 * 1024)
    assert judge(tmp_path, data, "a.png").accepted
    assert judge(tmp_path, data, "a.png", narrow).fault is F.BOMB


def test_a_bomb_does_not_grow_this_process(tmp_path: Path) -> None:
    bombs = [(pdf({4: zeros(250)}), "a.pdf"), (text_bomb_png(), "a.png")]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for data, name in bombs:
        assert judge(tmp_path, data, name).fault is F.BOMB
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 10_000  # kilobytes


def test_the_child_inherits_no_secret() -> None:
    assert set(ENVIRONMENT) == {"LANG"}


def test_a_failing_inspector_is_not_blamed_on_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspect_module, "CHILD", "services.files.no_such_module")
    with pytest.raises(InspectorFailed):
        judge(tmp_path, pdf(), "a.pdf")


@pytest.mark.parametrize(
    "answer",
    [b"", b"[]", b'{"accepted": true, "kind": "png", "thumbnail": ""}', b"{"],
)
def test_an_answer_of_another_form_is_not_believed(answer: bytes) -> None:
    with pytest.raises(InspectorFailed):
        read_answer(answer, FileKind.PDF)
