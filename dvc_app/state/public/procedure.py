"""ProcedureState: one procedure (C09)."""

from dataclasses import dataclass
from urllib.parse import unquote

import reflex as rx

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.public.procedure_view import ProcedureView, view_procedure
from dvc_app.state.public.units import SHOWN, UnitRow, show_units
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import procedure as wording
from services.core.errors import NotFound
from services.procedures.receiving_units import Unit, units_of
from services.procedures.show_procedure import ProcedureDetail, show_procedure

LONGEST_CODE = 40


@dataclass(frozen=True)
class OfficialPart:
    """A heading of the official text and its paragraphs."""

    title: str
    lines: list[str]


class ProcedureState(AppState):
    """What the page of a procedure shows."""

    loaded: bool = False
    missing_words: str = ""
    view: ProcedureView = ProcedureView()
    checklist_href: str = ""
    units: list[UnitRow] = []
    units_words: str = ""  # only where not all are shown
    units_key: str = ""
    official: list[OfficialPart] = []
    _shown: str = ""

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Show the procedure of the address."""
        code = self._asked()
        if code != self._shown:
            self.loaded, self.official = False, []
        try:
            detail = await self._run(show_procedure, code)
        except NotFound:
            self.missing_words = wording.MISSING.format(code=code)
            self.loaded = True
            return
        self.missing_words = ""
        self._shown = self.units_key = detail.code
        self.view = view_procedure(detail)
        self.checklist_href = routes.fill(routes.API_CHECKLIST, code=detail.code)
        self._show_units(detail.units, "")
        self.loaded = True

    @rx.event
    @allow(Who.ANYBODY)
    async def find_unit(self, text: str) -> None:
        """Show the receiving places whose names hold what was typed."""
        try:
            self._show_units(await self._run(units_of, self._shown), text)
        except NotFound:
            return

    @rx.event
    @allow(Who.ANYBODY)
    async def read_official(self) -> None:
        """Fetch the official text, which may run to pages, when it is opened."""
        if self.official:
            return
        try:
            detail = await self._run(show_procedure, self._shown)
        except NotFound:
            return
        self.official = official_parts(detail)

    def _asked(self) -> str:
        last = self.router.url.path.rstrip("/").rpartition("/")[2]
        return unquote(last)[:LONGEST_CODE]

    def _show_units(self, units: tuple[Unit, ...], typed: str) -> None:
        self.units = show_units(units, typed)
        self.units_words = (
            wording.UNITS_SHOWN.format(shown=len(self.units), count=len(units))
            if len(units) > SHOWN
            else ""
        )


def official_parts(detail: ProcedureDetail) -> list[OfficialPart]:
    """Return the official text as the source has it, in paragraphs."""
    steps = [part for step in detail.steps for part in (step.title, step.text)]
    legal = [" – ".join(filter(None, (b.title, b.text))) for b in detail.legal_basis]
    texts = (
        (wording.STEPS, steps),
        (wording.REQUIREMENTS, [detail.requirements]),
        (wording.LEGAL, legal),
        (wording.AGENCY, [detail.executing_agency]),
        (wording.PROMULGATED, [detail.promulgated_by]),
    )
    return [
        OfficialPart(title, _paragraphs(lines) or [wording.NOT_SAID])
        for title, lines in texts
    ]


def _paragraphs(texts: list[str]) -> list[str]:
    lines = (line.strip() for text in texts for line in text.splitlines())
    return [line for line in lines if line]
