"""PermitState: what is typed of a permit, what is sent, and what became of it (O10)."""

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state import eform_rows
from dvc_app.state.base import AppState
from dvc_app.state.eform_vars import EformVars
from dvc_app.state.forms import FormState
from dvc_app.state.officer import permit_rows as rows
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import permits as wording
from services.core import clock
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.eforms.prefill import texts_of
from services.permits.open_permit import PermitView, open_permit
from services.permits.save_permit import keep_answers, save_permit
from services.permits.sync_permit import sync_permit
from services.signals import sync_topic


class PermitState(EformVars, FormState, AppState):
    """The permit of the dossier of the address."""

    loaded: bool = False
    missing: bool = False
    has_no_role: bool = False
    code: str = ""
    title: str = ""
    applicant: str = ""
    back: str = ""
    back_words: str = ""
    file: rows.FileRow = rows.FileRow()
    told: rows.ToldRow = rows.ToldRow()
    marked: dict[str, str] = {}  # faults by field, and what the ministry says of one
    cards: list[eform_rows.GroupCard] = []  # what is sent, in words
    cards_title: str = ""
    saved_by: str = ""
    kept: str = ""
    messages_href: str = ""
    _number: int = 0

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Open the permit of the dossier of the address."""
        parts = self.router.url.path.strip("/").split("/")
        self.code = parts[2][:60] if len(parts) > 3 else ""
        self.loaded = self.missing = self.has_no_role = False
        self.kept = ""
        self._accept()
        view = await self._open()
        if view is None:
            return
        self._draw_questions(view.definition)
        self._draw_words(view.definition)
        self._draw_lists(view.definition)
        self._draw_texts(self.code, texts_of(view.filled))
        self._draw(view)
        self._watch(PermitState.refresh, sync_topic(view.dossier_id))
        self.loaded = True

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Show what the ministry answered; what is being typed stays."""
        if (view := await self._open()) is not None:
            self._draw(view)

    @rx.event
    @allow(Who.OFFICER)
    async def save_field(self, key: str, text: str) -> None:
        """Keep an answer when its field is left."""
        await self._keep({key: text})

    @rx.event
    @allow(Who.OFFICER)
    async def save_part(self, key: str, part: str, text: str) -> None:
        """Keep a part of an address."""
        await self._keep({f"{key}.{part}": text})

    @rx.event
    @allow(Who.OFFICER)
    async def tick(self, key: str, value: str, is_on: bool) -> None:
        """Keep one tick among several."""
        chosen = [one for one in self.values.get(key, "").split(",") if one]
        left = [one for one in chosen if one != value] + ([value] if is_on else [])
        await self._keep({key: ",".join(left)})

    @rx.event
    @allow(Who.OFFICER)
    async def save(self) -> None:
        """‹Lưu›: check everything, and show what will be sent."""
        try:
            view = await self._run(save_permit, self.code)
        except RuleViolation as refusal:
            await self._name_faults(refusal)
            return
        self._accept()
        self._draw(view)
        await self._say(wording.SAVED.format(sync=self.told.button), "done")

    @rx.event
    @allow(Who.OFFICER)
    async def sync(self) -> EventSpec | None:
        """“Đồng bộ giấy phép BXD”: send what was saved and read."""
        try:
            view = await self._run(sync_permit, self.code, self._number)
        except RuleViolation as refusal:
            await self._name_faults(refusal)
            return None
        except Conflict:
            await self._say(wording.CHANGED, "warn")
            return PermitState.load()
        self._accept()
        self._draw(view)
        await self._say(wording.SYNCED, "done")
        return None

    async def _open(self) -> PermitView | None:
        try:
            return await self._run(open_permit, self.code)
        except Forbidden:
            self.has_no_role, self.loaded = True, True
        except NotFound:
            self.missing, self.loaded = True, True
        return None

    async def _keep(self, typed: dict[str, str]) -> None:
        if all(self.values.get(key, "") == text for key, text in typed.items()):
            return
        try:
            view = await self._run(keep_answers, self.code, typed)
        except RuleViolation as refusal:
            await self._name_faults(refusal)
            return
        self.values = self.values | typed
        self._forgive(typed.keys())
        self.kept = wording.KEPT.format(time=formats.clock_time(clock.now()))
        self._draw(view)

    async def _name_faults(self, refusal: RuleViolation) -> None:
        view = await self._open()
        if view is not None:
            self._show(rows.say_faults(view, refusal.problems))
            self.marked = self.problems

    def _draw(self, view: PermitView) -> None:
        self._number = view.number
        self.title = wording.TITLES[view.system]
        self.applicant = view.applicant
        self.back = routes.fill(routes.PROCESSING, code=view.code)
        self.back_words = wording.BACK.format(code=view.code)
        self.messages_href = f"{routes.SYNC}?trang-thai=tat-ca&tim={view.code}"
        self.file = rows.file_row(view)
        self.told = rows.told_row(view)
        self.cards = eform_rows.line_cards(view.lines, wording.NOT_GIVEN)
        self.cards_title = rows.cards_title(view)
        self.saved_by = rows.saved_by(view)
        self._draw_answers(view.definition, view.filled, {})
        self.badges = rows.badges(view)
        self.marked = rows.their_mark(self.told) | self.problems
