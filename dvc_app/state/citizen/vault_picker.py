"""The picker of the vault in step 3: “Chọn tài liệu điện tử” (C12)."""

from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app.state.base import AppState
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.vault_offers import SENTENCES, VaultOffers
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import vault_picker as wording
from services.core.errors import NotFound, RuleViolation
from services.reuse.best_matches import best_matches, offers_of
from services.reuse.use_document import use_document

NOWHERE = UUID(int=0)


class VaultPickerState(VaultOffers, AppState):
    """What the vault offers for each component, by its code."""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Count what fits; a draft that is not there is told by its own state."""
        self._shut()
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
        self._show_offers(slot, name, offers)

    @rx.event
    @allow(Who.CITIZEN)
    async def close(self) -> None:
        """Close the dialog; nothing was chosen."""
        self._shut()

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
        self._shut()
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
