"""Photos become one PDF: upright, in order, of sane size (R20, UP-3)."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from services.files.bind import Photo, bind
from services.files.pages_child import BindTask, Leaf
from services.files.pages_child import bind as bind_here
from services.files.verdicts import FileFault, FileKind, FileLimits
from tests.services.files.photos import (
    blurred,
    coloured,
    cornered,
    heic,
    in_bad_light,
    jpeg,
    png,
    written_page,
)
from tests.services.files.samples import huge_png, text_bomb_png

K = FileKind
MOST = 10 << 20
RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)
CORNERS = ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9))  # clockwise


def bound(*photos: Photo, most: int = MOST) -> bytes:
    """Bind without a process of its own: a tenth of the time."""
    leaves = tuple(Leaf(len(p.data), p.kind, p.turn) for p in photos)
    task = BindTask(leaves, FileLimits(), most)
    return bind_here(task, b"".join(photo.data for photo in photos))


def pages(pdf: bytes) -> list[Image.Image]:
    """Return how each page looks."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=0.5).to_pil().convert("RGB") for page in document]


def corners(page: Image.Image) -> list[tuple[int, ...]]:
    """Return the plain colours of the corners, clockwise from above left."""
    points = [(int(x * page.width), int(y * page.height)) for x, y in CORNERS]
    found = [seen_at(page, point) for point in points]
    return [tuple(255 * (v > 128) for v in each) for each in found]


def seen_at(page: Image.Image, point: tuple[int, int]) -> tuple[int, ...]:
    """Return the colour at a point."""
    colour = page.getpixel(point)
    assert isinstance(colour, tuple)
    return colour


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_page_stands_upright_however_the_camera_was_held(orientation: int) -> None:
    photo = Photo(jpeg(cornered(), orientation), K.JPEG)

    [page] = pages(bound(photo))

    assert corners(page) == [RED, WHITE, BLUE, WHITE]
    assert page.height > page.width


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (1, [WHITE, RED, WHITE, BLUE]),
        (2, [BLUE, WHITE, RED, WHITE]),
        (3, [WHITE, BLUE, WHITE, RED]),
    ],
)
def test_a_person_turns_a_page_to_the_right(
    turn: int, expected: list[tuple[int, int, int]]
) -> None:
    [page] = pages(bound(Photo(jpeg(cornered(), 6), K.JPEG, turn)))

    assert corners(page) == expected


def test_pages_keep_the_order_they_were_put_in() -> None:
    photos = (
        Photo(jpeg(coloured("red")), K.JPEG),
        Photo(png(coloured("lime")), K.PNG),
        Photo(heic(coloured("blue")), K.HEIC),
    )

    seen = [seen_at(page, (99, 99)) for page in pages(bound(*photos))]

    strongest = [max(range(3), key=each.__getitem__) for each in seen]
    assert strongest == [0, 1, 2]


def test_a_page_is_as_long_as_a4_and_keeps_its_shape() -> None:
    document = PdfReader(BytesIO(bound(Photo(jpeg(coloured("red")), K.JPEG))))

    box = document.pages[0].mediabox
    assert (float(box.width), float(box.height)) == (631.5, 842)


def test_nothing_of_the_camera_is_left_in_the_pdf() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of a citizen"
    target = BytesIO()
    coloured("red").save(target, "JPEG", exif=exif)

    assert b"Camera of a citizen" not in bound(Photo(target.getvalue(), K.JPEG))


def test_what_is_too_large_is_made_smaller_but_stays_readable() -> None:
    data = jpeg(in_bad_light(written_page()).resize((3508, 4960)))
    photos = [Photo(data, K.JPEG)] * 3

    good, small = bound(*photos), bound(*photos, most=600_000)

    assert len(small) < len(good) < MOST
    assert len(small) <= 600_000
    assert len(PdfReader(BytesIO(small)).pages) == 3


def test_the_child_answers_with_a_pdf_that_passes_the_inspection() -> None:
    photos = [Photo(jpeg(cornered(), 6), K.JPEG), Photo(heic(cornered()), K.HEIC, 1)]

    pdf, verdict = bind(photos, MOST)

    assert (verdict.accepted, verdict.kind, verdict.pages) == (True, K.PDF, 2)
    assert verdict.thumbnail
    assert pdf.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (jpeg(blurred(written_page(), 2))[:9000], K.JPEG),
        (huge_png(60_000), K.PNG),
        (text_bomb_png(), K.PNG),
        (b"", K.HEIC),
        (b"GIF89a", K.JPEG),
    ],
    ids=["cut short", "huge", "bomb", "empty", "another kind"],
)
def test_a_hostile_photo_ends_the_child_only(data: bytes, kind: FileKind) -> None:
    good = Photo(jpeg(cornered()), K.JPEG)

    pdf, verdict = bind([good, Photo(data, kind)], MOST)

    assert pdf == b""
    assert not verdict.accepted
    assert verdict.fault in (FileFault.BROKEN, FileFault.TIMEOUT)
