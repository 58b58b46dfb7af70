"""The citizen screen: what is typed at the counter, read only, and the signature."""

from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import routes
from dvc_app.state import eform_rows
from dvc_app.state.base import AppState
from dvc_app.state.citizen import filing_rows
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import counter as wording
from dvc_app.wording import filing, reception
from services.core.errors import Conflict, NotFound, RuleViolation
from services.counter.screen import Shown, agree_on_screen, open_screen, show_screen
from services.signals import dossier_topic

ANSWERS = (
    "submitter_name",
    "submitter_birth_date",
    "submitter_paper_number",
    "submitter_phone",
    "submitter_address",
    "applicant_name",
    "request",
    "copies",
)


@dataclass(frozen=True)
class FactRow:
    """One line of what was typed."""

    label: str
    text: str


class ScreenState(FormState, AppState):
    """One draft as its person sees it; the key of the address is the only right."""

    loaded: bool = False
    missing: bool = False
    procedure: str = ""
    unit: str = ""
    facts: list[FactRow] = []
    cards: list[eform_rows.GroupCard] = []
    papers: list[FactRow] = []
    fees: list[filing_rows.FeeRow] = []
    total: str = ""
    is_agreed: bool = False
    code: str = ""
    sign_key: str = ""  # changes when the field of the signature must be empty
    _version: int = 0
    _key: str = ""

    @rx.event
    @allow(Who.ANYBODY)
    async def enter_code(self, form: dict[str, str]) -> EventSpec | None:
        """Open the screen with the code the officer reads out."""
        key = await self._run(open_screen, form.get("code", "")[:20])
        if key is None:
            self._show({"code": wording.SCREEN_WRONG})
            return None
        self._accept()
        return rx.redirect(routes.fill(routes.SCREEN, key=key))

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Show the draft of the key in the address, and follow it."""
        self._key = self.router.url.path.strip("/").split("/")[-1][:100]
        self._accept()
        self.loaded = self.missing = False
        shown = await self._read()
        if shown is not None:
            self._watch(ScreenState.refresh, dossier_topic(shown.dossier_id))

    @rx.event
    @allow(Who.ANYBODY)
    async def refresh(self) -> None:
        """Read again: the officer typed something."""
        await self._read()

    @rx.event
    @allow(Who.ANYBODY)
    async def agree(self, strokes: str) -> None:
        """Take the consent and the signature over what is shown."""
        try:
            await self._run(agree_on_screen, self._key, self._version, strokes)
        except RuleViolation as refusal:
            self._refuse(refusal.problems, wording.FAULTS)
            return
        except Conflict:
            await self._say(wording.CHANGED, "warn")
        except NotFound:
            self.missing = True
            return
        await self._read()

    async def _read(self) -> Shown | None:
        try:
            shown = await self._run(show_screen, self._key)
        except NotFound:
            self.missing, self.loaded = True, True
            return None
        self._draw(shown)
        return shown

    def _draw(self, shown: Shown) -> None:
        if shown.version != self._version:
            self.sign_key = str(shown.version)
        self._version, self.code = shown.version, shown.code
        self.procedure, self.unit = shown.procedure, shown.unit
        self.facts = [
            FactRow(filing.LABELS[name], shown.answers[name])
            for name in ANSWERS
            if shown.answers.get(name)
        ]
        lines: Any = shown.form  # Any: what line_cards takes
        self.cards = eform_rows.line_cards(lines, reception.NOT_GIVEN)
        self.papers = [
            FactRow(
                name, wording.FILES.format(count=count) if count else wording.NOT_YET
            )
            for name, count in shown.papers
        ]
        self.fees = [filing_rows.fee_row(fee) for fee in shown.fees]
        self.total = filing_rows.total_of(shown.fees)
        self.is_agreed = shown.is_consented
        self.loaded = True
