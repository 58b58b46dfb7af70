"""DecisionsCardState: what is proposed on a dossier, the leader's word, the slips."""

from uuid import UUID

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.decision_rows import (
    DecisionRow,
    SlipRow,
    decision_row,
    slip_row,
)
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import decisions as wording
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.decisions.decide import approve, decline
from services.decisions.models import DecisionKind, DecisionState
from services.decisions.open_decisions import DecisionsView, decisions_beside
from services.signals import dossier_topic

K = DecisionKind
ROUTES = {
    K.REFUSE: routes.REFUSE,
    K.TRANSFER: routes.TRANSFER,
    K.SUSPEND: routes.SUSPEND,
    K.RESUME: routes.SUSPEND,
    K.EXTEND: routes.EXTEND,
    K.APOLOGISE: routes.APOLOGISE,
    K.STOP: routes.STOP,
}


class DecisionsCardState(FormState, AppState):
    """The card beside a dossier, on the pages of reception and processing."""

    is_there: bool = False
    waiting: list[DecisionRow] = []
    declined: list[str] = []
    ways: list[tuple[str, str]] = []  # address and name of each act open now
    slips: list[SlipRow] = []
    past: str = ""
    stop_href: str = ""
    suspended: str = ""
    apology_href: str = ""  # a late result waits for it
    unreached: str = ""
    form_key: str = ""
    _code: str = ""
    _version: int = 0

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show what stands beside the dossier of the address."""
        parts = self.router.url.path.strip("/").split("/")
        self._code = parts[2][:60] if len(parts) > 2 else ""
        self._accept()
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read it again: the dossier changed."""
        if self._code:
            await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def agree(self, decision_id: str) -> None:
        """Give the leader's word; pressed twice it counts once (R6)."""
        if decision_id not in {one.id for one in self.waiting}:
            return
        try:
            await self._run(approve, self._code, UUID(decision_id), self._version)
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
        else:
            self._accept()
            await self._say(wording.AGREED_NOW, "done")
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def disagree(self, form: dict[str, str]) -> None:
        """Say no, and why."""
        wanted = form.get("decision", "")
        if wanted not in {one.id for one in self.waiting}:
            return
        reason = form.get("declined_reason", "")
        try:
            await self._run(decline, self._code, UUID(wanted), reason)
        except RuleViolation:
            self._show({"declined_reason": wording.REQUIRED["declined_reason"]})
            return
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
        else:
            self._accept()
            await self._say(wording.DECLINED_NOW, "done")
        await self._read()

    async def _read(self) -> None:
        try:
            view = await self._run(decisions_beside, self._code)
        except (NotFound, Forbidden):
            self.is_there = False
            return
        self._draw(view)
        self._watch(DecisionsCardState.refresh, dossier_topic(view.head.id))

    def _draw(self, view: DecisionsView) -> None:
        self._version = view.head.version
        proposed = [one for one in view.rows if one.state is DecisionState.PROPOSED]
        self.waiting = [decision_row(one) for one in proposed]
        said_no = (one for one in view.rows if one.state is DecisionState.DECLINED)
        self.declined = [decision_row(one).declined for one in said_no]
        self.ways = [
            (routes.fill(route, code=self._code), wording.TITLES[kind])
            for kind, route in ROUTES.items()
            if kind in view.open_kinds
        ]
        self.slips = [slip_row(one) for one in view.slips]
        may_stop = view.is_supplement_past and K.STOP in view.open_kinds
        self.past = wording.PAST if view.is_supplement_past else ""
        stop = routes.fill(routes.STOP, code=self._code)
        self.stop_href = stop if may_stop else ""
        apology = routes.fill(routes.APOLOGISE, code=self._code)
        self.apology_href = apology if view.owes_apology else ""
        since = view.suspended_since
        self.suspended = (
            wording.SUSPENDED.format(at=formats.moment(since)) if since else ""
        )
        self.unreached = wording.UNDELIVERED if view.is_unreached else ""
        self.form_key = self.waiting[0].id if self.waiting else ""
        self.is_there = True

    async def _explain(self, refusal: Conflict | Forbidden) -> None:
        key = str(refusal.args[0])
        if key not in wording.WHY_NOT:
            raise refusal
        await self._say(wording.WHY_NOT[key], "warn")
