"""The kiosk that gives numbers, and the wall that shows who is called."""

from dataclasses import dataclass
from uuid import UUID

import reflex as rx

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import counter as wording
from services.core.errors import NotFound, RuleViolation
from services.counter.tickets import (
    Ticket,
    board,
    open_kiosk,
    queue_topic,
    take_ticket,
)


@dataclass(frozen=True)
class BusinessRow:
    """One kind of business, as a big button."""

    code: str
    name: str


@dataclass(frozen=True)
class NumberRow:
    """One number on the wall."""

    number: str
    words: str


class KioskState(FormState, AppState):
    """What the kiosk of one unit offers, and the number it gave last."""

    loaded: bool = False
    missing: bool = False
    agency: str = ""
    business: list[BusinessRow] = []
    number: str = ""  # not empty: a number was given
    ahead: str = ""
    taken_at: str = ""
    chosen: str = ""
    _code: str = ""

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Show what the unit of the address receives."""
        self._code = self.router.url.query_parameters.get("don-vi", "")[:40]
        self._forget()
        try:
            kiosk = await self._run(open_kiosk, self._code)
        except NotFound:
            self.missing, self.loaded = True, True
            return
        self.agency, self.missing = kiosk.agency, False
        self.business = [BusinessRow(code, name) for code, name in kiosk.business]
        self.loaded = True

    @rx.event
    @allow(Who.ANYBODY)
    async def take(self, code: str) -> None:
        """Give a number for this kind of business; empty: anything."""
        await self._take(code[:200], "")

    @rx.event
    @allow(Who.ANYBODY)
    async def take_carried(self, form: dict[str, str]) -> None:
        """Give a number for a draft whose QR is scanned (N11)."""
        await self._take("", form.get("key", "")[:200])

    @rx.event
    @allow(Who.ANYBODY)
    async def forget(self) -> None:
        """Make the kiosk ready for the next person."""
        self._forget()

    async def _take(self, business: str, key: str) -> None:
        try:
            ticket = await self._run(take_ticket, self._code, business, key)
        except RuleViolation as refusal:
            self._refuse(refusal.problems, wording.FAULTS)
            return
        self._accept()
        self.number, self.chosen = str(ticket.number), ticket.business
        ahead = ticket.ahead
        self.ahead = wording.AHEAD.format(count=ahead) if ahead else wording.FIRST
        time = formats.clock_time(ticket.taken_at)
        self.taken_at = wording.TAKEN_AT.format(time=time)

    def _forget(self) -> None:
        self._accept()
        self.number = self.ahead = self.taken_at = self.chosen = ""


class WallState(AppState):
    """The numbers called in one unit, live; numbers alone."""

    loaded: bool = False
    missing: bool = False
    agency: str = ""
    now: NumberRow = NumberRow("", "")
    before: list[NumberRow] = []
    upcoming: list[str] = []
    _code: str = ""

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Show the queue of the unit of the address, and follow it."""
        self._code = self.router.url.path.strip("/").split("/")[-1][:40]
        await self._read()
        if not self.missing and self._unit is not None:
            self._watch(WallState.refresh, queue_topic(self._unit))

    @rx.event
    @allow(Who.ANYBODY)
    async def refresh(self) -> None:
        """Read again: a number was taken or called."""
        await self._read()

    async def _read(self) -> None:
        try:
            shown = await self._run(board, self._code)
        except NotFound:
            self.missing, self.loaded = True, True
            return
        self._unit = shown.agency_id
        self.agency, self.missing, self.loaded = shown.agency, False, True
        rows = [_row(one) for one in shown.called]
        self.now, self.before = (rows or [NumberRow("", "")])[0], rows[1:]
        self.upcoming = [str(one.number) for one in shown.waiting[:8]]

    _unit: UUID | None = None


def _row(ticket: Ticket) -> NumberRow:
    words = wording.WALL_OFFICER.format(officer=ticket.officer)
    return NumberRow(str(ticket.number), words if ticket.officer else "")
