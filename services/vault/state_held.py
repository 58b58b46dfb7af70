"""What the state holds already and nobody has to hand in (NĐ 107/2021, điều 3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from services.accounts.models import Account, Party
from services.core.text import fold
from services.delegations.rules import VERIFIED_LEVEL
from services.vault.kinds import is_form, table

POPULATION = "population"


@dataclass(frozen=True)
class StateHeld:
    """A paper an agency looks up itself: which register's, and what is in it."""

    code: str  # identity, residence
    facts: Mapping[str, str] = field(default_factory=dict)


def state_held(account: Account, component_name: str) -> StateHeld | None:
    """Return what stands in for a paper of the person themselves, or None.

    Only for somebody a register has confirmed, and never for papers of others.
    """
    is_proved = account.assurance_level >= VERIFIED_LEVEL
    number = account.citizen_id or ""
    if account.party is not Party.CITIZEN or not is_proved or len(number) != 12:
        return None
    folded = fold(component_name)
    if is_form(folded) or is_of_others(folded):
        return None
    for row in table()["held"]:
        if any(phrase in folded for phrase in row["words"]):
            return _facts(account, row["code"])
    return None


def _facts(account: Account, code: str) -> StateHeld | None:
    if code == "residence":
        if account.field_sources.get("address") != POPULATION or not account.address:
            return None
        return StateHeld(code, {"address": account.address})
    number = account.citizen_id or ""
    return StateHeld(code, {"name": account.full_name, "number": number})


def is_of_others(folded: str) -> bool:
    """Tell whether a folded name asks for somebody else's paper."""
    about = table()["about"]
    if any(phrase in folded for phrase in about["others"]):
        return True
    _, of, whom = folded.partition(" cua ")
    return bool(of) and not whom.startswith(tuple(about["self"]))
