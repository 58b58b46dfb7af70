"""SyncMessageState: one message, every try of it, and what may be done (O12)."""

from collections.abc import AsyncIterator
from uuid import UUID

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.sync_rows import say_answer
from dvc_app.state.sync_said import said_rows
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import status_sync as wording
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.outbox.close_message import (
    agree_to_close,
    ask_to_close,
    decline_to_close,
)
from services.outbox.models import MessageState
from services.outbox.send_again import send_again
from services.signals import sync_topic
from services.status_sync.show_message import MessageDetail, TryLine, show_message

NOWHERE = UUID(int=0)
UNAVAILABLE = "unavailable"


class SyncMessageState(FormState, AppState):
    """The message of the address; it follows what is answered."""

    loaded: bool = False
    missing: bool = False
    named: str = ""
    code: str = ""
    dossier_href: str = ""
    system: str = ""
    kind: str = ""
    state: str = ""
    state_css: str = "tag"
    plain: str = ""
    answer: str = ""
    facts: list[tuple[str, str]] = []
    said: list[tuple[str, str]] = []
    said_title: str = ""
    is_held: bool = False  # its system is paused
    first_href: str = ""  # the message that must arrive before this one
    tries: list[tuple[str, str, str, str]] = []
    may_send: bool = False
    may_correct: bool = False
    may_ask: bool = False
    may_agree: bool = False
    closing: str = ""
    form_key: str = ""
    _id: UUID = NOWHERE

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Open the message of the address."""
        self.named = self.router.url.path.rstrip("/").rpartition("/")[2][:60]
        try:
            self._id = UUID(self.named)
        except ValueError:
            self._id = NOWHERE
        self.loaded = self.missing = self.busy = False
        self._accept()
        if await self._read():
            self._watch(SyncMessageState.refresh, sync_topic(self._actor().agency_id))

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read it again: it was answered, or a colleague acted."""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def send_again(self, is_corrected: bool) -> AsyncIterator[None]:
        """Send it now, as it is or as the dossier says now, once (R6)."""
        self.busy = True
        yield
        try:
            await self._run(send_again, self._id, is_corrected is True)
            await self._say(wording.SENT_AGAIN, "done")
        finally:
            self.busy = False
            await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def ask_to_close(self, form: dict[str, str]) -> AsyncIterator[None]:
        """Propose that it is not sent, once (R6)."""
        self.busy = True
        yield
        try:
            await self._run(ask_to_close, self._id, str(form.get("reason", "")))
            self._accept()
            await self._say(wording.ASKED, "done")
            await self._read()
        except RuleViolation as refusal:
            self._refuse(refusal.problems, faults.SENTENCES)
        finally:
            self.busy = False

    @rx.event
    @allow(Who.OFFICER)
    async def answer_closing(self, is_agreed: bool) -> AsyncIterator[None]:
        """Agree that it is closed, or not, once (R6)."""
        self.busy = True
        yield
        act, words = (
            (agree_to_close, wording.AGREED)
            if is_agreed is True
            else (decline_to_close, wording.DECLINED)
        )
        try:
            await self._run(act, self._id)
            await self._say(words, "done")
        except RuleViolation as refusal:
            self._refuse(refusal.problems, faults.SENTENCES)
        except Conflict:
            await self._read()
            raise
        else:
            await self._read()
        finally:
            self.busy = False

    async def _read(self) -> bool:
        try:
            found = await self._run(show_message, self._id)
        except (NotFound, Forbidden):
            self.missing, self.loaded = True, False
            return False
        self._draw(found)
        self.loaded = True
        return True

    def _draw(self, found: MessageDetail) -> None:
        line = found.line
        self.code = line.code
        self.dossier_href = (
            routes.fill(routes.PROCESSING, code=line.code) if line.code else ""
        )
        self.system, self.kind = wording.SYSTEMS[line.system], wording.KINDS[line.kind]
        self.state, self.state_css = wording.STATES[line.state]
        first = found.waits_for
        self.first_href = (
            routes.fill(routes.SYNC_MESSAGE, message=str(first)) if first else ""
        )
        self.is_held = found.is_paused
        self.plain = wording.WAITS_FOR if first else wording.PLAIN[line.state]
        if found.is_paused:
            self.plain = wording.HELD
        is_silent = line.answer_code == UNAVAILABLE  # and “plain” says so
        self.answer = "" if is_silent else say_answer(line)
        self.facts = _facts(found)
        self.said = said_rows(found.said)
        self.said_title = wording.CONTENT_COUNT.format(count=len(self.said))
        self.tries = [_try(one) for one in found.tries]
        self.may_send = found.may_send
        self.may_correct = line.state is MessageState.REFUSED
        self.may_ask = found.may_send and not line.is_closing
        self.may_agree = found.may_agree
        words = wording.CLOSED_BY if found.closed_by else wording.ASKED_BY
        name = found.closed_by or found.closing_asked_by
        reason = found.closing_reason
        self.closing = words.format(name=name, reason=reason) if reason else ""
        self.form_key = f"{line.id}-{line.state}-{line.is_closing}"


def _facts(found: MessageDetail) -> list[tuple[str, str]]:
    line = found.line
    waits = line.state is MessageState.WAITING and not found.is_paused
    moment = formats.moment(line.next_try_at) if waits else ""
    lines = [
        (wording.WRITTEN, formats.moment(line.written_at)),
        (wording.TRIES, _tried(line.tries)),
        (
            wording.STATES[MessageState.WAITING][0],
            moment and wording.NEXT_TRY.format(moment=moment),
        ),
        (wording.REFERENCE, line.their_reference),
    ]
    return [(name, value) for name, value in lines if value]


def _tried(count: int) -> str:
    return wording.TRIED.format(tries=count) if count else wording.TRIES_EMPTY


def _try(one: TryLine) -> tuple[str, str, str, str]:
    code = "" if one.outcome == UNAVAILABLE else one.code  # a word of ours
    words = " ".join(part for part in (code, one.words) if part)
    spent = wording.SECONDS.format(
        seconds=f"{one.milliseconds / 1000:.2f}".replace(".", ",")
    )
    moment = formats.moment(one.at)
    return moment, wording.OUTCOMES.get(one.outcome, one.outcome), words, spent
