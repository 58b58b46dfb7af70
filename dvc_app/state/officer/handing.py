"""HandingState: hand over, ask, send back, give, note (O05)."""

import secrets
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer.handing_rows import ChoiceRow
from dvc_app.state.officer.processing import ProcessingState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import handing as wording
from dvc_app.wording import processing
from dvc_app.wording.faults import spelled
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.core.faults import Fault
from services.processing.ask_for import answer_wish, ask_for
from services.processing.ask_opinion import Question, ask_opinion
from services.processing.forward import Forwarding, forward
from services.processing.handing_choices import who_may_be_asked, who_may_hold
from services.processing.reassign import reassign
from services.processing.return_step import return_step
from services.processing.write_note import write_note

EMPTY = {Fault.REQUIRED, Fault.NOTE_SHORT, Fault.DATE_FORMAT}
OFFICER = "officer."  # a box to tick for each officer that may be asked


class HandingState(FormState, AppState):
    """The one form that is open beside the dossier, and whom it may name."""

    open: str = ""  # an Act of open_processing
    form_key: str = ""
    officers: list[ChoiceRow] = []
    units: list[ChoiceRow] = []
    unit: str = ""
    _intent: str = ""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Begin with no form open."""
        self._close()

    @rx.event
    @allow(Who.OFFICER)
    async def show(self, kind: str) -> None:
        """Open a form, with the people it may name; none closes it."""
        self._close()
        if kind not in wording.TITLES:
            return
        try:
            await self._choose(kind, "")
        except (Conflict, Forbidden, NotFound):
            return
        self.open = kind
        self._intent = secrets.token_urlsafe(16)
        self.form_key = f"{kind}-{self._intent[:6]}"

    @rx.event
    @allow(Who.OFFICER)
    async def choose_unit(self, unit: str) -> None:
        """Show the officers of another unit."""
        await self._choose("ask_opinion", unit)

    @rx.event
    @allow(Who.OFFICER)
    async def forward(self, form: dict[str, str]) -> EventSpec | None:
        """Hand the step to a colleague."""
        to, version = _uuid(form.get("officer", "")), _number(form.get("version", ""))
        said = Forwarding(to, form.get("handover", ""), form.get("due", ""))
        return await self._do("forward", forward, self._code(), said, version)

    @rx.event
    @allow(Who.OFFICER)
    async def reassign(self, form: dict[str, str]) -> EventSpec | None:
        """Give the step to an officer of the unit, as its leader."""
        to = _uuid(form.get("officer", "")) or UUID(int=0)
        reason = form.get("reason", "")
        return await self._do("reassign", reassign, self._code(), to, reason)

    @rx.event
    @allow(Who.OFFICER)
    async def ask(self, form: dict[str, str | bool]) -> EventSpec | None:
        """Ask one or several officers at the same time."""
        ticked = (_uuid(name.removeprefix(OFFICER)) for name in form if OFFICER in name)
        text, due = str(form.get("question", "")), str(form.get("opinion_due", ""))
        question = Question(tuple(one for one in ticked if one), text, due)
        version = _number(str(form.get("version", "")))
        act = ("ask_opinion", ask_opinion, self._code())
        return await self._do(*act, question, self._intent, version)

    @rx.event
    @allow(Who.OFFICER)
    async def send_back(self, form: dict[str, str]) -> EventSpec | None:
        """Send the dossier back to an earlier step."""
        where, version = _number(form.get("position", "")), form.get("version", "")
        reason, seen = form.get("reason", ""), _number(version)
        act = ("return_step", return_step, self._code())
        return await self._do(*act, where, reason, seen)

    @rx.event
    @allow(Who.OFFICER)
    async def write(self, form: dict[str, str]) -> EventSpec | None:
        """Write a note between colleagues."""
        note = form.get("note", "")
        return await self._do("note", write_note, self._code(), note, self._intent)

    @rx.event
    @allow(Who.OFFICER)
    async def ask_for(self, form: dict[str, str]) -> EventSpec | None:
        """Ask the holder for the step."""
        return await self._do("ask_for", ask_for, self._code(), form.get("why", ""))

    @rx.event
    @allow(Who.OFFICER)
    async def give(self, wish: str) -> EventSpec | None:
        """Give the step to the colleague who asks."""
        return await self._answer("given", wish, True)

    @rx.event
    @allow(Who.OFFICER)
    async def keep(self, wish: str) -> EventSpec | None:
        """Keep the step, and let the colleague know."""
        return await self._answer("kept", wish, False)

    async def _answer(self, key: str, wish: str, is_given: bool) -> EventSpec | None:
        wish_id = _uuid(wish) or UUID(int=0)
        return await self._do(key, answer_wish, self._code(), wish_id, is_given)

    async def _do(
        self, key: str, act: Callable[..., Any], *given: object
    ) -> EventSpec | None:
        """Act, say what happened, and let the page of the dossier read anew."""
        # Any: each act returns what it likes.
        try:
            done = await self._run(act, *given)
        except RuleViolation as refusal:
            self._name(refusal.problems)
            return None
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
        else:
            self._close()
            facts = {"name": getattr(done, "officer", ""), "count": done}
            step = getattr(done, "next_step", "")
            await self._say(wording.DONE[key].format(step=step, **facts), "done")
        return ProcessingState.refresh()

    async def _explain(self, refusal: Conflict | Forbidden) -> None:
        kind, name, *_ = (*(str(part) for part in refusal.args), "", "")
        known = processing.CONFLICTS | processing.FORBIDDEN | wording.CONFLICTS
        if kind not in known:
            raise refusal
        self._accept()
        await self._say(known[kind].format(name=name), "warn")

    def _name(self, problems: Mapping[str, str]) -> None:
        own = {f: wording.FAULTS[k] for f, k in problems.items() if k in wording.FAULTS}
        rest = spelled({f: k for f, k in problems.items() if f not in own})
        empty = {f for f, k in problems.items() if k in EMPTY} & wording.REQUIRED.keys()
        self._show(rest | own | {field: wording.REQUIRED[field] for field in empty})

    async def _choose(self, kind: str, unit: str) -> None:
        code = self._code()
        if kind in ("forward", "reassign"):
            found = await self._run(who_may_hold, code)
        elif kind == "ask_opinion":
            found = await self._run(who_may_be_asked, code, _uuid(unit))
        else:
            return
        self.officers = [
            ChoiceRow(str(one.id), one.name, one.title) for one in found.officers
        ]
        self.units = [ChoiceRow(str(one.id), one.name) for one in found.units]
        self.unit = str(found.unit_id or "")

    def _close(self) -> None:
        self._accept()
        self.open, self.officers, self.units = "", [], []

    def _code(self) -> str:
        parts = self.router.url.path.strip("/").split("/")
        return parts[2][:60] if len(parts) > 2 else ""


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else -1
