"""Files of corpus B9 that no text can hold, by name."""

from collections.abc import Callable

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
    zeros,
)

HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")


def _many_pages() -> bytes:
    kids = " ".join(["<< /Type /Page >>"] * 10_000)
    return pdf({2: f"<< /Type /Pages /Count 1 /Kids [{kids}] >>"})


def _object_stream_bomb() -> bytes:
    filler = {number: b"(" + b" " * 500_000 + b")" for number in range(4, 20)}
    whole = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>",
    }
    return object_stream_pdf(whole | filler)


RECIPES: dict[str, Callable[[], bytes]] = {
    "three blank pages": lambda: blank_pdf(3),
    "a scanned page": scanned_pdf,
    "almost white paper": blank_scan,
    "a signed page": signed_pdf,
    "a telephone's photo": lambda: picture("HEIF"),
    "several pictures in one": lambda: picture("MPO", save_all=True),
    "a program": lambda: b"MZ" + b"\0" * 500,
    "a program before the PDF": lambda: b"MZ\0\0" + pdf(),
    "a PNG": lambda: picture("PNG"),
    "a ZIP behind the PDF": lambda: pdf() + office("docx"),
    "HTML behind the PDF": lambda: pdf() + HTML,
    "a ZIP behind the PNG": lambda: picture("PNG") + office("docx"),
    "a script in the JPEG": lambda: picture("JPEG", comment=b"<?php system('x');"),
    "locked for reading": lambda: locked_pdf("a", "b", "RC4-128"),
    "locked for printing": lambda: locked_pdf("", "b", "AES-256"),
    "a locked letter": lambda: LOCKED,
    "a table that points elsewhere": lambda: pdf().replace(
        b"startxref\n", b"startxref\n1"
    ),
    "ten thousand pages": _many_pages,
    "two gigabytes declared": lambda: pdf(
        {4: b"<< /Length 2000000000 >>\nstream\nabc\nendstream"}
    ),
    "a deflate bomb": lambda: pdf({4: zeros(60)}),
    "an object stream bomb": _object_stream_bomb,
    "a picture of immense size": lambda: huge_png(60_000),
    "a cut photo": lambda: picture("HEIF", (900, 900))[:-500],
    "the test virus": lambda: EICAR,
}
