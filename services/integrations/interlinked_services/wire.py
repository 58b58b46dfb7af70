"""The words of the interlinked services (DVCLT, contracts 5.1)."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

BASE = "api/lienthongdvclt"
LOGIN, LIST = f"{BASE}/login", f"{BASE}/hosomoi"
ONE, ACKNOWLEDGE = f"{BASE}/hosolienthong", f"{BASE}/xacnhan"
STATUS = f"{BASE}/capnhattrangthai"
# Their answers are told apart by words alone; these are without marks.
TAKEN = ("thanh cong", "da ton tai")
PAST = ("bi tu choi", "khong the cap nhat")  # both: it has ended there
LATER = "chua cap nhat trang thai"
NEVER = "logic xu ly khong hop le"
MOMENT = "%d/%m/%Y %H:%M:%S"  # without an offset: the province's time


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _rows(value: object) -> object:
    if value in (None, ""):
        return []
    return [value] if isinstance(value, dict) else value


# Codes come as texts or as numbers, and what is unknown as null.
Text = Annotated[str, BeforeValidator(_text)]
Moment = Annotated[
    datetime,
    BeforeValidator(lambda text: datetime.strptime(str(text), MOMENT)),  # noqa: DTZ007
]


class Login(BaseModel):
    """Who speaks."""

    userName: str
    password: str


class Part(BaseModel):
    """A part of an answer; it never reaches the log with what it held."""

    model_config = ConfigDict(hide_input_in_errors=True)


class Token(Part):
    """What opens the other calls."""

    token: str = Field(min_length=1)


class Row(Part):
    """A declaration in the list."""

    id: Text
    maDonVi: Text
    maTTHC: Text
    module: Text
    maHoSo: Text
    ngayTiepNhan: Moment
    techId: Text = ""


class Rows(Part):
    """The list of new ones."""

    data: Annotated[list[Row], BeforeValidator(_rows)]


class File(Part):
    """A file of a declaration."""

    loaiGiayTo: Text = ""
    tenTepDinhKem: Text
    duLieuTepDinhKem: Text  # base64


class Detail(Row):
    """A declaration whole."""

    data: Text  # XML <hoTich>…
    nguonNop: Text = ""  # dvcqg, lienthong (sandbox contract)
    fileDinhKem: Annotated[list[File], BeforeValidator(_rows)] = Field(
        default_factory=list
    )


class One(Part):
    """One declaration, or none."""

    data: Detail | None = None


class Status(BaseModel):
    """What happened to a leg."""

    maTTHC: str
    soHoSoLT: str
    coQuanXuLy: str
    maHoSo: str
    trangThai: int
    thoiGianThucHien: str
    ghiChu: str = ""
    ketQuaXuLy: str = ""  # JSON
    nguoiXuLy: str = ""
    chucDanh: str = ""
    phongBanXuLy: str = ""
    noiDungXuLy: str = ""
    ngayBatDau: str = ""
    ngayKetThucTheoQuyDinh: str = ""
    ngayHenTraTruoc: str = ""
    ngayHenTraMoi: str = ""
    hanBoSungHoSo: str = ""


class Answer(Part):
    """Their yes or no, in words."""

    status: Text = ""
    message: Text
