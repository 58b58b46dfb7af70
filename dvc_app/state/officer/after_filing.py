"""What an officer's page of a dossier says of the person: messages, withdrawal."""

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import withdrawing as wording
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.messages.office_summary import OfficeSummary, office_summary
from services.processing.decide_withdrawal import decide_withdrawal


class AfterFilingState(FormState, AppState):
    """Ways to supplement and messages, and a wish to withdraw to be decided."""

    supplement_href: str = ""
    messages_href: str = ""
    unseen: str = ""
    wish: str = ""  # a sentence; empty when nothing waits
    form_key: str = ""
    _code: str = ""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show what stands beside the dossier of the address."""
        parts = self.router.url.path.strip("/").split("/")
        await self._look(parts[2][:60] if len(parts) > 2 else "")

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read it again; the state of the dossier watches for both."""
        if self._code:
            await self._look(self._code)

    @rx.event
    @allow(Who.OFFICER)
    async def accept(self) -> None:
        """Let the dossier go, as its people wish."""
        await self._decide(True, "")

    @rx.event
    @allow(Who.OFFICER)
    async def decline(self, form: dict[str, str]) -> None:
        """Keep it, and say why."""
        await self._decide(False, form.get("decision_reason", ""))

    async def _decide(self, accept: bool, reason: str) -> None:
        try:
            await self._run(decide_withdrawal, self._code, accept, reason)
        except RuleViolation:
            self._show({"decision_reason": wording.FAULTS["decision_reason"]})
        except Conflict as refusal:
            words = wording.CONFLICTS.get(str(refusal.args[0]), "")
            if not words:
                raise
            await self._say(words, "warn")
        else:
            self._accept()
            words = wording.ACCEPTED_NOW if accept else wording.DECLINED_NOW
            await self._say(words, "done")
        await self._look(self._code)

    async def _look(self, code: str) -> None:
        if code != self._code:
            self._accept()
        self._code = code
        self.messages_href = routes.fill(routes.OFFICER_MESSAGES, code=code)
        try:
            self._draw(await self._run(office_summary, code))
        except (NotFound, Forbidden):
            self.wish = self.unseen = self.supplement_href = ""

    def _draw(self, found: OfficeSummary) -> None:
        ask = routes.fill(routes.ASK_SUPPLEMENT, code=self._code)
        self.supplement_href = "" if found.has_ended else ask
        self.unseen = wording.UNSEEN.format(count=found.unseen) if found.unseen else ""
        self.wish, self.form_key = "", ""
        if found.wish:
            moment = formats.moment(found.wish.at)
            reason = found.wish.reason
            self.wish = wording.CARD_LINE.format(moment=moment, reason=reason)
            self.form_key = str(found.wish.id)
