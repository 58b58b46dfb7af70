"""OfficeLookUpState: the same with an officer's rights, and into a dossier (O14)."""

from uuid import UUID

import reflex as rx

from dvc_app import routes
from dvc_app.state.ministry_look_up import LONGEST, MinistryLookUpState
from dvc_app.state.ministry_rows import note_words
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import ministry_look_up as wording
from dvc_app.wording.faults import spelled
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.look_ups.answers import show
from services.look_ups.put_into_dossier import put_into_dossier


class OfficeLookUpState(MinistryLookUpState):
    """What only officers do with an answer."""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show the question of the address."""
        self._path = routes.OFFICE_LOOK_UP
        await self._open()

    @rx.event
    @allow(Who.OFFICER)
    async def note(self, form: dict[str, str]) -> None:
        """Put the answer into a dossier; pressed twice, it is there once."""
        self._accept()
        try:
            mine = UUID(self._asked)
            words = note_words(await self._run(show, mine))
            typed = form.get("dossier", "")[:LONGEST]
            code = await self._run(put_into_dossier, mine, typed, words)
        except RuleViolation as refusal:
            self._show(spelled(refusal.problems))
        except (NotFound, Forbidden, ValueError):
            self._show({"dossier": wording.NOTE_MISSING})
        else:
            await self._say(wording.NOTE_DONE.format(code=code), "done")
