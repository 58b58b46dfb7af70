"""The cash of a day, counted and closed (khóa sổ)."""

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import till as wording
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.core.readers import Unreadable, read_date
from services.dues.show_day import TillDay, show_day
from services.payments.close_till import close_till
from services.signals import till_topics
from services.work import Role

DAY = "ngay"
NAMES = {"day": DAY}  # fields of the use case as the page calls them
FAULTS = faults.SENTENCES | wording.FAULTS


class TillDayState(FormState, AppState):
    """One day of the officer's own counter."""

    loaded: bool = False
    has_no_role: bool = False
    day: str = ""
    expected: str = ""
    is_closed: bool = False
    closed: str = ""
    difference: str = ""
    may_close: bool = False
    form_key: str = ""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show the day of the address, or today."""
        self.loaded = self.has_no_role = False
        self._accept()
        self.day = str(self.router.url.query_parameters.get(DAY, ""))
        if agency_id := self._actor().agency_id:
            self._watch(TillDayState.refresh, *till_topics([agency_id]))
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Count again: a colleague took cash."""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def show(self, form: dict[str, str]) -> EventSpec | None:
        """Go to another day."""
        typed = form.get(DAY, "")
        try:
            read_date(typed)
        except Unreadable as fault:
            self._refuse({DAY: fault.key}, FAULTS)
            return None
        return rx.redirect(f"{routes.TILL_DAY}?{DAY}={typed.strip()}")

    @rx.event
    @allow(Who.OFFICER)
    async def close(self, form: dict[str, str]) -> None:
        """Close the day with what was counted, once (R6)."""
        try:
            day = read_date(self.day)
            counted, note = form.get("counted", ""), form.get("note", "")
            await self._run(close_till, day, counted, note)
        except Unreadable as fault:
            self._refuse({DAY: fault.key}, FAULTS)
            return
        except RuleViolation as refusal:
            named = {NAMES.get(f, f): key for f, key in refusal.problems.items()}
            self._refuse(named, FAULTS)
            return
        self._accept()
        await self._say(wording.CLOSED, "done")
        await self._read()

    async def _read(self) -> None:
        try:
            day = read_date(self.day) if self.day else None
        except Unreadable:
            day = None
        try:
            found = await self._run(show_day, day)
        except (Forbidden, NotFound):
            self.has_no_role = self.loaded = True
            return
        self._draw(found)
        self.loaded = True

    def _draw(self, found: TillDay) -> None:
        self.day = formats.day(found.day)
        expected = formats.dong(found.expected)
        self.expected = wording.EXPECTED_LINE.format(
            count=formats.number(found.receipts), amount=expected
        )
        self.is_closed = found.counted is not None
        self.may_close = Role.INTAKE in self._actor().roles
        self.closed = self.difference = ""
        self.form_key = f"{self.day}-{found.expected}-{self.is_closed}"
        if found.counted is None:
            return
        self.closed = wording.CLOSED_LINE.format(
            name=found.closed_by,
            at=formats.moment(found.closed_at),
            counted=formats.dong(found.counted),
            expected=expected,
        )
        if found.counted != found.expected:
            self.difference = wording.DIFFERENCE.format(
                amount=formats.dong(abs(found.counted - found.expected)),
                note=found.note,
            )
