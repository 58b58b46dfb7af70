"""How often one network address may ask what anybody may read (RL-2)."""

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from starlette.requests import Request

from dvc_app.walls.client_address import client_address

TRY_LATER = {"retry-after": "60", "cache-control": "no-store"}


class Slowed:
    """Counts one kind of question by address, in this process.

    Offices and mobile networks share addresses, so every rate is generous: it
    stops programs, not people.
    """

    def __init__(self, rate: str) -> None:
        self._rate = parse(rate)
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def is_too_often(self, request: Request) -> bool:
        """Count the question, and say whether it is one too many."""
        return not self._limiter.hit(self._rate, client_address(request))
