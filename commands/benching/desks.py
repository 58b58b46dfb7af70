"""Officers who open their queue, search their unit, and leaders who look at it all.

Import it only after the database is named.
"""

from functools import partial

from commands.benching import sockets
from commands.benching.figures import Timings
from commands.benching.ground import Ground
from commands.benching.turns import in_turns
from commands.benching.visitors import LEADER, OFFICER, cookies_of
from dvc_app import routes

# What is opened, by whom, and what the answer holds once it is there.
Opened = tuple[str, str, str, dict[str, str]]
QUEUE: Opened = ("a queue", OFFICER, routes.DESK, {"hang": "moi-dang-ky"})
SEARCH: Opened = (
    "a search of a unit",
    OFFICER,
    routes.DESK,
    {"hang": "tat-ca", "tim": "mau 9"},
)
LEAD: Opened = ("the leader's page", LEADER, routes.LEAD, {})
PAGES = (QUEUE, SEARCH, LEAD)
LOADED = '"loaded_rx_state_": true'


async def desks(
    ground: Ground, count: int, seconds: float
) -> dict[str, tuple[Timings, Timings]]:
    """Return each page of the desk, and the presses that took turns with it."""
    found = {}
    for name, who, path, query in PAGES:
        always = partial(_same, sockets.Ask(sockets.LOAD, path, query, LOADED))
        cookies = cookies_of(who, count)
        found[name] = await in_turns(ground, path, cookies, always, seconds)
    return found


def _same(ask: sockets.Ask, who: int) -> sockets.Ask:
    return ask
