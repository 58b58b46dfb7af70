"""Reads what systems write loosely: codes as numbers, empty days, nothing for nothing."""

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

# Every dialect of contracts 0 that says a day in words of the calendar.
DAYS = (
    "%d/%m/%Y",
    "%Y-%m-%d",
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S",
    "%Y%m%d%H%M%S",
)


class Part(BaseModel):
    """A part of an answer; it never reaches the log with what it held."""

    model_config = ConfigDict(hide_input_in_errors=True)


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _code(value: object) -> str:
    if value is None or isinstance(value, (bool, dict, list)):
        raise ValueError("code")
    return str(value).strip()


def _rows(value: object) -> object:
    if value is None or value == "":
        return []
    return [value] if isinstance(value, dict) else value


def _day(value: object) -> date | None:
    said = _text(value).split(".", maxsplit=1)[0]  # a fraction of a second says nothing
    if not said:
        return None
    for form in DAYS:
        try:
            return datetime.strptime(said, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise ValueError("day")


def _whole(value: object) -> int | None:
    """Read 1500000000, “1500000000” and 1500000000.0 alike."""
    said = _text(value)
    return int(float(said)) if said else None


Text = Annotated[str, BeforeValidator(_text)]
# A verdict: "0" from one release, 0 from another; without one there is no answer.
Code = Annotated[str, BeforeValidator(_code), Field(min_length=1)]
Day = Annotated[date | None, BeforeValidator(_day)]
Whole = Annotated[int | None, BeforeValidator(_whole)]
ROWS = BeforeValidator(_rows)  # of a list: nothing, one, or several
