"""The page of one who was invited to co-sign: reads, proves, signs or refuses (C14)."""

from contextlib import suppress
from dataclasses import dataclass
from math import ceil

import reflex as rx

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import cosigning as wording
from dvc_app.wording.faults import SENTENCES
from services.accounts.confirm_code import CodeOutcome
from services.core import clock
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.dossiers.cosign import (
    Cosigned,
    cosign,
    cosign_by_account,
    refuse_cosign,
    send_cosign_code,
)
from services.dossiers.cosign_content import CosignContent
from services.dossiers.cosign_models import CosignState
from services.dossiers.open_cosign import CosignPage, open_cosign


@dataclass(frozen=True)
class LineRow:
    """One line of what is signed."""

    label: str
    text: str
    group: str  # stands above the first line of its group


class CosignPageState(FormState, AppState):
    """One invitation, found by the key in the address."""

    is_ready: bool = False
    is_missing: bool = False
    name: str = ""
    contact: str = ""
    until: str = ""
    outcome: str = ""  # not empty: there is nothing to sign any more
    outcome_hint: str = ""
    submitter: str = ""
    procedure: str = ""
    unit: str = ""
    lines: list[LineRow] = []
    files: list[str] = []
    by_account: bool = False
    has_code: bool = False
    resend_in: int = 0
    resend_mark: str = ""
    _digest: str = ""

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Open the invitation of the address."""
        self._accept()
        self.is_ready = self.busy = False
        await self._read()

    @rx.event
    @allow(Who.ANYBODY)
    async def send_code(self) -> None:
        """Send a code to the one invited."""
        with suppress(Conflict, NotFound):  # over by now; the page says so
            await self._run(send_cosign_code, self._key())
        await self._read()

    @rx.event
    @allow(Who.ANYBODY)
    async def sign(self, form: dict[str, str]) -> None:
        """Sign with the code."""
        code = form.get("code", "")
        try:
            done = await self._run(cosign, self._key(), self._digest, code)
        except RuleViolation as refusal:
            self._refuse(refusal.problems, SENTENCES)
            return
        except (Conflict, NotFound):
            done = Cosigned()
        await self._finish(done)

    @rx.event
    @allow(Who.CITIZEN)
    async def sign_by_account(self) -> None:
        """Sign as who is signed in."""
        try:
            done = await self._run(cosign_by_account, self._key(), self._digest)
        except (Conflict, NotFound, Forbidden):
            done = Cosigned()
        await self._finish(done)

    @rx.event
    @allow(Who.ANYBODY)
    async def refuse(self) -> None:
        """Say no."""
        with suppress(Conflict, NotFound):  # over by now; the page says so
            await self._run(refuse_cosign, self._key())
        await self._read()

    async def _finish(self, done: Cosigned) -> None:
        self._accept()
        if done.has_changed:
            await self._say(wording.CHANGED, "warn")
        elif done.check and done.check.outcome is CodeOutcome.WRONG:
            left = done.check.tries_left
            self._show({"code": wording.WRONG.format(left=left)})
            return
        elif done.check:
            self._show({"code": wording.ENDED})
            return
        await self._read()

    async def _read(self) -> None:
        try:
            seen = await self._run(open_cosign, self._key())
        except NotFound:
            self.is_missing, self.is_ready = True, True
            return
        self.is_missing = False
        self._draw(seen)
        self.is_ready = True

    def _draw(self, seen: CosignPage) -> None:
        self.name = wording.HELLO.format(name=seen.name)
        self.contact = seen.shown
        self.until = wording.UNTIL.format(until=formats.moment(seen.until))
        told = wording.OUTCOMES.get(seen.state, ("", ""))
        self.outcome, self.outcome_hint = told
        if seen.state is CosignState.ASKED:
            self.outcome = self.outcome_hint = ""
        self._draw_content(seen.content)
        self.by_account = seen.by_account
        self.has_code = seen.code is not None and seen.code.code_id is not None
        opens = seen.code.next_resend_at if seen.code else None
        left = (opens - clock.now()).total_seconds() if opens else 0
        self.resend_in = max(0, ceil(left))
        self.resend_mark = str(seen.code.code_id) if seen.code else ""

    def _draw_content(self, content: CosignContent | None) -> None:
        self.lines, self.files, self._digest = [], [], ""
        if content is None:
            return
        self.procedure, self.unit = content.procedure, content.unit
        self.submitter = wording.ASKED_BY.format(submitter=content.submitter)
        before = ""
        for line in content.lines:
            label = wording.LINES.get(line.label, line.label)
            group = line.group if line.group != before else ""
            text = line.text or wording.NOT_GIVEN
            self.lines.append(LineRow(label, text, group))
            before = line.group
        self.files = list(content.files)
        self._digest = content.digest

    def _key(self) -> str:
        return self.router.url.path.rstrip("/").rpartition("/")[2]
