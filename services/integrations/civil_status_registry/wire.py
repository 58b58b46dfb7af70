"""The words of the civil status registry (contracts 5.2, lower camel case)."""

import json
from datetime import date, datetime
from typing import Annotated

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field

from services.core.text import fold
from services.integrations.lenient import Code

BASE = "apiHoTichTuPhap/1.0"
DECLARE, RESULTS, STATE = (
    f"{BASE}/dangKyHoTich",
    f"{BASE}/layKetQua",
    f"{BASE}/traTrangThaiHoSo",
)
DECLARE_INTERLINKED = "apiLienThongKSKT/1.0/nhanHoSoDKHT"
DONE = "1"
NOTHING = ("", "0")  # an errorCode that tells of no error
NOT_FOUND = "201"  # RECORD_NOT_FOUND
EXISTS = ("da duoc tiep nhan", "da ton tai")  # without its marks
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%Y %H:%M:%S")  # all of them occur


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _errors(value: object) -> str:
    """Put a list of faults, or one, into a line."""
    if isinstance(value, list):
        return "; ".join(_errors(one) for one in value if one)
    if isinstance(value, dict):
        return " ".join(_text(one) for one in value.values() if one)
    return _text(value)


def _object(value: object) -> object:
    """Take an object, the same as a JSON text, or nothing."""
    if isinstance(value, str):
        return json.loads(value) if value.strip() else {}
    return {} if value is None else value


def _rows(value: object) -> object:
    if value in (None, ""):
        return []
    return [value] if isinstance(value, dict) else value


def _day(value: object) -> date | None:
    said = _text(value)
    if not said:
        return None
    for form in DAYS:
        try:
            return datetime.strptime(said, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise ValueError("day")


# Codes come as "1" from one release and as 1 from another.
Text = Annotated[str, BeforeValidator(_text)]
Words = Annotated[str, BeforeValidator(_errors)]
Day = Annotated[date | None, BeforeValidator(_day)]


class Declared(BaseModel):
    """A declaration of their own module: KS, KT or KH."""

    maDonVi: str
    module: str
    maHoSo: str
    ngayTiepNhan: str
    data: str  # XML


class DeclaredInterlinked(BaseModel):
    """A declaration that came with a bundle: LTKS, LTKT, LTKH."""

    maDonVi: str
    module: str
    maHoSoLT: str
    maHoSoMCDT: str
    ngayTiepNhan: str
    data: str  # JSON
    fileDinhKem: list[dict[str, str]] = Field(default_factory=list)


class AskedResults(BaseModel):
    """Which dossiers are asked about."""

    maDinhDanhHoSo: list[str]
    maTinh: str
    module: str


class AskedState(BaseModel):
    """Which dossier is asked about."""

    maDonVi: str
    maHoSo: str


class Part(BaseModel):
    """A part of an answer; it never reaches the log with what it held."""

    model_config = ConfigDict(hide_input_in_errors=True)


class Answer(Part):
    """Their yes or no, whatever the HTTP status says."""

    status: Code
    statusDescription: Text = ""
    errorCode: Text = ""
    errorDescription: Words = ""

    @property
    def words(self) -> str:
        """Return what they say, the fault first."""
        return self.errorDescription or self.statusDescription

    @property
    def is_done(self) -> bool:
        """Tell whether they took it, now or before."""
        is_clean = self.errorCode in NOTHING
        return (self.status == DONE and is_clean) or self.says_exists

    @property
    def says_exists(self) -> bool:
        """Tell whether they have it already."""
        said = f"{self.errorDescription} {self.statusDescription}"
        return any(one in fold(said) for one in EXISTS)


class Outcome(Part):
    """What was written into the register."""

    giayTo: Text = Field(
        default="",
        validation_alias=AliasChoices("giayKhaiSinh", "giayKhaiTu", "giayKetHon"),
    )
    soDangKy: Text = ""
    quyenSo: Text = ""
    trangSo: Text = ""
    soDinhDanh: Text = ""
    ngayDangKy: Day = None


class Row(Part):
    """What became of one dossier."""

    maHoSoMCDT: Text = ""
    maHoSo: Text = ""
    trangThai: Text
    ghiChu: Text = ""
    noiDungXuLy: Text = ""
    nguoiXuLy: Text = ""
    hanBoSungHoSo: Day = None
    errors: Words = ""
    ketQuaXuLy: Annotated[Outcome, BeforeValidator(_object)] = Field(
        default_factory=Outcome
    )


class Results(Answer):
    """What became of the dossiers they know."""

    value: Annotated[list[Row], BeforeValidator(_rows)] = Field(default_factory=list)


class State(Answer):
    """Where one dossier stands."""

    value: Annotated[list[Row], BeforeValidator(_rows)] = Field(default_factory=list)
