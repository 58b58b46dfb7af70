"""EformState: the procedure's own form in step 2 of the wizard (C11)."""

from collections.abc import AsyncIterator
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats
from dvc_app.state import eform_rows
from dvc_app.state.base import AppState
from dvc_app.state.citizen.filing import NOWHERE, FilingState
from dvc_app.state.eform_vars import EformVars
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import eforms as wording
from dvc_app.wording import filing
from services.core import clock
from services.core.errors import NotFound
from services.dossiers.open_form import FormDraft, open_form
from services.dossiers.save_answers import Answer, SavedAt, TwoTabs, save_answers
from services.eforms.conditions import LARGEST_ROW
from services.eforms.definition import PREFIX
from services.eforms.form_names import form_names, name_of
from services.work import Work


class EformState(EformVars, AppState):
    """The form of the draft of this page; FilingState holds the rest of it."""

    loaded: bool = False
    draft_id: str = ""
    title: str = ""
    number: str = ""
    names_owner: bool = False  # the common part does not ask for the owner
    owner_hint: str = ""
    removed: str = ""  # what can be undone, in words
    focus_id: str = ""
    focus_mark: str = ""
    _undo: tuple[str, str] = ("", "")  # key of a group, its rows before

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> AsyncIterator[None]:
        """Draw the form, in messages a weak network carries (R35)."""
        parts = self.router.url.path.strip("/").split("/")
        self.draft_id = parts[1] if len(parts) > 1 else ""
        self.removed = self.focus_id = self.focus_mark = ""
        view = await self._open()
        if view is None:
            self.loaded = self.names_owner = False
            self.groups, self.values = [], {}
            return
        self._draw_lists(view.definition)
        yield
        self._draw_words(view.definition)
        yield
        self._draw_questions(view.definition)
        yield
        self._draw(view)

    @rx.event
    @allow(Who.CITIZEN)
    async def save_field(self, key: str, text: str) -> None:
        """Keep an answer when its field is left, and ask what follows from it."""
        await self._save({key: text})

    @rx.event
    @allow(Who.CITIZEN)
    async def save_part(self, key: str, part: str, text: str) -> None:
        """Keep a part of an address."""
        await self._save({f"{key}.{part}": text})

    @rx.event
    @allow(Who.CITIZEN)
    async def tick(self, key: str, value: str, is_on: bool) -> None:
        """Keep one tick among several."""
        chosen = [one for one in self.values.get(key, "").split(",") if one]
        kept = [one for one in chosen if one != value] + ([value] if is_on else [])
        await self._save({key: ",".join(kept)})

    @rx.event
    @allow(Who.CITIZEN)
    async def add_row(self, code: str) -> None:
        """Add a row, and lead to its first field."""
        held = [row.id for row in self.rows.get(code, [])]
        group = self._group_of(code)
        new = _next_row(code, held, set(self.values))
        if group is None or not new:
            return
        self.removed = ""
        await self._save({group.key: ",".join([*held, new])})
        first = next((row for row in self.rows[code] if row.id == new), None)
        if first:
            key = f"{first.prefix}{group.fields[0].code}"
            is_address = group.fields[0].kind == "address"
            self._lead_to(f"{key}.commune" if is_address else key)

    @rx.event
    @allow(Who.CITIZEN)
    async def remove_row(self, code: str, row: str) -> None:
        """Take a row away; what was typed in it is kept until it is undone."""
        held = self.rows.get(code, [])
        group = self._group_of(code)
        gone = next((one for one in held if one.id == row), None)
        if group is None or gone is None:
            return
        self._undo = (group.key, ",".join(one.id for one in held))
        rest = [one.id for one in held if one.id != row]
        await self._save({group.key: ",".join(rest)})
        self.removed = wording.REMOVED.format(row=gone.title)
        self._lead_to(group.key)

    @rx.event
    @allow(Who.CITIZEN)
    async def restore_row(self) -> None:
        """Bring the last row back, with all that was typed in it."""
        key, order = self._undo
        if self.removed and key:
            await self._save({key: order})
            self._lead_to(key)
        self.removed = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def go_on(self, form: dict[str, str]) -> EventSpec | None:
        """Keep what both parts of the page hold, check them, and go on (R8)."""
        known = set(self.values) - set(self.fixed)
        typed = {key: text for key, text in form.items() if key in known}
        await self._save(typed)
        page = await self.get_state(FilingState)
        answer = await page._keep_and_go_on(form)
        await self._name_faults(page)
        return answer

    async def _open(self) -> FormDraft | None:
        try:
            return await self._run(open_form, self._id())
        except NotFound:
            return None

    def _draw(self, view: FormDraft) -> None:
        self._draw_texts(self.draft_id, view.texts)
        self.title = view.definition.title
        number = view.definition.form_number
        self.number = wording.FORM_NUMBER.format(number=number) if number else ""
        self.names_owner = view.names_owner
        label = name_of(view.definition, PREFIX + view.definition.applicant)
        self.owner_hint = wording.OWNER_HERE.format(label=label) if label else ""
        self._draw_answers(view.definition, view.filled, view.sums, view.earlier_code)
        self.loaded = True
        group = self.router.url.query_parameters.get("phan", "")
        if self._group_of(group):
            self._lead_to(f"{PREFIX}{group}")

    async def _save(self, typed: dict[str, str]) -> None:
        now = clock.now()
        answers = [
            Answer(key, text, now, self.values.get(key))
            for key, text in typed.items()
            if self.values.get(key, "") != text and key not in self.fixed
        ]
        if not answers:
            return
        saved, view = await self._run(_save_and_open, self._id(), answers)
        if view is None:
            return
        self._take_in(view, {one.field: one.text for one in answers})
        page = await self.get_state(FilingState)
        page.saved = filing.SAVED.format(time=formats.clock_time(saved.moment))
        await self._tell_conflicts(view, saved.conflicts)

    def _take_in(self, view: FormDraft, said: dict[str, str]) -> None:
        """Know what this tab said; of the others, what it saw last.

        Another tab's words are not on this page: known, they would be told to
        nobody, and the next press would write over them.
        """
        self._draw_answers(view.definition, view.filled, view.sums, view.earlier_code)
        fresh = {
            key: text for key, text in view.texts.items() if key not in self.values
        }
        self.values = self.values | fresh | said

    async def _tell_conflicts(
        self, view: FormDraft, conflicts: tuple[TwoTabs, ...]
    ) -> None:
        names = form_names(view.definition, view.texts) if conflicts else {}
        for conflict in conflicts:
            name = names.get(conflict.field, conflict.field)
            await self._say(filing.OTHER_TAB.format(field=name), "warn")

    async def _name_faults(self, page: FilingState) -> None:
        """Say of the form's own fields which they are and what they take."""
        faults = {k: f for k, f in page._faults.items() if k.startswith(PREFIX)}
        view = await self._open() if faults and page.problems else None
        if view is None:
            return
        names = form_names(view.definition, view.texts)
        said = eform_rows.say_problems(view.definition, names, faults)
        page._show(page.problems | said)
        page.attempt = str(int(page.attempt) - 1)  # one refusal, not two

    def _lead_to(self, element: str) -> None:
        self.focus_id = element
        self.focus_mark = str(int(self.focus_mark or 0) + 1)

    def _id(self) -> UUID:
        try:
            return UUID(self.draft_id)
        except ValueError:
            return NOWHERE


def _save_and_open(
    work: Work, draft_id: UUID, answers: list[Answer]
) -> tuple[SavedAt, FormDraft | None]:
    return save_answers(work, draft_id, answers), open_form(work, draft_id)


def _next_row(code: str, held: list[str], keys: set[str]) -> str:
    """Return a name no row had before, so that no old answer stands in the new one."""
    prefix = f"{PREFIX}{code}."
    used = {key.removeprefix(prefix).split(".")[0] for key in keys if prefix in key}
    taken = {int(row) for row in {*held, *used} if row.isdigit()}
    fresh = max(taken, default=0) + 1
    if fresh <= LARGEST_ROW:
        return str(fresh)
    free = (str(number) for number in range(1, LARGEST_ROW + 1))
    return next((row for row in free if row not in held), "")
