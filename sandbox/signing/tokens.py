"""The soft tokens of the signing program: three wrong PINs block one (USB ký số)."""

import secrets
from dataclasses import dataclass, field
from enum import StrEnum

from sandbox.signing.authority import Authority
from sandbox.signing.holders import Holder, Place, Scenario
from sandbox.signing.issuing import Pair

TRIES = 3


class PinAnswer(StrEnum):
    """What a token says to a PIN."""

    OPEN = "open"
    WRONG = "wrong"
    BLOCKED = "blocked"


@dataclass
class Token:
    """One token in the machine."""

    holder: Holder
    pair: Pair
    tries_left: int = TRIES

    @property
    def is_blocked(self) -> bool:
        """Tell whether no PIN opens it any more."""
        return self.tries_left == 0


@dataclass
class Tokens:
    """The tokens in the machine."""

    pin: str
    all: dict[str, Token] = field(default_factory=dict)

    def try_pin(self, token: Token, pin: str) -> PinAnswer:
        """Try a PIN; a right one gives all tries back."""
        if token.is_blocked:
            return PinAnswer.BLOCKED
        if secrets.compare_digest(pin.encode(), self.pin.encode()):
            token.tries_left = TRIES
            return PinAnswer.OPEN
        token.tries_left -= 1
        return PinAnswer.BLOCKED if token.is_blocked else PinAnswer.WRONG


def plug_in(scenario: Scenario, authority: Authority) -> Tokens:
    """Return the tokens of the scenario, all of them plugged in."""
    found = {
        holder.key: Token(holder, authority.held[holder.key])
        for holder in scenario.kept_at(Place.USB)
    }
    return Tokens(scenario.pin, found)
