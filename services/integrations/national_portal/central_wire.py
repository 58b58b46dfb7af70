"""The words of the newer central interface (contracts 2, C26); paths are the sandbox's."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field

from services.integrations.national_portal.wire import Answer as OlderAnswer
from services.integrations.national_portal.wire import Code, KeptRow, Part, Text

BASE = "api/v1"
TOKEN, UPLOAD = f"{BASE}/token", f"{BASE}/tep-tin"
CREATE, STATUS = f"{BASE}/ho-so", f"{BASE}/ho-so/trang-thai"
PROGRESS, LOOK_UP = f"{BASE}/ho-so/tien-do", f"{BASE}/ho-so/tra-cuu"
DONE = {"0", "200"}
NO_TOKEN = {"401", "403"}
WITH_RESULTS = {"5", "6", "9"}  # with these alone fees and results are taken
ELECTRONIC = "2"  # LoaiBan


class Who(BaseModel):
    """Whom a token is for."""

    client_id: str
    client_secret: str


class Granted(Part):
    """A token and its term in seconds."""

    access_token: str = Field(min_length=1)
    expires_in: float = 300


class Reply(Part):
    """What every answer looks like."""

    code: Code
    message: Text = ""

    @property
    def is_done(self) -> bool:
        """Tell whether they did it."""
        return self.code in DONE

    @property
    def says_exists(self) -> bool:
        """Tell whether they have the dossier already."""
        return self._like_older().says_exists

    def _like_older(self) -> OlderAnswer:
        return OlderAnswer(error_code=self.code, message=self.message)


class TokenReply(Reply):
    """The token."""

    data: Granted | None = None


class Uploaded(Part):
    """A file they keep: created dossiers name it."""

    IdTepTin: Text = Field(min_length=1)
    HashTepTin: Text = ""


class UploadReply(Reply):
    """Where a file is kept."""

    data: Uploaded | None = None


def _rows(value: object) -> object:
    return [] if value is None else value


class KeptReply(Reply):
    """What they have under a code (sandbox contract)."""

    data: Annotated[list[KeptRow], BeforeValidator(_rows)] = Field(default_factory=list)


class Upload(BaseModel):
    """A file as base64."""

    TenTepTin: str
    NoiDung: str


class Attached(BaseModel):
    """A file of a component, uploaded before."""

    IdGiayTo: str
    HashTepTin: str
    TenGiayTo: str
    MaKetQua: str = ""


class Component(BaseModel):
    """A component with its files."""

    MaThanhPhanHoSo: str
    TenThanhPhanHoSo: str
    SoLuong: int
    LoaiBan: str = ELECTRONIC
    GiayToDinhKem: list[Attached]


class Submitter(BaseModel):
    """Who handed it in."""

    HoTen: str
    SoDinhDanh: str
    SoDienThoai: str
    Email: str


class Create(BaseModel):
    """A new dossier."""

    MaHoSo: str
    MaTTHC: str
    MaDichVuCong: str
    ChuHoSo: str
    LoaiDoiTuong: str
    MaDonViTiepNhan: str
    EformThongTinChiTiet: dict[str, Any]  # Any: JSON of a form
    ThanhPhanHoSo: list[Component]
    ThongTinNguoiNop: Submitter


class Status(BaseModel):
    """Where a dossier stands; fees and results with some statuses alone."""

    MaHoSo: str
    TrangThai: str
    ThoiGian: str
    DanhSachLePhi: list[dict[str, Any]] | None = None  # Any: as in HoSo
    DanhSachGiayToKetQua: list[dict[str, Any]] | None = None


class Progress(BaseModel):
    """Lines of progress."""

    data: list[dict[str, Any]]  # Any: TienDo


class Question(BaseModel):
    """Which dossiers: one, or those between two moments."""

    MaHoSo: str = ""
    TuNgay: str = ""
    DenNgay: str = ""
