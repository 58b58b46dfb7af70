"""What waited on a device without a network, on its way into the draft (R5)."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.state.citizen.eform import EformState
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.filing_delivery import FilingDeliveryState
from dvc_app.state.citizen.filing_fees import FilingFeesState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import device as wording
from dvc_app.wording import filing
from services.core import clock
from services.dossiers.fields import FIELDS
from services.dossiers.rules import Step
from services.dossiers.save_answers import Answer, SavedAt, save_answers

# What a step draws beside the fields follows its choices.
PARTS: dict[Step, Any] = {  # Any: the framework types a handler as something else
    Step.DELIVERY: FilingDeliveryState.load,
    Step.FEES: FilingFeesState.refresh,
}
MOST = 100  # acknowledgements the page is told of; older ones it has read


class DeviceDraftState(AppState):
    """Which words of the device the draft has taken in; the rest still waits."""

    taken: list[str] = []  # JSON of draft, field and the moment it was typed

    @rx.event
    @allow(Who.CITIZEN)
    async def send_kept(
        self, dossier_id: str, field: str, text: str, typed_at: str
    ) -> list[Any]:  # Any: as above
        """Keep an answer given earlier; words written later elsewhere stand (CS-3)."""
        try:
            draft_id, moment = UUID(dossier_id), _moment(typed_at)
        except ValueError:
            return []
        answer = Answer(field, text, moment)
        saved: SavedAt = await self._run(save_answers, draft_id, [answer])
        told = json.dumps([dossier_id, field, typed_at])
        self.taken = [*self.taken, told][-MOST:]
        is_older = any(conflict.kept != text for conflict in saved.conflicts)
        if is_older:
            name = filing.LABELS.get(field, wording.OF_THE_FORM)
            await self._say(wording.NEWER_ELSEWHERE.format(field=name), "warn")
        await self._show(dossier_id, {field: text}, is_older)
        rule = FIELDS.get(field)
        part = PARTS.get(rule.step) if rule else None
        return [FilingState.refresh, part] if part else [FilingState.refresh]

    async def _show(self, draft: str, said: dict[str, str], is_older: bool) -> None:
        """Let the page know the answer; its fields are drawn anew only if it lost."""
        form = await self.get_state(EformState)
        view = await form._open() if form.loaded and form.draft_id == draft else None
        if view:
            known = {key: text for key, text in said.items() if key in view.texts}
            form._take_in(view, known)
        if view and is_older:
            form.values = view.texts
        if is_older:
            page = await self.get_state(FilingState)
            form.form_key += "+"
            page.form_key += "+"


def _moment(text: str) -> datetime:
    """Return when it was typed by the device's clock; one that runs ahead is now."""
    return min(datetime.fromisoformat(text).astimezone(UTC), clock.now())
