"""A process as an administrator writes it: steps, roles, time, ways on (A04)."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, field_validator

from services.work import Role

MOST_STEPS = 20
KEY = r"^[a-z0-9][a-z0-9-]{0,39}$"


class Part(BaseModel):
    """A part of a definition: nothing unknown, nothing of another type."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Branch(Part):
    """A way on: to which step, and what the officer presses."""

    to: str = Field(pattern=KEY)
    name: str = Field(min_length=1, max_length=120)


class StepDefinition(Part):
    """One step: who may do it, how long, and what may be done there."""

    key: str = Field(pattern=KEY)
    name: str = Field(min_length=1, max_length=120)
    role: Role
    hours: float = Field(default=0, le=10_000)
    share: float = Field(default=0, le=1)
    branches: tuple[Branch, ...] = ()
    opinions: bool = True
    financial: bool = False
    may_suspend: bool = True
    may_extend: bool = True
    may_stop: bool = True

    @field_validator("role")
    @classmethod
    def _of_the_desk(cls, role: Role) -> Role:
        """Reception and return frame every process, so they are no steps."""
        if role not in (Role.PROCESSING, Role.APPROVER):
            raise ValueError("role")
        return role


class ProcessDefinition(Part):
    """A version of a process, as it is in force from a day on."""

    name: str = Field(min_length=1, max_length=200)
    procedure_code: str = ""  # empty: the default of the province
    valid_from: date
    version: int = 1
    steps: tuple[StepDefinition, ...] = Field(default=(), max_length=MOST_STEPS)


STEPS = TypeAdapter(tuple[StepDefinition, ...])

# Any: steps as JSON holds them.
StoredSteps = Sequence[dict[str, Any]]


def read_steps(stored: StoredSteps) -> tuple[StepDefinition, ...]:
    """Read steps as JSON holds them; strict, as nobody typed them by hand."""
    return STEPS.validate_json(json.dumps(list(stored)))


def store_steps(steps: Sequence[StepDefinition]) -> list[dict[str, Any]]:
    """Return the steps as JSON holds them."""
    stored: list[dict[str, Any]] = STEPS.dump_python(tuple(steps), mode="json")
    return stored
