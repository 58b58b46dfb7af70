"""The one clock: moments are UTC, days are days of the province."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """Return the present moment; nothing else reads the machine's clock."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """Return the moment as the province's clocks show it."""
    return moment.astimezone(ZONE)


def local_day(moment: datetime) -> date:
    """Return the day it is in the province at that moment."""
    return local(moment).date()
