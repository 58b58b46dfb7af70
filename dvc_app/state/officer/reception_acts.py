"""ReceptionActsState: what an officer does beside the verdicts (O03).

Persons are compared, a colleague is asked, copies are described, the office's part is
ticked. The page itself is drawn by ReceptionState, which hears of each.
"""

from dataclasses import replace

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app.state.base import AppState
from dvc_app.state.officer.office_form import OfficeFormState
from dvc_app.state.officer.reception import ReceptionState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import reception as wording
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.processing.check_people import check_people, mark_to_verify
from services.processing.hold import ask_for_hold, give_hold
from services.processing.save_copy import CopyForm, save_copy
from services.processing.tick_office_part import tick_office_part


class ReceptionActsState(AppState):
    """No picture of its own: each act ends in a fresh one of the reception."""

    @rx.event
    @allow(Who.OFFICER)
    async def ask_people(self) -> EventSpec | None:
        """Ask the population database; the page is there already and waits for nothing."""
        try:
            await self._run_apart(check_people, self._code())
        except (Forbidden, NotFound):
            return None
        return ReceptionState.refresh()

    @rx.event
    @allow(Who.OFFICER)
    async def mark(self) -> EventSpec | None:
        """Go on without an answer; a job asks again and notes what differs."""
        try:
            await self._run(mark_to_verify, self._code())
        except (Forbidden, NotFound):
            return None
        return ReceptionState.refresh()

    @rx.event
    @allow(Who.OFFICER)
    async def ask_hold(self) -> EventSpec | None:
        """Ask the colleague who looks at the dossier to leave it."""
        try:
            await self._run(ask_for_hold, self._code())
        except Conflict:
            await self._say(wording.NOT_NEW, "warn")
        except (Forbidden, NotFound):
            return None
        return ReceptionState.refresh()

    @rx.event
    @allow(Who.OFFICER)
    async def give_hold(self) -> EventSpec | None:
        """Leave the dossier to the colleague who asks for it."""
        try:
            await self._run(give_hold, self._code())
        except Conflict:
            await self._say(wording.NOT_NEW, "warn")
        except (Forbidden, NotFound):
            return None
        return ReceptionState.refresh()

    @rx.event
    @allow(Who.OFFICER)
    async def keep_copy(self, paper: str, part: str, text: str) -> EventSpec | None:
        """Keep the kind of a component, or how many there are."""
        form = await self._copy_of(paper)
        if form is None or part not in ("medium", "kind", "count"):
            return None
        if getattr(form, part) == text:
            return None
        return await self._keep(paper, replace(form, **{part: text}))

    @rx.event
    @allow(Who.OFFICER)
    async def compare(self, paper: str, is_compared: bool) -> EventSpec | None:
        """Keep that a component was compared with its original."""
        form = await self._copy_of(paper)
        if form is None:
            return None
        return await self._keep(paper, replace(form, is_compared=is_compared))

    @rx.event
    @allow(Who.OFFICER)
    async def tick(self, is_on: bool) -> EventSpec | None:
        """Take the office's part of the form upon oneself."""
        try:
            await self._run(tick_office_part, self._code(), is_on)
        except Conflict:
            await self._say(wording.RECEIVED_ALREADY, "warn")
        except (Forbidden, NotFound):
            return None
        return OfficeFormState.load()

    async def _keep(self, paper: str, form: CopyForm) -> EventSpec | None:
        try:
            await self._run(save_copy, self._code(), paper, form)
        except RuleViolation as refusal:
            key = next(iter(refusal.problems.values()))
            await self._say(wording.FAULTS[key], "warn")
            return None
        except Conflict:
            await self._say(wording.RECEIVED_ALREADY, "warn")
        except (Forbidden, NotFound):
            return None
        return ReceptionState.refresh()

    async def _copy_of(self, paper: str) -> CopyForm | None:
        reception = await self.get_state(ReceptionState)
        for row in reception.papers.rows:
            if row.code == paper:
                return CopyForm(row.medium, row.kind, row.count, row.is_compared)
        return None

    def _code(self) -> str:
        """Return the code in /can-bo/ho-so/{code}/tiep-nhan."""
        parts = self.router.url.path.strip("/").split("/")
        return parts[2][:60] if len(parts) > 2 else ""
