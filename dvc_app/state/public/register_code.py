"""Confirming the phone with the code that was sent to it (C04)."""

from collections.abc import AsyncIterator
from math import ceil
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.refusals import sentence
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import register as wording
from services.accounts.confirm_code import CodeCheck, CodeOutcome, confirm_code
from services.accounts.correct_phone import correct_phone
from services.accounts.registrations import (
    RegistrationProgress,
    registration_progress,
)
from services.accounts.resend_code import resend_code
from services.accounts.send_code import code_topic
from services.core import clock
from services.core.errors import (
    RuleViolation,
    ServiceError,
    SystemUnavailable,
    TooMany,
)


class RegisterCodeState(FormState, AppState):
    """Where the registration of this browser stands; it survives a reload."""

    is_ready: bool = False
    phone: str = ""  # masked
    delivery: str = ""
    is_failed: bool = False
    resend_in: int = 0  # seconds the device counts down from
    resend_mark: str = ""
    is_correcting: bool = False
    _registration: str = ""

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> EventSpec | None:
        """Show the registration, or lead to the step it is at."""
        self._accept()
        self.busy = self.is_correcting = False
        return await self._look()

    @rx.event
    @allow(Who.ANYBODY)
    async def refresh(self) -> EventSpec | None:
        """Show what became of the message; called when its delivery is told."""
        return await self._look()

    @rx.event
    @allow(Who.ANYBODY)
    async def submit(self, data: dict[str, str]) -> AsyncIterator[EventSpec]:
        """Take the code, or say how many tries are left."""
        self.busy = True
        yield
        try:
            check = await self._run(confirm_code, self._id(), data.get("code", ""))
        except RuleViolation as refusal:
            self._show(faults.spelled(refusal.problems))
        except ServiceError as refusal:
            self._show({"code": sentence(refusal)})
        else:
            if check.outcome is CodeOutcome.CONFIRMED:
                self._accept()
                yield rx.redirect(routes.REGISTER_PASSWORD)
            else:
                await self._refuse_code(check)
        finally:
            self.busy = False

    @rx.event
    @allow(Who.ANYBODY)
    async def resend(self) -> EventSpec | None:
        """Send another code; those sent before stay good (F13)."""
        try:
            await self._run(resend_code, self._id())
        except TooMany as refusal:
            words = wording.TOO_MANY_CODES.format(until=formats.moment(refusal.until))
            await self._say(words, "warn")
        except ServiceError as refusal:
            await self._say(sentence(refusal), "warn")
        else:
            self._accept()
            await self._say(wording.RESENT, "done")
        return await self._look()

    @rx.event
    @allow(Who.ANYBODY)
    async def correct(self, data: dict[str, str]) -> AsyncIterator[EventSpec]:
        """Take another number; the carrier is asked again."""
        self.is_correcting = True
        yield
        try:
            await self._run_apart(correct_phone, self._id(), data.get("phone", ""))
        except RuleViolation as refusal:
            self._show(faults.spelled(refusal.problems))
        except SystemUnavailable:
            self._show({"phone": wording.CARRIER_DOWN_SHORT})
        except ServiceError as refusal:
            self._show({"phone": sentence(refusal)})
        else:
            self._accept()
            await self._say(wording.PHONE_CHANGED, "done")
            if elsewhere := await self._look():
                yield elsewhere
        finally:
            self.is_correcting = False

    async def _look(self) -> EventSpec | None:
        progress = await self._run(registration_progress)
        if progress is None:
            return rx.redirect(routes.REGISTER)
        if progress.is_verified:
            return rx.redirect(routes.REGISTER_PASSWORD)
        if progress.code_id is None:  # the police vouched, the phone is still owed
            return rx.redirect(routes.REGISTER_POLICE)
        self._draw(progress)
        self._watch(RegisterCodeState.refresh, code_topic(progress.code_id))
        return None

    def _draw(self, progress: RegistrationProgress) -> None:
        self._registration = str(progress.registration_id)
        self.phone = progress.masked_phone
        state = progress.delivery
        self.delivery = wording.DELIVERY[state] if state else ""
        self.is_failed = state == "failed"
        opens = progress.next_resend_at
        left = (opens - clock.now()).total_seconds() if opens else 0
        self.resend_in = max(0, ceil(left))
        self.resend_mark = f"{progress.code_id}"
        self.is_ready = True

    async def _refuse_code(self, check: CodeCheck) -> None:
        until = formats.clock_time(check.resend_at) if check.resend_at else ""
        words = wording.CODE_BLOCKED.format(until=until)
        if check.outcome is CodeOutcome.WRONG:
            words = wording.CODE_WRONG.format(count=check.tries_left)
        elif check.outcome is CodeOutcome.EXPIRED:
            words = wording.CODE_EXPIRED
            try:
                await self._run(resend_code, self._id())
            except TooMany as refusal:
                until = formats.clock_time(refusal.until)
                words = wording.CODE_EXPIRED_WAIT.format(until=until)
        self._show({"code": words})
        await self._look()

    def _id(self) -> UUID:
        return UUID(self._registration)
