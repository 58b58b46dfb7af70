"""LeadState: what a leader must look at first, and the word to whoever has it (O16)."""

from uuid import UUID

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer import lead_rows as rows
from dvc_app.state.officer.desk_filters import Choice, address
from dvc_app.state.officer.desk_picks import SHORTEST, why_refused
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import desk
from dvc_app.wording import lead as wording
from services.core.clock import local_day
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.decisions.waiting import waiting_for_leader
from services.oversight.lead import lead
from services.oversight.remind import remind
from services.oversight.waiting_requests import waiting_requests
from services.processing.desk import DeskQueue
from services.processing.reassign import reassign
from services.signals import desk_topics

CODE, OFFICER, REASON = "ma", "can-bo", "ly-do"


class LeadState(FormState, AppState):
    """The leader's page: numbers that open their lists, dossiers by lateness."""

    loaded: bool = False
    has_no_role: bool = False
    tiles: list[rows.NearTile] = []
    words: list[rows.WordRow] = []
    first: list[rows.LeadRow] = []
    oldest: list[rows.LeadRow] = []
    steps: list[rows.LoadRow] = []
    officers: list[rows.LoadRow] = []
    units: list[rows.UnitRow] = []
    choices: list[Choice] = []
    owed_href: str = address(DeskQueue.OWED, {})
    away_href: str = address(DeskQueue.OWED, {"vang": "co"})

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show the page and follow the unit's desk."""
        self._accept()
        agency_id = self._actor().agency_id
        if agency_id is not None:
            self._watch(LeadState.refresh, *desk_topics([agency_id]))
        await self._read()
        self.loaded = True

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Count again: something moved."""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def remind(self, code: str) -> None:
        """Remind the holder of a dossier, once a day."""
        try:
            done = await self._run(remind, code)
        except (Conflict, Forbidden, NotFound) as refusal:
            await self._say(why_refused(refusal), "warn")
            return
        words = wording.REMINDED if done.is_new else wording.REMINDED_BEFORE
        await self._say(words.format(name=done.name, code=done.code), "done")

    @rx.event
    @allow(Who.OFFICER)
    async def give(self, form: dict[str, str]) -> None:
        """Give a dossier's step to another officer of the unit."""
        code = form.get(CODE, "")
        reason = form.get(f"{REASON}.{code}", "").strip()
        problems = {}
        if len(reason) < SHORTEST:
            problems[f"{REASON}.{code}"] = desk.WHY_MISSING
        try:
            officer_id = UUID(form.get(f"{OFFICER}.{code}", ""))
        except ValueError:
            problems[f"{OFFICER}.{code}"] = wording.GIVE_MISSING
        if problems:
            self._show(problems)
            return
        try:
            done = await self._run(reassign, code, officer_id, reason)
        except RuleViolation as refusal:
            self._show({f"{OFFICER}.{code}": why_refused(refusal)})
            return
        except (Conflict, Forbidden, NotFound) as refusal:
            await self._say(why_refused(refusal), "warn")
        else:
            self._accept()
            words = wording.GIVEN.format(code=done.code, name=done.officer)
            await self._say(words, "done")
        await self._read()

    async def _read(self) -> None:
        try:
            found = await self._run(lead)
            proposals = await self._run(waiting_for_leader)
            requests = await self._run(waiting_requests)
        except (Forbidden, NotFound):
            self.has_no_role = True
            return
        self.has_no_role = False
        today = local_day(found.at)
        self.tiles = rows.near_tiles(found.near, today)
        self.words = [rows.decision_row(one) for one in proposals]
        self.words += [rows.request_row(one) for one in requests]
        self.first = [rows.lead_row(row) for row in found.first]
        self.oldest = [rows.lead_row(row) for row in found.oldest]
        self.steps = rows.step_rows(found, today)
        self.officers = rows.officer_rows(found, today)
        self.units = [rows.unit_row(unit) for unit in found.units]
        self.choices = [
            Choice(str(one.id), " – ".join(filter(None, (one.name, one.title))))
            for one in found.colleagues
        ]
