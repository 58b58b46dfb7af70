"""“Thông tin chi tiết” at the counter: the electronic form, and the vault's papers."""

from dataclasses import replace
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.citizen.eform import _next_row as next_row
from dvc_app.state.citizen.vault_offers import SENTENCES, VaultOffers
from dvc_app.state.eform_vars import EformVars
from dvc_app.state.officer.counter_draft import CounterDraftState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import counter as wording
from services.core import clock
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.counter.open_at_counter import open_form_at_counter
from services.counter.papers import offers_at_counter, take_from_vault
from services.counter.type_in import save_form_at_counter
from services.dossiers.open_form import FormDraft
from services.dossiers.save_answers import Answer

NOWHERE = UUID(int=0)


class CounterFormState(EformVars, AppState):
    """The form of the draft of this page."""

    title: str = ""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Draw the form of the draft of the address."""
        self.title, self.groups, self.values = "", [], {}
        try:
            view = await self._run(open_form_at_counter, self._id())
        except (NotFound, Forbidden):  # the page itself says so
            return
        if view is None:
            return
        self.title = view.definition.title
        self._draw_lists(view.definition)
        self._draw_words(view.definition)
        self._draw_questions(view.definition)
        self._draw_texts(str(self._id()), view.texts)
        self._follow(view)

    @rx.event
    @allow(Who.OFFICER)
    async def save_field(self, key: str, text: str) -> None:
        """Keep an answer when its field is left."""
        await self._save({key: text})

    @rx.event
    @allow(Who.OFFICER)
    async def save_part(self, key: str, part: str, text: str) -> None:
        """Keep a part of an address."""
        await self._save({f"{key}.{part}": text})

    @rx.event
    @allow(Who.OFFICER)
    async def tick(self, key: str, value: str, is_on: bool) -> None:
        """Keep one tick among several."""
        chosen = [one for one in self.values.get(key, "").split(",") if one]
        kept = [one for one in chosen if one != value] + ([value] if is_on else [])
        await self._save({key: ",".join(kept)})

    @rx.event
    @allow(Who.OFFICER)
    async def add_row(self, code: str) -> None:
        """Add a row to a repeated group."""
        held = [row.id for row in self.rows.get(code, [])]
        group, new = self._group_of(code), next_row(code, held, set(self.values))
        if group is not None and new:
            await self._save({group.key: ",".join([*held, new])})

    @rx.event
    @allow(Who.OFFICER)
    async def remove_row(self, code: str, row: str) -> None:
        """Take a row away; what was typed in it stays in the draft."""
        group = self._group_of(code)
        if group is not None:
            rest = [one.id for one in self.rows.get(code, []) if one.id != row]
            await self._save({group.key: ",".join(rest)})

    async def _save(self, typed: dict[str, str]) -> None:
        now = clock.now()
        answers = [
            Answer(key, text, now, self.values.get(key))
            for key, text in typed.items()
            if self.values.get(key, "") != text and key not in self.fixed
        ]
        if not answers:
            return
        saved, view = await self._run(save_form_at_counter, self._id(), answers)
        self.values = self.values | {one.field: one.text for one in answers}
        page = await self.get_state(CounterDraftState)
        page.saved = wording.SAVED.format(time=formats.clock_time(saved.moment))
        page._forgive({one.field for one in answers})
        if view is not None:
            self._follow(view)

    def _follow(self, view: FormDraft) -> None:
        self._draw_answers(view.definition, view.filled, view.sums, view.earlier_code)

    def _id(self) -> UUID:
        return _draft_of(self.router.url.path)


class CounterVaultState(VaultOffers, AppState):
    """“Lấy giấy tờ từ kho” at the counter, by the person's word."""

    @rx.event
    @allow(Who.OFFICER)
    async def open(self, slot: str, name: str) -> None:
        """Show the person's papers for one component; the look is written down."""
        offers = await self._run(offers_at_counter, self._id(), slot[:40])
        self._show_offers(slot, name, offers)
        # The paper is opened once it lies in the draft, where opening is recorded.
        hidden = {"file": "", "thumbnail": ""}
        self.fitting = [replace(row, **hidden) for row in self.fitting]
        self.others = [replace(row, **hidden) for row in self.others]

    @rx.event
    @allow(Who.OFFICER)
    async def close(self) -> None:
        """Close the dialog; nothing was chosen."""
        self._shut()

    @rx.event
    @allow(Who.OFFICER)
    async def use(self, document_id: str) -> EventSpec | None:
        """Put a paper under the component."""
        if not self.slot:
            return None
        try:
            await self._run(take_from_vault, self._id(), self.slot, _uuid(document_id))
        except RuleViolation as refusal:
            self.problem = SENTENCES[next(iter(refusal.problems.values()))]
            return None
        self._shut()
        refresh: EventSpec = CounterDraftState.refresh()
        return refresh

    def _id(self) -> UUID:
        return _draft_of(self.router.url.path)


def _draft_of(path: str) -> UUID:
    parts = path.strip("/").split("/")
    return _uuid(parts[2]) if len(parts) > 2 else NOWHERE


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return NOWHERE
