"""What the civil status registry takes: modules, fields and its error codes."""

import json
import re
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from pydantic import BaseModel, Field

OK = "1"
NAMES = {
    "100": "AUTHEN_ERROR",
    "106": "AGENCY_ID_INCORRECT",
    "108": "PROVINCE_ID_INCORRECT",
    "200": "RECORD_UNCOMPLETE",
    "201": "RECORD_NOT_FOUND",
    "302": "DATA_TYPE_INVALID",
    "500": "DATA_INCORRECT",
}
PERSON = ("HoTen", "NgaySinh")
REQUIRED = {
    "KS": (
        *("nksHoTen", "nksGioiTinh", "nksNgaySinh", "nksNgaySinhBangChu"),
        *("nksQueQuan", "nksDanToc", "nksQuocTich", "nycHoTen", "nycQuanHe"),
    ),
    "KT": ("nktHoTen", "nktGioiTinh", "nktNgayChet", "nktNoiChet", "nycHoTen"),
    "KH": tuple(f"{who}{part}" for who in ("chong", "vo") for part in PERSON),
}
DAYS = ("nksNgaySinh", "nktNgayChet", "chongNgaySinh", "voNgaySinh")
SUBJECT = {"KS": "nksHoTen", "KT": "nktHoTen", "KH": "chongHoTen"}
TITLES = {
    "KS": "GIẤY KHAI SINH",
    "KT": "TRÍCH LỤC KHAI TỬ",
    "KH": "GIẤY CHỨNG NHẬN KẾT HÔN",
}
PAPERS = {"KS": "giayKhaiSinh", "KT": "giayKhaiTu", "KH": "giayKetHon"}


class Refused(Exception):
    """The registry's own no."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(code)
        self.code, self.words = code, words

    def told(self) -> dict[str, str]:
        """Return it as it is answered, with HTTP 200."""
        return {
            "status": "0",
            "statusDescription": NAMES.get(self.code, "ERROR"),
            "errorCode": self.code,
            "errorDescription": self.words,
        }


class Declared(BaseModel):
    """A declaration as it comes by either call."""

    maDonVi: str = Field(pattern=r"^\d{2,12}$")
    module: str = Field(pattern=r"^(LT)?K[STH]$")
    maHoSo: str = ""
    maHoSoLT: str = ""
    maHoSoMCDT: str = ""
    ngayTiepNhan: str = Field(pattern=r"^\d\d/\d\d/\d{4} \d\d:\d\d:\d\d$")
    data: str = Field(max_length=200_000)


def read_declared(raw: bytes, is_interlinked: bool) -> tuple[Declared, dict[str, Any]]:
    """Return a declaration and its fields, or refuse it. Any: JSON."""
    try:
        body = json.loads(raw)
    except ValueError:
        raise Refused("302", "Dữ liệu gửi lên không phải JSON") from None
    if not re.fullmatch(r"\d{2,12}", str(body.get("maDonVi", ""))):
        raise Refused("106", "Mã đơn vị đăng ký không đúng")
    try:
        declared = Declared.model_validate(body)
    except ValueError:
        raise Refused("302", "Thông tin chung của hồ sơ sai kiểu") from None
    number = declared.maHoSoMCDT if is_interlinked else declared.maHoSo
    if not number or declared.module.startswith("LT") != is_interlinked:
        raise Refused("302", "Thiếu mã hồ sơ hoặc sai module")
    fields = _json(declared.data) if is_interlinked else _xml(declared.data)
    _check(declared.module.removeprefix("LT"), fields)
    return declared, fields


def _check(module: str, fields: dict[str, Any]) -> None:
    missing = [name for name in REQUIRED[module] if not fields.get(name)]
    if missing:
        raise Refused("200", f"Hồ sơ chưa đủ thông tin: {', '.join(missing)}")
    for name in DAYS:
        if name in fields and not _is_day(fields[name]):
            raise Refused("500", f"Ngày không hợp lệ: {name}")
    if module == "KT" and fields["nktNgayChet"] < fields.get("nktNgaySinh", ""):
        raise Refused("500", "Ngày chết trước ngày sinh")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _json(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        raise Refused("302", "Tờ khai không phải JSON") from None
    if not isinstance(found, dict):
        raise Refused("302", "Tờ khai sai cấu trúc")
    return found


def _xml(text: str) -> dict[str, Any]:
    try:
        root = ElementTree.fromstring(text)
    except (ParseError, DefusedXmlException):
        raise Refused("302", "Tờ khai không phải XML") from None
    record = root.find("hoso")
    if root.tag != "hotich" or record is None:
        raise Refused("302", "Tờ khai sai cấu trúc")
    return {child.tag: _value(child) for child in record}


def _value(element: Element) -> Any:
    if len(element):
        return {child.tag: _value(child) for child in element}
    return element.text or ""
