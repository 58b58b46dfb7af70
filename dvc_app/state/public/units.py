"""Places that receive dossiers, as pages draw them: few at a time, found by name."""

from collections.abc import Iterable
from dataclasses import dataclass

from services.core.text import fold
from services.procedures.receiving_units import Unit

SHOWN = 8


@dataclass(frozen=True)
class UnitRow:
    """A place, where it is, and when it is open."""

    name: str
    address: str
    phone: str
    phone_href: str
    hours: str


def show_units(units: Iterable[Unit], typed: str = "") -> list[UnitRow]:
    """Return the places whose names hold what was typed, the first few."""
    asked = fold(typed)
    matching = [unit for unit in units if asked in fold(unit.name)]
    return [
        UnitRow(
            unit.name,
            unit.address,
            unit.phone,
            "tel:" + "".join(unit.phone.split()) if unit.phone else "",
            unit.hours,
        )
        for unit in matching[:SHOWN]
    ]
