"""The counts beside the side menu of the profile (C22)."""

import reflex as rx

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from services.dues.my_requests import count_due
from services.profiles.count_unfinished import count_unfinished
from services.supplements.my_supplements import count_supplements


class ProfileMenuState(AppState):
    """How many there are of what the menu names, by the key of its row."""

    counts: dict[str, str] = {}

    @rx.event
    @allow(Who.CITIZEN, Who.OFFICER)
    async def load(self) -> None:
        """Count what the menu shows a number for; an officer sees no menu."""
        if self._actor().is_officer:
            return
        found = {
            "dossiers": await self._run(count_unfinished),
            "supplements": await self._run(count_supplements),
            "payments": await self._run(count_due),
        }
        self.counts = self.counts | {
            name: formats.number(count) if count else ""
            for name, count in found.items()
        }
