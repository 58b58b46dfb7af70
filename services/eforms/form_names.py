"""The name a person knows an answer by: its label, and of which row."""

from services.eforms.conditions import (
    Answers,
    asked_fields,
    find_key,
    group_key,
    keys_of,
    rows_of,
)
from services.eforms.definition import EformDefinition, FormField
from services.eforms.form_lines import row_title


def form_names(
    definition: EformDefinition, answers: Answers, is_office: bool = False
) -> dict[str, str]:
    """Return the name of everything that is asked, by key."""
    names = {group_key(group): group.title for group in definition.group}
    for one in asked_fields(definition, answers, is_office):
        label = one.field.label
        if one.row:
            place = rows_of(one.group, answers).index(one.row) + 1
            label = f"{label} ({row_title(one.group, place)})"
        names |= dict.fromkeys((one.key, *keys_of(one)), label)
    return names


def name_of(definition: EformDefinition, key: str) -> str:
    """Return the name of one answer, asked or not."""
    found = find_key(definition, key)
    if found is None:
        return ""
    return found.label if isinstance(found, FormField) else found.title
