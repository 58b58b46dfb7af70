"""AdminProcedureState: one procedure, its layers, its changes, the second word (A02)."""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import reflex as rx

from dvc_app import formats
from dvc_app.state.admin import procedure_rows as rows
from dvc_app.state.admin.accounts import read_uuid
from dvc_app.state.admin.procedure_preview import PreviewState
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.public.procedure_rows import procedure_href
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import procedure_changes as wording
from dvc_app.wording.faults import spelled
from services.core.errors import Conflict, NotFound, RuleViolation
from services.procedure_changes.decide import publish_change, withdraw_change
from services.procedure_changes.models import ChangeState
from services.procedure_changes.preview import preview_change
from services.procedure_changes.show_facts import ProcedureFacts, show_facts

LONGEST_CODE = 40
SHOWN = 12  # changes of the history


class AdminProcedureState(FormState, PreviewState, AppState):
    """One procedure, as an administrator reads it."""

    loaded: bool = False
    missing: bool = False
    code: str = ""
    name: str = ""
    head: str = ""
    public_href: str = ""
    facts: list[rows.FactRow] = []
    remarks: list[str] = []
    national_words: str = ""
    waiting: list[rows.ChangeRow] = []
    history: list[rows.ChangeRow] = []
    may_write: bool = False
    may_begin: bool = False
    begin_words: str = wording.BEGIN

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Open the procedure of the address."""
        last = self.router.url.path.rstrip("/").rpartition("/")[2]
        asked = unquote(last)[:LONGEST_CODE]
        if asked != self.code:
            self.loaded = False
        self.code, self.missing = asked, False
        await self.refresh()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def refresh(self) -> None:
        """Read it anew, after a change was written."""
        self._accept()
        self.is_previewed = False
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def see(self, change: str) -> None:
        """Show the page with a change in it, as citizens will read it."""
        change_id = read_uuid(change)
        if change_id is None:
            raise NotFound("procedure_change")
        self._preview(await self._run(preview_change, change_id))

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def close_preview(self) -> None:
        """Put the preview away."""
        self.is_previewed = False

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def publish(self, change: str, edition: int) -> None:
        """Put what a colleague proposed in force, as it was read."""
        day = await self._do(publish_change, change, edition)
        if day is not False:
            said = wording.PUBLISHED.format(day=formats.day(day))
            await self._say(said, "done")

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def withdraw(self, change: str) -> None:
        """Take a change back."""
        if await self._do(withdraw_change, change) is not False:
            await self._say(wording.WITHDRAWN, "done")

    async def _do(self, act: Callable[..., Any], change: str, *given: object) -> Any:
        # Any: what the act returns; False where it was refused.
        change_id = read_uuid(change)
        if change_id is None:
            raise NotFound("procedure_change")
        try:
            done = await self._run(act, change_id, *given)
        except RuleViolation as refusal:
            self._show(say_faults(refusal.problems))
            return False
        except Conflict as refusal:
            await self._read()
            await self._say(wording.CONFLICTS[str(refusal.args[0])], "warn")
            return False
        await self.refresh()
        return done

    async def _read(self) -> None:
        try:
            shown = await self._run(show_facts, self.code)
        except NotFound:
            self.missing = True
        else:
            self._draw(shown)

    def _draw(self, shown: ProcedureFacts) -> None:
        self.name = shown.name
        self.head = wording.HEAD.format(code=shown.code, sector=shown.sector)
        self.public_href = procedure_href(shown.code)
        self.facts = rows.fact_rows(shown)
        self.remarks = [remark.words for remark in shown.remarks]
        self.national_words = wording.NATIONAL_NONE if shown.national is None else ""
        names = rows.names_of_units(shown)
        self.waiting, self.history = [], []
        for one in shown.changes[:SHOWN]:
            waits = one.state is ChangeState.PROPOSED
            row = rows.change_row(one, names, shown.may_write)
            (self.waiting if waits else self.history).append(row)
        self.may_write = shown.may_write
        is_own = any(row.is_own for row in self.waiting)
        self.may_begin = shown.may_write and (is_own or not self.waiting)
        self.begin_words = wording.EDIT_OWN if is_own else wording.BEGIN
        self.loaded = True


def say_faults(problems: dict[str, str]) -> dict[str, str]:
    """Return the sentence of each fault; a paper's says which it is."""
    known = wording.FAULTS
    rest = {name: key for name, key in problems.items() if key not in known}
    said = spelled(rest) | {n: known[k] for n, k in problems.items() if k in known}
    return {name: _named(name, words) for name, words in said.items()}


def _named(name: str, words: str) -> str:
    kind, _, number = name.partition(".")
    if kind != "paper":
        return words
    return wording.PAPER_FAULT.format(number=int(number) + 1, words=words)
