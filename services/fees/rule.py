"""One rule of a fee or charge: what it costs, for how many, for whom less, until when."""

from datetime import date
from enum import StrEnum
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Dong = Field(ge=0, le=10_000_000_000)
ONLINE = "online"
CHANNELS = (ONLINE, "direct", "postal")


class Due(StrEnum):
    """When it is paid; review always precedes money (C14)."""

    NOW = "now"
    RECEPTION = "reception"
    RESULT = "result"


class Part(BaseModel):
    """A part of a rule; a misspelt key is a fault of ours and must be seen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Step(Part):
    """From which unit on each one costs how much."""

    first: int = Field(ge=1)
    amount: int = Dong


class Condition(Part):
    """Holds for these answers; `otherwise`, also while nothing is answered."""

    answer: str
    any: tuple[str, ...] = Field(min_length=1)
    otherwise: bool = False


class Relief(Part):
    """Who pays less (miễn, giảm), on what ground, and which paper proves it.

    An online relief needs neither choice nor proof: filing here is the ground.
    """

    code: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    ground: str
    percent: int = Field(default=100, ge=1, le=100)
    basis: str
    proof: str = ""  # name of the paper
    is_known: bool = False  # the agency can look it up by itself
    is_online: bool = False

    @model_validator(mode="after")
    def _provable(self) -> Self:
        if self.is_online == bool(self.proof):
            raise ValueError(f"{self.code}: a ground a person names has a proof")
        return self


class ChannelAmount(Part):
    """What it costs by one way of handing in, where that differs."""

    channel: Literal["online", "direct", "postal"]
    amount: int = Dong


class Rule(Part):
    """What is due for one procedure. Without an amount the agency tells it."""

    code: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    procedures: tuple[str, ...] = Field(min_length=1)
    name: str
    kind: Literal["fee", "charge"]
    basis: str
    valid_from: date
    valid_to: date | None = None  # the last day
    due: Due = Due.RECEPTION
    amount: int | None = Field(default=None, ge=0, le=10_000_000_000)
    steps: tuple[Step, ...] = ()
    by_channel: tuple[ChannelAmount, ...] = ()  # goes before amount and steps
    cap: int | None = Field(default=None, ge=0)  # of one item
    # Answer that lists the rows of a repeated group: a line for each of them, and
    # units and items are then fields of a row.
    rows: str = ""
    units: tuple[str, ...] = ()  # answers that may tell how many, the first known
    unit: str = ""  # “trang”
    items: tuple[str, ...] = ()  # answers that may tell how many times over
    item: str = ""  # “bản”
    when: Condition | None = None
    note: str = ""
    relief: tuple[Relief, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.steps and self.amount is not None:
            raise ValueError(f"{self.code}: an amount or steps, not both")
        firsts = [step.first for step in self.steps]
        if self.steps and (firsts != sorted(set(firsts)) or firsts[0] != 1):
            raise ValueError(f"{self.code}: steps rise from the first unit")
        if bool(self.steps) != bool(self.units) and self.steps:
            raise ValueError(f"{self.code}: steps count units")
        if self.valid_to and self.valid_to < self.valid_from:
            raise ValueError(f"{self.code}: ends before it begins")
        return self

    @model_validator(mode="after")
    def _each_channel_once(self) -> Self:
        channels = [one.channel for one in self.by_channel]
        if len(channels) != len(set(channels)):
            raise ValueError(f"{self.code}: a channel stands twice")
        return self

    def on_channel(self, channel: str) -> "Rule":
        """Return the rule as it is for one way of handing in.

        Filing online is a ground to pay less only of what was filed online.
        """
        own = next((o.amount for o in self.by_channel if o.channel == channel), None)
        change: dict[str, Any] = {"by_channel": ()}  # Any: fields of a rule
        if own is not None:
            change |= {"amount": own, "steps": ()}
        if channel != ONLINE:
            change["relief"] = tuple(r for r in self.relief if not r.is_online)
        return self.model_copy(update=change)

    def holds_on(self, day: date) -> bool:
        """Tell whether the rule is in force on the day of filing."""
        return self.valid_from <= day and (not self.valid_to or day <= self.valid_to)


def read_rule(raw: dict[str, Any]) -> Rule:
    """Return the rule; Any: a TOML or JSON document."""
    return Rule.model_validate(raw)
