"""CorrectionDropState: take a correction back that nobody has signed (O08)."""

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app.state.base import AppState
from dvc_app.state.officer.processing import ProcessingState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import signing as wording
from services.core.errors import Conflict, NotFound
from services.results.correct_result import drop_correction


class CorrectionDropState(AppState):
    """One press; it keeps nothing."""

    @rx.event
    @allow(Who.OFFICER)
    async def drop(self, code: str) -> EventSpec:
        """Take the correction back, or say why it stays."""
        try:
            await self._run(drop_correction, code)
        except Conflict:
            await self._say(wording.REFUSALS["being_signed"], "warn")
        except NotFound:
            await self._say(wording.NOT_PENDING, "warn")
        else:
            await self._say(wording.DROPPED, "done")
        return ProcessingState.refresh()
