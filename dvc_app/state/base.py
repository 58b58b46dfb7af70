"""AppState: who is signed in, what is announced, and the bridge to use cases."""

import asyncio
from collections.abc import Callable, Iterable
from functools import partial
from typing import Concatenate, ParamSpec, TypeVar

import reflex as rx
from reflex.state import OnLoadInternalState
from reflex_base.constants.state import FIELD_MARKER
from reflex_base.event import EventSpec

from dvc_app import routes
from dvc_app.state import live
from dvc_app.state.bell import say_unread
from dvc_app.state.officer.standing import standing_of
from dvc_app.threads import OUTSIDE, in_pool
from dvc_app.walls.identity import current_actor
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import proof
from services.accounts.end_session import session_topic
from services.accounts.prove_again import proof_way
from services.accounts.register import Opener
from services.notifications.count_unread import count_unread
from services.officers.list_my_posts import list_my_posts
from services.officers.views import PostView
from services.runtime import run
from services.signals import person_topic
from services.work import Actor, Role, Work

P = ParamSpec("P")
T = TypeVar("T")


class AppState(rx.State):
    """What every page shows: the person, and the last thing said aloud."""

    person: str = ""
    is_citizen: bool = False
    is_officer: bool = False
    unit: str = ""
    post_title: str = ""
    post_count: int = 0
    acting_for: str = ""  # an officer in a lent post: whose, until when
    officer_home: str = routes.DESK
    is_administrator: bool = False
    is_auditor: bool = False
    is_intake: bool = False
    is_leader: bool = False
    unread: str = ""  # how many notices wait, as the bell shows it
    unread_words: str = ""
    proof_way: str = ""  # not empty: the dialog of a proof is open
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
        app._stand(await self._run(list_my_posts) if actor.is_officer else ())
        app.is_administrator = Role.ADMINISTRATOR in actor.roles
        app.is_auditor = Role.AUDITOR in actor.roles
        app.is_intake = Role.INTAKE in actor.roles
        app.is_leader = Role.APPROVER in actor.roles
        app.notice = app.proof_way = ""
        live.forget(self.router.session.client_token)  # the page before is left
        self._watch(AppState.recheck)
        await self._ring(actor)

    @rx.event
    @allow(Who.ANYBODY)
    async def load_again(self) -> EventSpec:
        """Load every part of the page anew: one of them is still not there (R43)."""
        return OnLoadInternalState.on_load_internal()

    @rx.event
    @allow(Who.ANYBODY)
    async def recheck(self) -> None:
        """Do nothing: the wall before it shows a tab that its session has ended."""

    @rx.event
    @allow(Who.ANYBODY)
    async def ring(self) -> None:
        """Count again: something was told, or read."""
        await self._ring(self._actor())

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

    @rx.event
    @allow(Who.CITIZEN, Who.OFFICER)
    async def ask_proof(self) -> None:
        """Open the dialog in which the person proves again who they are (AU-10)."""
        await self._ask_proof()

    @rx.event
    @allow(Who.ANYBODY)
    async def leave_proof(self) -> None:
        """Close the dialog; the act stays undone."""
        (await self.get_state(AppState)).proof_way = ""

    @rx.event
    @allow(Who.ANYBODY)
    async def end_proof(self) -> None:
        """Close the dialog after a proof; the person presses again."""
        (await self.get_state(AppState)).proof_way = ""
        await self._say(proof.DONE, "done")

    async def _ring(self, actor: Actor) -> None:
        app, count = await self.get_state(AppState), 0
        if actor.account_id is not None and not actor.is_officer:
            count = await self._run(count_unread)
            self._watch(AppState.ring, person_topic(actor.account_id))
        app.unread, app.unread_words = say_unread(count)

    async def _ask_proof(self) -> None:
        (await self.get_state(AppState)).proof_way = await self._run(proof_way)

    def _stand(self, posts: Iterable[PostView]) -> None:
        standing = standing_of(posts)
        self.unit, self.post_title = standing.unit, standing.title
        self.acting_for, self.post_count = standing.acting, standing.posts
        self.officer_home = standing.home

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
        return await in_pool(OUTSIDE, act, opener, *args, **kwargs)

    def _watch(self, refresh: rx.EventHandler, *topics: str) -> None:
        """Call `refresh` whenever one of the topics is told, until the page is left.

        Each part of a page has a watch of its own. The end of the person's own
        session is always one of the topics (SS-6).
        """
        session, mine = self.router.session, self._actor().session_id
        heard = (*topics, session_topic(mine)) if mine else topics
        live.watch(session.client_token, session.session_id, refresh, heard)


def stale_delta() -> dict[str, dict[str, bool]]:
    """Return the update that makes a page of another person load itself anew."""
    return {AppState.get_full_name(): {"is_stale" + FIELD_MARKER: True}}
