"""What need not be asked: known facts put into a form, each with its source (R14).

Facts a definition may name under `prefill`, the first that is known wins:
`submitter.` or `owner.` or `population.` before full_name, birth_date, citizen_id,
sex, phone, email, address; and `earlier`, the same field of an earlier dossier of the
same person by the same form. An address known as one line that names a commune goes
to the former address, from which the field proposes the present one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from services.core.text import fold
from services.eforms.catalogues import catalogue
from services.eforms.conditions import (
    ADDRESS_PARTS,
    Answers,
    group_key,
    key_of,
    rows_of,
)
from services.eforms.definition import (
    EformDefinition,
    FieldKind,
    FormField,
    FormGroup,
)

# Words that show that a line names more than the house and the street.
UNITS = re.compile(r"\b(xa|phuong|thi tran|huyen|quan|thanh pho|tinh|tp)\b")
EARLIER = "earlier"
OF_PERSON = (
    "full_name",
    "birth_date",
    "citizen_id",
    "sex",
    "phone",
    "email",
    "address",
)
PEOPLE = ("submitter", "owner", "population")
FACTS = (EARLIER, *(f"{who}.{what}" for who in PEOPLE for what in OF_PERSON))
TYPED = "typed"
DEFAULT = "default"
NOBODY = ""


@dataclass(frozen=True)
class Fact:
    """A text somebody knows already."""

    text: str
    source: str  # account, verified, population, delegation …
    is_verified: bool = False


@dataclass(frozen=True)
class Filled:
    """What stands in a field, and who says so."""

    text: str
    source: str = NOBODY
    is_fixed: bool = False  # shown and not typed
    is_typed: bool = False  # here, into this very field


@dataclass(frozen=True)
class Known:
    """All that is known beside what was typed."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    earlier: Answers = field(default_factory=dict)


def filled_answers(
    definition: EformDefinition, typed: Answers, known: Known, is_office: bool = False
) -> dict[str, Filled]:
    """Return every answer by key: typed, else known, else the default.

    What was erased stays erased; a verified fact is never overtyped.
    """
    filled: dict[str, Filled] = {}
    for group in definition.group:
        if group.is_office is not is_office:
            continue
        if group.repeat:
            filled |= _order(group, typed, known)
        order = {key: one.text for key, one in filled.items()}
        for row in rows_of(group, order):
            for one in group.field:
                filled |= _fill(one, key_of(group, row, one.code), typed, known)
    return filled


def texts_of(filled: Mapping[str, Filled]) -> dict[str, str]:
    """Return the texts alone."""
    return {key: one.text for key, one in filled.items()}


def _order(group: FormGroup, typed: Answers, known: Known) -> dict[str, Filled]:
    key = group_key(group)
    if key in typed:
        return {key: Filled(typed[key], TYPED, is_typed=True)}
    is_kept = any(EARLIER in one.prefill for one in group.field)
    if is_kept and known.earlier.get(key):
        return {key: Filled(known.earlier[key], EARLIER)}
    return {key: Filled(",".join(rows_of(group, {})), DEFAULT)}


def _fill(one: FormField, key: str, typed: Answers, known: Known) -> dict[str, Filled]:
    if one.kind is FieldKind.SUM:
        return {}
    if one.kind is FieldKind.ADDRESS:
        return _fill_address(one, key, typed, known)
    fact = _fact(one, key, known)
    if fact and fact.is_fixed:
        return {key: fact}
    if key in typed:
        return {key: Filled(typed[key], TYPED, is_typed=True)}
    return {key: fact or Filled(one.default, DEFAULT if one.default else NOBODY)}


def _fill_address(
    one: FormField, key: str, typed: Answers, known: Known
) -> dict[str, Filled]:
    """Fill the parts of an address together: typed, or earlier, or one line."""
    keys = [f"{key}.{part}" for part in ADDRESS_PARTS]
    if any(each in typed for each in keys):
        return {
            each: Filled(typed.get(each, ""), TYPED, is_typed=True) for each in keys
        }
    for name in one.prefill:
        if name == EARLIER and any(known.earlier.get(each) for each in keys):
            return {e: Filled(known.earlier.get(e, ""), EARLIER) for e in keys}
        if fact := known.facts.get(name):
            place = keys[2] if UNITS.search(fold(fact.text)) else keys[1]
            empty = dict.fromkeys(keys, Filled(""))
            return empty | {place: Filled(fact.text, fact.source)}
    return dict.fromkeys(keys, Filled(""))


def _fact(one: FormField, key: str, known: Known) -> Filled | None:
    for name in one.prefill:
        if name == EARLIER:
            if (text := known.earlier.get(key, "")) and _fits(one, text):
                return Filled(text, EARLIER)
        elif (fact := known.facts.get(name)) and _fits(one, fact.text):
            return Filled(fact.text, fact.source, fact.is_verified)
    return None


def _fits(one: FormField, text: str) -> bool:
    """Say whether a list offers this choice; free text takes anything."""
    if one.kind is FieldKind.CHOICE:
        return text in dict(one.options)
    if one.kind is FieldKind.CATALOGUE:
        return text in catalogue(one.catalogue)
    return bool(text)
