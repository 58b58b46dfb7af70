"""The steps a dossier goes through where its procedure names none of its own."""

from typing import Any

from services.procedures.models import TimeUnit
from services.province import Province

HOURS_A_DAY = 8
HOURS_A_MONTH = 22 * HOURS_A_DAY
HOURS = {
    TimeUnit.WORKING_DAY: HOURS_A_DAY,
    TimeUnit.CALENDAR_DAY: HOURS_A_DAY * 5 / 7,
    TimeUnit.HOUR: 1,
    TimeUnit.MONTH: HOURS_A_MONTH,
}


def process_of(
    province: Province, limit: float | None, unit: TimeUnit
) -> list[dict[str, Any]]:  # Any: name, role, hours
    """Return the profile's steps, each with its share of the time limit.

    Hours are working hours; None where the time limit cannot be counted.
    """
    hours = limit * HOURS[unit] if limit is not None and unit in HOURS else None
    return [
        {
            "name": step["name"],
            "role": step["role"],
            "hours": None if hours is None else round(hours * step["share"], 2),
        }
        for step in province.profile.get("process", [])
    ]
