"""The counter's way of getting an account back: who may open the page."""

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow


class OfficerRecoveryState(AppState):
    """Nothing is remembered: number and slip go over plain HTTP."""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Let officers in; what they may do is judged when they do it."""
