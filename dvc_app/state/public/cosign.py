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
from services.dossiers.name_cosigner import disown_cosign, name_cosigner
from services.dossiers.open_cosign import CosignPage, open_cosign

# Answered, ended or never named by now: the page that is read anew says which.
OVER = (Conflict, Forbidden, NotFound)


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
    is_known: bool = False  # the one invited was named; before, nothing is shown
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
    async def give_name(self, form: dict[str, str]) -> None:
        """Say who has opened the link."""
        try:
            check = await self._run(
                name_cosigner, self._key(), form.get("cosigner", "")
            )
        except RuleViolation as refusal:
            self._refuse(refusal.problems, SENTENCES)
            return
        except OVER:
            check = None
        self._accept()
        if check and not check.is_right and check.tries_left:
            words = wording.WRONG_NAME.format(left=check.tries_left)
            self._show({"cosigner": words})
            return
        await self._read()

    @rx.event
    @allow(Who.ANYBODY)
    async def disown(self) -> None:
        """Say that the link reached the wrong person."""
        with suppress(*OVER):
            await self._run(disown_cosign, self._key())
        self._accept()
        await self._read()

    @rx.event
    @allow(Who.ANYBODY)
    async def send_code(self) -> None:
        """Send a code to the one invited."""
        with suppress(*OVER):
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
        except OVER:
            done = Cosigned()
        await self._finish(done)

    @rx.event
    @allow(Who.CITIZEN)
    async def sign_by_account(self) -> None:
        """Sign as who is signed in."""
        try:
            done = await self._run(cosign_by_account, self._key(), self._digest)
        except OVER:
            done = Cosigned()
        await self._finish(done)

    @rx.event
    @allow(Who.ANYBODY)
    async def refuse(self) -> None:
        """Say no."""
        with suppress(*OVER):
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
        self.is_known = seen.is_known
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
        self.procedure = self.unit = self.submitter = ""
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
