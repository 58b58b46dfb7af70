"""What the social assistance registry takes: fields, procedures, and the way of states."""

import re
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

DONE, EXISTS = "0", "1"
BAD, MISSING, NOT_OURS, NO_KEY, ORDER = "-1", "-2", "-3", "-4", "-5"
PROCEDURES = {
    "1.001776": "Trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng",
    "1.001699": "Xác định mức độ khuyết tật và cấp Giấy xác nhận khuyết tật",
    "1.014027": "Trợ cấp hưu trí xã hội hằng tháng",
    "1.014028": "Hỗ trợ chi phí mai táng đối với đối tượng hưởng trợ cấp hưu trí xã hội",
    "2.000751": "Trợ giúp xã hội đột xuất",
}
STATUSES = {
    "1": "Mới đăng ký",
    "2": "Được tiếp nhận",
    "3": "Không được tiếp nhận",
    "4": "Đang xử lý",
    "5": "Yêu cầu bổ sung giấy tờ",
    "6": "Yêu cầu thực hiện nghĩa vụ tài chính",
    "7": "Công dân yêu cầu rút hồ sơ",
    "8": "Dừng xử lý",
    "9": "Đã xử lý xong",
    "10": "Đã trả kết quả",
}
ENDS = ("3", "7", "8", "10")
PLACE = {"1": 1, "2": 2, "4": 3, "5": 3, "6": 3, "9": 4}  # on the way to an end
# What was asked for before reception comes back to reception.
BACK = {("5", "1"), ("6", "1"), ("6", "2")}
CODE = re.compile(
    r"(\d{3}(\.\d{2}){2}\.[HG]\d{2}|[HG]\d{2}(\.\d{1,3}){0,3}|BTXH)-\d{6}-\d{4,}"
)
MOMENT = re.compile(r"\d{2}/\d{2}/\d{4} \d{2}:\d{2}:\d{2}")
DAY = re.compile(r"(\d{2}/\d{2}/)?\d{4}")
NEEDED = (
    *("MaHoSo", "MaTTHC", "HoVaTen", "KenhThucHien", "DonViXuLy", "StatusId"),
    *("SubmitedDate", "CertificateExtentData"),
)
NEEDED_OF_PROGRESS = (
    *("MaHoSo", "TaiKhoanXuLy", "NguoiXuLy", "ThoiDiemXuLy", "DonViXuLy"),
    *("NoiDungXuLy", "StatusId"),
)
MOMENTS = (
    *("SubmitedDate", "NgayTiepNhan", "ThoiDiemXuLy", "NgayBatDau"),
    "NgayKetThucTheoQuyDinh",
)
DAYS = ("NgayThangNamSinh", "NgayBanHanh", "CMND_NgayCap")

Row = dict[str, Any]  # JSON
Verdict = tuple[str, str]  # error_code, message


def fault_of(row: Row) -> Verdict | None:
    """Return what is wrong with a dossier as it stands by itself."""
    if fault := _shape(row, NEEDED):
        return fault
    if str(row.get("LoaiDuLieu")) != "100":
        return BAD, "Trường LoaiDuLieu không đúng"
    if not CODE.fullmatch(str(row["MaHoSo"])):
        return BAD, "Mã hồ sơ sai quy cách"
    if str(row["MaTTHC"]) not in PROCEDURES:
        return NOT_OURS, "Thủ tục không thuộc lĩnh vực bảo trợ xã hội"
    if not _is_extent(str(row["CertificateExtentData"])):
        return BAD, "Trường CertificateExtentData không phải XML theo mẫu"
    return None


def fault_of_progress(row: Row) -> Verdict | None:
    """Return what is wrong with a line as it stands by itself."""
    return _shape(row, NEEDED_OF_PROGRESS)


def leads_back(before: str, after: str) -> bool:
    """Tell whether a state cannot follow the one before."""
    if before == after:
        return False
    if before in ENDS:
        return True
    if after in ENDS or (before, after) in BACK:
        return False
    return PLACE[after] < PLACE[before]


def _shape(row: Row, needed: tuple[str, ...]) -> Verdict | None:
    for name in needed:
        if row.get(name) in (None, ""):
            return BAD, f"Thiếu trường {name}"
    for name, form in [(m, MOMENT) for m in MOMENTS] + [(d, DAY) for d in DAYS]:
        if row.get(name) and not form.fullmatch(str(row[name])):
            return BAD, f"Trường {name} sai định dạng ngày"
    if str(row["StatusId"]) not in STATUSES:
        return BAD, "Trường StatusId không có trong danh mục"
    return None


def _is_extent(text: str) -> bool:
    try:
        root = ElementTree.fromstring(text)
    except (ParseError, DefusedXmlException, ValueError):
        return False
    groups = {group.tag.lower() for group in root}
    return root.tag == "ExtentData" and groups <= {
        "danhsachtailieunop",
        "danhsachgiaytoketqua",
    }
