"""Photographed pages made in memory: sharp, blurred, blank, dark, turned, numbered."""

import random
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont
from pillow_heif import from_pillow

FONT = min((Path(__file__).parents[3] / "services/papers/fonts").glob("*.ttf"))
ORIENTATION = 0x0112
WORDS = [
    "Cộng",
    "hòa",
    "xã",
    "hội",
    "chủ",
    "nghĩa",
    "Việt",
    "Nam",
    "đăng",
    "ký",
    "khai",
    "sinh",
]
# What a camera held so must store, for the page to stand upright when read.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def written_page(ink: int = 40, paper: int = 235, size: int = 30) -> Image.Image:
    """Return a page full of lines, as bright and as bold as asked."""
    chance = random.Random(7)
    page = Image.new("L", (1754, 2480), paper)
    draw, font = ImageDraw.Draw(page), ImageFont.truetype(FONT, size)
    for line in range(45):
        text = " ".join(chance.choice(WORDS) for _ in range(14))
        draw.text((150, 150 + line * 48), text, font=font, fill=ink)
    return page


def one_line(text: str = "Nguyễn Văn A") -> Image.Image:
    """Return a page with nothing but a name on it."""
    page = Image.new("L", (1754, 2480), 235)
    font = ImageFont.truetype(FONT, 40)
    ImageDraw.Draw(page).text((200, 300), text, font=font, fill=30)
    return page


def blank_page() -> Image.Image:
    """Return an empty sheet."""
    return Image.new("L", (1754, 2480), 235)


def blurred(page: Image.Image, radius: int) -> Image.Image:
    """Return the page out of focus."""
    return page.filter(ImageFilter.GaussianBlur(radius))


def in_bad_light(page: Image.Image) -> Image.Image:
    """Return the page with a shadow across it, and the noise of a small camera."""
    shade = Image.linear_gradient("L").resize(page.size)
    lit = ImageChops.multiply(page, shade.point([153 + v * 2 // 5 for v in range(256)]))
    return ImageChops.add(lit, Image.effect_noise(page.size, 8), 1, -128)


def darkened(page: Image.Image, by: int) -> Image.Image:
    """Return the page in the dark."""
    return page.point([level // by for level in range(256)])


def jpeg(page: Image.Image, orientation: int = 1) -> bytes:
    """Return the page as a camera held that way stores it."""
    turned = STORED[orientation]
    stored = page if turned is None else page.transpose(turned)
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    target = BytesIO()
    stored.convert("RGB").save(target, "JPEG", quality=90, exif=exif)
    return target.getvalue()


def heic(page: Image.Image) -> bytes:
    """Return the page as a telephone stores it."""
    target = BytesIO()
    from_pillow(page.convert("RGB")).save(target, quality=60)
    return target.getvalue()


def png(page: Image.Image) -> bytes:
    """Return the page as a picture of a screen."""
    target = BytesIO()
    page.save(target, "PNG")
    return target.getvalue()


def coloured(colour: str, size: tuple[int, int] = (600, 800)) -> Image.Image:
    """Return a sheet of one colour: which page it is can be told after binding."""
    return Image.new("RGB", size, colour)


def cornered() -> Image.Image:
    """Return a page red above left, blue below right: which way it stands shows."""
    page = Image.new("RGB", (600, 800), "white")
    page.paste("red", (0, 0, 200, 200))
    page.paste("blue", (400, 600, 600, 800))
    return page
