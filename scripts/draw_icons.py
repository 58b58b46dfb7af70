"""Draw the icons of the installed portal: the seal of portal.css, on two grounds.

Run when the seal changes: python scripts/draw_icons.py
"""

from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw

ASSETS = Path(__file__).resolve().parent.parent / "assets"
RED, GOLD, CLEAR = "#c8102e", "#ffd75e", (0, 0, 0, 0)
FINER = 4  # drawn larger and shrunk, so that edges are smooth


def main() -> None:
    """Write one picture for each place an icon stands."""
    for size in (192, 512):
        draw(size, is_whole=False).save(ASSETS / f"icon-{size}.png", optimize=True)
    # A launcher cuts a circle or a square with round corners out of this one.
    draw(512, is_whole=True).save(ASSETS / "icon-maskable.png", optimize=True)


def draw(size: int, is_whole: bool) -> Image.Image:
    """Return a red disc with a golden star, or the star on a whole red ground."""
    wide = size * FINER
    picture = Image.new("RGBA", (wide, wide), RED if is_whole else CLEAR)
    pen = ImageDraw.Draw(picture)
    if not is_whole:
        pen.ellipse((0, 0, wide - 1, wide - 1), fill=RED)
    pen.polygon(star(wide / 2, wide * (0.26 if is_whole else 0.34)), fill=GOLD)
    small = picture.resize((size, size), Image.Resampling.LANCZOS)
    return small.quantize(64)


def star(centre: float, radius: float) -> list[tuple[float, float]]:
    """Return the ten corners of a star that stands on two of them."""
    lengths = (radius, radius * 0.382)
    corners = [(lengths[n % 2], pi * n / 5 - pi / 2) for n in range(10)]
    return [(centre + r * cos(a), centre + r * sin(a)) for r, a in corners]


if __name__ == "__main__":
    main()
