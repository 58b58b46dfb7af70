"""Pictures: are they whole and of bearable size; and the small picture of page 1."""

from io import BytesIO

import pypdfium2
from PIL import Image, ImageOps, UnidentifiedImageError

from services.files.page_quality import doubts_of
from services.files.verdicts import (
    THUMBNAIL_BYTES,
    FileFault,
    FileKind,
    FileLimits,
    Refused,
    Verdict,
)

THUMBNAIL_SIDE = 480
ORIENTATION = 0x0112  # of Exif: how the camera was held
SIDEWAYS = range(5, 9)
FORMATS = {
    FileKind.JPEG: ("JPEG", "MPO"),  # phones write several pictures in one JPEG
    FileKind.PNG: ("PNG",),
    FileKind.HEIC: ("HEIF",),
}


def judge_image(data: bytes, kind: FileKind, limits: FileLimits) -> Verdict:
    """Read the whole picture, or refuse it."""
    ready(kind)
    try:
        with Image.open(BytesIO(data), formats=FORMATS[kind]) as picture:
            refuse_size(picture.size, limits.max_pixels, limits.max_side)
            picture.verify()  # checksums; the picture must be opened anew after it
        with Image.open(BytesIO(data), formats=FORMATS[kind]) as picture:
            width, height = picture.size
            # A JPEG may be decoded at a fraction of its size, yet read to its end.
            picture.draft("RGB", (2 * THUMBNAIL_SIDE, 2 * THUMBNAIL_SIDE))
            picture.load()
            if picture.getexif().get(ORIENTATION, 1) in SIDEWAYS:
                width, height = height, width
            upright = flat(ImageOps.exif_transpose(picture))
            doubts, thumbnail = doubts_of(upright), draw_thumbnail(upright)
    except UnidentifiedImageError:
        raise Refused(FileFault.BROKEN) from None
    except ValueError as error:  # Pillow's own guard for packed text and profiles
        bomb = "decompress" in str(error).lower()
        raise Refused(FileFault.BOMB if bomb else FileFault.BROKEN) from None
    return Verdict(
        True,
        kind,
        pages=1,
        width=width,
        height=height,
        thumbnail=thumbnail,
        doubts=doubts,
    )


def ready(kind: FileKind) -> None:
    """Make Pillow read this kind; its own limit gives way to `refuse_size`."""
    if kind is FileKind.HEIC:
        from pillow_heif import register_heif_opener

        register_heif_opener()
    Image.MAX_IMAGE_PIXELS = None


def flat(picture: Image.Image) -> Image.Image:
    """Return the picture in plain colours, on white where it is see-through."""
    if picture.mode in ("RGB", "L"):
        return picture.convert("RGB")
    coloured = picture.convert("RGBA")
    page = Image.new("RGB", coloured.size, "white")
    page.paste(coloured, mask=coloured.getchannel("A"))
    return page


def refuse_size(size: tuple[int, int], max_pixels: int, max_side: int) -> None:
    """Refuse more pixels than an office can open, before any is unpacked."""
    width, height = size
    if max(size) > max_side or width * height > max_pixels:
        raise Refused(FileFault.IMAGE_TOO_LARGE)
    if min(size) < 1:
        raise Refused(FileFault.BROKEN)


def draw_page(data: bytes) -> bytes:
    """Draw page 1 of a PDF small; what cannot be drawn is broken."""
    try:
        document = pypdfium2.PdfDocument(data)
        page = document[0]
        longest = max(page.get_size())
        if longest <= 0:
            raise Refused(FileFault.BROKEN)
        bitmap = page.render(scale=THUMBNAIL_SIDE / longest)
        return draw_thumbnail(bitmap.to_pil())
    except pypdfium2.PdfiumError:
        raise Refused(FileFault.BROKEN) from None


def draw_thumbnail(picture: Image.Image) -> bytes:
    """Return a small JPEG of at most 40 KB, on white."""
    picture.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    page = flat(picture)
    for quality in (80, 60, 40, 20, 10):
        target = BytesIO()
        page.save(target, "JPEG", quality=quality, optimize=True)
        if target.tell() <= THUMBNAIL_BYTES:
            break
    return target.getvalue()
