"""How much a bench measures, and the order of its parts.

Import it only after the database is named.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from playwright.sync_api import Browser

from commands.benching import browser as in_browser
from commands.benching import sockets
from commands.benching.empty_app import ANSWER, PRESS
from commands.benching.figures import (
    KB,
    OFFICER_BYTES,
    PUBLIC_BYTES,
    WIZARD_BYTES,
    Figure,
    Timings,
)
from commands.benching.filing import find_filing, make_drafts
from commands.benching.filling import multiply
from commands.benching.ground import Ground, Served, say
from commands.benching.submitting import measure_submitting
from commands.benching.visitors import (
    CITIZEN,
    OFFICER,
    code_at_desk,
    cookies_of,
    some_codes,
)
from dvc_app import routes

CODES = 400
EMPTY = "empty Reflex app"


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


FULL = Sizes(1_000, 200_000, 16, 12, 15, 5, 100, 100)
QUICK = Sizes(1_000, 5_000, 16, 4, 5, 2, 50, 30)


def measure(ground: Ground, sizes: Sizes, chromium: str) -> Iterator[Figure]:
    """Yield every figure, from the quietest ground to the fullest."""
    ground.seed(sizes.few)
    with in_browser.chromium(chromium) as browser:
        say("Measuring in the browser.")
        yield from _presses(browser, ground, sizes)
        yield from _weights(browser, ground)
    say("Measuring connected people.")
    yield from _memory(ground, sizes)
    say("Measuring look-ups.")
    few, bare = asyncio.run(_look_ups(ground, sizes))
    yield _per_second(few, bare, sizes.few)
    say("Measuring submissions.")
    use_case, plain = measure_submitting(ground.database_url, sizes.submits)
    rows = "the same rows in plain SQL"
    name = "submissions in a row"
    yield Figure(name, "per s", use_case.per_second, plain.per_second, rows)
    say(f"Adding dossiers up to {sizes.many:,}.")
    multiply(ground.database_url, sizes.few, sizes.many)
    say("Measuring look-ups again.")
    many, bare_again = asyncio.run(_look_ups(ground, sizes))
    yield _per_second(many, bare_again, sizes.many)
    # Each against the empty application of its own minute: what else the machine
    # does meanwhile slows both.
    grown, before = many.p95 / bare_again.p95, few.p95 / bare.p95
    name = f"p95 of a look-up, {sizes.many:,} dossiers"
    yield Figure(name, "× empty", grown, before, f"{sizes.few:,} dossiers")


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


def _weights(browser: Browser, ground: Ground) -> Iterator[Figure]:
    url = ground.portal.url
    nothing = in_browser.first_visit_bytes(browser, ground.empty.url, "/", "") / KB
    for name, path, cookie, most in _pages():
        came = in_browser.first_visit_bytes(browser, url, path, cookie) / KB
        title = f"first visit: {name}"
        yield Figure(title, "kB", came, nothing, EMPTY, most / KB)


def _pages() -> Iterator[tuple[str, str, str, int]]:
    """Yield name, path, cookie and most bytes of each page that is weighed."""
    filing = find_filing()
    draft = str(make_drafts(filing, 1)[0])
    citizen, officer = cookies_of(CITIZEN, 1)[0], cookies_of(OFFICER, 1)[0]
    one = routes.fill(routes.PROCEDURE, code=filing.procedure_code)
    for path in (routes.HOME, routes.PROCEDURES, one, routes.LOOK_UP, routes.SIGN_IN):
        yield f"public {path}", path, "", PUBLIC_BYTES
    for route in (routes.FILE_INFORMATION, routes.FILE_COMPONENTS, routes.FILE_CONFIRM):
        path = routes.fill(route, draft=draft)
        yield f"wizard {route}", path, citizen, WIZARD_BYTES
    yield f"officer {routes.DESK}", routes.DESK, officer, OFFICER_BYTES
    if code := code_at_desk():
        path = routes.fill(routes.RECEPTION, code=quote(code))
        yield f"officer {routes.RECEPTION}", path, officer, OFFICER_BYTES


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


async def _look_ups(ground: Ground, sizes: Sizes) -> tuple[Timings, Timings]:
    """Return the look-ups, and the presses of the empty application beside them."""
    bare = await _press(ground.empty, sizes)
    return await _look_up(ground.portal, sizes), bare


async def _look_up(served: Served, sizes: Sizes) -> Timings:
    """Return the look-ups of people who are signed in: they pass the limits."""
    cookies, codes = cookies_of(CITIZEN, sizes.people), some_codes(CODES)

    def ask(number: int, turn: int) -> sockets.Ask:
        code = codes[(number * 29 + turn) % len(codes)]
        query, path = {"ma": code}, routes.LOOK_UP
        return sockets.Ask(sockets.LOAD, path, query, f'"code": "{code}"')

    async with sockets.tabs(served.url, routes.LOOK_UP, cookies) as people:
        await sockets.keep_asking(
            people, 1, lambda who, turn: ask(who, turn + CODES // 2)
        )
        return await sockets.keep_asking(people, sizes.seconds, ask)


async def _press(served: Served, sizes: Sizes) -> Timings:
    """Return the presses of as many people at the empty application."""

    def ask(number: int, turn: int) -> sockets.Ask:
        return sockets.Ask(PRESS, "/", {}, f'"{ANSWER}_rx_state_": {turn + 1}')

    async with sockets.tabs(served.url, "/", [""] * sizes.people) as people:
        return await sockets.keep_asking(people, sizes.seconds, ask)


def _per_second(asked: Timings, empty: Timings, dossiers: int) -> Figure:
    name = f"look-ups, one worker, {dossiers:,} dossiers"
    return Figure(name, "per s", asked.per_second, empty.per_second, EMPTY)
