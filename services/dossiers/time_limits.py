"""When the result of a procedure is due (ngày hẹn trả), from its time limit."""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from services.core.promises import Promise, PromiseLine
from services.core.working_days import (
    WorkCalendar,
    add_days,
    add_months,
    add_working_days,
    promise_in_hours,
    working_days_between,
)
from services.dossiers.catalogue import Catalogue
from services.dossiers.models import Dossier
from services.dossiers.rules import ENDED
from services.procedures.models import Channel, TimeUnit

HOURS_A_DAY = 8  # contracts 8.3: a working day is eight hours
RECEIVE_HOURS = 8  # a new dossier is looked at within eight working hours
LINES = TypeAdapter(tuple[PromiseLine, ...])


@dataclass(frozen=True)
class TimeLeft:
    """How far the promised moment is; with `is_late`, how long it is past."""

    working_days: int
    is_late: bool


def promise_result(
    calendar: WorkCalendar, catalogue: Catalogue, received_at: datetime
) -> Promise | None:
    """Promise a date by the limit for online filing; None when none is stated."""
    amount, unit = stated_limit(catalogue)
    if amount is None or amount < 0 or unit is TimeUnit.UNCLEAR:
        return None
    if unit is TimeUnit.WORKING_DAY:
        if amount != int(amount):
            return promise_in_hours(calendar, received_at, amount * HOURS_A_DAY)
        return add_working_days(calendar, received_at, int(amount))
    if unit is TimeUnit.HOUR:
        return promise_in_hours(calendar, received_at, amount)
    count = math.ceil(amount)
    add = add_months if unit is TimeUnit.MONTH else add_days
    return add(calendar, received_at, count)


def stated_limit(catalogue: Catalogue) -> tuple[float | None, TimeUnit]:
    """Return the limit of the online channel, else that of the procedure."""
    for channel in catalogue.channels:
        if channel.channel is Channel.ONLINE and channel.time_limit is not None:
            return channel.time_limit, channel.time_limit_unit
    procedure = catalogue.procedure
    return procedure.time_limit, procedure.time_limit_unit


def store_lines(promise: Promise | None) -> list[dict[str, Any]]:
    """Write the account of a promise for the row; Any: JSON."""
    if promise is None:
        return []
    stored: list[dict[str, Any]] = LINES.dump_python(promise.lines, mode="json")
    return stored


def read_lines(stored: list[dict[str, Any]]) -> tuple[PromiseLine, ...]:
    """Read the account of a promise back from the row."""
    return LINES.validate_python(stored, strict=False)


def time_left(
    calendar: WorkCalendar, dossier: Dossier, now: datetime
) -> TimeLeft | None:
    """Count the working days to the promise; None without one, or at the end."""
    if dossier.due_at is None or dossier.status in ENDED:
        return None
    days = working_days_between(calendar, now, dossier.due_at)
    return TimeLeft(abs(days), now > dossier.due_at)
