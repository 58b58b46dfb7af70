"""The words of the shared contract (SBX-A, contracts 5.12)."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

SAVE, PROGRESS = "dongBoHoSo", "capNhatTienDo"
LIST, DETAIL = "layDanhSachHoSo", "chiTietHoSo"
PAPER, ACKNOWLEDGE = "taiLieu", "xacNhanDaNhan"
DONE, EXISTS, MISSING, BUSY = "0", "1", "-2", "-9"
TAKEN = (DONE, EXISTS)


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _code(value: object) -> str:
    if value is None or isinstance(value, (bool, dict, list)):
        raise ValueError("code")
    return str(value).strip()


# Codes come as "0" from one release and as 0 from another.
Text = Annotated[str, BeforeValidator(_text)]
Code = Annotated[str, BeforeValidator(_code), Field(min_length=1)]


class Saved(BaseModel):
    """Dossiers, or lines of progress. Any: JSON."""

    isUpdating: str = "False"
    data: list[dict[str, Any]]


class Record(BaseModel):
    """What was issued; its fields are the record's own."""

    model_config = ConfigDict(extra="allow")


class Answer(BaseModel):
    """Their yes or no, whatever the HTTP status says; never logged with what it held."""

    model_config = ConfigDict(hide_input_in_errors=True)

    error_code: Code
    message: Text = ""


class Item(Answer):
    """The answer to one dossier among those that were sent."""

    MaHoSo: Text = ""


class Items(Answer):
    """The answer to a call, and to each of its dossiers."""

    result: list[Item] | None = None


class RecordAnswer(Answer):
    """The answer to a record, with the number it has there."""

    MaDongBo: Text = ""
