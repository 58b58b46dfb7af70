"""The invented people who hold an account at the providers, and what befalls them."""

import hashlib
import secrets
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sandbox import scenarios
from sandbox.identity.provider import Provider
from sandbox.numbers import local

FILE = Path(scenarios.__file__).with_name("identities.toml")
CITIZEN = 1


class Mishap(StrEnum):
    """What goes wrong on the way back to the portal."""

    NONE = ""
    EXPIRED = "expired"  # the code is too old by the time it is exchanged
    CLOCK = "clock"  # the assertion is made ten minutes in the future
    NONCE = "nonce"  # the assertion answers another journey


@dataclass(frozen=True)
class Person:
    """One account. Its claims are in the provider's own words."""

    title: str
    sign_in: str
    password: str
    phone: str
    claims: dict[str, Any]
    is_closed: bool = False
    has_token: bool = False  # a USB token
    mishap: Mishap = Mishap.NONE

    @property
    def name(self) -> str:
        """Return what the account is called."""
        return str(self.claims.get("TenDoanhNghiep") or self.claims["HoVaTen"])

    def told_by(self, provider: Provider) -> dict[str, Any]:
        """Return the claims as this provider words them; VNeID knows no TechID."""
        # Assertions travel in addresses when somebody signs out: no number in them.
        digest = hashlib.sha256(f"{provider.key}/{self.sign_in}".encode()).hexdigest()
        told = {"sub": digest[:32], **self.claims}
        if not provider.is_police:
            return told
        told.pop("TechID")
        return {**told, "loginIdp": "BCA"}

    def is_known_to(self, provider: Provider) -> bool:
        """Tell whether the account is there: VNeID's are of persons with a number."""
        is_person = int(self.claims["LoaiTaiKhoan"]) == CITIZEN
        return not provider.is_police or (is_person and "SoDinhDanh" in self.claims)


def load_identities(path: Path = FILE) -> tuple[Person, ...]:
    """Read the scenario file; all people share one password, which opens nothing."""
    scenario = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Person(
            **{**row, "mishap": Mishap(row.get("mishap", ""))},
            password=scenario["password"],
        )
        for row in scenario["person"]
    )


@dataclass(frozen=True)
class Register:
    """The people one provider knows."""

    people: tuple[Person, ...]

    def by_password(self, sign_in: str, password: str) -> Person | None:
        """Return who signs in so; one answer for both when it is wrong."""
        found = self.by_number(sign_in)
        given, wanted = password.encode(), (found.password if found else "").encode()
        return found if secrets.compare_digest(given, wanted) else None

    def by_number(self, sign_in: str) -> Person | None:
        """Return who holds this number."""
        asked = sign_in.strip().casefold()
        return next(
            (one for one in self.people if one.sign_in.casefold() == asked), None
        )

    def by_phone(self, phone: str) -> Person | None:
        """Return the first who holds this SIM card."""
        asked = local(phone)
        return next((one for one in self.people if one.phone == asked), None)

    def with_token(self) -> list[Person]:
        """Return who has a USB token."""
        return [one for one in self.people if one.has_token]
