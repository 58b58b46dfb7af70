"""The part of a declaration that one office reads."""

from collections.abc import Collection
from typing import Any

from sqlmodel import Session

from services.dossiers.models import Dossier
from services.eforms.current_eform import stored_definition
from services.eforms.definition import PREFIX


def part_of_form(
    session: Session, declaration: Dossier, groups: Collection[str]
) -> dict[str, Any] | None:
    """Return the frozen form with these groups alone: an office is shown no more
    of a family than its procedure needs.

    Any: JSON of a frozen form.
    """
    whole: dict[str, Any] | None = declaration.frozen.get("form")
    definition = stored_definition(session, declaration.eform_id)
    if whole is None or definition is None:
        return whole
    kept = {group.code for group in definition.group if group.code in groups}
    for group in definition.group:
        if group.code in groups:
            kept |= {field.code for field in group.field}
    return whole | {
        "values": {name: v for name, v in whole["values"].items() if name in kept},
        "answers": {
            key: text
            for key, text in whole["answers"].items()
            if key.removeprefix(PREFIX).split(".")[0] in kept
        },
        "lines": [line for line in whole["lines"] if line["code"] in groups],
    }
