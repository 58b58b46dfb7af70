"""When the result of a procedure is due (ngày hẹn trả), from its time limit."""

import math
from dataclasses import dataclass
from datetime import datetime, time
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
    calendar: WorkCalendar,
    catalogue: Catalogue,
    received_at: datetime,
    channel: Channel = Channel.ONLINE,
) -> Promise | None:
    """Promise a date by the limit of the channel; None when none is stated.

    With a cut-off (contracts 8.3) the result of a limit of one working day is due
    the very day, if the dossier came before it.
    """
    amount, unit = stated_limit(catalogue, channel)
    if amount is None or amount < 0 or unit is TimeUnit.UNCLEAR:
        return None
    cut_off = catalogue.procedure.cut_off
    if cut_off and unit is TimeUnit.WORKING_DAY and amount == int(amount) > 0:
        before = time.fromisoformat(cut_off)
        return add_working_days(calendar, received_at, int(amount) - 1, before)
    return _count(calendar, received_at, amount, unit)


def _count(
    calendar: WorkCalendar, received_at: datetime, amount: float, unit: TimeUnit
) -> Promise:
    if unit is TimeUnit.WORKING_DAY:
        if amount != int(amount):
            return promise_in_hours(calendar, received_at, amount * HOURS_A_DAY)
        return add_working_days(calendar, received_at, int(amount))
    if unit is TimeUnit.HOUR:
        return promise_in_hours(calendar, received_at, amount)
    count = math.ceil(amount)
    add = add_months if unit is TimeUnit.MONTH else add_days
    return add(calendar, received_at, count)


def stated_limit(
    catalogue: Catalogue, channel: Channel = Channel.ONLINE
) -> tuple[float | None, TimeUnit]:
    """Return the limit of the channel it came by, else that of the procedure."""
    for way in catalogue.channels:
        if way.channel is channel and way.time_limit is not None:
            return way.time_limit, way.time_limit_unit
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
    """Count the working days to the promise; None while no clock runs."""
    ended = dossier.status in ENDED
    if dossier.due_at is None or ended or dossier.suspended_since is not None:
        return None
    days = working_days_between(calendar, now, dossier.due_at)
    return TimeLeft(abs(days), now > dossier.due_at)
