"""The words of OpenID Connect, and the claims of the national portal (contracts 3)."""

import re
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, RootModel

from services.core.text import clean, reject_reason


def _text(value: object) -> str:
    """Return a claim as text: numbers and strings both occur, and so does null."""
    if value is None:
        return ""
    is_said = isinstance(value, str | int) and not isinstance(value, bool)
    text = clean(str(value)) if is_said else "\0"
    if reject_reason(text):
        raise ValueError("no text that a field takes")
    return text


def _level(value: object) -> int:
    """Read "LoA2", "2", 2 or a list of them; what is not said counts as level 1."""
    said = value if isinstance(value, list) else [value]
    levels = [int(found) for one in said for found in re.findall("[0-9]", str(one))]
    return 2 if any(level >= 2 for level in levels) else 1


def _day(value: object) -> date | None:
    """Read yyyyMMdd; a year alone, or a day that never was, is not said."""
    try:
        return datetime.strptime(str(value)[:8], "%Y%m%d").date()  # noqa: DTZ007
    except ValueError:
        return None


Text = Annotated[str, BeforeValidator(_text), Field(max_length=500)]
Level = Annotated[int, BeforeValidator(_level)]
Day = Annotated[date | None, BeforeValidator(_day)]


class Message(BaseModel):
    """Whatever a provider says; a fault never repeats it."""

    model_config = ConfigDict(hide_input_in_errors=True, frozen=True)


class Discovery(Message):
    """Where a provider does what, as it says itself."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    userinfo_endpoint: str
    jwks_uri: str
    end_session_endpoint: str = ""


class Keys(Message):
    """The public halves of the keys it signs with."""

    keys: list[dict[str, Any]]


class Tokens(Message):
    """What a code is exchanged for, or why not."""

    access_token: str = ""
    id_token: str = ""
    error: str = ""


class UserInfo(RootModel[dict[str, Any]]):
    """What a provider tells of a person, before it is read as claims."""

    model_config = ConfigDict(hide_input_in_errors=True)


class Claims(Message):
    """The claims that mean something here; who is not named here is not read."""

    sub: Text
    TechID: Text = ""
    LoaiTaiKhoan: Text = ""
    SoCMND: Text = ""
    SoDinhDanh: Text = ""
    HoVaTen: Text = ""
    NgayThangNamSinh: Day = None
    GioiTinh: Text = ""
    SoDienThoai: Text = ""
    ThuDienTu: Text = ""
    MaSoThue: Text = ""
    MaSoDoanhNghiep: Text = ""
    TenDoanhNghiep: Text = ""
    NguoiDaiDien: Text = ""
    DiaChi: Text = ""
    ThuongTru: Text = ""
    NoiOHienNay: Text = ""
    HoChieu: Text = ""
    QuocTich: Text = ""
    loAs: Level = 1
    loginIdp: Text = ""
