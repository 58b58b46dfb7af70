"""One reader per kind of field: a JSON value, or the one fault to tell (R11)."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from services.core.readers import (
    Fault,
    Unreadable,
    read_birth_date,
    read_citizen_id,
    read_date,
    read_email,
    read_money,
    read_name,
    read_note,
    read_phone,
    read_tax_code,
)
from services.core.text import clean, fold
from services.eforms.catalogues import catalogue
from services.eforms.definition import FieldKind, FormField
from services.eforms.problems import FormProblem

LARGEST_NUMBER = 999_999_999_999
LONGEST_NUMBER = 40
TIME = re.compile(r"([01]?\d|2[0-3])\s*(?:[:.]|h|gio)\s*([0-5]?\d)?(?:\s*phut)?")
WHOLE = re.compile(r"-?\d{1,12}|-?[1-9]\d{0,2}(\.\d{3})+")
# A comma is the decimal sign; one dot not before three digits is taken for it too.
BROKEN = re.compile(r"(-?(?:\d{1,12}|[1-9]\d{0,2}(?:\.\d{3})+))(?:,(\d{1,4}))?")
DOTTED = re.compile(r"(-?\d{1,12})\.(\d{1,2}|\d{4})")
PASSPORT = re.compile(r"[A-Z]{1,2}\d{6,8}")


class Refused(ValueError):
    """An answer that cannot be taken; the key of its sentence."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def read_field(field: FormField, text: str, today: date) -> Any:
    """Return the value of an answer that is not empty; addresses are not read here.

    Any: JSON. Raises Refused with the key of a sentence.
    """
    try:
        value = _READERS[field.kind](field, text, today)
    except Unreadable as fault:
        raise Refused(str(fault.key)) from None
    _check_limits(field, value)
    return value


def read_paper_number(text: str) -> str:
    """Read a personal number, a former one, a tax code, or a passport (F5, F6)."""
    try:
        return read_citizen_id(text)
    except Unreadable as fault:
        bare = re.sub(r"[ .\-]", "", clean(text[:40])).upper()
        if PASSPORT.fullmatch(bare):
            return bare
        if fault.key is not Fault.CITIZEN_ID_LENGTH:
            raise
        try:
            return read_tax_code(text)
        except Unreadable:
            raise fault from None


def read_time(text: str) -> str:
    """Read a time of day: 15:37, 15h37, 15.37 or 15 gio 37."""
    found = TIME.fullmatch(fold(text[:30]))
    if found is None:
        raise Refused(FormProblem.TIME_FORMAT)
    return f"{int(found[1]):02d}:{int(found[2] or 0):02d}"


def read_whole(text: str) -> int:
    """Read a whole number, with or without dots between thousands."""
    found = WHOLE.fullmatch(_plain_number(text))
    if found is None:
        raise Refused(FormProblem.NUMBER_FORMAT)
    return int(found[0].replace(".", ""))


def read_decimal(text: str) -> str:
    """Read a number with a decimal comma; it is kept exactly, as text."""
    plain = _plain_number(text)
    found = DOTTED.fullmatch(plain) or BROKEN.fullmatch(plain)
    if found is None:
        raise Refused(FormProblem.NUMBER_FORMAT)
    whole = found[1].replace(".", "")
    number = Decimal(f"{whole}.{found[2] or '0'}").normalize()
    return f"{number + 0:f}"


def _plain_number(text: str) -> str:
    plain = fold(text[: LONGEST_NUMBER + 1]).replace(" ", "").replace("\u2212", "-")
    if len(text) > LONGEST_NUMBER or not plain.isascii():
        raise Refused(FormProblem.NUMBER_FORMAT)
    return plain


def _check_limits(field: FormField, value: Any) -> None:
    kinds = (FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.MONEY)
    if field.kind not in kinds:
        return
    number = Decimal(value)
    # Nothing an office asks for is below zero unless the form says so.
    if number < (field.least if field.least is not None else 0):
        raise Refused(FormProblem.NUMBER_SMALL)
    if number > (field.most if field.most is not None else LARGEST_NUMBER):
        raise Refused(FormProblem.NUMBER_LARGE)


def _read_line(field: FormField, text: str, today: date) -> str:
    return read_note(clean(text), field.shortest, field.longest)


def _read_area(field: FormField, text: str, today: date) -> str:
    return read_note(text, field.shortest, field.longest)


def _read_day(field: FormField, text: str, today: date) -> str:
    if field.kind is FieldKind.BIRTH_DATE:
        return read_birth_date(text, today).isoformat()
    if field.kind is FieldKind.DATE:
        return read_date(text).isoformat()
    day = read_date(text, latest=today)
    if day > today:
        raise Unreadable(Fault.DATE_FUTURE)
    return day.isoformat()


def _read_choice(field: FormField, text: str, today: date) -> str:
    if text not in dict(field.options):
        raise Refused(FormProblem.OPTION_UNKNOWN)
    return text


def _read_ticks(field: FormField, text: str, today: date) -> list[str]:
    chosen = {part.strip() for part in text.split(",")} - {""}
    if not chosen:
        raise Refused(FormProblem.OPTION_MISSING)
    if chosen - dict(field.options).keys():
        raise Refused(FormProblem.OPTION_UNKNOWN)
    return [value for value, _ in field.options if value in chosen]


def _read_tick(field: FormField, text: str, today: date) -> bool:
    if text != "yes":
        raise Refused(FormProblem.OPTION_UNKNOWN)
    return True


def _read_catalogue(field: FormField, text: str, today: date) -> str:
    if text not in catalogue(field.catalogue):
        raise Refused(FormProblem.OPTION_UNKNOWN)
    return text


def _plain(read: Callable[[str], Any]) -> "Reader":
    return lambda field, text, today: read(text)


Reader = Callable[[FormField, str, date], Any]  # Any: JSON
_READERS: dict[FieldKind, Reader] = {
    FieldKind.TEXT: _read_line,
    FieldKind.AREA: _read_area,
    FieldKind.NAME: _plain(read_name),
    FieldKind.DATE: _read_day,
    FieldKind.PAST_DATE: _read_day,
    FieldKind.BIRTH_DATE: _read_day,
    FieldKind.TIME: _plain(read_time),
    FieldKind.INTEGER: _plain(read_whole),
    FieldKind.DECIMAL: _plain(read_decimal),
    FieldKind.MONEY: _plain(lambda text: int(read_money(text))),
    FieldKind.CHOICE: _read_choice,
    FieldKind.TICKS: _read_ticks,
    FieldKind.TICK: _read_tick,
    FieldKind.CATALOGUE: _read_catalogue,
    FieldKind.PHONE: _plain(read_phone),
    FieldKind.EMAIL: _plain(read_email),
    FieldKind.CITIZEN_ID: _plain(lambda text: str(read_citizen_id(text))),
    FieldKind.PAPER_NUMBER: _plain(read_paper_number),
    FieldKind.TAX_CODE: _plain(read_tax_code),
}
