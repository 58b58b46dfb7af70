"""‹Bạn đã có 3/5 giấy tờ trong kho›, on the page of a procedure (C09 ★)."""

from urllib.parse import unquote

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import vault_picker as wording
from services.core.errors import NotFound
from services.reuse.ready_papers import ready_papers

LONGEST_CODE = 40


class VaultReadyState(AppState):
    """How many of the papers asked for a person has; nothing for a stranger."""

    words: str = ""
    names: str = ""

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Compare the procedure of the address with the vault of who reads it."""
        self.words = self.names = ""
        actor = self._actor()
        if actor.account_id is None or actor.is_officer:
            return
        last = self.router.url.path.rstrip("/").rpartition("/")[2]
        try:
            ready = await self._run(ready_papers, unquote(last)[:LONGEST_CODE])
        except NotFound:
            return
        if ready.total:
            self.words = wording.READY.format(have=ready.have, total=ready.total)
        if ready.names:
            self.names = wording.READY_NAMES.format(names=", ".join(ready.names))
