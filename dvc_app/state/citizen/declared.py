"""The small form of what a person says of themselves (C22)."""

from collections.abc import AsyncIterator

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app.state.base import AppState
from dvc_app.state.citizen.profile import ProfileState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import profile as wording
from services.core.errors import RuleViolation
from services.profiles.declare import declare


class DeclaredState(FormState, AppState):
    """Faults of the form; what it begins with comes from the profile."""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Begin without faults."""
        self._accept()
        self.busy = False

    @rx.event
    @allow(Who.CITIZEN)
    async def save(self, form: dict[str, str]) -> AsyncIterator[EventSpec | None]:
        """Write down what was said."""
        self.busy = True
        yield None
        try:
            changed = await self._run(declare, form)
        except RuleViolation as refusal:
            self._show(faults.spelled(refusal.problems))
        else:
            self._accept()
            words = wording.SAVED if changed else wording.NO_CHANGE
            await self._say(words, "done")
            yield ProfileState.refresh()
        finally:
            self.busy = False
