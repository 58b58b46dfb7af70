"""Check the answers of a form by its definition: values, or what to mend (R8)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from services.core.faults import Fault, Unreadable
from services.core.readers import read_note
from services.core.text import clean
from services.eforms.add_up import sum_of
from services.eforms.conditions import (
    Answers,
    Asked,
    asked_fields,
    asked_groups,
    group_key,
    rows_of,
)
from services.eforms.definition import EformDefinition, FieldKind, FormGroup
from services.eforms.problems import FormProblem
from services.eforms.read_field import Refused, read_field
from services.places.queries import PlaceName

LONGEST_CODE = 10
LONGEST_DETAIL = 200
CHOSEN = (FieldKind.CHOICE, FieldKind.TICKS, FieldKind.CATALOGUE)


Places = Mapping[str, PlaceName]  # by code of the commune


@dataclass(frozen=True)
class CheckedForm:
    """What the answers mean, by field; and what is wrong, by key of the answer.

    A repeated group is a list under its code. Values are JSON: days in ISO 8601,
    exact decimals as text, an address with its names (Any: JSON).
    """

    values: dict[str, Any] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def check_answers(
    definition: EformDefinition,
    answers: Answers,
    today: date,
    places: Places,
    is_office: bool = False,
) -> CheckedForm:
    """Read what is asked; one fault stops no other reader.

    What is not asked, and what no field knows, is neither checked nor returned.
    Sums are worked out here and never taken from the page. With `is_office` it
    is the receiving officer's part that is read.
    """
    checked = CheckedForm()
    for group in asked_groups(definition, answers, is_office):
        if group.repeat:
            checked.values[group.code] = [{} for _ in rows_of(group, answers)]
            _check_rows(group, answers, checked.problems)
    asked = asked_fields(definition, answers, is_office)
    for one in asked:
        if one.field.kind is not FieldKind.SUM:
            _read(one, answers, today, places, checked)
    for one in asked:
        if one.field.kind is FieldKind.SUM:
            held = _held(one, answers, checked)
            held[one.field.code] = sum_of(one, checked.values, held)
    return checked


def commune_codes(definition: EformDefinition, answers: Answers) -> set[str]:
    """Return the communes that are named, so that they are looked up at once."""
    keys = {
        f"{one.key}.commune"
        for is_office in (False, True)
        for one in asked_fields(definition, answers, is_office)
        if one.field.kind is FieldKind.ADDRESS
    }
    named = {answers.get(key, "").strip() for key in keys}
    return {code for code in named if code.isascii() and 0 < len(code) <= LONGEST_CODE}


def _check_rows(group: FormGroup, answers: Answers, problems: dict[str, str]) -> None:
    assert group.repeat is not None
    count = len(rows_of(group, answers))
    if count < group.repeat.least:
        problems[group_key(group)] = FormProblem.ROWS_FEW
    elif count > group.repeat.most:
        problems[group_key(group)] = FormProblem.ROWS_MANY


def _held(one: Asked, answers: Answers, checked: CheckedForm) -> dict[str, Any]:
    """Return where the value goes: the form, or a row of a repeated group."""
    if not one.row:
        return checked.values
    rows: list[dict[str, Any]] = checked.values[one.group.code]
    return rows[rows_of(one.group, answers).index(one.row)]


def _read(
    one: Asked, answers: Answers, today: date, places: Places, checked: CheckedForm
) -> None:
    value: Any  # JSON
    try:
        if one.field.kind is FieldKind.ADDRESS:
            value = _read_address(one, answers, places, checked.problems)
        else:
            value = _read_one(one, answers.get(one.key, ""), today)
    except Refused as refused:
        checked.problems[one.key] = refused.key
        return
    if value is not False and value not in (None, "", []):  # 0 is an answer
        _held(one, answers, checked)[one.field.code] = value


def _read_one(one: Asked, text: str, today: date) -> Any:
    # Any: JSON.
    value = read_field(one.field, text, today) if text.strip() else None
    if one.required and value in (None, "", []):
        raise Refused(_missing(one))
    return value


def _missing(one: Asked) -> str:
    if one.field.kind is FieldKind.TICK:
        return FormProblem.TICK_MISSING
    return FormProblem.OPTION_MISSING if one.field.kind in CHOSEN else Fault.REQUIRED


def _read_address(
    one: Asked, answers: Answers, places: Places, problems: dict[str, str]
) -> dict[str, str] | None:
    """Read an address in two levels (F8); each part has a fault of its own.

    Where none is required, a former address may stand alone, as it was written.
    """
    code = answers.get(f"{one.key}.commune", "").strip()
    detail = _read_part(one, "detail", answers, problems)
    old = _read_part(one, "old", answers, problems)
    if not (code or detail or old) and not one.required:
        return None
    if not (code or detail or one.required):
        return _address(PlaceName("", ""), "", old)
    if not code:
        problems[f"{one.key}.commune"] = FormProblem.PLACE_MISSING
        return None
    place = places.get(code)
    if place is None or not place.province:  # a whole province is no commune
        problems[f"{one.key}.commune"] = FormProblem.PLACE_UNKNOWN
        return None
    return _address(place, detail, old)


def _address(place: PlaceName, detail: str, old: str) -> dict[str, str]:
    return {
        "commune": place.code,
        "commune_name": place.name,
        "province_name": place.province,
        "detail": detail,
        "old": old,
        "text": ", ".join(filter(None, (detail, place.words))) or old,
    }


def _read_part(
    one: Asked, part: str, answers: Answers, problems: dict[str, str]
) -> str:
    key = f"{one.key}.{part}"
    try:
        return read_note(clean(answers.get(key, "")), 0, LONGEST_DETAIL)
    except Unreadable as fault:
        problems[key] = str(fault.key)
        return ""
