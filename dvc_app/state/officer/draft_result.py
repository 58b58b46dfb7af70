"""DraftResultState: a result written from a template, or a correction of one (O05)."""

from dataclasses import dataclass

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import processing
from dvc_app.wording import signing as wording
from dvc_app.wording.faults import spelled
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.results.correct_result import open_correction, propose_correction
from services.results.draft_result import (
    DraftText,
    open_drafts,
    preview_draft,
    save_draft,
)


@dataclass(frozen=True)
class TemplateRow:
    """One template in the list."""

    key: str
    name: str


class DraftResultState(FormState, AppState):
    """The template chosen, its texts, and the preview."""

    loaded: bool = False
    missing: bool = False
    has_no_role: bool = False
    is_correction: bool = False
    templates: list[TemplateRow] = []
    chosen: str = ""
    fields: dict[str, str] = {}
    form_key: str = ""
    preview: str = ""
    back: str = ""
    code: str = ""
    _drafts: tuple[DraftText, ...] = ()
    _given: dict[str, str] = {}

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show the templates of the dossier's procedure."""
        parts = self.router.url.path.strip("/").split("/")
        self.code = parts[2][:60] if len(parts) > 3 else ""
        self.is_correction = parts[-1] == "dinh-chinh"
        self.back = routes.fill(routes.PROCESSING, code=self.code)
        self.missing = self.has_no_role = self.loaded = False
        self.preview, self._given = "", {}
        self._accept()
        try:
            reader = open_correction if self.is_correction else open_drafts
            self._drafts = await self._run(reader, self.code)
        except Forbidden:
            self.has_no_role = True
        except (NotFound, Conflict):
            self.missing = True
        else:
            self.templates = [TemplateRow(one.key, one.name) for one in self._drafts]
            self._choose(self._drafts[0].key if self._drafts else "")
        self.loaded = True

    @rx.event
    @allow(Who.OFFICER)
    async def choose(self, key: str) -> None:
        """Take another template; what was typed in the former one is left."""
        self._choose(key)

    @rx.event
    @allow(Who.OFFICER)
    async def look(self, form: dict[str, str]) -> None:
        """Print the draft to be looked at; what is attached is what was seen."""
        try:
            await self._run(preview_draft, self.code, form)
        except RuleViolation as refusal:
            self.preview = ""
            self._show(spelled(refusal.problems))
            return
        self._accept()
        self._given = dict(form)
        page = routes.fill(routes.API_DRAFT_RESULT, code=self.code)
        self.preview = f"{page}?{abs(hash(frozenset(form.items())))}"

    @rx.event
    @allow(Who.OFFICER)
    async def attach(self) -> EventSpec | None:
        """Attach the draft that was previewed, or present the correction."""
        try:
            if self.is_correction:
                reason = self._given.get("reason", "")
                await self._run(propose_correction, self.code, self._given, reason)
            else:
                await self._run(save_draft, self.code, self._given, self.chosen)
        except RuleViolation as refusal:
            self._show(spelled(refusal.problems))
            return None
        except (Conflict, Forbidden) as refusal:
            kind = str(refusal.args[0])
            known = processing.CONFLICTS | processing.FORBIDDEN
            await self._say(known.get(kind, wording.NOT_OPEN), "warn")
            return None
        said = wording.PROPOSED if self.is_correction else wording.ATTACHED
        await self._say(said, "done")
        return rx.redirect(self.back)

    def _choose(self, key: str) -> None:
        found = next((one for one in self._drafts if one.key == key), None)
        self.chosen = found.key if found else ""
        self.fields = dict(found.fields) if found else {}
        self.form_key, self.preview = f"{self.code}-{self.chosen}", ""
