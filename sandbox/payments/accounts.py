"""The banks of the sandbox, and the invented people who hold accounts there."""

import secrets
import tomllib
from dataclasses import dataclass
from pathlib import Path

from sandbox import scenarios
from sandbox.payments.ledger import Reason

FILE = Path(scenarios.__file__).with_name("payments.toml")


@dataclass(frozen=True)
class Account:
    """One holder; the same at every bank and wallet."""

    sign_in: str
    name: str
    phone: str
    title: str
    balance: int
    refusal: Reason | None  # what befalls a payment from this account


@dataclass(frozen=True)
class Accounts:
    """Banks by code, accounts by sign-in name."""

    banks: dict[str, str]
    also: dict[str, str]  # codes that no page lists
    holders: tuple[Account, ...]
    password: str

    def by_password(self, sign_in: str, password: str) -> Account | None:
        """Return who signs in so."""
        if not secrets.compare_digest(password.encode(), self.password.encode()):
            return None
        asked = sign_in.strip().casefold()
        return next((one for one in self.holders if one.sign_in == asked), None)

    def bank_name(self, code: str) -> str:
        """Return a bank's name; a code that is not listed is its own name."""
        return self.banks.get(code) or self.also.get(code, code)


def load_accounts(path: Path = FILE) -> Accounts:
    """Read the scenario file."""
    scenario = tomllib.loads(path.read_text(encoding="utf-8"))
    holders = tuple(
        Account(**{**row, "refusal": Reason(told) if told else None})
        for row in scenario["account"]
        for told in (row.get("refusal", ""),)
    )
    return Accounts(scenario["banks"], scenario["also"], holders, scenario["password"])
