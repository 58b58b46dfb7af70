"""Delivery, fees and the second signature, on the last look (C14)."""

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.citizen.fee_rows import FeeLineRow, fee_line_row, say_total
from dvc_app.state.citizen.filing_review import FilingReviewState
from dvc_app.state.citizen.wizard_part import WizardPart
from dvc_app.state.delivery_words import delivery_lines
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import cosigning as wording
from dvc_app.wording.filing_faults import FAULTS
from services.core.errors import NotFound, RuleViolation
from services.dossiers.ask_cosign import ask_cosign, take_back_cosign
from services.dossiers.check_cosign import CosignView
from services.dossiers.cosign_models import CosignState
from services.dossiers.show_terms import TermsView, show_terms
from services.settings import settings
from services.signals import dossier_topic

OPEN = (CosignState.ASKED, CosignState.SIGNED)


class FilingTermsState(WizardPart, FormState, AppState):
    """The cards beside the answers, and the panel of the second signature."""

    loaded: bool = False
    delivery: list[str] = []
    fees: list[FeeLineRow] = []
    total: str = ""
    needed: str = ""  # why a second signature is asked for
    standing: str = ""  # where the invitation stands, in words
    standing_kind: str = "info"
    is_open: bool = False  # asked or signed: it can be taken back
    link: str = ""  # shown once, to be passed on by hand
    form_key: str = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Draw the cards; the signature is followed live."""
        self._accept()
        self.loaded, self.link = False, ""
        self._note_draft()
        if await self._read():
            self._watch(FilingTermsState.refresh, dossier_topic(self._draft()))

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> EventSpec | None:
        """Draw again: it was signed or refused, or the draft changed."""
        if not await self._read():
            return None
        return FilingReviewState.load

    @rx.event
    @allow(Who.CITIZEN)
    async def invite(self, form: dict[str, str]) -> None:
        """Send a link to the second person; it is shown here once."""
        name, contact = form.get("cosign_name", ""), form.get("cosign_contact", "")
        try:
            asked = await self._run(ask_cosign, self._draft(), name, contact)
        except RuleViolation as refusal:
            self._refuse(refusal.problems, FAULTS | wording.FAULTS)
            return
        self._accept()
        path = routes.fill(routes.COSIGN, key=asked.key)
        self.link = f"{settings().public_url}{path}"
        self.form_key = str(asked.request_id)
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def take_back(self) -> None:
        """Take the invitation back; the link opens nothing any more."""
        await self._run(take_back_cosign, self._draft())
        self.link = ""
        await self._read()

    async def _read(self) -> bool:
        try:
            seen = await self._run(show_terms, self._draft())
        except NotFound:
            return False
        self._draw(seen)
        self.loaded = True
        return True

    def _draw(self, seen: TermsView) -> None:
        self.delivery = delivery_lines(seen.delivery) if seen.delivery else []
        self.fees = [fee_line_row(line) for line in seen.fees]
        self.total = say_total(seen.fees)
        self._draw_cosign(seen.cosign)

    def _draw_cosign(self, seen: CosignView) -> None:
        self.needed = wording.NEEDED.format(who=seen.needed) if seen.needed else ""
        found = seen.standing
        self.is_open = found is not None and found.state in OPEN
        self.standing = ""
        if found is not None:
            self.standing_kind = wording.KINDS[found.state]
            self.standing = wording.STATES[found.state].format(
                name=found.name,
                contact=found.shown,
                until=formats.moment(found.until),
                at=formats.moment(found.answered_at),
            )
