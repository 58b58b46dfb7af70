"""What the officer fills in at reception, and what it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from services.core.clock import local_day
from services.core.errors import RuleViolation
from services.core.promises import Promise
from services.core.readers import (
    Fault,
    Unreadable,
    read_birth_date,
    read_date,
    read_note,
    read_phone,
)
from services.core.working_days import WorkCalendar
from services.dossiers.snapshot import Snapshot
from services.processing.models import ComponentVerdict
from services.processing.promise import promise_at
from services.processing.views import needs_verdict

REASON_LENGTHS = (5, 500)


@dataclass(frozen=True)
class ReceptionForm:
    """Texts as typed, and the version of the dossier the officer was looking at."""

    birth_date: str
    phone: str
    version: int
    due_day: str = ""  # only when another day is promised than the one worked out
    due_reason: str = ""  # then it is required


@dataclass(frozen=True)
class Reception:
    """The form as understood."""

    birth_date: date
    phone: str
    due_at: datetime
    promise: Promise | None  # the account of the date, unless it was set by hand
    due_reason: str


def read_form(
    form: ReceptionForm,
    handed_in: Snapshot,
    verdicts: Mapping[str, ComponentVerdict],
    calendar: WorkCalendar,
    now: datetime,
) -> Reception:
    """Read the form, or name everything that stands in the way at once (R9)."""
    problems = verdict_problems(handed_in, verdicts)
    promise = promise_at(calendar, handed_in, now)
    today = local_day(now)
    born, phone, reason = date.min, "", ""
    due_at = promise.due_at if promise else None
    try:
        born = read_birth_date(form.birth_date, today)
    except Unreadable as fault:
        problems["birth_date"] = fault.key
    try:
        phone = read_phone(form.phone)
    except Unreadable as fault:
        problems["phone"] = fault.key
    if form.due_day.strip():
        promise = None
        due_at, problem = _closing(calendar, form.due_day, now)
        problems |= {"due_day": problem} if problem else {}
        reason, problem = _reason(form.due_reason)
        problems |= {"due_reason": problem} if problem else {}
    elif due_at is None:
        problems["due_day"] = Fault.REQUIRED
    if problems or due_at is None:
        raise RuleViolation(problems)
    return Reception(born, phone, due_at, promise, reason)


def verdict_problems(
    handed_in: Snapshot, verdicts: Mapping[str, ComponentVerdict]
) -> dict[str, str]:
    """Name papers without a verdict, and required ones that were not accepted.

    A paper that is neither required nor sent has nothing to be judged.
    """
    problems = {}
    for component in handed_in.components:
        verdict = verdicts.get(component.code)
        if verdict is None and needs_verdict(component):
            problems[f"component.{component.code}"] = "verdict_missing"
        elif verdict and component.required and not verdict.is_accepted:
            problems[f"component.{component.code}"] = "component_not_accepted"
    return problems


def _closing(
    calendar: WorkCalendar, text: str, now: datetime
) -> tuple[datetime | None, str]:
    """Return the end of office time on the day typed, or what is wrong with it."""
    try:
        day = read_date(text)
    except Unreadable as fault:
        return None, fault.key
    if not calendar.is_working_day(day):
        return None, "due_not_working_day"
    closing = calendar.closing(day)
    return (closing, "") if closing > now else (None, "due_past")


def _reason(text: str) -> tuple[str, str]:
    try:
        return read_note(text, *REASON_LENGTHS), ""
    except Unreadable as fault:
        return "", fault.key
