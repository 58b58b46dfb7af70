"""The invented people, and the mishaps that befall their phones."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

PEOPLE = Path(__file__).with_name("people.toml")


@dataclass(frozen=True)
class Subscriber:
    """What a carrier has on file for a number."""

    full_name: str
    birth_date: date
    id_number: str


@dataclass(frozen=True)
class People:
    """Who holds which number; whoever is not here matches whatever is asked."""

    subscribers: dict[str, Subscriber]
    carrier_down: frozenset[str]
    switched_off: frozenset[str]


def load_people(path: Path = PEOPLE) -> People:
    """Read the scenario file."""
    scenario = tomllib.loads(path.read_text(encoding="utf-8"))
    return People(
        subscribers={
            row["phone"]: Subscriber(
                row["full_name"], row["birth_date"], row["id_number"]
            )
            for row in scenario["subscriber"]
        },
        carrier_down=frozenset(scenario["carrier_down"]["phones"]),
        switched_off=frozenset(scenario["switched_off"]["phones"]),
    )
