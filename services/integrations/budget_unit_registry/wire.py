"""The words of the register of budget units (contracts 5.6: a sandbox contract)."""

from typing import Annotated

from pydantic import Field

from services.integrations.lenient import ROWS, Code, Day, Part, Text, Whole

BASE = "apiMSNS"
LIST, DETAILS, COUNTS = (
    f"{BASE}/danhSachHoSo",
    f"{BASE}/chiTietHoSo",
    f"{BASE}/thongKe",
)
DONE, NOBODY = "0", "1"


class Answer(Part):
    """Their yes or no, whatever the HTTP status says."""

    error_code: Code
    message: Text = ""


class Dossier(Part):
    """A row; NguoiLienHe and what else they say is not read."""

    MaHoSo: Text
    LoaiDangKy: Text = ""
    TenDonVi: Text = ""
    MaDVQHNS: Text = ""
    LoaiHinh: Text = ""
    ChuongNS: Text = ""
    DiaBan: Text = ""
    CoQuanChuQuan: Text = ""
    NgayNop: Day = None
    NgayCap: Day = None
    TrangThai: Text = ""


class Dossiers(Answer):
    """A page, or one."""

    total: Whole = None
    result: Annotated[list[Dossier], ROWS] = Field(default_factory=list)


class Count(Part):
    """A line of their statistics."""

    LoaiDangKy: Text = ""
    TrangThai: Text = ""
    SoLuong: Whole = None


class Counts(Answer):
    """Their statistics of a period."""

    result: Annotated[list[Count], ROWS] = Field(default_factory=list)
