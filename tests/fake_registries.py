"""The three registers that are only read, in memory."""

from dataclasses import dataclass, field
from datetime import date, time

from services.core.errors import SystemUnavailable
from services.integrations.budget_unit_registry.port import BudgetCount, BudgetDossier
from services.integrations.enterprise_registry.port import (
    LONGEST_PERIOD,
    Enterprise,
    Registration,
)
from services.integrations.transport_registry.port import TransportDossier


@dataclass
class Asked:
    """What a register was asked, and whether it answers."""

    is_down: bool = False
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def note(self, *question: object) -> None:
        """Keep the question; a register that is down answers none."""
        self.asked.append(question)
        if self.is_down:
            raise SystemUnavailable(str(question[0]))


@dataclass
class FakeEnterpriseRegistry(Asked):
    """Enterprises and dossiers of registration."""

    enterprises: dict[str, Enterprise] = field(default_factory=dict)
    dossiers: list[Registration] = field(default_factory=list)

    def find(self, number: str) -> Enterprise | None:
        """Return the enterprise of this number."""
        self.note("find", number)
        return self.enterprises.get(number)

    def received(
        self, first: date, last: date, offset: int, limit: int
    ) -> tuple[Registration, ...]:
        """Return a page of what came in."""
        self.note("received", first, last, offset)
        assert (last - first).days < LONGEST_PERIOD
        found = [
            one
            for one in self.dossiers
            if one.received_on and first <= one.received_on <= last
        ]
        return tuple(found[offset : offset + limit])

    def processed_today(
        self, first: time, last: time, offset: int, limit: int
    ) -> tuple[Registration, ...]:
        """Return a page of what was dealt with today."""
        self.note("processed_today", first, last, offset)
        found = [one for one in self.dossiers if one.processed_on]
        return tuple(found[offset : offset + limit])

    def state_of(self, number: str) -> Registration | None:
        """Return where one dossier stands."""
        self.note("state_of", number)
        return next((one for one in self.dossiers if one.number == number), None)


@dataclass
class FakeBudgetUnitRegistry(Asked):
    """Dossiers of codes."""

    rows: list[BudgetDossier] = field(default_factory=list)

    def dossiers(
        self, first: date, last: date, page: int, size: int
    ) -> tuple[BudgetDossier, ...]:
        """Return a page of the dossiers of a period."""
        self.note("dossiers", first, last, page)
        return tuple(self._between(first, last)[(page - 1) * size : page * size])

    def find(self, number: str) -> BudgetDossier | None:
        """Return one dossier."""
        self.note("find", number)
        return next((one for one in self.rows if one.number == number), None)

    def counts(self, first: date, last: date) -> tuple[BudgetCount, ...]:
        """Return their own count of a period."""
        self.note("counts", first, last)
        found = [(one.kind, one.status) for one in self._between(first, last)]
        return tuple(BudgetCount(*one, found.count(one)) for one in sorted(set(found)))

    def _between(self, first: date, last: date) -> list[BudgetDossier]:
        return [
            one for one in self.rows if one.filed_on and first <= one.filed_on <= last
        ]


@dataclass
class FakeTransportRegistry(Asked):
    """Dossiers of transport."""

    rows: list[TransportDossier] = field(default_factory=list)

    def received(self, first: date, last: date) -> tuple[TransportDossier, ...]:
        """Return all dossiers received in a period."""
        self.note("received", first, last)
        return tuple(
            one
            for one in self.rows
            if one.received_on and first <= one.received_on <= last
        )

    def find(self, number: str) -> TransportDossier | None:
        """Return one dossier."""
        self.note("find", number)
        return next((one for one in self.rows if one.number == number), None)
