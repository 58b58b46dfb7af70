"""Rút hồ sơ: reason, what it means, a code from the phone (C27)."""

from collections.abc import AsyncIterator
from math import ceil
from uuid import UUID

import reflex as rx

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import register as code_words
from dvc_app.wording import withdrawing as wording
from services.accounts.code_requests import CodeRequestProgress
from services.accounts.confirm_code import CodeCheck, CodeOutcome
from services.accounts.confirm_code_request import confirm_code_request
from services.accounts.models import CodePurpose
from services.accounts.resend_request_code import resend_request_code
from services.accounts.send_code import code_topic
from services.core import clock
from services.core.errors import Conflict, NotFound, RuleViolation, TooMany
from services.dossiers.ask_withdrawal_code import ask_withdrawal_code
from services.dossiers.models import DossierStatus, WithdrawalState
from services.dossiers.show_withdrawal import WithdrawalView, show_withdrawal
from services.dossiers.withdraw import withdraw_dossier
from services.signals import dossier_topic

PURPOSE = CodePurpose.WITHDRAW


class WithdrawState(FormState, AppState):
    """What withdrawing the dossier of the address would mean, and the act."""

    loaded: bool = False
    missing: bool = False
    code: str = ""
    form_key: str = ""
    procedure: str = ""
    is_possible: bool = False
    is_at_once: bool = True
    has_fee: bool = False
    originals: str = ""
    is_done: bool = False
    asked: str = ""  # a wish waits for the office
    declined: str = ""
    contact: str = ""
    is_sent: bool = False
    is_verified: bool = False
    delivery: str = ""
    resend_in: int = 0
    resend_mark: str = ""
    _request: UUID | None = None

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Show what it would mean now."""
        parts = self.router.url.path.strip("/").split("/")
        self.code = parts[1][:60] if len(parts) > 1 else ""
        self.loaded = self.missing = self.busy = False
        self.form_key = self.code
        self._accept()
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read it again: the message has gone, or the office has decided."""
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def send_code(self) -> None:
        """Send the code, or another one."""
        try:
            if self._request is None:
                await self._run(ask_withdrawal_code, self.code)
            else:
                await self._run(resend_request_code, PURPOSE, self._request)
            self._accept()  # ‘ask for a code first’ has been done
        except TooMany as refusal:
            until = formats.moment(refusal.until)
            await self._say(wording.WAIT.format(until=until), "warn")
        except RuleViolation as refusal:
            self._refuse(refusal.problems, wording.FAULTS)
        except (Conflict, NotFound):
            await self._say(wording.IMPOSSIBLE, "warn")
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def withdraw(self, form: dict[str, str]) -> AsyncIterator[None]:
        """Check the code, then withdraw; pressed twice it is done once (R6)."""
        self.busy = True
        yield
        try:
            if await self._give_code(form.get("code", "")):
                await self._withdraw(form.get("reason", ""))
        finally:
            self.busy = False

    async def _withdraw(self, reason: str) -> None:
        try:
            await self._run(withdraw_dossier, self.code, reason, self._request)
        except RuleViolation as refusal:
            short = {"reason": wording.FAULTS["withdraw_reason"]}
            self._show(faults.spelled(refusal.problems) | short)
        except (Conflict, NotFound):
            self._accept()
            await self._say(wording.IMPOSSIBLE, "warn")
            await self._read()
        else:
            self._accept()
            await self._read()

    async def _give_code(self, typed: str) -> bool:
        """Say whether the way is open: a right code, or no contact to send one to."""
        if not self.contact or self.is_verified:
            return True
        if self._request is None:
            self._show({"code": wording.CODE_FIRST})
            return False
        try:
            check = await self._run(confirm_code_request, PURPOSE, self._request, typed)
        except RuleViolation as refusal:
            self._show(faults.spelled(refusal.problems))
            return False
        if check.outcome is CodeOutcome.CONFIRMED:
            self.is_verified = True
            return True
        self._show({"code": _say_check(check)})
        return False

    async def _read(self) -> None:
        try:
            found = await self._run(show_withdrawal, self.code)
        except NotFound:
            self.missing, self.loaded = True, False
            return
        self._draw(found)
        topics = [dossier_topic(found.dossier_id)]
        if found.request and found.request.code_id:
            topics.append(code_topic(found.request.code_id))
        self._watch(WithdrawState.refresh, *topics)
        self.loaded = True

    def _draw(self, found: WithdrawalView) -> None:
        self.code, self.procedure = found.code, found.procedure_name
        self.is_possible, self.is_at_once = found.is_possible, found.is_at_once
        self.has_fee = bool(found.fees)
        agency = found.agency_name
        self.originals = (
            wording.ORIGINALS.format(agency=agency) if found.originals else ""
        )
        self.is_done = found.status is DossierStatus.WITHDRAWN
        day = formats.day(found.asked_at)
        waits = found.state is WithdrawalState.ASKED
        self.asked = wording.ASKED.format(day=day) if waits else ""
        is_kept = found.state is WithdrawalState.DECLINED
        reason = found.decision_reason
        self.declined = wording.DECLINED.format(reason=reason) if is_kept else ""
        self.contact = found.masked_contact
        self._draw_code(found.request)

    def _draw_code(self, request: CodeRequestProgress | None) -> None:
        self._request = request.request_id if request else None
        self.is_sent = request is not None
        self.is_verified = bool(request and request.is_verified)
        if request is None:
            return
        sent = request.delivery
        self.delivery = code_words.DELIVERY[sent] if sent else ""
        opens = request.next_resend_at
        left = (opens - clock.now()).total_seconds() if opens else 0
        self.resend_in, self.resend_mark = max(0, ceil(left)), str(request.code_id)


def _say_check(check: CodeCheck) -> str:
    until = formats.clock_time(check.resend_at) if check.resend_at else ""
    if check.outcome is CodeOutcome.WRONG:
        return code_words.CODE_WRONG.format(count=check.tries_left)
    if check.outcome is CodeOutcome.EXPIRED:
        return code_words.CODE_EXPIRED_WAIT.format(until=until)
    return code_words.CODE_BLOCKED.format(until=until)
