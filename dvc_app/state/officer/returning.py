"""ReturningState: the results at the desk, and whoever came for them (O08)."""

import secrets
from dataclasses import dataclass

import reflex as rx

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer.handover import handover_of
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import signing as wording
from dvc_app.wording.faults import spelled
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.results.box_of_results import (
    ReadyResult,
    find_ready,
    list_ready,
    return_box,
)
from services.signals import desk_topics


@dataclass(frozen=True)
class ReadyRow:
    """One result at the desk."""

    code: str
    procedure: str
    applicant: str
    waited: str
    reminded: str
    is_unpaid: bool
    is_late: bool
    post: str
    href: str
    till: str
    apology: str


class ReturningState(FormState, AppState):
    """The queue, one person's results, and the press that returns them."""

    loaded: bool = False
    has_no_role: bool = False
    rows: list[ReadyRow] = []
    is_found: bool = False  # the rows are one person's
    receiver: str = ""
    said: list[str] = []
    form_key: str = ""
    _asked: str = ""
    _intent: str = ""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show what waits at the desk."""
        self.loaded = self.has_no_role = False
        self._asked, self.said = "", []
        self._accept()
        self._renew()
        if agency_id := self._actor().agency_id:
            self._watch(ReturningState.refresh, *desk_topics([agency_id]))
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read again: something became ready, or a colleague returned it."""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def find(self, form: dict[str, str]) -> None:
        """Find all of one person by a dossier's code, or the number on a card."""
        self._asked, self.said = form.get("asked", "").strip()[:400], []
        self._accept()
        self._renew()
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def hand_over(self, form: dict[str, str | bool]) -> None:
        """Return what is ticked; what cannot go is named, the rest goes."""
        codes = tuple(row.code for row in self.rows if form.get(f"tra-{row.code}"))
        if not codes:
            self._show({"results": wording.NOTHING_CHOSEN})
            return
        by, receiver = handover_of(form), str(form.get("received_by", ""))
        try:
            done = await self._run(return_box, codes, receiver, self._intent, by)
        except RuleViolation as refusal:
            self._show(spelled(refusal.problems))
            return
        self._accept()
        self._renew()
        left = [one for one in done if one.refusal]
        self.said = [
            wording.LEFT.format(
                code=one.code,
                why=wording.RETURN_REFUSALS.get(one.refusal, one.refusal),
            )
            for one in left
        ]
        count = len(done) - len(left)
        text = wording.RETURNED.format(count=count, name=receiver)
        await self._say(text, "done" if count else "warn")
        await self._read()

    async def _read(self) -> None:
        self.is_found = bool(self._asked)
        try:
            found = (
                await self._run(find_ready, self._asked)
                if self._asked
                else await self._run(list_ready)
            )
        except Forbidden:
            self.has_no_role, found = True, ()
        except NotFound:
            found = ()
        self.rows = [_row(one) for one in found]
        self.receiver = found[0].submitter if self.is_found and found else ""
        self.loaded = True

    def _renew(self) -> None:
        self._intent = secrets.token_urlsafe(16)
        self.form_key = self._intent[:8]


def _row(one: ReadyResult) -> ReadyRow:
    reminded = wording.REMINDED.format(day=one.reminded) if one.reminded else ""
    return ReadyRow(
        code=one.code,
        procedure=one.procedure,
        applicant=one.applicant,
        waited=wording.WAITED.format(days=one.waited_days),
        reminded=reminded,
        is_unpaid=one.is_unpaid,
        is_late=one.owes_apology,
        post=wording.BY_POST if one.delivery == "post" else "",
        href=routes.fill(routes.PROCESSING, code=one.code),
        till=routes.fill(routes.ASK_DUE, code=one.code),
        apology=routes.fill(routes.APOLOGISE, code=one.code),
    )
