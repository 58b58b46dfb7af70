"""Signing in by a code (C04): whose, which way, and the code itself."""

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.codes import CodeState
from dvc_app.state.refusals import sentence
from dvc_app.state.return_path import next_path, with_next
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import recovery as wording
from services.accounts.code_requests import code_request_progress
from services.accounts.give_up_request import give_up_request
from services.accounts.models import CodePurpose
from services.accounts.resend_request_code import resend_request_code
from services.core.errors import ServiceError, TooMany

PURPOSE = CodePurpose.SIGN_IN


class SignInCodeState(CodeState, AppState):
    """It survives a reload: the wish is kept for this browser."""

    next: str = "/"
    password_path: str = routes.SIGN_IN
    register_path: str = routes.REGISTER
    recovery_path: str = routes.RECOVERY

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> EventSpec | None:
        """Show the step this browser is at; whoever is in goes straight on."""
        self.next = next_path(self.router.url.query_parameters)
        if self._actor().account_id is not None:
            return rx.redirect(self.next)
        self.password_path = with_next(routes.SIGN_IN, self.next)
        self.register_path = with_next(routes.REGISTER, self.next)
        self.recovery_path = with_next(routes.RECOVERY, self.next)
        await self._look()
        return None

    @rx.event
    @allow(Who.ANYBODY)
    async def resend(self) -> None:
        """Send another code; those sent before stay good (F13)."""
        progress = await self._run(code_request_progress, PURPOSE)
        if progress is None:
            await self._look()
            return
        try:
            await self._run(resend_request_code, PURPOSE, progress.request_id)
        except TooMany as refusal:
            until = formats.moment(refusal.until)
            await self._say(wording.TOO_MANY.format(until=until), "warn")
        except ServiceError as refusal:
            await self._say(sentence(refusal), "warn")
        else:
            await self._say(wording.RESENT, "done")
        await self._look()

    @rx.event
    @allow(Who.ANYBODY)
    async def choose_again(self) -> None:
        """Begin anew, with another name or another way."""
        await self._run(give_up_request, PURPOSE)
        await self._look()

    async def _look(self) -> None:
        progress = await self._run(code_request_progress, PURPOSE)
        self.is_asking = progress is None
        if progress is not None:
            self._draw(progress)
        self.is_ready = True
