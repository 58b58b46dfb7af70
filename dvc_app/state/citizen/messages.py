"""Hỏi cơ quan: the person's side of the talk, live."""

from collections.abc import AsyncIterator

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.state.thread import ThreadState
from dvc_app.walls.policy import Who, allow
from services.messages.open_thread import seen_topic
from services.signals import delegations_topic, dossier_topic


class MessagesState(ThreadState, AppState):
    """The talk about the dossier of the address."""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Open the talk, and follow it."""
        here = await self._find(1)
        if here is not None:
            # A right to act for the owner may end while the page stands open.
            mine = delegations_topic(self._actor().account_id or here)
            seen = seen_topic(here, by_office=True)
            self._watch(MessagesState.refresh, dossier_topic(here), mine, seen)
            await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read it again: the office has written."""
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def send(self, form: dict[str, str]) -> AsyncIterator[None]:
        """Send what was written, once (R6)."""
        self.busy = True
        yield
        try:
            await self._send(form.get("text", ""))
        finally:
            self.busy = False

    @rx.event
    @allow(Who.CITIZEN)
    async def remove_file(self, file_id: str) -> None:
        """Remove a file from the message being written."""
        await self._remove(file_id)
