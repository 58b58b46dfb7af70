"""Before every event: this browser's own tab, a living session, a policy row."""

import asyncio
import logging
from typing import Any
from urllib.parse import quote

import reflex as rx
from reflex.state import BaseState, StateUpdate
from reflex_base.event import Event, EventSpec
from reflex_base.event.context import EventContext

from dvc_app import routes
from dvc_app.walls import policy
from dvc_app.walls.identity import act_as, who_is
from services.accounts.bind_tab import bind_tab
from services.accounts.identify import Visitor
from services.audit.refuse import record_refusal
from services.runtime import run

LOAD = "load"  # the handler by which a page begins

logger = logging.getLogger(__name__)

Delta = dict[str, dict[str, Any]]  # Any: values of vars, as the page takes them


class EventWall(rx.Middleware):
    """Default deny, asked again for every event, page load and live refresh."""

    def __init__(self, stale: Delta, outage: Delta) -> None:
        self.stale = stale  # the delta that makes a page load itself anew
        self.outage = outage  # the delta that says nothing can be asked just now

    async def preprocess(
        self, app: rx.App, state: BaseState, event: Event
    ) -> StateUpdate | None:
        """Let the event through as its person, or answer in its place.

        When nobody can be asked who acts, nothing passes. The answer is a plain
        delta: an event of ours would come by here again, without end.
        """
        try:
            return await self._judge(state, event)
        except Exception:
            logger.exception("event_wall_failed")
            return StateUpdate(delta=self.outage)

    async def _judge(self, state: BaseState, event: Event) -> StateUpdate | None:
        context = EventContext.get()
        session = state.router.session
        who = await who_is(
            state.router.headers.cookie or "",
            session.client_ip,
            context.token,
            # A live refresh nobody asked for carries no address of a page.
            is_activity=bool(context.router_data),
        )
        if not who.owner or session.client_token != context.token:
            return StateUpdate()
        handler = policy.registered(event.name)
        if handler is None:
            return await _refuse(who, "event:unknown")
        if policy.is_framework(event.name, handler):
            return await self._let_framework(state, event, context.token, who)
        if not who.owns_tab:
            return StateUpdate(delta=self.stale)
        if not policy.is_allowed(policy.audience(handler), who.actor):
            if who.actor.account_id is None:
                return _answer(rx.redirect(_sign_in_address(state)))
            if who.actor.is_officer and not who.actor.roles:
                return _answer(rx.redirect(routes.OFFICER_POSTS))
            refused = await _refuse(who, f"event:{event.name}"[:200])
            # A page that may not load says so instead of waiting for ever.
            is_page = event.name.rpartition(".")[2] == LOAD
            return _answer(rx.redirect(routes.NO_RIGHT)) if is_page else refused
        act_as(who.actor)
        return None

    async def _let_framework(
        self, state: BaseState, event: Event, token: str, who: Visitor
    ) -> StateUpdate | None:
        if not who.owns_tab:
            if not event.name.rpartition(".")[2].startswith("hydrate"):
                return StateUpdate(delta=self.stale)
            # Another browser's tab is left as it is. In a new tab, or when this
            # browser's person has changed, nothing stays.
            if not await asyncio.to_thread(run, who.actor, bind_tab, token, who.owner):
                return await _refuse(who, "event:foreign_tab")
            root = state._get_root_state()
            router_data = root.router_data
            root.reset()
            root.router_data = router_data
        act_as(who.actor)
        return None


def _answer(*events: EventSpec) -> StateUpdate:
    return StateUpdate(events=Event.from_event_type(list(events)))


def _sign_in_address(state: BaseState) -> str:
    path = state.router.url.path.rstrip("/") or "/"
    query = state.router.url.query
    door = (
        routes.OFFICER_SIGN_IN
        if path.startswith((routes.OFFICER_AREA, routes.ADMIN_AREA))
        else routes.SIGN_IN
    )
    back = f"{path}?{query}" if query else path
    return f"{door}?tiep={quote(back, safe='')}"


async def _refuse(who: Visitor, reason: str) -> StateUpdate:
    await asyncio.to_thread(run, who.actor, record_refusal, reason)
    return StateUpdate()
