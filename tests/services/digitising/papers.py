"""Invented papers of six kinds, drawn as a scanner would see them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path("services/papers/fonts")
PAGE = (1654, 2339)  # A4 at 200 dpi
NAMES = (
    "Nguyễn Thị Hồng Nhung",
    "Lý Văn Sơn",
    "Hoàng Thị Mỹ Duyên",
    "Nông Văn Bình",
    "Dương Quốc Khánh",
)
PEOPLE = ("Trần Văn Quý", "Lường Thị Xuân", "Vi Văn Thắng", "Đỗ Thị Lụa", "Ma Văn Tình")
COMMUNES = ("Linh Sơn", "Tích Lương", "Đại Từ", "Phú Bình", "Võ Nhai")
NUMBERS = tuple(f"99919{n}00234{n}" for n in range(1, 6))


@dataclass(frozen=True)
class Paper:
    """A paper: its kind, its lines from the top, and what it says."""

    kind: str
    lines: tuple[str, ...]
    says: dict[str, str]


def day(n: int) -> tuple[str, str]:
    """Return a day as it is written out, and in figures."""
    return f"ngày {n + 3} tháng {n + 2} năm 202{n}", f"0{n + 3}/0{n + 2}/202{n}"


def birth(n: int) -> Paper:
    """Return a birth certificate."""
    return Paper(
        "birth_certificate",
        (
            f"ỦY BAN NHÂN DÂN XÃ {COMMUNES[n].upper()}",
            "GIẤY KHAI SINH",
            f"Số: {40 + n}/202{n}",
            f"Họ, chữ đệm, tên: {NAMES[n]}",
            f"Ngày, tháng, năm sinh: 1{n}/06/2019   Giới tính: Nữ",
            f"Nơi sinh: Bệnh viện đa khoa huyện {COMMUNES[n]}",
            f"Số định danh cá nhân: {NUMBERS[n]}",
            f"Họ, chữ đệm, tên người mẹ: {PEOPLE[n]}",
            f"Họ, chữ đệm, tên người cha: {PEOPLE[(n + 1) % 5]}",
            f"Nơi đăng ký khai sinh: Ủy ban nhân dân xã {COMMUNES[n]}",
            f"Ngày, tháng, năm đăng ký: {day(n)[1]}",
        ),
        {
            "number": f"{40 + n}/202{n}",
            "owner": NAMES[n],
            "owner_number": NUMBERS[n],
            "birth_date": f"1{n}/06/2019",
            "birth_place": f"Bệnh viện đa khoa huyện {COMMUNES[n]}",
            "mother": PEOPLE[n],
            "father": PEOPLE[(n + 1) % 5],
            "issuer": f"Ủy ban nhân dân xã {COMMUNES[n]}",
            "issued_on": day(n)[1],
        },
    )


def marriage(n: int) -> Paper:
    """Return a marriage certificate."""
    return Paper(
        "marriage_certificate",
        (
            f"ỦY BAN NHÂN DÂN PHƯỜNG {COMMUNES[n].upper()}",
            "GIẤY CHỨNG NHẬN KẾT HÔN",
            f"Số: {10 + n}/202{n}",
            f"Họ, chữ đệm, tên vợ: {NAMES[n]}",
            f"Số định danh cá nhân: {NUMBERS[n]}",
            f"Họ, chữ đệm, tên chồng: {PEOPLE[n]}",
            f"Nơi đăng ký kết hôn: Ủy ban nhân dân phường {COMMUNES[n]}",
            f"Đăng ký ngày: {day(n)[1]}",
        ),
        {
            "number": f"{10 + n}/202{n}",
            "owner": NAMES[n],
            "owner_number": NUMBERS[n],
            "spouse": PEOPLE[n],
            "issuer": f"Ủy ban nhân dân phường {COMMUNES[n]}",
            "issued_on": day(n)[1],
        },
    )


def land(n: int) -> Paper:
    """Return a land certificate."""
    return Paper(
        "land_certificate",
        (
            "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
            "GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT",
            f"Số phát hành: AB 01234{n}",
            f"Chủ sở hữu: {NAMES[n]}",
            f"Số định danh cá nhân: {NUMBERS[n]}",
            f"Thửa đất số: 12{n}   Tờ bản đồ số: 3{n}",
            f"Địa chỉ thửa đất: Tổ {n + 2}, phường {COMMUNES[n]}",
            f"Diện tích: 15{n},5 m2",
            f"Thái Nguyên, {day(n)[0]}",
        ),
        {
            "number": f"AB 01234{n}",
            "owner": NAMES[n],
            "owner_number": NUMBERS[n],
            "plot": f"12{n}",
            "map_sheet": f"3{n}",
            "address": f"Tổ {n + 2}, phường {COMMUNES[n]}",
            "area": f"15{n},5 m2",
            "issuer": "Sở Nông nghiệp và Môi trường",
            "issued_on": day(n)[1],
        },
    )


def business(n: int) -> Paper:
    """Return the registration of a household business."""
    return Paper(
        "household_business",
        (
            f"ỦY BAN NHÂN DÂN PHƯỜNG {COMMUNES[n].upper()}",
            "GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH",
            f"Mã số hộ kinh doanh: 46A800123{n}",
            f"Đăng ký lần đầu, {day(n)[0]}",
            f"Tên hộ kinh doanh: Tạp hóa {PEOPLE[n]}",
            f"Địa điểm kinh doanh: Số {n + 5}, đường Bắc Kạn, phường {COMMUNES[n]}",
            f"Họ và tên: {NAMES[n]}",
            f"Số định danh cá nhân: {NUMBERS[n]}",
        ),
        {
            "number": f"46A800123{n}",
            "business_name": f"Tạp hóa {PEOPLE[n]}",
            "address": f"Số {n + 5}, đường Bắc Kạn, phường {COMMUNES[n]}",
            "owner": NAMES[n],
            "owner_number": NUMBERS[n],
            "issuer": f"Ủy ban nhân dân phường {COMMUNES[n]}",
            "issued_on": day(n)[1],
        },
    )


def decision(n: int) -> Paper:
    """Return a decision of a people's committee."""
    return Paper(
        "decision",
        (
            f"ỦY BAN NHÂN DÂN XÃ {COMMUNES[n].upper()}",
            f"Số: 12{n}/QĐ-UBND",
            f"{COMMUNES[n]}, {day(n)[0]}",
            "QUYẾT ĐỊNH",
            "Về việc trợ giúp xã hội hằng tháng",
            f"Ông (bà): {NAMES[n]}",
            f"Số định danh cá nhân: {NUMBERS[n]}",
        ),
        {
            "number": f"12{n}/QĐ-UBND",
            "title": "trợ giúp xã hội hằng tháng",
            "owner": NAMES[n],
            "owner_number": NUMBERS[n],
            "issuer": f"Ủy ban nhân dân xã {COMMUNES[n]}",
            "issued_on": day(n)[1],
        },
    )


