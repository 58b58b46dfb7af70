"""ProcessState: one process, its steps edited, tried, proposed, published (A04)."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

import reflex as rx

from dvc_app import formats
from dvc_app.state.admin import process_rows as rows
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import processes as wording
from dvc_app.wording.faults import spelled
from services.core import clock
from services.core.errors import Conflict, NotFound, RuleViolation
from services.processes.publish import propose, publish, withdraw
from services.processes.save_draft import ProcessForm, begin_version, save_draft
from services.processes.show_process import ProcessView, show_process
from services.processing.try_process import try_process

TEXTS = {"name", "role", "time"}
LONGEST = 200


class ProcessState(FormState, AppState):
    """One process, as an administrator writes it."""

    loaded: bool = False
    missing: bool = False
    name: str = ""
    version: str = ""
    words: str = ""
    used_for: str = ""
    code: str = ""
    level: str = ""
    valid_from: str = ""
    waits: str = ""
    may_edit: bool = False
    may_publish: bool = False
    may_propose: bool = False
    may_renew: bool = False
    may_withdraw: bool = False
    is_changed: bool = False
    steps: list[rows.StepEdit] = []
    drawn: list[rows.DrawnStep] = []
    tried: list[rows.TriedRow] = []
    versions: list[rows.VersionRow] = []
    used_by: list[str] = []
    used_by_all: bool = False
    today: str = ""
    form_key: str = ""
    _process: str = ""
    _version: str = ""
    _edition: int = 0

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Open the process of the address."""
        parts = self.router.url.path.strip("/").split("/")
        self._process = parts[2][:40] if len(parts) > 2 else ""
        self.loaded = self.missing = False
        self.tried = []
        self._accept()
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def edit(self, key: str, name: str, value: str) -> None:
        """Take what was typed in a field of a step."""
        if name in TEXTS:
            self._change(key, **{name: value[:LONGEST]})

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def toggle(self, key: str, name: str, is_on: bool) -> None:
        """Allow something at a step, or do not."""
        if name in wording.OPTIONS:
            self._change(key, **{name: is_on is True})

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def add(self) -> None:
        """Add a step before the last one."""
        step = rows.StepEdit(f"buoc-{secrets.token_hex(3)}", wording.NEW_STEP)
        self.steps = [*self.steps[:-1], step, *self.steps[-1:]]
        self.is_changed = True

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def remove(self, key: str) -> None:
        """Take a step out."""
        self.steps = [step for step in self.steps if step.key != key]
        self.is_changed = True

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def move(self, key: str, by: int) -> None:
        """Move a step one place up or down."""
        order = list(self.steps)
        where = next((n for n, step in enumerate(order) if step.key == key), -1)
        to = where + (1 if by > 0 else -1)
        if where >= 0 and 0 <= to < len(order):
            order[where], order[to] = order[to], order[where]
            self.steps, self.is_changed = order, True

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def add_way(self, key: str) -> None:
        """Add a way on to a step."""
        ways = self._ways(key)
        self._change(key, ways=[*ways, rows.WayRow(id=secrets.token_hex(4))])

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def drop_way(self, key: str, way: str) -> None:
        """Take a way on away."""
        self._change(key, ways=[one for one in self._ways(key) if one.id != way])

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def edit_way(self, key: str, way: str, name: str, value: str) -> None:
        """Take where a way leads, or what is pressed."""
        if name in ("target", "name"):
            change = {name: value[:LONGEST]}
            ways = self._ways(key)
            ways = [replace(one, **change) if one.id == way else one for one in ways]
            self._change(key, ways=ways)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def save(self, form: dict[str, str]) -> None:
        """Keep the draft."""
        typed = ProcessForm(
            name=form.get("name", ""),
            procedure_code=form.get("procedure_code", ""),
            agency_level=form.get("level", ""),
            valid_from=form.get("valid_from", ""),
            steps=tuple(rows.step_form(step) for step in self.steps),
        )
        version = UUID(self._version)
        await self._do(wording.SAVED, save_draft, version, typed, self._edition)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def propose(self) -> None:
        """Propose the draft that was saved."""
        if self.is_changed:
            await self._say(wording.CHANGED, "warn")
            return
        await self._do(wording.PROPOSED, propose, UUID(self._version), self._edition)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def publish(self) -> None:
        """Put what a colleague proposed in force."""
        said = wording.PUBLISHED.format(day=self.valid_from)
        await self._do(said, publish, UUID(self._version), self._edition)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def withdraw(self) -> None:
        """Take this version back."""
        await self._do(wording.WITHDRAWN, withdraw, UUID(self._version), self._edition)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def renew(self) -> None:
        """Begin the next version."""
        await self._do("", begin_version, UUID(self._process))

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def walk(self, form: dict[str, str]) -> None:
        """Try the saved version with an invented day."""
        given = UUID(self._process), form.get("day", ""), form.get("hours", "")
        try:
            self.tried = rows.tried(await self._run(try_process, *given))
        except RuleViolation as refusal:
            self._name(refusal.problems)
        else:
            self._accept()

    async def _do(self, said: str, act: Callable[..., Any], *given: object) -> None:
        # Any: each act returns what it likes; the page is read anew.
        try:
            await self._run(act, *given)
        except RuleViolation as refusal:
            self._name(refusal.problems)
            return
        except Conflict as refusal:
            kind, name = (*(str(part) for part in refusal.args), "")[:2]
            await self._say(wording.CONFLICTS[kind].format(name=name), "warn")
        else:
            self._accept()
            await self._say(said, "done")
        await self._read()

    async def _read(self) -> None:
        try:
            view = await self._run(show_process, UUID(self._process))
        except (ValueError, NotFound):
            self.missing = True
        else:
            self._draw(view)

    def _draw(self, view: ProcessView) -> None:
        shown = view.shown
        self._version, self._edition = str(shown.id), shown.edition
        self.name, self.version = view.name, str(shown.version)
        self.code, self.level = view.procedure_code, view.agency_level
        self.used_for = rows.used_for(view.procedure_code, view.agency_level)
        self.valid_from, self.today = formats.day(shown.valid_from), _today()
        self.words = rows.version_row(shown).words
        self.waits = rows.waits(view)
        self.may_edit, self.may_publish = view.may_edit, view.may_publish
        self.may_propose = shown.state == "draft"
        self.may_renew = not view.may_edit
        self.may_withdraw = shown.state != "withdrawn"
        self.steps, self.drawn = rows.edit_rows(view.steps), rows.drawn(view.steps)
        self.versions = [rows.version_row(one) for one in view.versions]
        self.used_by, self.used_by_all = list(view.used_by), view.used_by_all
        self.form_key = f"{shown.id}-{shown.edition}"
        self.is_changed, self.loaded = False, True

    def _name(self, problems: Mapping[str, str]) -> None:
        known = wording.FAULTS
        own = {f: known[k] for f, k in problems.items() if k in known}
        self._show(spelled({f: k for f, k in problems.items() if f not in own}) | own)

    def _change(self, key: str, **values: Any) -> None:
        # Any: a field of a step.
        self.steps = [
            replace(step, **values) if step.key == key else step for step in self.steps
        ]
        self.is_changed = True

    def _ways(self, key: str) -> list[rows.WayRow]:
        return next((list(step.ways) for step in self.steps if step.key == key), [])


def _today() -> str:
    return formats.day(clock.now())
