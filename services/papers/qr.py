"""QR codes as drawings, for paper and for the screen."""

import qrcode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.svg import SvgPathImage


def qr_svg(text: str) -> str:
    """Return the code as an SVG element: black on white, with its quiet zone."""
    code = qrcode.QRCode(
        error_correction=ERROR_CORRECT_M, image_factory=WhiteSvgPathImage
    )
    code.add_data(text)
    return code.make_image().to_string().decode("ascii")


class WhiteSvgPathImage(SvgPathImage):
    """One path on a white ground, so that a dark page leaves it readable."""

    background = "white"
