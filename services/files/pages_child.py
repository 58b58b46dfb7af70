"""The process that makes one PDF of photographs, in the order they were put (R20).

Each page stands upright: first by what the camera wrote (Exif), then by the quarter
turns of the person. It is not straightened further: a wrong guess of the edges would
cut off a stamp, and nobody would see it.
"""

import json
import sys
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps
from pydantic import TypeAdapter
from pypdf import PdfWriter
from pypdf.generic import (
    ContentStream,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from services.files.child import cap
from services.files.images import FORMATS, flat, ready, refuse_size
from services.files.verdicts import FileKind, FileLimits

A4_LONG = 842  # points; the longest side of every page
# Longest side and quality of a page, until the whole fits: about 210 dpi of A4 at
# first, and never less than can be read.
SIZES = ((2480, 80), (2000, 70), (1650, 60), (1240, 50))


@dataclass(frozen=True)
class Leaf:
    """One photograph: how many bytes of the input are its, and how it is turned."""

    size: int
    kind: FileKind
    turn: int = 0  # quarter turns clockwise, after the camera's own


@dataclass(frozen=True)
class BindTask:
    """What the child is asked for."""

    leaves: tuple[Leaf, ...]
    limits: FileLimits
    most_bytes: int


TASK = TypeAdapter(BindTask)


def bind(task: BindTask, data: bytes) -> bytes:
    """Return the PDF, as good as fits into the room there is."""
    pages, start = [], 0
    for leaf in task.leaves:
        pages.append(_upright(data[start : start + leaf.size], leaf, task.limits))
        start += leaf.size
    pdf = _written(pages)
    for side, quality in SIZES[1:]:
        if len(pdf) <= task.most_bytes:
            break
        pages = [_smaller(page, side, quality) for page in pages]
        pdf = _written(pages)
    return pdf


def _upright(data: bytes, leaf: Leaf, limits: FileLimits) -> bytes:
    ready(leaf.kind)
    side, quality = SIZES[0]
    with Image.open(BytesIO(data), formats=FORMATS[leaf.kind]) as picture:
        refuse_size(picture.size, limits.max_pixels, limits.max_side)
        picture.draft("RGB", (side, side))
        page = flat(ImageOps.exif_transpose(picture))
    page.thumbnail((side, side), Image.Resampling.LANCZOS)
    return _jpeg(page.rotate(-90 * leaf.turn, expand=True), quality)


def _smaller(page: bytes, side: int, quality: int) -> bytes:
    with Image.open(BytesIO(page)) as picture:
        picture.thumbnail((side, side), Image.Resampling.LANCZOS)
        return _jpeg(picture, quality)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    target = BytesIO()
    picture.save(target, "JPEG", quality=quality, optimize=True)
    return target.getvalue()


def _written(pages: list[bytes]) -> bytes:
    writer = PdfWriter()
    for page in pages:
        _add_page(writer, page)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def _add_page(writer: PdfWriter, jpeg: bytes) -> None:
    with Image.open(BytesIO(jpeg)) as picture:
        width, height = picture.size
    scale = A4_LONG / max(width, height)
    across, down = round(width * scale, 2), round(height * scale, 2)
    image = StreamObject()
    image.set_data(jpeg)
    for key, name in {
        "/Type": "/XObject",
        "/Subtype": "/Image",
        "/ColorSpace": "/DeviceRGB",
        "/Filter": "/DCTDecode",
    }.items():
        image[NameObject(key)] = NameObject(name)
    sides = (("/Width", width), ("/Height", height), ("/BitsPerComponent", 8))
    for key, number in sides:
        image[NameObject(key)] = NumberObject(number)
    page = writer.add_blank_page(across, down)
    named = DictionaryObject({NameObject("/Im0"): writer._add_object(image)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): named})
    content = ContentStream(None, writer)
    content.set_data(f"q {across} 0 0 {down} 0 0 cm /Im0 Do Q".encode())
    page[NameObject("/Contents")] = writer._add_object(content)


def main(answer_bytes: str, asked: str) -> None:
    """Read the photographs one after another and answer with the PDF."""
    task = TASK.validate_json(asked)
    cap(task.limits, int(answer_bytes))
    data = sys.stdin.buffer.read()
    try:
        pdf = bind(task, data)
    except Exception:  # noqa: BLE001 - a parser may stumble over it in any way
        json.dump({"fault": "broken"}, sys.stdout)
    else:
        sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main(*sys.argv[1:])
