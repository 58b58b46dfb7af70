"""Files made in memory: honest ones, and the hostile ones of corpus B9."""

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from PIL import Image
from pillow_heif import from_pillow
from pypdf import PdfWriter

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
CATALOG = "/Type /Catalog /Pages 2 0 R"
PAGES = "/Type /Pages /Kids [3 0 R] /Count 1"
PAGE = "/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"


def pdf(objects: Mapping[int, object] | None = None, **more: str) -> bytes:
    """Return a small PDF written by hand; objects replace or join the usual ones.

    `catalog` and `page` add keys to those dictionaries, `trailer` to the trailer.
    """
    bodies: dict[int, object] = {
        1: f"<< {CATALOG} {more.get('catalog', '')} >>",
        2: f"<< {PAGES} >>",
        3: f"<< {PAGE} {more.get('page', '')} >>",
        **(objects or {}),
    }
    out = BytesIO()
    out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = {}
    for number, body in sorted(bodies.items()):
        offsets[number] = out.tell()
        raw = body if isinstance(body, bytes) else str(body).encode()
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, raw))
    table = out.tell()
    out.write(b"xref\n0 1\n0000000000 65535 f \n")
    for number, offset in offsets.items():
        out.write(b"%d 1\n%010d 00000 n \n" % (number, offset))
    size = max(offsets) + 1
    extra = more.get("trailer", "")
    out.write(f"trailer\n<< /Size {size} /Root 1 0 R {extra} >>\n".encode())
    out.write(b"startxref\n%d\n%%%%EOF\n" % table)
    return out.getvalue()


def stream(data: bytes, keys: str = "") -> bytes:
    """Return the body of a deflated stream object."""
    data = zlib.compress(data, 9)
    head = f"<< {keys} /Length {len(data)} /Filter /FlateDecode >>".encode()
    return head + b"\nstream\n" + data + b"\nendstream"


def zeros(count: int, packs: int = 1) -> bytes:
    """Return the body of a stream that unpacks to so many megabytes of nothing."""
    data = b""
    for level in range(packs):
        machine = zlib.compressobj(9)
        pieces = [bytes(1 << 20)] * count if level == 0 else [data]
        data = b"".join([*map(machine.compress, pieces), machine.flush()])
    filters = " ".join(["/FlateDecode"] * packs)
    head = f"<< /Length {len(data)} /Filter [{filters}] >>".encode()
    return head + b"\nstream\n" + data + b"\nendstream"


def blank_pdf(pages: int = 1) -> bytes:
    """Return blank A4 pages as pypdf writes them."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    return written(writer)


def locked_pdf(user: str, owner: str, algorithm: str) -> bytes:
    """Return a PDF under a password."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.encrypt(user, owner, algorithm=algorithm)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    """Return what the writer holds."""
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def scanned_pdf() -> bytes:
    """Return what a scanner makes: one page that is a photograph."""
    target = BytesIO()
    Image.effect_noise((1200, 1700), 40).convert("RGB").save(target, "PDF")
    return target.getvalue()


def blank_scan() -> bytes:
    """Return an almost white page, deflated far beyond the usual ratio."""
    width, height = 1240, 1754
    picture = (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height}"
        " /ColorSpace /DeviceRGB /BitsPerComponent 8"
    )
    draw = stream(b"595 0 0 842 0 0 cm /Im0 Do")
    return pdf(
        {4: stream(b"\xff" * (3 * width * height), picture), 5: draw},
        page="/Contents 5 0 R /Resources << /XObject << /Im0 4 0 R >> >>",
    )


def object_stream_pdf(bodies: Mapping[int, bytes], root: int = 1) -> bytes:
    """Return a PDF 1.5 whose objects all lie in one deflated object stream."""
    heads, content = [], b""
    for number, body in bodies.items():
        heads.append(f"{number} {len(content)}")
        content += body + b" "
    head = " ".join(heads).encode() + b" "
    holder, table = max(bodies) + 1, max(bodies) + 2
    keys = f"/Type /ObjStm /N {len(bodies)} /First {len(head)}"
    out = BytesIO(b"")
    out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    holder_at = out.tell()
    out.write(b"%d 0 obj\n%b\nendobj\n" % (holder, stream(head + content, keys)))
    table_at = out.tell()
    rows = b"\0\0\0\0\0\xff"
    for number in range(1, table + 1):
        if number in bodies:
            place = list(bodies).index(number)
            rows += b"\2" + holder.to_bytes(4, "big") + bytes([place])
        else:
            at = holder_at if number == holder else table_at
            rows += b"\1" + at.to_bytes(4, "big") + b"\0"
    keys = f"/Type /XRef /Size {table + 1} /W [1 4 1] /Root {root} 0 R"
    out.write(b"%d 0 obj\n%b\nendobj\n" % (table, stream(rows, keys)))
    out.write(b"startxref\n%d\n%%%%EOF\n" % table_at)
    return out.getvalue()


def signed_pdf() -> bytes:
    """Return a PDF with a filled signature field (its bytes are no true signature)."""
    return pdf(
        {
            4: "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Ky) /V 5 0 R"
            " /Rect [0 0 0 0] /P 3 0 R >>",
            5: "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached"
            " /ByteRange [0 100 200 300] /Contents <3082> >>",
        },
        catalog="/AcroForm << /Fields [4 0 R] /SigFlags 3 >>",
        page="/Annots [4 0 R]",
    )


def picture(
    format_name: str, size: tuple[int, int] = (300, 200), **how: object
) -> bytes:
    """Return a small picture in the format."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    target = BytesIO()
    if format_name == "HEIF":
        from_pillow(image).save(target, quality=50)
    else:
        image.save(target, format_name, **how)
    return target.getvalue()


def huge_png(side: int) -> bytes:
    """Return a PNG that declares a great size in a few bytes."""
    png = picture("PNG", (8, 8))
    head = b"IHDR" + side.to_bytes(4, "big") * 2 + png[24:29]
    return png[:12] + head + zlib.crc32(head).to_bytes(4, "big") + png[33:]


def text_bomb_png() -> bytes:
    """Return a PNG whose text chunk unpacks to 80 MB."""
    body = b"zTXtc\0\0" + zlib.compress(b"a" * 80_000_000, 9)
    chunk = (len(body) - 4).to_bytes(4, "big") + body
    png = picture("PNG")
    return png[:33] + chunk + zlib.crc32(body).to_bytes(4, "big") + png[33:]


def office(kind: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a small DOCX or XLSX with more parts in it."""
    main, content = {
        "docx": ("word/document.xml", "wordprocessingml.document.main+xml"),
        "xlsx": ("xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
    }[kind]
    types = (
        '<Types xmlns="t"><Override PartName="/x" ContentType='
        f'"application/vnd.openxmlformats-officedocument.{content}"/></Types>'
    )
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("_rels/.rels", '<Relationships xmlns="r"/>')
        package.writestr(main, '<document xmlns="w"/>')
        for name, body in (parts or {}).items():
            package.writestr(name, body)
    return target.getvalue()
