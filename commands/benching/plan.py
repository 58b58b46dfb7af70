"""How much a bench measures, and the order of its parts.

Import it only after the database is named.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser

from commands.benching import browser as in_browser
from commands.benching import sockets
from commands.benching.desks import desks
from commands.benching.figures import (
    KB,
    Figure,
    Timings,
)
from commands.benching.filling import multiply
from commands.benching.ground import Ground, Served, say
from commands.benching.look_ups import look_ups
from commands.benching.paying import bank_lists, notices
from commands.benching.sign_ins import AT_ONCE, sign_ins
from commands.benching.submitting import measure_submitting
from commands.benching.visitors import (
    CITIZEN,
    cookies_of,
    some_codes,
)
from commands.benching.weights import EMPTY, weights
from dvc_app import routes


@dataclass(frozen=True)
class Sizes:
    """How much is measured."""

    few: int  # dossiers
    many: int
    people: int  # who ask at once
    seconds: float  # of asking
    presses: int  # in the browser
    loads: int
    sockets: int
    submits: int
    notices: int
    officers: int = 4  # who open pages of the desk at once


FULL = Sizes(1_000, 200_000, 16, 12, 15, 5, 100, 100, 300)
QUICK = Sizes(1_000, 5_000, 16, 4, 5, 2, 50, 30, 60)
MOST_GROWN = 1.5  # of a page at 200,000 dossiers, against 1,000
Opened = dict[str, tuple[Timings, Timings]]


def measure(ground: Ground, sizes: Sizes, chromium: str) -> Iterator[Figure]:
    """Yield every figure, from the quietest ground to the fullest."""
    ground.seed(sizes.few)
    with in_browser.chromium(chromium) as browser:
        say("Measuring in the browser.")
        yield from _presses(browser, ground, sizes)
        yield from weights(browser, ground)
    say("Measuring connected people.")
    yield from _memory(ground, sizes)
    say("Measuring look-ups.")
    few, bare = asyncio.run(look_ups(ground, sizes.people, sizes.seconds))
    yield _per_second(few, bare, sizes.few)
    say("Measuring the desk.")
    desk_few = asyncio.run(desks(ground, sizes.officers, sizes.seconds / 2))
    say("Measuring others while fifty sign in.")
    quiet, busy = asyncio.run(sign_ins(ground, sizes.people, sizes.seconds))
    name = f"p95 of a look-up while {AT_ONCE} sign in"
    yield Figure(name, "ms", busy.p95, quiet.p95, "the same in quiet")
    say("Measuring submissions.")
    use_case, plain = measure_submitting(ground.database_url, sizes.submits)
    rows = "the same rows in plain SQL"
    name = "submissions in a row"
    yield Figure(name, "per s", use_case.per_second, plain.per_second, rows)
    yield from _payments(ground, sizes)
    say(f"Adding dossiers up to {sizes.many:,}.")
    multiply(ground.database_url, sizes.few, sizes.many)
    say("Measuring look-ups again.")
    many, bare_again = asyncio.run(look_ups(ground, sizes.people, sizes.seconds))
    yield _per_second(many, bare_again, sizes.many)
    grown, before = many.p95 / bare_again.p95, few.p95 / bare.p95
    name = f"p95 of a look-up, {sizes.many:,} dossiers"
    yield Figure(name, "× empty", grown, before, f"{sizes.few:,} dossiers")
    say("Measuring the desk again.")
    desk_many = asyncio.run(desks(ground, sizes.officers, sizes.seconds / 2))
    yield from _desks(desk_few, desk_many, sizes)


def _desks(few: Opened, many: Opened, sizes: Sizes) -> Iterator[Figure]:
    """A full portal may cost a page of the desk half as much again, and no more."""
    for name, (asked, bare) in many.items():
        before = few[name][0].p95 / few[name][1].p95
        yield Figure(
            f"p95 of {name}, {sizes.many:,} dossiers",
            "× empty",
            asked.p95 / bare.p95,
            before,
            f"{sizes.few:,} dossiers",
            MOST_GROWN * before,
        )


def _payments(ground: Ground, sizes: Sizes) -> Iterator[Figure]:
    say("Measuring payments.")
    heard = asyncio.run(notices(ground, sizes.notices))
    bare = heard.bare.per_second
    call = "a call of the empty app"
    yield Figure("callbacks, genuine", "per s", heard.first.per_second, bare, call)
    yield Figure("callbacks, repeated", "per s", heard.again.per_second, bare, call)
    listed, press = asyncio.run(bank_lists(ground, sizes.people, sizes.seconds))
    yield Figure("p95 of the list of banks", "ms", listed.p95, press.p95, EMPTY)


def _presses(browser: Browser, ground: Ground, sizes: Sizes) -> Iterator[Figure]:
    portal, empty = ground.portal.url, ground.empty.url
    cookie, codes = cookies_of(CITIZEN, 1)[0], some_codes(sizes.presses)
    place = portal, routes.LOOK_UP, cookie
    pressed = in_browser.look_up_presses(browser, *place, codes)
    nothing = in_browser.empty_presses(browser, empty, sizes.presses)
    yield Figure(
        "press to the dossier, median", "ms", pressed.median, nothing.median, EMPTY
    )
    look_up = in_browser.LOOK_UP | {"text": codes[0]}
    press = in_browser.EMPTY_PRESS | {"text": "1"}
    loaded, bare = [], []
    for _ in range(sizes.loads):
        loaded.append(
            in_browser.load_to_answer(browser, portal, routes.LOOK_UP, look_up, cookie)
        )
        bare.append(in_browser.load_to_answer(browser, empty, "/", press))
    yield Figure(
        "first load to the first dossier, median",
        "ms",
        Timings(tuple(loaded), 1).median,
        Timings(tuple(bare), 1).median,
        EMPTY,
    )


def _memory(ground: Ground, sizes: Sizes) -> Iterator[Figure]:
    cookies = cookies_of(CITIZEN, sizes.sockets)
    held = asyncio.run(_held(ground.portal, routes.LOOK_UP, cookies))
    bare = asyncio.run(_held(ground.empty, "/", [""] * sizes.sockets))
    name = f"memory per person, of {sizes.sockets}"
    yield Figure(name, "kB", held / KB, bare / KB, EMPTY)


async def _held(served: Served, path: str, cookies: list[str]) -> float:
    """Return the bytes each connected person adds, after the first have warmed up."""
    async with sockets.tabs(served.url, path, cookies[:5]):
        await asyncio.sleep(0.5)
    before = served.memory()
    async with sockets.tabs(served.url, path, cookies):
        await asyncio.sleep(0.5)
        return max(served.memory() - before, 0) / len(cookies)


def _per_second(asked: Timings, empty: Timings, dossiers: int) -> Figure:
    name = f"look-ups, one worker, {dossiers:,} dossiers"
    return Figure(name, "per s", asked.per_second, empty.per_second, EMPTY)
