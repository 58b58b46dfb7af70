"""A filled-in form as labels and texts: for the review, the officer, the paper."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from services.core.money import format_money
from services.eforms.catalogues import catalogue
from services.eforms.conditions import Asked, asked_fields, asked_groups, group_key
from services.eforms.definition import (
    PREFIX,
    EformDefinition,
    FieldKind,
    FormField,
    FormGroup,
)

Values = Mapping[str, Any]  # Any: JSON, as check_answers returns it
DATES = (FieldKind.DATE, FieldKind.PAST_DATE, FieldKind.BIRTH_DATE)


@dataclass(frozen=True)
class Line:
    """One answer in words; without a text it was not given."""

    code: str  # of the field
    key: str  # of the answer, which is also the name of its input
    label: str
    text: str
    is_wide: bool


@dataclass(frozen=True)
class LineRow:
    """The lines of a group, or of one row of a repeated group, which has a title."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class FormLines:
    """A group with its rows; only a repeated group can have none."""

    code: str
    title: str
    is_office: bool
    is_repeated: bool
    rows: tuple[LineRow, ...]


def form_lines(
    definition: EformDefinition, values: Values, is_office: bool = False
) -> tuple[FormLines, ...]:
    """Return what was asked and answered, group by group.

    `values` are those of check_answers: by code of field, the rows of a repeated
    group as a list under its code. What was not asked is left out.
    """
    answers = answers_of(definition, values)
    asked = asked_fields(definition, answers, is_office)
    return tuple(
        FormLines(
            code=group.code,
            title=group.title,
            is_office=group.is_office,
            is_repeated=group.repeat is not None,
            rows=_rows(group, [one for one in asked if one.group is group], values),
        )
        for group in asked_groups(definition, answers, is_office)
    )


def answers_of(definition: EformDefinition, values: Values) -> dict[str, str]:
    """Return values as answers again, as far as conditions ask for them."""
    answers: dict[str, str] = {}
    for group in definition.group:
        if group.repeat is None:
            rows = [("", values)]
        else:
            found = values.get(group.code) or []
            rows = [(str(number + 1), row) for number, row in enumerate(found)]
            answers[group_key(group)] = ",".join(number for number, _ in rows)
        for row, held in rows:
            for one in group.field:
                key = f"{PREFIX}{group.code}.{row}." if row else PREFIX
                answers[key + one.code] = _as_answer(held.get(one.code))
    return answers


def say_value(field: FormField, value: Any) -> str:
    """Return a value in words; nothing for a value that was not given."""
    # Any: JSON.
    if value is None or value is False or value in ("", []):  # 0 is an answer
        return ""
    said = _SAYERS.get(field.kind, _plain)(field, value)
    is_money = field.kind is FieldKind.MONEY or field.unit in _words()["money"]
    return f"{said} {field.unit}" if field.unit and not is_money else said


def row_title(group: FormGroup, number: int) -> str:
    """Return the name of a row: its noun and its place."""
    assert group.repeat is not None
    return str(_words()["row"]).format(noun=group.repeat.noun, number=number)


def _rows(
    group: FormGroup, asked: Sequence[Asked], values: Values
) -> tuple[LineRow, ...]:
    if group.repeat is None:
        return (LineRow("", tuple(_line(one, values) for one in asked)),)
    rows: list[LineRow] = []
    for place, held in enumerate(values.get(group.code) or []):
        of_row = [one for one in asked if one.row == str(place + 1)]
        lines = tuple(_line(one, held) for one in of_row)
        title = row_title(group, place + 1)
        rows.append(LineRow(title[:1].upper() + title[1:], lines))
    return tuple(rows)


def _line(one: Asked, held: Values) -> Line:
    field = one.field
    return Line(
        code=field.code,
        key=one.key,
        label=field.label,
        text=say_value(field, held.get(field.code)),
        is_wide=field.is_wide,
    )


def _as_answer(value: Any) -> str:
    # Any: JSON.
    if value is True:
        return "yes"
    if isinstance(value, list):
        return ",".join(map(str, value))
    return str(value) if isinstance(value, str) else ""


def _plain(field: FormField, value: Any) -> str:
    return str(value)


def _say_date(field: FormField, value: Any) -> str:
    return f"{date.fromisoformat(value):%d/%m/%Y}"


def _say_number(field: FormField, value: Any) -> str:
    return str(value).replace(".", ",")


def _say_sum(field: FormField, value: Any) -> str:
    if isinstance(value, int) and field.unit in _words()["money"]:
        return format_money(value)
    return _say_number(field, value)


def _say_choice(field: FormField, value: Any) -> str:
    return dict(field.options).get(value, str(value))


def _say_ticks(field: FormField, value: Any) -> str:
    return "; ".join(_say_choice(field, one) for one in value)


def _say_catalogue(field: FormField, value: Any) -> str:
    return catalogue(field.catalogue).get(value, str(value))


def _say_address(field: FormField, value: Any) -> str:
    return str(value["text"])


@cache
def _words() -> dict[str, Any]:
    path = Path(__file__).with_name("form_words.toml")
    words: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    return words


_SAYERS = dict.fromkeys(DATES, _say_date) | {
    FieldKind.DECIMAL: _say_number,
    FieldKind.MONEY: lambda field, value: format_money(value),
    FieldKind.SUM: _say_sum,
    FieldKind.CHOICE: _say_choice,
    FieldKind.TICKS: _say_ticks,
    FieldKind.TICK: lambda field, value: _words()["yes"],
    FieldKind.CATALOGUE: _say_catalogue,
    FieldKind.ADDRESS: _say_address,
}
