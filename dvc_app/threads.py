"""Where use cases run: one pool for everybody, and two for those who wait long."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import ParamSpec, TypeVar

from services.accounts.passwords import HASHES_AT_ONCE

P = ParamSpec("P")
T = TypeVar("T")

EVERYBODY = 32  # as many as the engine has connections
# Passwords wait here for their turn, so that fifty people who sign in at once
# hold none of the threads that answer everybody else (AU-3).
HASHING = ThreadPoolExecutor(HASHES_AT_ONCE, "passwords")
# An outside system that is slow holds these, and nobody who does not need it.
OUTSIDE = ThreadPoolExecutor(16, "outside")


async def widen_threads() -> None:
    """Give the loop threads by connections: its own count goes by processors."""
    asyncio.get_running_loop().set_default_executor(
        ThreadPoolExecutor(EVERYBODY, "use-case")
    )


async def in_pool(
    pool: ThreadPoolExecutor,
    act: Callable[P, T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """Run it in this pool, with the context of the task that asks."""
    asked = partial(copy_context().run, act, *args, **kwargs)
    return await asyncio.get_running_loop().run_in_executor(pool, asked)
