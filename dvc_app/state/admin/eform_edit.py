"""EformEditState: the part of a draft that is open in the editor (A03)."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from dvc_app.state.admin import eform_edit_rows as edits
from dvc_app.state.admin.eform import AdminEformState
from dvc_app.state.admin.eform_rows import name_at, say_faults
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import eform_changes as wording
from dvc_app.wording.eform_fields import KINDS
from services.core.errors import Conflict, NotFound, RuleViolation
from services.eform_changes.edit_draft import (
    Changed,
    move_part,
    remove_part,
    save_field,
    save_group,
    save_head,
)
from services.eform_changes.flaws import HEAD
from services.eform_changes.raw import Raw, Spot, groups_of, part_at, read_spot
from services.work import Work

CONDITIONS = ("when", "required_when")
LONGEST = 4000


class EformEditState(FormState, AppState):
    """One part at a time is open; each is kept by its own form."""

    opened: str = ""  # head, g0, g0.f2; behind the last one: new
    kind: str = ""  # of the open field: what it asks for depends on it
    form: edits.PartForm = edits.PartForm()
    when_picks: list[edits.Pick] = []
    need_picks: list[edits.Pick] = []
    sum_picks: list[edits.Pick] = []
    deciders: list[edits.Choice] = []
    names: list[edits.Choice] = []
    asked: str = ""  # shall this part be taken away?
    asked_words: str = ""
    form_key: str = ""  # the inputs are drawn anew
    focus_id: str = ""
    focus_mark: str = ""
    _part: Raw = {}  # as it was opened
    _warned: bool = False

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Open nothing."""
        self._close()
        self.focus_id = self.focus_mark = ""

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def open(self, where: str) -> None:
        """Open the head, a group or a field."""
        page = await self.get_state(AdminEformState)
        self._close()
        if self._fill(page, where):
            first = {"head": "title"}.get(where, "label" if "." in where else "title")
            self._lead_to(first)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def close(self) -> None:
        """Close what is open; what was typed there is dropped."""
        where = self.opened
        self._close()
        self._lead_to(f"sua-{where}")

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def choose_kind(self, kind: str) -> None:
        """Ask for what this kind of answer needs."""
        self.kind = kind if kind in KINDS else self.kind

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def choose_when(self, name: str, code: str) -> None:
        """Show the answers another field may have."""
        if name not in CONDITIONS:
            return
        page = await self.get_state(AdminEformState)
        found = edits.answer_picks(page._raw(), name, self._part, code) if code else []
        if name == "when":
            self.when_picks = found
        else:
            self.need_picks = found

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def save(self, form: dict[str, str | bool]) -> None:
        """Keep the part that is open."""
        typed = {
            name: "on" if value is True else str(value or "")[:LONGEST]
            for name, value in form.items()
        }
        where = self.opened
        if not where:
            return
        page = await self.get_state(AdminEformState)
        if await self._change(page, _save, where, typed):
            self._close()
            name = name_at(page._raw(), where)
            await self._say_unless_warned(wording.SAVED_PART.format(name=name))
            self._lead_to(f"sua-{where}")

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def ask_remove(self, where: str) -> None:
        """Ask before a part is taken away."""
        page = await self.get_state(AdminEformState)
        name = name_at(page._raw(), where)
        self._close()
        self.asked, self.asked_words = where, wording.REMOVE_ASK.format(name=name)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def keep(self) -> None:
        """Keep it."""
        where, self.asked = self.asked, ""
        self._lead_to(f"sua-{where}")

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def remove(self) -> None:
        """Take the part away that was asked about."""
        page, where = await self.get_state(AdminEformState), self.asked
        if not where:
            return
        name = name_at(page._raw(), where)
        if await self._change(page, _remove, where):
            self.asked = ""
            await self._say_unless_warned(wording.REMOVED.format(name=name))

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def move(self, where: str, by: int) -> None:
        """Move a group or a field one place."""
        page = await self.get_state(AdminEformState)
        name = name_at(page._raw(), where)
        self._close()
        if await self._change(page, _move, where, int(by)):
            await self._say(wording.MOVED.format(name=name), "done")

    async def _change(
        self, page: AdminEformState, act: Callable[..., Changed], *given: object
    ) -> bool:
        """Write one change and show the draft anew; a refusal stays at its input."""
        self._warned = False
        try:
            done = await self._run(act, page._seen(), *given)
        except RuleViolation as refusal:
            self._show(say_faults(refusal.problems, page._raw()))
            return False
        except Conflict as refusal:
            await page._tell_conflict(refusal)
            self._open_again(page)
            return False
        self._accept()
        page._accept()
        await page._read()
        if done.codes:
            self._warned = True
            words = wording.CODES_GONE.format(codes=", ".join(done.codes))
            await self._say(words, "warn")
        return True

    async def _say_unless_warned(self, words: str) -> None:
        if not self._warned:
            await self._say(words, "done")

    def _open_again(self, page: AdminEformState) -> None:
        """Leave open what nobody else touched: what was typed there can be kept.

        Another's words are never written over unseen, so their part is drawn anew.
        """
        where, before, self.asked = self.opened, self._part, ""
        if where in ("", HEAD):
            self._close()
            return
        spot, raw = read_spot(where), page._raw()
        try:
            is_same = _part(raw, spot) == before
        except NotFound:
            is_same = False
        if not is_same:
            self._close()

    def _fill(self, page: AdminEformState, where: str) -> bool:
        draft = page._view.draft if page._view else None
        if draft is None or not page.may_write:
            return False
        raw = draft.definition
        self.deciders, self.names = edits.deciders(raw), edits.name_fields(raw)
        if where == HEAD:
            self.form = edits.head_form(draft)
        else:
            spot = read_spot(where)
            self._part = _part(raw, spot)
            self.form = _form(raw, spot, self._part)
        self.kind = self.form.texts.get("kind", "")
        picks = self.form.picks
        self.when_picks = picks.get("when", [])
        self.need_picks = picks.get("required_when", [])
        self.sum_picks = picks.get("sum", [])
        self.opened, self.form_key = where, f"{page.draft_key}-{where}"
        return True

    def _close(self) -> None:
        self.opened = self.asked = self.kind = ""
        self._part = {}
        self._accept()

    def _lead_to(self, element: str) -> None:
        self.focus_id = element
        self.focus_mark = str(int(self.focus_mark or 0) + 1)


def _save(work: Work, at: Any, where: str, typed: dict[str, str]) -> Changed:
    # Any: where the draft stood, as the page read it.
    if where == HEAD:
        return save_head(work, at, typed)
    spot = read_spot(where)
    save = save_group if spot.field is None else save_field
    return save(work, at, spot, typed)


def _remove(work: Work, at: Any, where: str) -> Changed:
    # Any: as above.
    return remove_part(work, at, read_spot(where))


def _move(work: Work, at: Any, where: str, by: int) -> Changed:
    # Any: as above.
    return move_part(work, at, read_spot(where), by)


def _part(raw: Raw, spot: Spot) -> Raw:
    """Return what stands there; nothing behind the last one."""
    row = groups_of(raw)
    number = spot.group
    if spot.field is not None:
        row = part_at(raw, Spot(spot.group)).get("field", [])
        number = spot.field
    return {} if number == len(row) else part_at(raw, spot)


def _form(raw: Raw, spot: Spot, part: Raw) -> edits.PartForm:
    if spot.field is None:
        return edits.group_form(raw, part)
    return edits.field_form(raw, spot, part)
