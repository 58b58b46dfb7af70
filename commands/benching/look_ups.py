"""People who look dossiers up, and people who press a button that does nothing.

Import it only after the database is named.
"""

from collections import Counter

from commands.benching import sockets
from commands.benching.empty_app import ANSWER, PRESS
from commands.benching.figures import Timings, together
from commands.benching.ground import Ground
from commands.benching.visitors import CITIZEN, cookies_of, some_codes
from dvc_app import routes

CODES, TURNS = 400, 6


async def look_ups(
    ground: Ground, count: int, seconds: float
) -> tuple[Timings, Timings]:
    """Return the look-ups of people signed in, who pass the limits, and presses.

    They take turns: what else the machine does meanwhile slows both.
    """
    cookies, codes = cookies_of(CITIZEN, count), some_codes(CODES)
    asked, pressed = Counter[int](), Counter[int]()

    def look_up(who: int) -> sockets.Ask:
        asked[who] += 1
        code = codes[(who * 29 + asked[who]) % len(codes)]
        answer = f'"code": "{code}"'
        return sockets.Ask(sockets.LOAD, routes.LOOK_UP, {"ma": code}, answer)

    def press(who: int) -> sockets.Ask:
        pressed[who] += 1
        answer = f'"{ANSWER}_rx_state_": {pressed[who]}'
        return sockets.Ask(PRESS, "/", {}, answer)

    portal, empty = (ground.portal.url, routes.LOOK_UP), (ground.empty.url, "/")
    async with (
        sockets.tabs(*portal, cookies) as people,
        sockets.tabs(*empty, [""] * count) as others,
    ):
        await sockets.keep_asking(people, 1, look_up)
        looked, bare = [], []
        for _ in range(TURNS):
            bare.append(await sockets.keep_asking(others, seconds / TURNS, press))
            looked.append(await sockets.keep_asking(people, seconds / TURNS, look_up))
        return together(looked), together(bare)
