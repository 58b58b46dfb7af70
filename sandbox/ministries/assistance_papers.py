"""Invented people who ask for social assistance, and their papers."""

from datetime import UTC, datetime, timedelta
from typing import Any
from xml.sax.saxutils import escape

from sandbox.ministries.assistance_rules import PROCEDURES
from sandbox.signing.sign_document import signed_paper

HERE = timedelta(hours=7)
FILES = "/social-assistance/apiBTXH/tep"
HOME = {"MaTinh": "19", "MaHuyen": "", "MaXa": "05710"}
# The first two are known to the population database, the third is not.
PEOPLE: dict[str, dict[str, str]] = {
    "999088000102": {
        "HoVaTen": "Lò Văn Pản",
        "NgayThangNamSinh": "20/11/1988",
        "GioiTinhId": "1034",
        "DanTocId": "3",
        "SoDienThoai": "0900000502",
    },
    "999162000101": {
        "HoVaTen": "Nguyễn Thị Hoà",
        "NgayThangNamSinh": "08/03/1962",
        "GioiTinhId": "1035",
        "DanTocId": "1",
        "SoDienThoai": "0900000503",
    },
    "999141000501": {
        "HoVaTen": "Lường Thị Ính",
        "NgayThangNamSinh": "02/09/1941",
        "GioiTinhId": "1035",
        "DanTocId": "3",
        "SoDienThoai": "0900000501",
    },
}
# Each procedure's papers: the component they stand for, and their title.
PAPERS: dict[str, tuple[tuple[str, str], ...]] = {
    "1.001776": (
        ("TC01", "TỜ KHAI ĐỀ NGHỊ TRỢ GIÚP XÃ HỘI"),
        ("TC02", "GIẤY XÁC NHẬN KHUYẾT TẬT"),
    ),
    "1.001699": (("KX01", "ĐƠN ĐỀ NGHỊ XÁC ĐỊNH MỨC ĐỘ KHUYẾT TẬT"),),
    "1.014027": (("HT01", "VĂN BẢN ĐỀ NGHỊ HƯỞNG TRỢ CẤP HƯU TRÍ XÃ HỘI"),),
}


def filing(code: str, number: str, procedure: str, unit: str) -> dict[str, Any]:
    """Return the flat record of a dossier that this person files now."""
    home = {
        f"{who}_{name}": value
        for who in ("HKTT", "NOHT")
        for name, value in (HOME | {"MaThon": "", "ChiTiet": "Số 7, tổ 3"}).items()
    }
    return {
        "LoaiDuLieu": "100",
        "MaHoSo": code,
        "TenLinhVuc": "Bảo trợ xã hội",
        "KenhThucHien": "2",
        "LoaiDoiTuong": "1",
        "HinhThucTra": "0",
        "MaTTHC": procedure,
        "TenTTHC": PROCEDURES[procedure],
        **PEOPLE[number],
        "CMND": number,
        "LoaiDinhDanh": "1",
        "SoDinhDanh": number,
        **HOME,
        **home,
        "DonViXuLy": unit,
        "MaDonViXuLy": unit,
        "NoiNopHoSo": "1",
        "StatusId": "1",
        "SubmitedDate": (datetime.now(UTC) + HERE).strftime("%d/%m/%Y %H:%M:%S"),
        "CertificateExtentData": _extent(code, procedure),
    }


def paper(code: str, component: str) -> bytes | None:
    """Return a paper of a dossier as a PDF; None: there is no such paper."""
    titles = {name: title for papers in PAPERS.values() for name, title in papers}
    if component not in titles:
        return None
    lines = ["Giấy tờ nộp kèm hồ sơ bảo trợ xã hội."]
    row = {"title": titles[component], "number": code, "lines": lines}
    return signed_paper({**row, "issuer": "(hư cấu)"}, None, "")


def _extent(code: str, procedure: str) -> str:
    papers = "".join(
        "<TaiLieuNop>"
        f"<TepDinhKemId>{component}</TepDinhKemId>"
        f"<TenTepDinhKem>{escape(title.capitalize())}.pdf</TenTepDinhKem>"
        "<IsDeleted>0</IsDeleted>"
        f"<MaThanhPhanHoSo>{component}</MaThanhPhanHoSo>"
        f"<DuongDanTaiTepTin>{FILES}/{code}/{component}</DuongDanTaiTepTin>"
        "</TaiLieuNop>"
        for component, title in PAPERS[procedure]
    )
    return f"<ExtentData><DanhsachTaiLieuNop>{papers}</DanhsachTaiLieuNop></ExtentData>"
