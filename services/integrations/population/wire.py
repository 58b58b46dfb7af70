"""The words of the population database (CSDLQG về dân cư, contracts 5.11)."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

PATH = "apiCSDLDanCu/1.0/traCuu"  # each gateway publishes it under a name of its own
RECORD, CONFIRM = "001", "037"  # MaTichHop: the record, or only whether it agrees
MATCH, MISMATCH, NOBODY = "1", "0", "2"  # KetQua


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


# Codes come as texts or as numbers, and what is unknown as null.
Text = Annotated[str, BeforeValidator(_text)]
Upto20 = Annotated[str, StringConstraints(max_length=20)]
Upto40 = Annotated[str, StringConstraints(max_length=40)]


class Question(BaseModel):
    """Whom is asked about, by whom and what for: the database keeps it."""

    MaYeuCau: Upto40
    MaDVC: Upto20
    MaTichHop: Upto20
    MaDonVi: Annotated[str, StringConstraints(max_length=35)]
    MaCanBo: Upto20
    SoDinhDanh: str
    SoCMND: str
    HoVaTen: str  # capitals without marks
    NgayThangNamSinh: str  # yyyy-mm-dd


class Part(BaseModel):
    """A part of an answer; it never reaches the log with what it held."""

    model_config = ConfigDict(hide_input_in_errors=True)


class Name(Part):
    """A name in its three parts."""

    Ho: Text = ""
    ChuDem: Text = ""
    Ten: Text = ""


class Birth(Part):
    """The birth date; of some people only the year is known."""

    Nam: Text = ""
    NgayThangNam: Text = ""


class Address(Part):
    """A place; the codes are of the catalogue of territory."""

    MaTinhThanh: Text = ""
    MaQuanHuyen: Text = ""
    MaPhuongXa: Text = ""
    ChiTiet: Text = ""
    QuocGia: Text = ""


class Kin(Part):
    """Somebody named in another person's record."""

    HoVaTen: Name | str | None = None
    SoDinhDanh: Text = ""
    SoCMND: Text = ""


class Person(Part):
    """A record, as far as the portal reads it."""

    SoDinhDanh: Text
    SoCMND: Text = ""
    HoVaTen: Name
    GioiTinh: Text = ""
    DanToc: Text = ""
    QuocTich: Text = ""
    NgayThangNamSinh: Birth = Birth()
    ThuongTru: Address | None = None
    Cha: Kin | None = None
    Me: Kin | None = None
    NguoiDaiDien: Kin | None = None


class People(Part):
    """Who was found: one person, or nobody."""

    CongDan: Person | list[Person] | None = None


class Verdict(Part):
    """Whether what was said agrees, and the fields that differ."""

    KetQua: Text
    TruongSaiLech: list[str] = []


class RecordBody(Part):
    """What an answer about a record holds."""

    CongdanCollection: People


class ConfirmBody(Part):
    """What an answer to a confirmation holds (sandbox contract)."""

    KetQuaXacNhan: Verdict


class RecordEnvelope(Part):
    """The envelope inside the answer."""

    Body: RecordBody


class ConfirmEnvelope(Part):
    """The envelope inside the answer."""

    Body: ConfirmBody


class RecordAnswer(Part):
    """The answer about a record."""

    Envelope: RecordEnvelope


class ConfirmAnswer(Part):
    """The answer to a confirmation."""

    Envelope: ConfirmEnvelope
