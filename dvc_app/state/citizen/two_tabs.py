"""TwoTabsState: a calm word when another tab changed the form that is open (R2)."""

from typing import Any

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.state.citizen.eform import EformState
from dvc_app.state.citizen.wizard_part import WizardPart
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import two_tabs as wording
from services.core.errors import NotFound
from services.dossiers.changed_elsewhere import changed_elsewhere
from services.dossiers.open_draft import is_own_draft
from services.signals import dossier_topic


class TwoTabsState(WizardPart, AppState):
    """Nothing is written over what is being typed: the person asks for the new."""

    is_changed: bool = False
    where: str = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Listen to the draft once it is known to be the person's own."""
        self.is_changed, self.where = False, ""
        if await self._run(is_own_draft, self._draft()):
            self._watch(TwoTabsState.refresh, dossier_topic(self._draft()))

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Compare what is saved with what stands on this page."""
        form = await self.get_state(EformState)
        if not form.loaded or form._id() != self._draft():
            return
        try:
            fields = await self._run(changed_elsewhere, self._draft(), form.values)
        except NotFound:  # handed in or thrown away meanwhile: FilingState tells
            fields = ()
        self.is_changed, self.where = bool(fields), say_where(fields)

    @rx.event
    @allow(Who.CITIZEN)
    async def show_new(self) -> list[Any]:  # Any: what the framework takes for events
        """Draw the form anew; what was typed here was saved as its field was left.

        Then look again: that very save may have been told before the form was read.
        """
        self.is_changed, self.where = False, ""
        await self._say(wording.SHOWN, "done")
        return [EformState.load, TwoTabsState.refresh]


def say_where(fields: tuple[str, ...]) -> str:
    """Return the fields by name, the first few of them."""
    named = [name for name in fields if name]
    if not named:
        return ""
    shown = ", ".join(named[: wording.MOST_NAMED])
    if len(named) > wording.MOST_NAMED:
        count = len(named) - wording.MOST_NAMED
        shown = wording.MORE.format(fields=shown, count=count)
    return wording.WHERE.format(fields=shown)
