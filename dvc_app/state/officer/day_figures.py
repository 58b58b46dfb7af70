"""DayFiguresState: the last fourteen days of the unit, as bars and as a table."""

from dataclasses import dataclass

import reflex as rx

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import desk as wording
from services.core.errors import Forbidden, NotFound
from services.oversight.day_figures import DayFigures, day_figures

WHOLE = 100


@dataclass(frozen=True)
class DayBar:
    """One day: the numbers, and how high their bars stand in percent."""

    day: str
    came: str
    done: str
    came_height: str
    done_height: str


class DayFiguresState(AppState):
    """Read when somebody asks for it: the list beside it never waits."""

    is_shown: bool = False
    has_failed: bool = False
    bars: list[DayBar] = []
    on_time: str = ""
    channels: list[str] = []

    @rx.event
    @allow(Who.OFFICER)
    async def show_figures(self) -> None:
        """Read the figures and show them."""
        self.has_failed = False
        try:
            found = await self._run(day_figures)
        except (Forbidden, NotFound):
            self.has_failed = True
            return
        self._draw(found)
        self.is_shown = True

    def _draw(self, found: DayFigures) -> None:
        most = max((max(one.came, one.done) for one in found.days), default=0) or 1
        self.bars = [
            DayBar(
                day=f"{one.day:%d/%m}",
                came=formats.number(one.came),
                done=formats.number(one.done),
                came_height=f"{WHOLE * one.came // most}%",
                done_height=f"{WHOLE * one.done // most}%",
            )
            for one in found.days
        ]
        self.on_time = wording.FIGURES_NONE
        if found.done:
            percent = formats.decimal(round(WHOLE * found.in_time / found.done, 1))
            count = formats.number(found.done)
            self.on_time = wording.FIGURES_ON_TIME.format(percent=percent, count=count)
        self.channels = [
            f"{wording.CHANNELS[one]}: {formats.number(count)}"
            for one, count in found.channels
        ]
