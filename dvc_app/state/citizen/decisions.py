"""ToldState: what was decided on one's dossier, with the slip to take away."""

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.state.decision_rows import ToldRow, told_rows
from dvc_app.walls.policy import Who, allow
from services.core.errors import NotFound
from services.decisions.told import told_here
from services.signals import dossier_topic


class ToldState(AppState):
    """The decisions on the dossier of the address, the latest first."""

    rows: list[ToldRow] = []
    _code: str = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read them for the dossier of the address."""
        parts = self.router.url.path.strip("/").split("/")
        self._code = parts[1][:60] if len(parts) > 1 else ""
        self.rows = []
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read them again: the dossier changed."""
        if self._code:
            await self._read()

    async def _read(self) -> None:
        try:
            here, told = await self._run(told_here, self._code)
        except NotFound:
            self.rows = []
            return
        self.rows = told_rows(told)
        self._watch(ToldState.refresh, dossier_topic(here))
