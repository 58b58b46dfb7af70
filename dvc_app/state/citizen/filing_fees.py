"""Step 5 of the wizard: what it costs, for whom less, when it is paid (C14)."""

from dataclasses import dataclass

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.citizen import fee_rows as rows
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.paper_rows import FileRow, file_row
from dvc_app.state.citizen.wizard_part import WizardPart
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import delivery
from dvc_app.wording import fees as wording
from services.core.errors import NotFound
from services.dossiers.quote_post import PostQuote, quote_post
from services.dossiers.show_delivery import FeesView, show_fees
from services.dossiers.views import RELIEF_PROOF
from services.signals import dossier_topic

PROOFS = ("attach", "look_up")


@dataclass(frozen=True)
class GroundRow:
    """A ground on which one may pay less."""

    code: str
    words: str
    is_chosen: bool


class FilingFeesState(WizardPart, AppState):
    """The lines of step 5, and the ground a person names."""

    loaded: bool = False
    lines: list[rows.FeeLineRow] = []
    total: str = ""
    due: list[str] = []
    is_due_now: bool = False
    grounds: list[GroundRow] = []
    has_ground: bool = False
    proof: str = ""  # what proves it
    can_look_up: bool = False
    looks_up: bool = False
    proofs: list[FileRow] = []
    known: list[str] = []
    endpoint: str = ""
    postal: str = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> EventSpec | None:
        """Draw the lines; the post's price comes after."""
        self.loaded, self.postal = False, ""
        self._note_draft()
        if not await self._read():
            return None
        self._watch(FilingFeesState.refresh, dossier_topic(self._draft()))
        return FilingFeesState.price

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Draw again: a proof arrived, or another tab changed an answer."""
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def price(self) -> None:
        """Ask what the post costs; it stands apart from fees and charges."""
        told: PostQuote = await self._run_apart(quote_post, self._draft())
        self.postal = ""
        if told.is_needed:
            fee = told.fee
            self.postal = delivery.FEE_SILENT if fee is None else formats.dong(fee)

    @rx.event
    @allow(Who.CITIZEN)
    async def choose_ground(self, code: str) -> EventSpec:
        """Name a ground, or none; the lines change with it."""
        await self._keep("fee_relief", code)
        await self._read()
        return FilingState.refresh

    @rx.event
    @allow(Who.CITIZEN)
    async def choose_proof(self, way: str) -> None:
        """Send the proof, or let the agency look it up."""
        if way in PROOFS:
            await self._keep(RELIEF_PROOF, way)
            await self._read()

    async def _read(self) -> bool:
        try:
            seen = await self._run(show_fees, self._draft())
        except NotFound:
            return False
        filing = await self._filing()
        self._draw(seen, filing.values.get(RELIEF_PROOF, ""))
        self.loaded = True
        return True

    def _draw(self, seen: FeesView, proof: str) -> None:
        chosen = seen.chosen
        self.lines = [rows.fee_line_row(line) for line in seen.lines]
        self.total = rows.say_total(seen.lines)
        self.due = rows.due_lines(seen.lines)
        self.is_due_now = wording.DUE["now"] in self.due
        code = chosen.code if chosen else ""
        self.grounds = [GroundRow("", wording.NO_RELIEF, not code)]
        self.grounds += [
            GroundRow(one.code, one.words, one.code == code) for one in seen.grounds
        ]
        self.has_ground = chosen is not None
        self.proof = wording.PROOF_IS.format(paper=chosen.proof) if chosen else ""
        self.can_look_up = chosen is not None and chosen.is_known
        self.looks_up = self.can_look_up and proof == "look_up"
        self.proofs = [file_row(file) for file in seen.proofs]
        self.known = [str(file.id) for file in seen.proofs]
        self.endpoint = routes.fill(
            routes.API_UPLOADS, dossier_id=str(self._draft()), slot=RELIEF_PROOF
        )
