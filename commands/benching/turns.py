"""People who ask the portal, and as many who press a button that does nothing."""

from collections import Counter
from collections.abc import Callable, Sequence

from commands.benching import sockets
from commands.benching.empty_app import ANSWER, PRESS
from commands.benching.figures import Timings, together
from commands.benching.ground import Ground

TURNS = 6


async def in_turns(
    ground: Ground,
    path: str,
    cookies: Sequence[str],
    ask: Callable[[int], sockets.Ask],
    seconds: float,
) -> tuple[Timings, Timings]:
    """Return what people at this path ask, and presses of the empty application.

    They take turns: what else the machine does meanwhile slows both.
    """
    pressed = Counter[int]()

    def press(who: int) -> sockets.Ask:
        pressed[who] += 1
        answer = f'"{ANSWER}_rx_state_": {pressed[who]}'
        return sockets.Ask(PRESS, "/", {}, answer)

    nobody = [""] * len(cookies)
    async with (
        sockets.tabs(ground.portal.url, path, cookies) as people,
        sockets.tabs(ground.empty.url, "/", nobody) as others,
    ):
        await sockets.keep_asking(people, 1, ask)
        asked, bare = [], []
        for _ in range(TURNS):
            bare.append(await sockets.keep_asking(others, seconds / TURNS, press))
            asked.append(await sockets.keep_asking(people, seconds / TURNS, ask))
        return together(asked), together(bare)
