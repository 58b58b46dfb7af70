"""“Cập nhật”: ask the population database, show what differs, take it over (C22)."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.citizen.profile import ProfileState
from dvc_app.state.citizen.profile_rows import label_of, say_value
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import profile as wording
from services.accounts.models import Party
from services.core.errors import Conflict, RuleViolation, SystemUnavailable, TooMany
from services.profiles.check_population import (
    Difference,
    PopulationCheck,
    PopulationOutcome,
    check_population,
)
from services.profiles.take_population_record import take_population_record

KINDS = {
    PopulationOutcome.SAME: "done",
    PopulationOutcome.CHANGED: "info",
}


@dataclass(frozen=True)
class DifferenceRow:
    """One field, as it stands and as it is on file."""

    label: str
    present: str
    on_file: str


class PopulationState(FormState, AppState):
    """One asking; its answer lives on the server until it is confirmed."""

    words: str = ""
    kind: str = "info"
    differences: list[DifferenceRow] = []
    may_take: bool = False
    is_same: bool = False
    _sealed: str = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Begin without an answer."""
        self._accept()
        self.busy = False
        self._forget()

    @rx.event
    @allow(Who.CITIZEN)
    async def ask(self, form: dict[str, str]) -> AsyncIterator[None]:
        """Ask what is on file; nothing is written."""
        self._accept()
        self._forget()
        self.busy = True
        yield
        typed = form.get("citizen_id", "")
        try:
            self._answer(await self._run_apart(check_population, typed))
        except RuleViolation as refusal:
            self._show(faults.spelled(refusal.problems))
        except TooMany as refusal:
            until = formats.moment(refusal.until)
            self.words, self.kind = wording.TOO_MANY.format(until=until), "warn"
        except SystemUnavailable:
            self.words, self.kind = wording.DOWN, "warn"
        finally:
            self.busy = False

    @rx.event
    @allow(Who.CITIZEN)
    async def take(self) -> list[EventSpec]:
        """Write what is on file into the profile."""
        sealed = self._sealed
        self._forget()
        try:
            taken = await self._run(take_population_record, sealed)
        except Conflict:
            self.words, self.kind = wording.TOO_OLD, "warn"
            return []
        except RuleViolation as refusal:
            self.words = " ".join(faults.spelled(refusal.problems).values())
            self.kind = "warn"
            return []
        words = wording.TAKEN_SAME
        if taken.changed:
            words = wording.TAKEN.format(count=len(taken.changed))
        if taken.changed and taken.running:
            running = wording.RUNNING_UNTOUCHED.format(count=taken.running)
            words = f"{words} {running}"
        self.words, self.kind = words, "done"
        return [ProfileState.refresh()]

    @rx.event
    @allow(Who.CITIZEN)
    async def leave(self) -> None:
        """Keep the profile as it is."""
        self._forget()
        self.words = wording.KEPT

    def _answer(self, check: PopulationCheck) -> None:
        named = [label_of(field, Party.CITIZEN).lower() for field in check.differing]
        words = wording.OUTCOMES[check.outcome]
        self.words = words.format(fields=", ".join(named))
        self.kind = KINDS.get(check.outcome, "warn")
        self.differences = [_row(one) for one in check.differences]
        self.is_same = check.outcome is PopulationOutcome.SAME
        self.may_take = bool(check.sealed)
        self._sealed = check.sealed

    def _forget(self) -> None:
        self.words, self.kind, self._sealed = "", "info", ""
        self.differences = []
        self.may_take = self.is_same = False


def _row(one: Difference) -> DifferenceRow:
    return DifferenceRow(
        label=label_of(one.field, Party.CITIZEN),
        present=say_value(one.field, one.present),
        on_file=say_value(one.field, one.on_file),
    )
