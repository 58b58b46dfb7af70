"""The words of the social assistance registry (BTXH, contracts 5.3)."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from services.core.text import fold
from services.integrations.lenient import ROWS, Day, Part, Text

# LayHoSo is the sandbox's name: no public client shows how the list is asked for.
SAVE, PROGRESS, PULL = "DongBoDVC", "XuLyHoSo", "LayHoSo"
DONE, BUSY = "0", "-9"
EXISTS = ("da ton tai", "da duoc tiep nhan")  # without its marks
DOSSIERS = "100"  # LoaiDuLieu
MOMENT = "%d/%m/%Y %H:%M:%S"  # without an offset: the province's time
EXTENT, EXTENT_ROOT = "CertificateExtentData", "ExtentData"
PAPERS, PAPER = "DanhSachTaiLieuNop", "TaiLieuNop"
RESULTS, RESULT = "DanhSachGiayToKetQua", "GiayToKetQua"


def _code(value: object) -> str:
    if value is None or isinstance(value, (bool, dict, list)):
        raise ValueError("code")
    return str(value).strip()


def _moment(value: object) -> datetime:
    return datetime.strptime(str(value).strip(), MOMENT)  # noqa: DTZ007


# "0" in one call of theirs, 0 in another.
Code = Annotated[str, BeforeValidator(_code), Field(min_length=1)]
Moment = Annotated[datetime, BeforeValidator(_moment)]


class AnyCase(Part):
    """MaHoSo when they are told, maHoSo when they answer: both are read."""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, said: Any) -> Any:  # JSON
        if not isinstance(said, dict):
            return said
        names = {name.lower(): name for name in cls.model_fields}
        return {names.get(str(key).lower(), key): value for key, value in said.items()}


class Sent(BaseModel):
    """A dossier or a line of progress in their names, and the key they agreed upon."""

    model_config = ConfigDict(extra="allow")

    AcceptKey: str


class Asked(BaseModel):
    """Which dossiers are asked for; empty levels of a place mean all of it."""

    AcceptKey: str
    LoaiDuLieu: str = DOSSIERS
    MaTinh: str
    MaHuyen: str = ""
    MaXa: str = ""
    ThoiGianBatDau: str
    ThoiGianKetThuc: str


class Answer(AnyCase):
    """Their yes or no, whatever the HTTP status says; some answers are wrapped."""

    error_code: Code
    message: Text = ""

    @model_validator(mode="before")
    @classmethod
    def _unwrapped(cls, said: Any) -> Any:  # JSON
        inner = said.get("result") if isinstance(said, dict) else None
        return inner if isinstance(inner, dict) else said

    @property
    def is_taken(self) -> bool:
        """Tell whether they have it, now or from before."""
        words = fold(self.message)
        return self.error_code == DONE or any(one in words for one in EXISTS)


class Row(AnyCase):
    """A dossier that was filed there."""

    MaHoSo: Text
    MaTTHC: Text
    TenTTHC: Text = ""
    MaDonViXuLy: Text = ""  # the code of our unit (sandbox contract)
    MaHoSoTiepNhan: Text = ""  # our code of it, once they know (sandbox contract)
    SubmitedDate: Moment
    HinhThucTra: Text = ""
    HoVaTen: Text
    NgayThangNamSinh: Day = None
    GioiTinhId: Text = ""
    DanTocId: Text = ""
    CMND: Text = ""
    SoDinhDanh: Text = ""
    HKTT_MaXa: Text = ""
    HKTT_ChiTiet: Text = ""
    NOHT_MaXa: Text = ""
    NOHT_ChiTiet: Text = ""
    SoDienThoai: Text = ""
    Email: Text = ""
    SoTaiKhoan: Text = ""
    NganHang: Text = ""
    CertificateExtentData: Text = ""  # XML


class Rows(Answer):
    """What was filed in the time that was asked about."""

    # Row by row in the adapter: one that cannot be read holds no other back.
    data: Annotated[list[dict[str, Any]], ROWS] = Field(default_factory=list)


class Paper(AnyCase):
    """A file of it, by its address."""

    TenTepDinhKem: Text = ""
    IsDeleted: Text = ""
    MaThanhPhanHoSo: Text = ""
    DuongDanTaiTepTin: Text = ""
