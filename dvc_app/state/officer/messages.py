"""Trao đổi: the office's side of the talk, live (O15)."""

from collections.abc import AsyncIterator

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.state.thread import ThreadState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import messages as wording
from services.messages.open_thread import seen_topic
from services.signals import dossier_topic

LONGEST = 10_000


class OfficerMessagesState(ThreadState, AppState):
    """The talk about the dossier of the address."""

    _typed: str = ""  # as the officer last left the field

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Open the talk, and follow it."""
        self._typed = ""
        here = await self._find(2)
        if here is not None:
            seen = seen_topic(here, by_office=False)
            self._watch(OfficerMessagesState.refresh, dossier_topic(here), seen)
            await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read it again: the person has written."""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def keep(self, text: str) -> None:
        """Remember what was written, so that a template never takes its place."""
        self._typed = text[:LONGEST]

    @rx.event
    @allow(Who.OFFICER)
    async def use_template(self, place: int) -> None:
        """Put a template under what was written; all of it stays to be changed."""
        if not 0 <= place < len(wording.TEMPLATES):
            return
        usual, written = wording.TEMPLATES[place], self._typed.strip()
        if usual in written:
            return
        self.template = usual if not written else f"{written}\n\n{usual}"
        self._typed = self.template
        self._renew()

    @rx.event
    @allow(Who.OFFICER)
    async def send(self, form: dict[str, str]) -> AsyncIterator[None]:
        """Send what was written, once (R6)."""
        self.busy = True
        yield
        try:
            await self._send(form.get("text", ""))
            if not self.problems:
                self._typed = ""
        finally:
            self.busy = False

    @rx.event
    @allow(Who.OFFICER)
    async def remove_file(self, file_id: str) -> None:
        """Remove a file from the message being written."""
        await self._remove(file_id)
