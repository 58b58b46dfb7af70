"""QR codes drawn for paper and screen."""

from xml.etree import ElementTree

import qrcode
from qrcode.constants import ERROR_CORRECT_M

from services.papers.qr import qr_svg

ADDRESS = "https://dichvucong.example/t/3f9c2a71b0"


def modules(svg: str) -> set[tuple[int, int]]:
    """Return the dark squares of the drawing."""
    path = ElementTree.fromstring(svg).find("{http://www.w3.org/2000/svg}path")
    assert path is not None
    squares = path.attrib["d"].split("M")[1:]
    starts = [square.split("H")[0].split(",") for square in squares]
    return {(int(x), int(y)) for x, y in starts}


def test_the_drawing_is_the_code_of_the_text() -> None:
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(ADDRESS)
    matrix = code.get_matrix()
    dark = {
        (x, y) for y, row in enumerate(matrix) for x, square in enumerate(row) if square
    }
    assert modules(qr_svg(ADDRESS)) == dark


def test_the_drawing_is_one_element_that_scales_on_white() -> None:
    svg = qr_svg(ADDRESS)
    root = ElementTree.fromstring(svg)
    assert svg.startswith("<svg")
    assert "viewBox" in root.attrib
    assert "white" in svg
    assert "script" not in svg


def test_letters_of_any_kind_are_taken() -> None:
    assert qr_svg("Mã hồ sơ Ửng") != qr_svg("Mã hồ sơ Ứng")
