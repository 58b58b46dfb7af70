"""The working calendar: a year, a change with its effect, the second word (A06)."""

from uuid import UUID

import reflex as rx

from dvc_app.state.admin.accounts import Option
from dvc_app.state.admin.calendar_rows import (
    ChangeRow,
    Hours,
    Month,
    change_row,
    hours_of,
    months_of,
    say_edit,
    say_effect,
    say_examples,
)
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import calendars as wording
from dvc_app.wording import faults
from services.calendar_changes.decide_change import confirm_change, decline_change
from services.calendar_changes.edits import parse_edits
from services.calendar_changes.propose_change import (
    preview_change,
    propose_change,
    propose_undoing,
)
from services.calendar_changes.show_calendar import show_calendar
from services.core import clock
from services.core.errors import RuleViolation

LONGEST = 200


class CalendarState(FormState, AppState):
    """One year of the province or of a unit."""

    loaded: bool = False
    year: int = 0
    unit: str = ""  # id; empty: the whole province
    units: list[Option] = []
    months: list[Month] = []
    hours: list[Hours] = []
    changes: list[ChangeRow] = []
    what: str = "holiday"
    effect: list[str] = []  # of the change asked about; empty: none
    examples: list[str] = []
    edits: list[str] = []
    form_key: int = 0
    _asked: dict[str, str] = {}

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Show this year."""
        self._accept()
        self.busy, self.what, self.unit = False, "holiday", ""
        self._forget()
        self.year = clock.local(clock.now()).year
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def turn(self, year: int) -> None:
        """Show another year."""
        self.year = int(year)
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def choose_unit(self, unit: str) -> None:
        """Show the calendar of a unit, or of the whole province."""
        self.unit = str(unit)[:40]
        self._forget()
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def choose_what(self, what: str) -> None:
        """Ask only for what this kind of change needs."""
        self.what = what if what in wording.WHATS else "holiday"
        self._accept()
        self._forget()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def see(self, form: dict[str, str]) -> None:
        """Show what the change would do; nothing is written."""
        asked = {name: str(value)[:LONGEST] for name, value in form.items()}
        asked["what"] = self.what
        try:
            edits = parse_edits(asked)
            effect = await self._run(preview_change, self._owner(), edits)
        except RuleViolation as refusal:
            self._forget()
            self._show(faults.spelled(refusal.problems))
            return
        self._accept()
        self._asked = asked
        self.edits = [say_edit(edit) for edit in edits]
        self.effect, self.examples = say_effect(effect), say_examples(effect)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def propose(self) -> None:
        """Send what was looked at to a second administrator."""
        if not self._asked:
            return
        edits, reason = parse_edits(self._asked), self._asked.get("reason", "")
        await self._run(propose_change, self._owner(), edits, reason)
        self._forget()
        self.form_key += 1
        await self._say(wording.PROPOSED, "done")
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def correct(self) -> None:
        """Go back to the form; what was typed is still there."""
        self._forget()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def confirm(self, change: str) -> None:
        """Put another's change in force."""
        try:
            moved = await self._run(confirm_change, UUID(str(change)))
        except RuleViolation as refusal:
            self._show(faults.spelled(refusal.problems))
            return
        words = wording.CONFIRMED.format(count=moved)
        await self._say(words if moved else wording.CONFIRMED_NONE, "done")
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def decline(self, change: str) -> None:
        """Put a proposal aside."""
        await self._run(decline_change, UUID(str(change)))
        await self._say(wording.DECLINED, "done")
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def undo(self, change: str) -> None:
        """Propose to bring back what stood before."""
        await self._run(propose_undoing, UUID(str(change)))
        await self._say(wording.PROPOSED, "done")
        await self._read()

    def _owner(self) -> UUID | None:
        return UUID(self.unit) if self.unit else None

    def _forget(self) -> None:
        self._asked = {}
        self.effect, self.examples, self.edits = [], [], []

    async def _read(self) -> None:
        shown = await self._run(show_calendar, self.year, self._owner())
        self.year = shown.year
        self.unit = str(shown.agency_id or "")
        whole = [] if self._actor().agency_id else [Option("", wording.WHOLE)]
        units = [Option(str(number), name) for number, name in shown.units]
        self.units = [*whole, *units]
        self.months, self.hours = months_of(shown), hours_of(shown.weeks)
        self.changes = [change_row(one) for one in shown.changes]
        self.loaded = True
