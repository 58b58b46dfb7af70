"""The words of the national store of documents (Kho DMQG, contracts 2)."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

FIND = "apiKhoDMQG/1.0/traCuuGiayTo"  # each gateway publishes it under its own name
FETCH = "apiKhoDMQG/1.0/layTepTin"
CHANNEL = "1"  # KenhThucHien: online
ANSWERED, NOT_THERE = "0", "404"


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


# Codes come as texts or as numbers, and what is unknown as null.
Text = Annotated[str, BeforeValidator(_text)]


class Wanted(BaseModel):
    """One kind of paper asked for."""

    MaKetQua: str
    SoKyHieu: str


class Question(BaseModel):
    """Whose papers, asked by whom and what for: the store keeps it."""

    SoDinhDanhChuSoHuu: str
    HoTenNguoiYeuCau: str
    KenhThucHien: str
    SoDinhDanhNguoiYeuCau: str
    MaThuTuc: str
    DanhSachDanhMucKetQua: list[Wanted]


class FileQuestion(BaseModel):
    """Where a file lies, as the first answer said."""

    CoQuanChuQuan: str
    DuongDan: str


class Part(BaseModel):
    """A part of an answer; it never reaches the log with what it held."""

    model_config = ConfigDict(hide_input_in_errors=True)


class Attached(Part):
    """One file of a paper."""

    TenTep: Text = ""
    DuongDan: Text


class Paper(Part):
    """One paper."""

    MaKetQua: Text
    TenGiayTo: Text
    SoKyHieu: Text = ""
    CoQuanChuQuan: Text
    DanhSachTepDinhKem: list[Attached] = Field(default_factory=list)


class Papers(Part):
    """The papers found."""

    DanhSachGiayToKetQua: list[Paper] = Field(default_factory=list)


class Answer(Part):
    """Any code but "0" means that nothing was looked up."""

    errorCode: Text
    message: Text = ""
    signature: Text = ""
    result: Papers | None = None


class FileAnswer(Part):
    """The file as base64."""

    errorCode: Text
    message: Text = ""
    result: Text = ""
