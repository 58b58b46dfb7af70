"""The words of the transport registry (contracts 5.7)."""

from typing import Annotated, Self

from pydantic import BaseModel, Field, model_validator

from services.integrations.lenient import ROWS, Day, Part, Text, Whole

LIST, LOGIN, CALL = "apiGTVT/danhsachhoso", "mapi/login", "mapi/g"
FIND = "TraCuuHoSo"
ALL = "-1"  # Start and End: everything, in one answer
DONE = ("", "0")
NO_SESSION = "401"


class Login(BaseModel):
    """The account of GPLX."""

    username: str
    password: str


class Session(Part):
    """What it gives in return."""

    session: Text = Field(min_length=1)


class Find(BaseModel):
    """One dossier, by its number."""

    session: str
    service: str = FIND
    mahoso: str


class Dossier(Part):
    """A row; SoDienThoai, Email, DiaChi and what else they say is not read."""

    MaHoSo: Text
    TenTTHC: Text = ""
    TenLinhVuc: Text = ""
    TrichYeuHoSo: Text = ""
    KenhThucHien: Text = ""
    DonViXuLy: Text = ""
    ChuHoSo: Text = ""
    NgayGuiHoSo: Day = None
    NgayTiepNhan: Day = None
    NgayHenTra: Day = None
    NgayKetThucXuLy: Day = None
    NgayTra: Day = None
    NgayHuyHoSo: Day = None
    TrangThaiHoSo: Text = ""
    TenTrangThaiHoSo: Text = ""


class Dossiers(Part):
    """What they have; a refusal is a negative number, as a code or as the total."""

    total: Whole = None
    error_code: Text = ""
    data: Annotated[list[Dossier], ROWS] = Field(default_factory=list)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        """Refuse an answer of other names: that is not “nothing found”."""
        if not self.model_fields_set:
            raise ValueError("nothing said")
        return self

    @property
    def refusal(self) -> str:
        """Return the code of a refusal: -300 to -304, or a session that is over."""
        if self.error_code not in DONE:
            return self.error_code
        return str(self.total) if (self.total or 0) < 0 else ""
