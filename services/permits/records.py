"""Which record a ministry keeps, its fields, and what the contract calls them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from services.eforms.definition import (
    PREFIX,
    EformDefinition,
    FieldKind,
    FormField,
    read_definition,
)
from services.eforms.form_lines import say_value
from services.outbox.followers import followers_of
from services.outbox.models import Outward
from services.province import Province

FOLDER = Path(__file__).with_name("records")
FILE_FIELD, FILE = "TepGiayPhep", "file"  # what was issued, as a PDF
KEEPERS = (Outward.CONSTRUCTION, Outward.PLANNING)
CHOSEN = (FieldKind.CHOICE, FieldKind.CATALOGUE)


@dataclass(frozen=True)
class Record:
    """What a ministry keeps of what was issued."""

    system: Outward
    definition: EformDefinition
    said: Mapping[str, Mapping[str, str]]  # contract field → choice → their word


def keeper_of(province: Province, procedure_code: str) -> Outward | None:
    """Return the ministry that keeps what this procedure issues, if any does."""
    followers = followers_of(province, procedure_code)
    return next((one for one in KEEPERS if one in followers), None)


@cache
def record_of(system: Outward) -> Record:
    """Return the record of a ministry; it changes with the program."""
    raw = tomllib.loads((FOLDER / f"{system}.toml").read_text("utf-8"))
    return Record(system, read_definition(raw["record"]), raw.get("said", {}))


def their_fields(record: Record, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values by their names, nested as the contract has them. Any: JSON."""
    found: dict[str, Any] = {}
    for one in record.definition.fields():
        value = values.get(one.code)
        if value not in (None, ""):
            _put(found, one.contract, _their_word(record, one, value))
    return found


def key_of_theirs(record: Record, words: str) -> str:
    """Return the key of the field of ours that their words name, the longest first."""
    if FILE_FIELD in words:
        return FILE
    named = sorted(record.definition.fields(), key=lambda one: -len(one.contract))
    found = next((one for one in named if one.contract in words), None)
    return PREFIX + found.code if found else ""


def _their_word(record: Record, one: FormField, value: Any) -> str:
    # Any: JSON.
    if one.kind in CHOSEN:
        word = record.said.get(one.contract, {}).get(str(value))
        return word or say_value(one, value)
    if one.kind in (FieldKind.ADDRESS, FieldKind.DATE, FieldKind.PAST_DATE):
        return say_value(one, value)
    return str(value)


def _put(found: dict[str, Any], path: str, value: str) -> None:
    # Any: JSON.
    *parents, name = path.split(".")
    for parent in parents:
        found = found.setdefault(parent, {})
    found[name] = value
