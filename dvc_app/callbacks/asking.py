"""Who asks over plain HTTP, and how a use case is run for them."""

import asyncio
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from starlette.requests import Request

from dvc_app.threads import HASHING, in_pool
from dvc_app.walls.client_address import client_address
from dvc_app.walls.identity import who_is
from services.runtime import run
from services.work import Actor, Work

P = ParamSpec("P")
T = TypeVar("T")


async def asking(request: Request) -> Actor:
    """Return who sent the request, from its cookie alone."""
    cookie = request.headers.get("cookie", "")
    visitor = await who_is(cookie, client_address(request))
    return visitor.actor


async def act(
    actor: Actor,
    use_case: Callable[Concatenate[Work, P], T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """Run a use case for them, off the event loop."""
    return await asyncio.to_thread(run, actor, use_case, *args, **kwargs)


async def act_hashing(
    actor: Actor,
    use_case: Callable[Concatenate[Work, P], T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """Run a use case that hashes a password, in the queue of those that do."""
    return await in_pool(HASHING, run, actor, use_case, *args, **kwargs)
