"""What one's own dossier has still to be paid for: the card on its page."""

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.state.public.payment_rows import DueRow, due_row
from dvc_app.walls.policy import Who, allow
from services.core.errors import NotFound
from services.dues.my_requests import dossier_dues
from services.signals import dossier_topic


class DossierDuesState(AppState):
    """The open requests of the dossier of the address, live."""

    rows: list[DueRow] = []

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read what is due, and follow the dossier."""
        self.rows = []
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read it again: something was asked for or paid."""
        await self._read()

    async def _read(self) -> None:
        parts = self.router.url.path.strip("/").split("/")
        code = parts[1][:60] if len(parts) > 1 else ""
        try:
            found = await self._run(dossier_dues, code)
        except NotFound:  # the page itself says so
            self.rows = []
            return
        self._watch(DossierDuesState.refresh, dossier_topic(found.dossier_id))
        self.rows = [due_row(row) for row in found.rows]
