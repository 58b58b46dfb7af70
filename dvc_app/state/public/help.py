"""HelpState: the places that receive dossiers, found by name."""

import reflex as rx

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.public.units import UnitRow, show_units
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import help as wording
from services.procedures.list_one_stops import list_one_stops


class HelpState(AppState):
    """The one-stop desks of the province."""

    loaded: bool = False
    desks: list[UnitRow] = []
    count_words: str = ""

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Show the first places."""
        await self._find("")
        self.loaded = True

    @rx.event
    @allow(Who.ANYBODY)
    async def find(self, text: str) -> None:
        """Show the places whose names hold what was typed."""
        await self._find(text)

    async def _find(self, text: str) -> None:
        places = await self._run(list_one_stops)
        self.desks = show_units(places, text)
        shown, count = len(self.desks), formats.number(len(places))
        self.count_words = (
            wording.DESKS_COUNT.format(shown=shown, count=count) if places else ""
        )
