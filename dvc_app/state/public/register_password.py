"""The last step of registering (C05); the password itself goes over plain HTTP."""

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from services.accounts.registrations import registration_progress


class RegisterPasswordState(AppState):
    """Whether this browser has confirmed a phone."""

    is_ready: bool = False

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> EventSpec | None:
        """Show the form, or lead to the step the registration is at."""
        self.is_ready = False
        progress = await self._run(registration_progress)
        if progress is None:
            return rx.redirect(routes.REGISTER)
        if not progress.is_verified:
            return rx.redirect(routes.REGISTER_CODE)
        self.is_ready = True
        return None
