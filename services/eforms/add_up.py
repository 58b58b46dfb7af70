"""Sums of a form: worked out from what was read, or live from what was typed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from services.eforms.conditions import Answers, Asked, asked_fields, rows_of
from services.eforms.definition import EformDefinition, FieldKind, FormField
from services.eforms.read_field import Refused, read_field

ADDED = (FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.MONEY)
Held = Mapping[str, Any]  # Any: JSON


def sum_of(one: Asked, values: Held, row: Held) -> int | str:
    """Return a sum: of fields beside it in the row, of the form, or of all rows."""
    total = Decimal(0)
    for name in one.field.sum_of:
        group, _, code = name.rpartition(".")
        if group:
            found = [held.get(code) for held in values.get(group) or []]
        else:
            found = [row.get(code, values.get(code))]
        total += sum((Decimal(value) for value in found if _is_number(value)), _ZERO)
    return as_number(total)


def live_sums(
    definition: EformDefinition, answers: Answers, today: date
) -> dict[str, int | str]:
    """Return every sum by its key; what cannot be read yet counts nothing."""
    asked = asked_fields(definition, answers)
    values: dict[str, Any] = {
        group.code: [{} for _ in rows_of(group, answers)]
        for group in definition.group
        if group.repeat
    }
    sums: dict[str, int | str] = {}
    for one in sorted(asked, key=lambda one: one.field.kind is FieldKind.SUM):
        held = values
        if one.row:
            held = values[one.group.code][rows_of(one.group, answers).index(one.row)]
        if one.field.kind is FieldKind.SUM:
            sums[one.key] = sum_of(one, values, held)
            held[one.field.code] = sums[one.key]
        elif one.field.kind in ADDED:
            number = _number(one.field, answers.get(one.key, ""), today)
            held[one.field.code] = number
    return sums


def as_number(total: Decimal) -> int | str:
    """Return a whole number as one, another as exact text."""
    if total == total.to_integral_value():
        return int(total)
    return f"{total.normalize():f}"


def _number(field: FormField, text: str, today: date) -> int | str | None:
    try:
        return read_field(field, text, today) if text.strip() else None
    except Refused:
        return None


def _is_number(value: Any) -> bool:
    # Any: JSON; True is no number here.
    return isinstance(value, int | str) and not isinstance(value, bool) and value != ""


_ZERO = Decimal(0)