def identity(n: int) -> Paper:
    """Return an identity card, both sides on one page."""
    return Paper(
        "identity_card",
        (
            "CĂN CƯỚC CÔNG DÂN",
            f"Số / No.: {NUMBERS[n]}",
            f"Họ và tên / Full name: {NAMES[n].upper()}",
            f"Ngày sinh / Date of birth: 1{n}/03/1990",
            f"Quê quán / Place of origin: Xã {COMMUNES[n]}, Thái Nguyên",
            f"Nơi thường trú / Place of residence: Tổ {n + 1}, phường {COMMUNES[n]}",
            f"Có giá trị đến: 1{n}/03/2030",
            f"Ngày cấp: {day(n)[1]}",
            "Nơi cấp: Cục Cảnh sát quản lý hành chính về trật tự xã hội",
        ),
        {
            "number": NUMBERS[n],
            "owner": NAMES[n],
            "birth_date": f"1{n}/03/1990",
            "home": f"Xã {COMMUNES[n]}, Thái Nguyên",
            "address": f"Tổ {n + 1}, phường {COMMUNES[n]}",
            "valid_until": f"1{n}/03/2030",
            "issued_on": day(n)[1],
            "issuer": "Cục Cảnh sát quản lý hành chính về trật tự xã hội",
        },
    )


MAKERS: tuple[Callable[[int], Paper], ...] = (
    birth,
    marriage,
    land,
    business,
    decision,
    identity,
)
PAPERS = tuple(make(n) for make in MAKERS for n in range(5))


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Return a font of the printed papers."""
    return ImageFont.truetype(FONTS / f"NotoSerif-{name}.ttf", size)


def drawn(lines: Sequence[str], fade: int = 20) -> Image.Image:
    """Draw lines on a page; the fade is how grey the letters are."""
    page = Image.new("L", PAGE, 255)
    pen = ImageDraw.Draw(page)
    for number, line in enumerate(lines):
        name = "Bold" if line.isupper() else "Regular"
        pen.text((150, 170 + number * 92), line, font=font(name, 38), fill=fade)
    return page


def png(picture: Image.Image) -> bytes:
    """Return the picture as a file."""
    target = BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()
