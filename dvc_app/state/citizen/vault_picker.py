"""The picker of the vault in step 3: “Chọn tài liệu điện tử” (C12)."""

from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app.state.base import AppState
from dvc_app.state.citizen.document_rows import DocumentRow, document_row
from dvc_app.state.citizen.filing import FilingState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import documents, uploads
from dvc_app.wording import vault_picker as wording
from dvc_app.wording.filing_faults import FAULTS
from services.core.errors import NotFound, RuleViolation
from services.reuse.best_matches import best_matches, offers_of
from services.reuse.use_document import use_document

SENTENCES = FAULTS | uploads.FAULTS | documents.FAULTS
NOWHERE = UUID(int=0)


class VaultPickerState(AppState):
    """What the vault offers for each component, by its code."""

    counts: dict[str, str] = {}  # component code → how many papers fit
    slot: str = ""  # of the component the dialog is open for; empty: closed
    lead: str = ""
    fitting: list[DocumentRow] = []
    others: list[DocumentRow] = []
    problem: str = ""
    busy: bool = False

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Count what fits; a draft that is not there is told by its own state."""
        self.slot, self.problem, self.busy = "", "", False
        try:
            found = await self._run(offers_of, self._draft())
        except NotFound:
            self.counts = {}
            return
        self.counts = {
            one.code: wording.PICK_COUNT.format(count=one.fitting)
            for one in found.components
            if one.fitting
        }

    @rx.event
    @allow(Who.CITIZEN)
    async def open(self, slot: str, name: str) -> None:
        """Open the dialog for one component, the best match first."""
        offers = await self._run(best_matches, self._draft(), slot)
        self.fitting = [
            document_row(offer.document) for offer in offers if offer.is_fitting
        ]
        self.others = [
            document_row(offer.document)
            for offer in offers
            if not offer.is_fitting and offer.is_usable
        ]
        self.lead = wording.PICK_LEAD.format(name=name[:300])
        self.problem, self.busy, self.slot = "", False, slot

    @rx.event
    @allow(Who.CITIZEN)
    async def close(self) -> None:
        """Close the dialog; nothing was chosen."""
        self.slot = self.problem = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def use(self, document_id: str) -> EventSpec | None:
        """Put a paper under the component; the press is the consent."""
        if not self.slot:
            return None
        chosen = (self._draft(), self.slot, _uuid(document_id))
        try:
            used = await self._run(use_document, *chosen, agreed=True)
        except RuleViolation as refusal:
            key = next(iter(refusal.problems.values()))
            self.problem = SENTENCES[key]
            return None
        self.slot = self.problem = ""
        words = wording.PICKED if used.is_new else wording.PICKED_BEFORE
        await self._say(words.format(name=used.title), "done")
        refresh: EventSpec = FilingState.refresh()
        return refresh

    def _draft(self) -> UUID:
        parts = self.router.url.path.strip("/").split("/")
        return _uuid(parts[1]) if len(parts) > 1 else NOWHERE


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return NOWHERE
