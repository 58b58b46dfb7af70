"""The account a fee goes to, as the profile of the province tells it."""

from dataclasses import dataclass

from services.core.errors import NotFound
from services.province import Province


@dataclass(frozen=True)
class Beneficiary:
    """An account of an agency at a bank; the number of the bank is its BIN."""

    account: str
    name: str
    bank: str
    bank_bin: str

    def as_facts(self) -> dict[str, str]:
        """Return it as a request keeps it."""
        return {
            "account": self.account,
            "name": self.name,
            "bank": self.bank,
            "bin": self.bank_bin,
        }


def beneficiary_of(province: Province, agency_code: str) -> Beneficiary:
    """Return the agency's own account, or the province's where it has none."""
    listed = province.profile.get("beneficiary", [])
    for one in listed:
        if agency_code in one["agencies"]:
            return _read(one)
    for one in listed:
        if not one["agencies"]:
            return _read(one)
    raise NotFound("beneficiary")


def _read(one: dict[str, str]) -> Beneficiary:
    return Beneficiary(one["account"], one["name"], one["bank"], one["bin"])
