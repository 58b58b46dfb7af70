"""Changing phone or email with a code to both (C22)."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from math import ceil
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.citizen.channels import ChannelsState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import contacts as wording
from dvc_app.wording import faults
from dvc_app.wording import register as code_words
from services.accounts.confirm_code import CodeCheck, CodeOutcome
from services.accounts.confirm_code_request import confirm_code_request
from services.accounts.resend_request_code import resend_request_code
from services.accounts.send_code import code_topic
from services.core import clock
from services.core.errors import Conflict, RuleViolation, TooMany
from services.core.identifiers import mask_email, mask_phone
from services.profiles.begin_contact_change import begin_contact_change
from services.profiles.choose_channels import my_channels
from services.profiles.contact_changes import (
    FIELDS,
    AskedCode,
    ContactProgress,
    contact_progress,
)
from services.profiles.finish_contact_change import (
    ContactOutcome,
    finish_contact_change,
)


@dataclass(frozen=True)
class ContactRow:
    """A contact in use."""

    field: str
    label: str
    value: str  # masked
    action: str
    action_label: str


@dataclass(frozen=True)
class CodeRow:
    """One of the two codes, and what became of its message."""

    purpose: str
    name: str  # of its field
    label: str
    is_done: bool
    done: str
    delivery: str
    resend_label: str
    resend_in: int
    mark: str


class ContactsState(FormState, AppState):
    """The contacts, and the change under way; it survives a reload."""

    is_ready: bool = False
    rows: list[ContactRow] = []
    changing: str = ""  # phone, email: the form for a new one is open
    new_label: str = ""
    new_hint: str = ""
    codes: list[CodeRow] = []
    codes_title: str = ""
    new_value: str = ""
    done: str = ""
    _change: str = ""
    _field: str = ""
    _asked: tuple[AskedCode, ...] = ()
    _is_retyping: bool = False  # codes under way elsewhere do not push the form away

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Show the contacts; `?sua=phone` opens the form of that one."""
        self._accept()
        self.busy, self.done, self._is_retyping = False, "", False
        wanted = self.router.url.query_parameters.get("sua", "")
        self._open(wanted if wanted in FIELDS else "")
        await self._look()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Show what became of the messages."""
        await self._look()

    @rx.event
    @allow(Who.CITIZEN)
    async def change(self, field: str) -> None:
        """Open the form for another phone or email."""
        self._accept()
        self.done, self._is_retyping = "", True
        self._open(field if field in FIELDS else "")
        self.codes, self._asked, self._change = [], (), ""

    @rx.event
    @allow(Who.CITIZEN)
    async def leave(self) -> None:
        """Put the form away; nothing has changed."""
        self._accept()
        self._open("")
        self._is_retyping = True
        self.codes, self._asked, self._change = [], (), ""

    @rx.event
    @allow(Who.CITIZEN)
    async def begin(self, form: dict[str, str]) -> AsyncIterator[None]:
        """Take the new contact and send both codes."""
        self.busy = True
        yield
        try:
            typed = form.get("new_contact", "")
            self._is_retyping = False
            self._draw(await self._run(begin_contact_change, self.changing, typed))
        except RuleViolation as refusal:
            self._refuse(refusal.problems, wording.FAULTS | faults.SENTENCES)
        except TooMany as refusal:
            self._show({"new_contact": _wait(refusal)})
        else:
            self._accept()
        finally:
            self.busy = False

    @rx.event
    @allow(Who.CITIZEN)
    async def confirm(self, form: dict[str, str]) -> AsyncIterator[EventSpec | None]:
        """Take the codes, and change once both are right."""
        self.busy = True
        yield None
        try:
            problems = await self._give_codes(form)
            if problems:
                self._show(problems)
                await self._look()
            else:
                self._accept()
                await self._finish()
                yield ChannelsState.load()
        finally:
            self.busy = False

    @rx.event
    @allow(Who.CITIZEN)
    async def resend(self, purpose: str) -> None:
        """Send one of the codes again."""
        asked = next((one for one in self._asked if one.purpose == purpose), None)
        if asked is None:
            return
        try:
            await self._run(resend_request_code, asked.purpose, asked.request_id)
        except TooMany as refusal:
            await self._say(_wait(refusal), "warn")
        else:
            words = wording.NEW_CODE.format(shown=asked.shown)
            await self._say(words, "done")
        await self._look()

    async def _give_codes(self, form: dict[str, str]) -> dict[str, str]:
        problems = {}
        for asked in self._asked:
            if asked.is_verified:
                continue
            field = wording.CODE_FIELD[asked.purpose]
            try:
                check = await self._run(
                    confirm_code_request,
                    asked.purpose,
                    asked.request_id,
                    form.get(field, ""),
                )
            except RuleViolation as refusal:
                problems[field] = faults.spelled(refusal.problems)["code"]
                continue
            if check.outcome is not CodeOutcome.CONFIRMED:
                problems[field] = _say_check(check)
        return problems

    async def _finish(self) -> None:
        field = self._field
        try:
            outcome = await self._run(finish_contact_change, UUID(self._change))
        except Conflict:
            await self._say(wording.TOO_OLD, "warn")
        else:
            if outcome is ContactOutcome.TAKEN:
                await self._say(wording.TAKEN[field], "warn")
            else:
                await self._say(wording.CHANGED[field], "done")
                self.done = wording.CHANGED[field]
        self._open("")
        await self._look()

    async def _look(self) -> None:
        known = await self._run(my_channels)
        self.rows = [
            _contact("phone", mask_phone(known.phone) if known.phone else ""),
            _contact("email", mask_email(known.email) if known.email else ""),
        ]
        progress = await self._run(contact_progress)
        if progress is None:
            self.codes, self._asked, self._change = [], (), ""
        elif not self._is_retyping:
            self._draw(progress)
        self.is_ready = True

    def _draw(self, progress: ContactProgress) -> None:
        self._change, self._field = str(progress.change_id), progress.field
        self._asked = progress.codes
        self._open(progress.field)
        self.new_value = progress.new_value
        self.codes = [_code(one) for one in progress.codes]
        is_pair = len(self.codes) > 1
        self.codes_title = wording.CODES_TITLE if is_pair else wording.ONE_CODE_TITLE
        topics = [code_topic(one.code_id) for one in progress.codes if one.code_id]
        self._watch(ContactsState.refresh, *topics)

    def _open(self, field: str) -> None:
        self.changing = field
        self.new_label = wording.NEW.get(field, "")
        self.new_hint = wording.NEW_HINT.get(field, "")


def _contact(field: str, shown: str) -> ContactRow:
    labels = wording.CHANGE_WHICH if shown else wording.ADD_WHICH
    return ContactRow(
        field=field,
        label=wording.FIELDS[field],
        value=shown or wording.NONE,
        action=wording.CHANGE if shown else wording.ADD,
        action_label=labels[field],
    )


def _code(asked: AskedCode) -> CodeRow:
    opens = asked.next_resend_at
    left = (opens - clock.now()).total_seconds() if opens else 0
    words = wording.MAIL_DELIVERY if "@" in asked.shown else code_words.DELIVERY
    delivery = words[asked.delivery] if asked.delivery else ""
    return CodeRow(
        purpose=str(asked.purpose),
        name=wording.CODE_FIELD[asked.purpose],
        label=wording.CODE_OF[asked.purpose].format(shown=asked.shown),
        is_done=asked.is_verified,
        done=wording.CODE_DONE.format(shown=asked.shown),
        delivery=delivery,
        resend_label=wording.RESEND_TO.format(shown=asked.shown),
        resend_in=max(0, ceil(left)),
        mark=str(asked.code_id),
    )


def _say_check(check: CodeCheck) -> str:
    until = formats.clock_time(check.resend_at) if check.resend_at else ""
    if check.outcome is CodeOutcome.WRONG:
        return code_words.CODE_WRONG.format(count=check.tries_left)
    if check.outcome is CodeOutcome.EXPIRED:
        return code_words.CODE_EXPIRED_WAIT.format(until=until)
    return code_words.CODE_BLOCKED.format(until=until)


def _wait(refusal: TooMany) -> str:
    return wording.WAIT.format(until=formats.moment(refusal.until))
