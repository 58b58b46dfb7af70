"""Getting an account back (Khôi phục tài khoản): the step this browser is at."""

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.codes import CodeState
from dvc_app.state.refusals import sentence
from dvc_app.state.return_path import PARAMETER, next_path, with_next
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import recovery as wording
from services.accounts.give_up_request import give_up_request
from services.accounts.models import CodePurpose
from services.accounts.recovery import RecoveryStep, find_recovery
from services.accounts.resend_recovery_code import resend_recovery_code
from services.core.errors import ServiceError, TooMany

NATIONAL = f"{routes.API_NATIONAL}?muc=khoi-phuc"


class RecoveryState(CodeState, AppState):
    """It survives a reload: the wish is kept for this browser."""

    next: str = "/"
    step: str = ""
    is_slip: bool = False  # the person has a slip of the counter in hand
    is_new_phone: bool = False  # the code goes to the phone named after the counter
    sign_in_path: str = routes.SIGN_IN
    national_path: str = NATIONAL

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> EventSpec | None:
        """Show the step this browser is at."""
        self.next = next_path(self.router.url.query_parameters)
        self.is_slip = False
        self.sign_in_path = with_next(routes.SIGN_IN, self.next)
        last = with_next(routes.RECOVERY_PASSWORD, self.next)
        self.national_path = with_next(NATIONAL, last)
        return await self._look()

    @rx.event
    @allow(Who.ANYBODY)
    async def resend(self) -> EventSpec | None:
        """Send another code; those sent before stay good (F13)."""
        try:
            await self._run(resend_recovery_code)
        except TooMany as refusal:
            until = formats.moment(refusal.until)
            await self._say(wording.TOO_MANY.format(until=until), "warn")
        except ServiceError as refusal:
            await self._say(sentence(refusal), "warn")
        else:
            await self._say(wording.RESENT, "done")
        return await self._look()

    @rx.event
    @allow(Who.ANYBODY)
    async def start_over(self) -> EventSpec | None:
        """Leave the wish, to choose another name or another way."""
        await self._run(give_up_request, CodePurpose.RECOVERY, CodePurpose.COUNTER)
        return await self._look()

    @rx.event
    @allow(Who.ANYBODY)
    async def turn_to_slip(self) -> None:
        """Show the form of the slip, or the other ways again."""
        self.is_slip = not self.is_slip

    async def _look(self) -> EventSpec | None:
        found = await self._run(find_recovery)
        if found.step is RecoveryStep.PASSWORD:
            return rx.redirect(with_next(routes.RECOVERY_PASSWORD, self.next))
        self.step = str(found.step)
        self.is_asking = found.step is RecoveryStep.ASK
        if found.progress is not None:
            self.is_new_phone = found.progress.purpose is CodePurpose.COUNTER
            self._draw(found.progress)
        self.is_ready = True
        return None


class RecoveryPasswordState(AppState):
    """Whether this browser may set a password now; it goes over plain HTTP."""

    is_ready: bool = False
    next: str = "/"
    start_path: str = routes.RECOVERY

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> EventSpec | None:
        """Show the form, or lead to the step before it."""
        self.is_ready = False
        self.next = next_path(self.router.url.query_parameters)
        self.start_path = with_next(routes.RECOVERY, self.next)
        found = await self._run(find_recovery)
        if found.step is not RecoveryStep.PASSWORD:
            return rx.redirect(self.start_path)
        if found.progress is None:  # signed in through the national portal just now
            return rx.redirect(f"{routes.MY_PASSWORD}?{PARAMETER}={self.next}")
        self.is_ready = True
        return None
