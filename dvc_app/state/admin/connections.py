"""ConnectionsState: each system, paused and spoken to again (A07)."""

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.sync_rows import ParkedRow, SystemRow, parked_row, system_row
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import status_sync as wording
from services.core.errors import RuleViolation
from services.outbox.models import Outward
from services.outbox.pause_system import pause_system, resume_system
from services.outbox.send_again import send_all_again
from services.signals import sync_topic
from services.status_sync.list_parked import list_parked
from services.status_sync.show_systems import show_systems


class ConnectionsState(FormState, AppState):
    """The systems as they are now."""

    loaded: bool = False
    rows: list[SystemRow] = []
    parked: list[ParkedRow] = []
    may_act: bool = (
        False  # systems are the province's: an administrator of a unit reads
    )
    form_key: str = ""

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Read the list."""
        self.loaded = False
        self._accept()
        self.may_act = self._actor().agency_id is None
        self._watch(ConnectionsState.refresh, sync_topic())
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def refresh(self) -> None:
        """Read it again: something was sent, or answered."""
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def pause(self, form: dict[str, str]) -> None:
        """Send nothing to a system from now on."""
        system = _named(form.get("system", ""))
        if system is None:
            self._refuse({"system": "required"}, faults.SENTENCES)
            return
        try:
            await self._run(pause_system, system, str(form.get("reason", "")))
        except RuleViolation as refusal:
            self._refuse(refusal.problems, faults.SENTENCES)
            return
        self._accept()
        said = wording.PAUSED_NOW.format(system=wording.SYSTEMS[system])
        await self._say(said, "done")
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def resume(self, system: str) -> None:
        """Speak to a system again."""
        if (chosen := _named(system)) is None:
            return
        count = await self._run(resume_system, chosen)
        name = wording.SYSTEMS[chosen]
        await self._say(wording.RESUMED.format(system=name, count=count), "done")
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def send_all(self, system: str) -> None:
        """Send all again that stand still with one system."""
        if (chosen := _named(system)) is None:
            return
        count = await self._run(send_all_again, chosen)
        name = wording.SYSTEMS[chosen]
        await self._say(wording.ALL_SENT.format(system=name, count=count), "done")
        await self._read()

    async def _read(self) -> None:
        self.rows = [system_row(one) for one in await self._run(show_systems)]
        self.parked = [parked_row(one) for one in await self._run(list_parked)]
        self.form_key = "-".join(f"{int(row.is_paused)}" for row in self.rows)
        self.loaded = True


def _named(system: object) -> Outward | None:
    return Outward(str(system)) if str(system) in set(Outward) else None
