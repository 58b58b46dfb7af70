"""What this process last saw of each outside system: does it answer?"""

from datetime import datetime, timedelta
from threading import Lock

from services.core import clock

REMEMBERED = timedelta(minutes=2)  # after this a system is given another chance

_failed: dict[str, datetime] = {}
_lock = Lock()


def note(system: str, answered: bool) -> None:
    """Keep how the last exchange with a system ended."""
    with _lock:
        if answered:
            _failed.pop(system, None)
        else:
            _failed[system] = clock.now()


def silent_since(system: str) -> datetime | None:
    """Return when the system last failed to answer, if it has not answered since."""
    with _lock:
        failed = _failed.get(system)
    return failed if failed and failed + REMEMBERED > clock.now() else None
