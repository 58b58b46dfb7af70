"""What is wrong with a form while it is written, at which group or field."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from services.core.text import clean
from services.eform_changes.field_flaws import FormFlaw, field_flaws
from services.eform_changes.flow_flaws import flow_flaws
from services.eform_changes.raw import Raw, Spot, every_field, fields_of, groups_of
from services.eforms.definition import FieldKind, read_definition

HEAD = "head"
MOST_GROUPS, MOST_FIELDS, MOST_ROWS = 40, 200, 50
NEEDED = ("title", "legal_basis")


@dataclass(frozen=True)
class Flaw:
    """One thing to mend: where, in which input of the editor, and what."""

    where: str  # head, g0, g0.f2
    field: str
    fault: FormFlaw
    about: str = ""


@dataclass(frozen=True)
class Relied:
    """What other parts of the portal read by its code: papers, bundles, a second
    signature. It may be worded anew, but not taken away."""

    fields: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()


def flaws_of(raw: Raw, relied: Relied | None = None) -> tuple[Flaw, ...]:
    """Return everything that is wrong, from the top down; nothing: it may be used."""
    found = [*_of_head(raw), *_of_groups(raw), *_of_fields(raw)]
    found += _of_relied(raw, relied or Relied())
    return tuple(found) or tuple(_of_reading(raw))


def _of_head(raw: Raw) -> Iterator[Flaw]:
    for name in NEEDED:
        if not clean(str(raw.get(name, ""))):
            yield Flaw(HEAD, name, FormFlaw.HEAD_MISSING)
    groups, fields = groups_of(raw), list(every_field(raw))
    if not groups or len(groups) > MOST_GROUPS or len(fields) > MOST_FIELDS:
        yield Flaw(HEAD, "title", FormFlaw.SIZE)
    names = {f["code"] for _, _, f in fields if f.get("kind") == FieldKind.NAME}
    applicant = raw.get("applicant", "")
    if applicant and applicant not in names:
        yield Flaw(HEAD, "applicant", FormFlaw.NAME_UNKNOWN, str(applicant))
    for number, signer in enumerate(raw.get("signer") or (), 1):
        if signer.get("field") not in names:
            yield Flaw(HEAD, f"signer_{number}", FormFlaw.NAME_UNKNOWN, signer["field"])
        if not clean(str(signer.get("role", ""))):
            yield Flaw(HEAD, f"role_{number}", FormFlaw.HEAD_MISSING)


def _of_groups(raw: Raw) -> Iterator[Flaw]:
    counted = _codes(raw)
    for number, group in enumerate(groups_of(raw)):
        where = str(Spot(number))
        if not clean(str(group.get("title", ""))):
            yield Flaw(where, "title", FormFlaw.TITLE)
        if not fields_of(group):
            yield Flaw(where, "title", FormFlaw.EMPTY)
        if counted[group.get("code", "")] > 1:
            yield Flaw(where, "code", FormFlaw.CODE_TWICE, str(group.get("code")))
        yield from _of_rows(where, group.get("repeat"))


def _of_rows(where: str, repeat: dict[str, Any] | None) -> Iterator[Flaw]:
    # Any: JSON.
    if repeat is None:
        return
    least, most = repeat.get("least", 0), repeat.get("most", 10)
    if not 0 <= least <= most <= MOST_ROWS or most < 1:
        yield Flaw(where, "most", FormFlaw.ROWS)
    if not clean(str(repeat.get("noun", ""))):
        yield Flaw(where, "noun", FormFlaw.NOUN)


def _of_fields(raw: Raw) -> Iterator[Flaw]:
    counted, contracts = _codes(raw), _contracts(raw)
    for spot, _, field in every_field(raw):
        where = str(spot)
        for name, fault, about in field_flaws(field):
            yield Flaw(where, name, fault, about)
        if counted[field.get("code", "")] > 1:
            yield Flaw(where, "code", FormFlaw.CODE_TWICE, str(field.get("code")))
        if contracts[field.get("contract", "")] > 1:
            yield Flaw(where, "contract", FormFlaw.CONTRACT_TWICE, field["contract"])
    for where, name, fault, about in flow_flaws(raw):
        yield Flaw(where, name, fault, about)


def _of_relied(raw: Raw, relied: Relied) -> Iterator[Flaw]:
    fields = {field.get("code") for _, _, field in every_field(raw)}
    groups = {group.get("code") for group in groups_of(raw)}
    gone = sorted(relied.fields - fields) + sorted(relied.groups - groups)
    for code in gone:
        yield Flaw(HEAD, "title", FormFlaw.RELIED, code)


def _of_reading(raw: Raw) -> Iterator[Flaw]:
    """Let the reader of every stored form have the last word."""
    try:
        read_definition(raw)
    except ValidationError as fault:
        yield Flaw(HEAD, "title", FormFlaw.UNREADABLE, _first(fault.errors()))


def _first(errors: Iterable[Any]) -> str:
    # Any: pydantic's own rows.
    return ".".join(str(part) for part in next(iter(errors))["loc"])


def _codes(raw: Raw) -> Counter[str]:
    groups = [str(group.get("code", "")) for group in groups_of(raw)]
    fields = [str(field.get("code", "")) for _, _, field in every_field(raw)]
    return Counter(groups + fields)


def _contracts(raw: Raw) -> Counter[str]:
    named = (str(field.get("contract", "")) for _, _, field in every_field(raw))
    return Counter(name for name in named if name)
