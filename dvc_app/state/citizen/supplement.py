"""Answer a request for a supplement, point by point (C22)."""

from collections.abc import AsyncIterator
from uuid import UUID

import reflex as rx

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.refusals import sentence
from dvc_app.state.supplement_rows import RequestRow, request_row
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import eforms
from dvc_app.wording import supplements as wording
from dvc_app.wording.filing_faults import FAULTS
from services.core import clock
from services.core.errors import Conflict, NotFound, RuleViolation
from services.files.discard import discard
from services.signals import delegations_topic, dossier_topic
from services.supplements.answer_supplement import Answered, answer_supplement
from services.supplements.save_point import save_point
from services.supplements.show_supplement import (
    SupplementView,
    find_supplement,
    show_supplement,
)

NOWHERE = UUID(int=0)


class SupplementState(FormState, AppState):
    """The open request of one dossier; everything typed lies in the database."""

    loaded: bool = False
    missing: bool = False
    code: str = ""
    form_key: str = ""
    procedure: str = ""
    agency: str = ""
    is_open: bool = False
    asked: RequestRow = RequestRow()
    done_line: str = ""
    saved: str = ""
    sent: str = ""  # said after the answer went off
    sent_more: str = ""
    earlier: list[RequestRow] = []

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Open the request of the address, and follow it."""
        parts = self.router.url.path.strip("/").split("/")
        self.code = parts[1][:60] if len(parts) > 1 else ""
        self.loaded = self.missing = self.busy = False
        self.sent = self.sent_more = self.saved = ""
        self._accept()
        try:
            here = await self._run(find_supplement, self.code)
        except NotFound:
            self.missing = True
            return
        # A right to act for the owner may end while the page stands open.
        mine = delegations_topic(self._actor().account_id or here)
        self._watch(SupplementState.refresh, dossier_topic(here), mine)
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read it again: a file was checked, or another tab wrote."""
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def save(self, point_id: str, text: str) -> None:
        """Keep an answer when its field is left (R1)."""
        await self._keep({point_id: text})

    @rx.event
    @allow(Who.CITIZEN)
    async def remove_file(self, file_id: str) -> None:
        """Remove a file that was not sent off yet."""
        mine = {file.id for point in self.asked.points for file in point.files}
        if file_id in mine:
            await self._run(discard, _uuid(file_id))
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def send(self, form: dict[str, str]) -> AsyncIterator[None]:
        """Hand all answers in; pressed twice they go once (R6)."""
        self.busy = True
        yield
        try:
            points = {point.id for point in self.asked.points}
            await self._keep({f: text for f, text in form.items() if f in points})
            answered = await self._run(answer_supplement, self.code)
        except RuleViolation as refusal:
            names = {point.id: point.title for point in self.asked.points}
            known = FAULTS | eforms.FAULTS | wording.FAULTS
            self._refuse(refusal.problems, known, names)
        except (Conflict, NotFound):
            self._accept()
            await self._read()
        else:
            self._accept()
            self._thank(answered)
            await self._read()
        finally:
            self.busy = False

    async def _keep(self, typed: dict[str, str]) -> None:
        stands = {point.id: point.text for point in self.asked.points}
        for point_id, text in typed.items():
            if point_id not in stands:
                continue
            if text == stands[point_id]:
                continue
            try:
                moment = await self._run(
                    save_point, self.code, _uuid(point_id), text, clock.now()
                )
            except RuleViolation as refusal:
                self._refuse(refusal.problems, FAULTS | wording.FAULTS)
                return
            except (Conflict, NotFound) as refusal:
                await self._say(sentence(refusal), "warn")
                await self._read()
                return
            self.saved = wording.SAVED.format(time=formats.clock_time(moment))

    def _thank(self, answered: Answered) -> None:
        moment = formats.moment(answered.answered_at)
        self.sent = wording.SENT.format(moment=moment)
        if answered.due_at:
            due = formats.moment(answered.due_at)
            self.sent_more = wording.SENT_DUE.format(due=due)
        elif answered.receive_by:
            by = formats.moment(answered.receive_by)
            self.sent_more = wording.SENT_CHECK.format(receive_by=by)

    async def _read(self) -> None:
        try:
            found = await self._run(show_supplement, self.code)
        except NotFound:
            self.missing, self.loaded = True, False
            return
        self._draw(found)

    def _draw(self, found: SupplementView) -> None:
        self.code = found.code
        self.procedure, self.agency = found.procedure_name, found.agency_name
        self.is_open = found.is_open
        rows = [request_row(one, found.code) for one in found.requests]
        self.asked = rows[0] if rows and found.is_open else RequestRow()
        self.earlier = rows[1:] if found.is_open else rows
        self.form_key = f"{found.code}-{self.asked.id}"
        done = sum(point.is_answered for point in self.asked.points)
        count = len(self.asked.points)
        self.done_line = wording.DONE_COUNT.format(done=done, all=count)
        self._forgive({p.id for p in self.asked.points if p.takes_files and p.files})
        self.loaded = True


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return NOWHERE
