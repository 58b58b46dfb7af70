"""Closing one's account: what it means, and the code it asks for (C22)."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import contacts, statuses
from dvc_app.wording import my_data as wording
from dvc_app.wording import register as code_words
from services.accounts.code_requests import code_request_progress
from services.accounts.models import CodePurpose
from services.accounts.send_code import code_topic
from services.core.errors import RuleViolation, TooMany
from services.profiles.leaving import ask_closing_code, leaving


@dataclass(frozen=True)
class UnfinishedRow:
    """A dossier that keeps the account open."""

    code: str
    procedure: str
    status: str
    tag: str
    address: str


class ClosingState(FormState, AppState):
    """What stands in the way, or the form; the form itself goes by plain HTTP."""

    is_ready: bool = False
    unfinished: list[UnfinishedRow] = []
    drafts: str = ""
    kept: str = ""
    has_contact: bool = True
    sent: str = ""
    delivery: str = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read what closing would mean now."""
        self._accept()
        self.busy = False
        found = await self._run(leaving)
        self.unfinished = [
            UnfinishedRow(
                code=one.code,
                procedure=one.procedure_name,
                status=statuses.STATUSES[one.status].label,
                tag=statuses.STATUSES[one.status].tag,
                address=routes.fill(routes.DOSSIER, code=one.code),
            )
            for one in found.unfinished
        ]
        self.drafts = wording.DRAFTS.format(count=found.drafts) if found.drafts else ""
        self.kept = wording.KEPT.format(count=found.kept) if found.kept else ""
        self.has_contact = found.has_contact
        await self._look()
        self.is_ready = True

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Show what became of the message."""
        await self._look()

    @rx.event
    @allow(Who.CITIZEN)
    async def ask_code(self) -> AsyncIterator[None]:
        """Send the code."""
        self.busy = True
        yield
        try:
            await self._run(ask_closing_code)
        except TooMany as refusal:
            until = formats.moment(refusal.until)
            await self._say(wording.CODE_WAIT.format(until=until), "warn")
        except RuleViolation as refusal:
            words = [wording.FAULTS[key] for key in refusal.problems.values()]
            await self._say(" ".join(words), "warn")
        else:
            await self._look()
        finally:
            self.busy = False

    async def _look(self) -> None:
        progress = await self._run(code_request_progress, CodePurpose.CLOSE_ACCOUNT)
        if progress is None:
            self.sent = self.delivery = ""
            return
        self.sent = wording.CODE_SENT.format(shown=progress.shown)
        state = progress.delivery
        words = contacts.MAIL_DELIVERY if progress.is_email else code_words.DELIVERY
        self.delivery = words[state] if state else ""
        if progress.code_id is not None:
            self._watch(ClosingState.refresh, code_topic(progress.code_id))
