"""A call of the land registry, read again from what was kept of it."""

from services.integrations.land_registry.port import LandTold
from services.integrations.land_registry.reading import read_call
from services.integrations.land_registry.wire import CALLS
from services.land.models import LandNotice


def read_again(notice: LandNotice) -> LandTold:
    """Return what it said: a call that could not be read was never kept."""
    name = next(name for name, call in CALLS.items() if call is notice.call)
    return read_call(name, notice.body.encode(), notice.received_at)
