"""The words in which a ministry hands dossiers over (SBX-A, contracts 5.12)."""

from datetime import date, datetime
from typing import Annotated

from pydantic import AliasPath, BaseModel, BeforeValidator, Field

from services.core.clock import ZONE
from services.integrations.generic_ministry.wire import Answer, Text
from services.integrations.lenient import DAYS, ROWS, Part

NEW = "1"  # TrangThai: Mới đăng ký
BY_POST = "1"  # HinhThuc
MOMENT = "%Y%m%d%H%M%S"  # yyyyMMddHHmmss, the time here


def _moment(value: object) -> datetime:
    return datetime.strptime(str(value).strip(), MOMENT).replace(tzinfo=ZONE)


def _born(value: object) -> date | None:
    """Return the day; one that cannot be read is asked for at the desk."""
    for form in DAYS:
        try:
            return datetime.strptime(str(value).strip(), form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


Moment = Annotated[datetime, BeforeValidator(_moment)]
Born = Annotated[date | None, BeforeValidator(_born)]


class Wanted(BaseModel):
    """Which dossiers: of a unit and those below it, handed in between two moments."""

    MaDonVi: str
    TuNgay: str
    DenNgay: str
    TrangThai: str = NEW
    Trang: int
    KichThuoc: int


class Row(Part):
    """A line of their list."""

    MaHoSo: Annotated[Text, Field(min_length=1)]
    NgayNopHoSo: Text = ""


class Rows(Answer):
    """A page of their list; `total` counts all pages."""

    total: int = 0
    result: Annotated[list[Row], ROWS] = Field(default_factory=list)


class Named(BaseModel):
    """A question about one dossier."""

    MaHoSo: str


class Paper(Part):
    """A file of a dossier, which is fetched by its id."""

    TepDinhKemId: Annotated[Text, Field(min_length=1)]
    TenTepDinhKem: Text = ""
    MaThanhPhanHoSo: Text = ""
    IsDeleted: Text = "False"


class Whole(Part):
    """HoSo of contracts 2, with what only this contract adds: NgaySinh, DiaChi."""

    MaHoSo: Text
    MaTTHC: Text
    MaDonVi: Text
    ChuHoSo: Annotated[Text, Field(min_length=1)]
    NgayNopHoSo: Moment
    SoGiayToChuHoSo: Text = ""
    SoDinhDanh: Text = Field(
        default="", validation_alias=AliasPath("DinhDanhCHS", "SoDinhDanh")
    )
    NgaySinh: Born = None
    SoDienThoai: Text = ""
    Email: Text = ""
    DiaChi: Text = ""
    TrichYeuHoSo: Text = ""
    HinhThuc: Text = ""
    TaiLieuNop: Annotated[list[Paper], ROWS] = Field(default_factory=list)


class Found(Answer):
    """One dossier, or none."""

    result: Whole | None = None


class Kept(BaseModel):
    """That dossiers are kept here, and as which."""

    MaHoSo: list[str]
    MaHoSoDiaPhuong: str
