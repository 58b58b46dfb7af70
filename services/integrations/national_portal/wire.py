"""The words of the sync with the national portal (contracts 1 B and 2)."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from services.core.text import fold

LOGIN, CALL = "mapi/login", "mapi/g"  # of the VXP adapter; the profile may rename them
SAVE, PROGRESS, LOOK_UP = "DongBoHoSoMC", "CapNhatTienDoHoSoMC", "TraCuuHoSo"
PROCEDURE, PROCEDURES = "LayThuTuc", "LayDanhSachTTHC"
TECHNICAL_ID, PROVIDER = "TraCuuTechID", "wso2is"
MOMENT = "%Y%m%d%H%M%S"  # without an offset: the province's time
DONE = "0"
CHUNK = 10  # progress rows in one call
NO_SESSION = {"401", "-401"}  # their number of it is not published
# Their sentences are told apart without marks: spellings of them differ.
EXISTS = ("da ton tai", "da duoc tiep nhan", "da duoc dong bo")
MISSING = ("khong ton tai", "khong tim thay")
SESSION = ("session", "phien")


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _code(value: object) -> str:
    if value is None or isinstance(value, (bool, dict, list)):
        raise ValueError("code")
    return str(value).strip()


def rows_of(value: object) -> object:
    """Take one row, a list of rows, or nothing at all for a list."""
    if value is None or value == "":
        return []
    return [value] if isinstance(value, dict) else value


# Codes and numbers come as "0" from one release and as 0 from another.
Text = Annotated[str, BeforeValidator(_text)]
Code = Annotated[str, BeforeValidator(_code), Field(min_length=1)]


class Login(BaseModel):
    """Who speaks; the answer is a session."""

    username: str
    password: str


class Call(BaseModel):
    """One service of theirs; its own fields stand beside these."""

    model_config = ConfigDict(extra="allow")

    session: str
    madonvi: str
    service: str


class Part(BaseModel):
    """A part of an answer; it never reaches the log with what it held."""

    model_config = ConfigDict(hide_input_in_errors=True)


class Answer(Part):
    """Their yes or no; “thành công” is zero, whatever the HTTP status says."""

    error_code: Code
    message: Text = ""

    @property
    def is_done(self) -> bool:
        """Tell whether they did it."""
        return self.error_code == DONE

    @property
    def says_exists(self) -> bool:
        """Tell whether they have the dossier already."""
        return _says(self.message, EXISTS)

    @property
    def says_missing(self) -> bool:
        """Tell whether they do not know the dossier."""
        return _says(self.message, MISSING)

    @property
    def wants_session(self) -> bool:
        """Tell whether the session has ended."""
        is_named = self.error_code in NO_SESSION
        return is_named or (not self.is_done and _says(self.message, SESSION))


class LoginAnswer(Part):
    """A session, or why there is none."""

    error_code: Code
    session: Text = ""


class Fee(Part):
    """A line of a dossier's fees."""

    Gia: float = 0


class KeptRow(Part):
    """A dossier as they keep it; of all its fields, those that are compared."""

    MaHoSo: Text
    TrangThaiHoSo: int = Field(ge=1, le=10)
    ChuHoSo: Text = ""
    SoGiayToChuHoSo: Text = ""
    DanhSachLePhi: list[Fee] | None = None
    DanhSachGiayToKetQua: list[dict[str, Any]] | None = None  # Any: not read


class KeptRows(Answer):
    """What they have; nothing is an empty list, or null."""

    result: Annotated[list[KeptRow], BeforeValidator(rows_of)] = Field(
        default_factory=list
    )


class Person(Part):
    """A person of their sign-in."""

    TECHNICALID: Text = ""


class People(Answer):
    """Who it is."""

    result: Annotated[list[Person], BeforeValidator(rows_of)] = Field(
        default_factory=list
    )


class Money(Part):
    """A fee of a way."""

    MAPHILEPHI: Text = ""
    SOTIEN: Text = ""
    MOTA: Text = ""


class Term(Part):
    """A time limit with its fees."""

    PHILEPHI: list[Money] = Field(default_factory=list)


class Channel(Part):
    """A way to hand in."""

    KENH: Text = ""
    THOIGIAN: list[Term] = Field(default_factory=list)


class Paper(Part):
    """A paper of the list."""

    MAGIAYTO: Text = ""
    TENGIAYTO: Text = ""


class Papers(Part):
    """The papers of a case."""

    GIAYTO: list[Paper] = Field(default_factory=list)


class Result(Part):
    """A result of the procedure."""

    MAKETQUA: Text = ""
    TENKETQUA: Text = ""


class SectorNamed(Part):
    """A field of administration."""

    TENLINHVUC: Text = ""


class ProcedureRow(Part):
    """A procedure; their catalogues are written in capitals."""

    MATTHC: Text
    TENTTHC: Text = ""
    MACOQUANCONGBO: Text = ""
    TRANGTHAI: Text = ""
    LINHVUCTHUCHIEN: list[SectorNamed] = Field(default_factory=list)
    CACHTHUCTHUCHIEN: list[Channel] = Field(default_factory=list)
    THANHPHANHOSO: list[Papers] = Field(default_factory=list)
    KETQUATHUCHIEN: list[Result] = Field(default_factory=list)


class Procedures(Answer):
    """The catalogue, or one line of it."""

    result: Annotated[list[ProcedureRow], BeforeValidator(rows_of)] = Field(
        default_factory=list
    )


def _says(words: str, any_of: tuple[str, ...]) -> bool:
    said = fold(words)
    return any(one in said for one in any_of)
