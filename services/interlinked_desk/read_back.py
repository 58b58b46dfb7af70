"""A declaration in their names, read back into the answers of our form."""

from collections.abc import Mapping
from typing import Any

from services.civil_status.codes import answer_of
from services.eforms.definition import PREFIX, EformDefinition, FieldKind, FormField

DAYS = (FieldKind.DATE, FieldKind.PAST_DATE, FieldKind.BIRTH_DATE)


def read_back(definition: EformDefinition, fields: Mapping[str, Any]) -> dict[str, str]:
    """Return the answers as if they were typed here. Any: JSON."""
    answers: dict[str, str] = {}
    for field in definition.fields():
        answers |= _answers(field, fields.get(field.contract))
    return answers


def _answers(field: FormField, said: Any) -> dict[str, str]:  # Any: JSON
    key = PREFIX + field.code
    if field.kind is FieldKind.ADDRESS:
        parts = said if isinstance(said, Mapping) else {}
        found = {"commune": parts.get("maXa"), "detail": parts.get("dcChiTiet")}
        return {f"{key}.{part}": str(text) for part, text in found.items() if text}
    text = "" if said is None or isinstance(said, Mapping) else str(said)
    if not text:
        return {key: field.default} if field.default else {}
    if field.kind is FieldKind.TICK:
        return {key: "yes"} if text == "1" else {}
    if field.kind in DAYS:
        return {key: _day(text)}
    return {key: answer_of(field.contract, text)}


def _day(text: str) -> str:
    """Return a day as people write it; theirs comes both ways round."""
    parts = text[:10].split("-")
    return "/".join(reversed(parts)) if len(parts) == len("dmy") else text
