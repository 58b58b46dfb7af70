"""Try a saved process with an invented day, by the province's calendar (A04)."""

from datetime import UTC, datetime, time
from uuid import UUID

from services.core.clock import ZONE
from services.core.errors import RuleViolation
from services.core.readers import Unreadable, read_date
from services.dossiers.calendar import work_calendar
from services.processes.show_process import show_process
from services.processes.try_out import TriedStep, try_out
from services.work import Work

OPENING = time(8)
MOST_HOURS = 5_000


def try_process(
    work: Work, process_id: UUID, day: str, hours: str
) -> tuple[TriedStep, ...]:
    """Return when each step would be due for a dossier received that morning."""
    view = show_process(work, process_id)
    if view.problems or not view.steps:
        return ()
    try:
        begun = datetime.combine(read_date(day), OPENING, ZONE).astimezone(UTC)
        whole = float(hours.strip().replace(",", "."))
    except (Unreadable, ValueError):
        raise RuleViolation({"day": "process_try"}) from None
    if not 0 < whole <= MOST_HOURS:
        raise RuleViolation({"day": "process_try"})
    return try_out(view.steps, work_calendar(work), begun, whole)
