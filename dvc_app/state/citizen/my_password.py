"""Changing one's own password; the passwords themselves go over plain HTTP."""

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from services.accounts.may_set_password import may_set_password_without_present


class MyPasswordState(AppState):
    """Whether the present password is asked for, and whether it was just changed."""

    is_ready: bool = False
    is_done: bool = False
    needs_present: bool = True

    @rx.event
    @allow(Who.CITIZEN, Who.OFFICER)
    async def load(self) -> None:
        """Look how this session was opened."""
        self.is_done = "xong" in self.router.url.query_parameters
        self.needs_present = not await self._run(may_set_password_without_present)
        self.is_ready = True
