"""Who acts in this event or request: asked of the database every time."""

import asyncio
from contextvars import ContextVar

from dvc_app.walls.cookies import read_cookie
from services.accounts.identify import Knock, Visitor, identify
from services.runtime import run
from services.work import ANONYMOUS, Actor

_actor: ContextVar[Actor] = ContextVar("actor", default=ANONYMOUS)


def current_actor() -> Actor:
    """Return who acts; only the walls may say so."""
    return _actor.get()


def act_as(actor: Actor) -> None:
    """Let what follows in this task act as this person."""
    _actor.set(actor)


async def who_is(
    cookie_header: str, address: str, tab: str = "", is_activity: bool = True
) -> Visitor:
    """Return who sent this cookie header, and whose the tab is (SS-3)."""
    knock = Knock(read_cookie(cookie_header), tab, address, is_activity)
    return await asyncio.to_thread(run, ANONYMOUS, identify, knock)
