"""A declaration in their names, read back into the answers of our form."""

from collections.abc import Mapping
from typing import Any

from services.civil_status.codes import answer_of
from services.dossiers.form_answers import check_by
from services.dossiers.freeze_form import FrozenForm
from services.eforms.conditions import asked_answers
from services.eforms.definition import PREFIX, EformDefinition, FieldKind, FormField
from services.eforms.form_lines import form_lines
from services.work import Work

DAYS = (FieldKind.DATE, FieldKind.PAST_DATE, FieldKind.BIRTH_DATE)


def read_back(
    work: Work, definition: EformDefinition, fields: Mapping[str, Any]
) -> FrozenForm:
    """Return the form as if it were filled in here; what is wrong is left out, and
    the receiving officer asks for it like for any other lack. Any: JSON."""
    answers: dict[str, str] = {}
    for field in definition.fields():
        answers |= _answers(field, fields.get(field.contract))
    values = check_by(work, definition, answers).values
    return FrozenForm(
        code=definition.code,
        version=definition.version,
        title=definition.title,
        values=values,
        answers=asked_answers(definition, answers),
        lines=form_lines(definition, values),
    )


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
