"""QR codes as drawings, for paper and for the screen."""

import re
from collections.abc import Sequence
from html import escape

import qrcode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.svg import SvgPathImage

SIZE = re.compile(r'<svg width="[^"]*" height="[^"]*"')


def qr_svg(text: str) -> str:
    """Return the code as an SVG element: black on white, with its quiet zone."""
    code = qrcode.QRCode(
        error_correction=ERROR_CORRECT_M, image_factory=WhiteSvgPathImage
    )
    code.add_data(text)
    return code.make_image().to_string().decode("ascii")


def qr_card(text: str, lines: Sequence[str]) -> str:
    """Return the code with lines of text beneath, for who has no scanner."""
    size, step = 100, 9
    tall = size + step * len(lines) + 4
    inner = SIZE.sub(f'<svg width="{size}" height="{size}"', qr_svg(text), count=1)
    said = "".join(
        f'<text x="{size / 2}" y="{size + step * number + 6}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {tall}">'
        f'<rect width="{size}" height="{tall}" fill="white"/>{inner}'
        f'<g font-family="monospace" font-size="7" text-anchor="middle">{said}</g></svg>'
    )


class WhiteSvgPathImage(SvgPathImage):
    """One path on a white ground, so that a dark page leaves it readable."""

    background = "white"
