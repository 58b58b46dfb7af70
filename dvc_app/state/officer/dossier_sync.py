"""DossierSyncState: what other systems were told of the dossier of the page (O05)."""

from urllib.parse import urlencode
from uuid import UUID

import reflex as rx

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.sync_rows import MessageRow, message_row
from dvc_app.walls.policy import Who, allow
from services.core.errors import Forbidden
from services.signals import sync_topic
from services.status_sync.list_messages import messages_of


class DossierSyncState(AppState):
    """The tab “đồng bộ” of one dossier."""

    rows: list[MessageRow] = []
    all_href: str = ""
    named: str = ""  # whose they are
    _code: str = ""
    _dossier: UUID | None = None

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Know the dossier of the address; its messages are read when asked for."""
        parts = self.router.url.path.strip("/").split("/")
        self._code = parts[2][:60] if len(parts) > 2 else ""
        asked = urlencode({"trang-thai": "tat-ca", "tim": self._code})
        self.all_href = f"{routes.SYNC}?{asked}"
        self.named, self.rows = "", []

    @rx.event
    @allow(Who.OFFICER)
    async def show(self) -> None:
        """Show the messages, and follow them."""
        await self._read()
        if self._dossier is not None:
            self._watch(DossierSyncState.refresh, sync_topic(self._dossier))

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read it again: something was sent, or answered."""
        await self._read()

    async def _read(self) -> None:
        try:
            found = await self._run(messages_of, self._code)
        except Forbidden:
            found = ()
        self._dossier = found[0].dossier_id if found else None
        self.rows = [message_row(one) for one in found]
        self.named = self._code
