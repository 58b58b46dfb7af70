"""AppState: who is signed in, what is announced, and the bridge to use cases."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Concatenate, ParamSpec, TypeVar

import reflex as rx
from reflex_base.constants.state import FIELD_MARKER

from dvc_app.state import live
from dvc_app.walls.identity import current_actor
from dvc_app.walls.policy import Who, allow
from services.accounts.end_session import session_topic
from services.accounts.register import Opener
from services.processing.my_unit import my_unit
from services.runtime import run
from services.work import Actor, Work

P = ParamSpec("P")
T = TypeVar("T")


class AppState(rx.State):
    """What every page shows: the person, and the last thing said aloud."""

    person: str = ""
    is_citizen: bool = False
    is_officer: bool = False
    unit: str = ""
    notice: str = ""
    notice_kind: str = "info"
    is_stale: bool = False  # the page must load itself anew

    @rx.event
    @allow(Who.ANYBODY)
    async def enter(self) -> None:
        """Show who is signed in; runs before every page's own load."""
        actor = self._actor()
        app = await self.get_state(AppState)
        app.person = actor.name
        app.is_citizen = actor.account_id is not None and not actor.is_officer
        app.is_officer = actor.is_officer
        app.unit = await self._run(my_unit) if actor.is_officer else ""
        app.notice = ""
        self._watch(AppState.recheck)

    @rx.event
    @allow(Who.ANYBODY)
    async def recheck(self) -> None:
        """Do nothing: the wall before it shows a tab that its session has ended."""

    @rx.event
    @allow(Who.ANYBODY)
    async def tell(self, text: str, kind: str) -> None:
        """Say something in the live region."""
        await self._say(text, kind)

    @rx.event
    @allow(Who.ANYBODY)
    async def close_notice(self) -> None:
        """Take the notice away."""
        await self._say("")

    async def _say(self, text: str, kind: str = "info") -> None:
        app = await self.get_state(AppState)
        app.notice, app.notice_kind = text, kind

    def _actor(self) -> Actor:
        return current_actor()

    async def _run(
        self,
        use_case: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run a use case off the event loop, as the person who is signed in."""
        return await asyncio.to_thread(run, self._actor(), use_case, *args, **kwargs)

    async def _run_apart(
        self,
        act: Callable[Concatenate[Opener, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run what opens transactions of its own, so that none waits for a system."""
        opener = partial(run, self._actor())
        return await asyncio.to_thread(act, opener, *args, **kwargs)

    def _watch(self, refresh: rx.EventHandler, *topics: str) -> None:
        """Call `refresh` whenever one of the topics is told, until the tab leaves.

        The end of the person's own session is always one of them (SS-6).
        """
        session, mine = self.router.session, self._actor().session_id
        heard = (*topics, session_topic(mine)) if mine else topics
        live.watch(session.client_token, session.session_id, refresh, heard)


def stale_delta() -> dict[str, dict[str, bool]]:
    """Return the update that makes a page of another person load itself anew."""
    return {AppState.get_full_name(): {"is_stale" + FIELD_MARKER: True}}
