"""The invented people and organisations that hold certificates."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from sandbox import scenarios

FILE = Path(scenarios.__file__).with_name("certificates.toml")


class Case(StrEnum):
    """What is the matter with a certificate."""

    GOOD = "good"
    REVOKED = "revoked"
    EXPIRED = "expired"
    CODE_SIGNING = "code_signing"
    ENCIPHERMENT = "encipherment"
    UNKNOWN_AUTHORITY = "unknown_authority"


class Place(StrEnum):
    """Where a key is kept."""

    USB = "usb"
    SMART_CA = "smart_ca"
    SIM = "sim"


@dataclass(frozen=True)
class Holder:
    """Who a certificate names, and where its key is."""

    key: str
    title: str
    kept: frozenset[Place]
    name: str = ""
    citizen_id: str = ""
    tax_code: str = ""
    organisation: str = ""
    phone: str = ""
    case: Case = Case.GOOD
    is_rsa: bool = False

    @property
    def shown(self) -> str:
        """Return what stands on the token."""
        return " – ".join(part for part in (self.name, self.organisation) if part)

    @property
    def numbers(self) -> str:
        """Return the numbers the subject has."""
        return " · ".join(part for part in (self.citizen_id, self.tax_code) if part)


@dataclass(frozen=True)
class Scenario:
    """The holders, and the one PIN of every token."""

    pin: str
    holders: tuple[Holder, ...]

    def kept_at(self, place: Place) -> list[Holder]:
        """Return who has a key in that place."""
        return [holder for holder in self.holders if place in holder.kept]


@cache
def load_scenario(path: Path = FILE) -> Scenario:
    """Read the scenario file."""
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    return Scenario(read["pin"], tuple(_holder(row) for row in read["certificate"]))


def _holder(row: dict[str, Any]) -> Holder:
    kept = frozenset(Place(place) for place in row.pop("kept"))
    case = Case(row.pop("case", Case.GOOD))
    return Holder(kept=kept, case=case, **row)
