"""One reader a register that is looked up: its question, and its adapter there."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

import httpx

from services.integrations.transport_registry.adapter import HttpTransportRegistry
from services.look_ups.models import Question, Register
from services.work import Work
from tests.contract import test_budget_unit_registry as budget_units
from tests.contract import test_enterprise_registry as enterprises
from tests.contract import test_transport_registry as transport


@dataclasses.dataclass(frozen=True)
class Reader:
    """How one register is asked something it can answer."""

    register: Register
    place: str  # under the sandbox
    question: Question
    typed: Callable[[], Mapping[str, str]]
    adapter: Callable[[httpx.Client], Any]  # Any: the port of this register

    def reached(self, work: Work, client: httpx.Client) -> Work:
        """Return the same work with this register reached by a client."""
        there = {str(self.register): self.adapter(client)}
        ministries = dataclasses.replace(work.systems.ministries, **there)
        systems = dataclasses.replace(work.systems, ministries=ministries)
        return dataclasses.replace(work, systems=systems)


READERS = {
    reader.register: reader
    for reader in (
        Reader(
            Register.ENTERPRISES,
            "enterprise-registry",
            Question.ENTERPRISE,
            lambda: {"number": enterprises.NUMBER},
            enterprises.adapter,
        ),
        Reader(
            Register.BUDGET_UNITS,
            "budget-units",
            Question.BUDGET_DOSSIER,
            lambda: {"number": budget_units.code_of(budget_units.monday(), 1)},
            budget_units.adapter,
        ),
        Reader(
            Register.TRANSPORT,
            "transport-registry",
            Question.TRANSPORT_DOSSIER,
            lambda: {"number": transport.code_of(transport.monday(), 1)},
            lambda client: HttpTransportRegistry(client, transport.ACCESS),
        ),
    )
}
