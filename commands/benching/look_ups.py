"""People who look dossiers up.

Import it only after the database is named.
"""

from collections import Counter

from commands.benching import sockets
from commands.benching.figures import Timings
from commands.benching.ground import Ground
from commands.benching.turns import in_turns
from commands.benching.visitors import CITIZEN, cookies_of, some_codes
from dvc_app import routes

CODES = 400


async def look_ups(
    ground: Ground, count: int, seconds: float
) -> tuple[Timings, Timings]:
    """Return the look-ups of people signed in, who pass the limits, and presses."""
    cookies, codes = cookies_of(CITIZEN, count), some_codes(CODES)
    asked = Counter[int]()

    def look_up(who: int) -> sockets.Ask:
        asked[who] += 1
        code = codes[(who * 29 + asked[who]) % len(codes)]
        answer = f'"code": "{code}"'
        return sockets.Ask(sockets.LOAD, routes.LOOK_UP, {"ma": code}, answer)

    return await in_turns(ground, routes.LOOK_UP, cookies, look_up, seconds)
