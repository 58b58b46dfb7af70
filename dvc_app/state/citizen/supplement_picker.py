"""“Lấy giấy tờ từ kho” for what the office asks (C22)."""

from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app.state.base import AppState
from dvc_app.state.citizen.supplement import SupplementState
from dvc_app.state.citizen.vault_offers import SENTENCES, VaultOffers
from dvc_app.state.refusals import sentence
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import vault_picker as wording
from services.core.errors import Conflict, NotFound, RuleViolation
from services.supplements.use_vault_paper import (
    PointOffers,
    use_vault_paper,
    vault_offers,
)

NOWHERE = UUID(int=0)


class SupplementPickerState(VaultOffers, AppState):
    """What the vault offers for each point of the open request."""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Count what fits; a request that is not there is told by its own state."""
        self._shut()
        self.counts = {
            str(one.point_id): wording.PICK_COUNT.format(count=one.fitting)
            for one in await self._find()
            if one.fitting
        }

    @rx.event
    @allow(Who.CITIZEN)
    async def open(self, point_id: str, name: str) -> None:
        """Open the dialog for one point, the best match first."""
        for one in await self._find():
            if str(one.point_id) == point_id:
                self._show_offers(point_id, name, one.offers)

    @rx.event
    @allow(Who.CITIZEN)
    async def close(self) -> None:
        """Close the dialog; nothing was chosen."""
        self._shut()

    @rx.event
    @allow(Who.CITIZEN)
    async def use(self, document_id: str) -> EventSpec | None:
        """Put a paper under the point; the press is the consent."""
        if not self.slot:
            return None
        chosen = (self._code(), _uuid(self.slot), _uuid(document_id))
        try:
            used = await self._run(use_vault_paper, *chosen, agreed=True)
        except RuleViolation as refusal:
            self.problem = SENTENCES[next(iter(refusal.problems.values()))]
            return None
        except (Conflict, NotFound) as refusal:
            self._shut()
            await self._say(sentence(refusal), "warn")
        else:
            self._shut()
            words = wording.PICKED if used.is_new else wording.PICKED_BEFORE
            await self._say(words.format(name=used.title), "done")
        refresh: EventSpec = SupplementState.refresh()
        return refresh

    async def _find(self) -> tuple[PointOffers, ...]:
        try:
            return await self._run(vault_offers, self._code())
        except NotFound:
            return ()

    def _code(self) -> str:
        parts = self.router.url.path.strip("/").split("/")
        return parts[1][:60] if len(parts) > 1 else ""


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return NOWHERE
