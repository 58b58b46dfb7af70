"""A definition while it is written: a JSON document, and places in it."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from services.core.errors import NotFound

Raw = dict[str, Any]  # Any: JSON, as definitions/*.toml
PLACE = re.compile(r"g(\d{1,3})(?:\.f(\d{1,3}))?")


@dataclass(frozen=True)
class Spot:
    """A group, or a field of it, by its place: g0, g0.f2."""

    group: int
    field: int | None = None

    def __str__(self) -> str:
        """Return it as pages name it."""
        return (
            f"g{self.group}" if self.field is None else f"g{self.group}.f{self.field}"
        )


def read_spot(text: str) -> Spot:
    """Return the place a page names."""
    found = PLACE.fullmatch(text[:20])
    if found is None:
        raise NotFound("place")
    return Spot(int(found[1]), int(found[2]) if found[2] else None)


def groups_of(raw: Raw) -> list[Raw]:
    """Return the groups, to be read or written."""
    found: list[Raw] = raw.setdefault("group", [])
    return found


def fields_of(group: Raw) -> list[Raw]:
    """Return the fields of a group, to be read or written."""
    found: list[Raw] = group.setdefault("field", [])
    return found


def every_field(raw: Raw) -> Iterator[tuple[Spot, Raw, Raw]]:
    """Yield every field with its place and its group."""
    for number, group in enumerate(groups_of(raw)):
        for place, field in enumerate(fields_of(group)):
            yield Spot(number, place), group, field


def part_at(raw: Raw, spot: Spot) -> Raw:
    """Return the group or field that stands there."""
    try:
        group = groups_of(raw)[spot.group]
        return group if spot.field is None else fields_of(group)[spot.field]
    except IndexError:
        raise NotFound("place") from None


def put(raw: Raw, spot: Spot, part: Raw) -> Raw:
    """Return the definition with this part there; behind the last one it is added."""
    changed = deepcopy(raw)
    row, number = _row(changed, spot)
    if number > len(row):
        raise NotFound("place")
    row[number : number + 1] = [part]
    return changed


def without(raw: Raw, spot: Spot) -> Raw:
    """Return the definition without this part."""
    changed = deepcopy(raw)
    part_at(changed, spot)
    row, number = _row(changed, spot)
    del row[number]
    return changed


def moved(raw: Raw, spot: Spot, by: int) -> Raw:
    """Return the definition with this part one place up or down.

    A field at the end of its group goes on into the next one.
    """
    changed = deepcopy(raw)
    part = part_at(changed, spot)
    row, number = _row(changed, spot)
    to = number + (1 if by > 0 else -1)
    if 0 <= to < len(row):
        row.insert(to, row.pop(number))
    elif spot.field is not None:
        home = spot.group + (1 if by > 0 else -1)
        if 0 <= home < len(groups_of(changed)):
            row.remove(part)
            other = fields_of(groups_of(changed)[home])
            other.insert(0 if by > 0 else len(other), part)
    return changed


def _row(raw: Raw, spot: Spot) -> tuple[list[Raw], int]:
    """Return the list a part stands in, and its number there."""
    if spot.field is None:
        return groups_of(raw), spot.group
    return fields_of(part_at(raw, Spot(spot.group))), spot.field
