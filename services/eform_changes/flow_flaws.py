"""What is wrong between fields: conditions nobody can fulfil, sums of nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from services.eform_changes.field_flaws import NUMBERS, FormFlaw, offered
from services.eform_changes.raw import Raw, Spot, every_field, fields_of, groups_of
from services.eforms.definition import FieldKind

Found = Iterator[tuple[str, str, FormFlaw, str]]  # where, input, fault, about
When = dict[str, Any]  # Any: JSON of a condition


@dataclass(frozen=True)
class _Known:
    """Fields by code, each with its group, and what each of them waits for."""

    fields: Mapping[str, tuple[Raw, Raw]]
    waits: Mapping[str, frozenset[str]]


def flow_flaws(raw: Raw) -> Found:
    """Yield what is wrong with conditions and sums, by where they stand."""
    known = _known(raw)
    for number, group in enumerate(groups_of(raw)):
        where = str(Spot(number))
        for name, fault, about in _of_condition(known, group, group.get("when")):
            yield where, f"when_{name}", fault, about
    for spot, group, field in every_field(raw):
        where = str(spot)
        for key in ("when", "required_when"):
            for name, fault, about in _of_condition(known, group, field.get(key)):
                yield where, f"{key}_{name}", fault, about
        if field.get("code") in _all_waits(known, str(field.get("code"))):
            yield where, "when_field", FormFlaw.CONDITION_LOOP, ""
        yield from _of_sum(where, raw, group, field)


def _of_condition(
    known: _Known, group: Raw, when: When | None
) -> Iterator[tuple[str, FormFlaw, str]]:
    if not when:
        return
    code = str(when.get("field", ""))
    if code not in known.fields:
        yield "field", FormFlaw.CONDITION_UNKNOWN, code
        return
    home, deciding = known.fields[code]
    answers = offered(deciding)
    if answers is None:
        yield "field", FormFlaw.CONDITION_KIND, code
    elif not when.get("any") or not set(when["any"]) <= answers:
        yield (
            "field",
            FormFlaw.CONDITION_ANSWER,
            ", ".join(sorted(set(when.get("any") or ()) - answers)),
        )
    if home.get("is_office") and not group.get("is_office"):
        yield "field", FormFlaw.CONDITION_OFFICE, code


def _of_sum(where: str, raw: Raw, group: Raw, field: Raw) -> Found:
    if field.get("kind") != FieldKind.SUM:
        return
    named = list(field.get("sum_of") or ())
    unknown = [name for name in named if name not in addable(raw, group)]
    if not named or unknown:
        yield where, "sum_of", FormFlaw.SUM, ", ".join(unknown)


def addable(raw: Raw, home: Raw) -> dict[str, str]:
    """Return the number fields a sum of this group may add, with their labels."""
    found: dict[str, str] = {}
    for _, group, field in every_field(raw):
        is_same_side = bool(group.get("is_office")) == bool(home.get("is_office"))
        if field.get("kind") not in NUMBERS or not is_same_side:
            continue
        is_row = group.get("repeat") is not None
        if not is_row or group is home or group.get("code") == home.get("code"):
            found[str(field.get("code"))] = str(field.get("label"))
        else:
            found[f"{group.get('code')}.{field.get('code')}"] = (
                f"{field.get('label')} – {group.get('title')}"
            )
    return found


def _known(raw: Raw) -> _Known:
    fields = {str(f.get("code")): (g, f) for _, g, f in every_field(raw)}
    waits = {
        str(field.get("code")): frozenset(
            str(when.get("field"))
            for when in (group.get("when"), field.get("when"))
            if when
        )
        for group in groups_of(raw)
        for field in fields_of(group)
    }
    return _Known(fields, waits)


def _all_waits(known: _Known, code: str) -> set[str]:
    """Return everything a field waits for, over others."""
    seen: set[str] = set()
    waiting = list(known.waits.get(code, ()))
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting.extend(known.waits.get(one, ()))
    return seen
