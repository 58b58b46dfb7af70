"""Read what an officer asks for: every fault of the request in one go (R9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from services.core.clock import local_day
from services.core.errors import RuleViolation
from services.core.readers import Unreadable, read_date, read_note
from services.core.working_days import WorkCalendar
from services.supplements.askable import Askable
from services.supplements.models import SupplementPoint, TargetKind
from services.supplements.rules import (
    LONGEST_WAIT,
    MOST_POINTS,
    NOTE_LENGTHS,
    REASON_LENGTHS,
    SupplementFault,
)

Problems = dict[str, str]


@dataclass(frozen=True)
class PointForm:
    """One point as the officer wrote it."""

    kind: TargetKind
    target: str
    reason: str
    how_to: str
    reason_key: str = ""


@dataclass(frozen=True)
class SupplementForm:
    """The whole request as the officer wrote it."""

    points: tuple[PointForm, ...]
    deadline: str
    note: str = ""
    why_again: str = ""


@dataclass(frozen=True)
class ReadPoint:
    """One point, checked."""

    position: int
    form: PointForm
    label: str
    old_text: str

    def row(self, request_id: UUID) -> SupplementPoint:
        """Return the row that is kept of it."""
        return SupplementPoint(
            request_id=request_id,
            position=self.position,
            kind=self.form.kind,
            target=self.form.target,
            label=self.label,
            reason_key=self.form.reason_key[:60],
            reason=self.form.reason,
            how_to=self.form.how_to,
            old_text=self.old_text,
        )


@dataclass(frozen=True)
class ReadRequest:
    """The request, ready to be kept."""

    points: tuple[ReadPoint, ...]
    deadline: datetime
    note: str
    why_again: str


def read_request(
    form: SupplementForm,
    known: Sequence[Askable],
    calendar: WorkCalendar,
    now: datetime,
    is_again: bool,
) -> ReadRequest:
    """Read the form, or refuse with everything that is wrong, by field."""
    problems: Problems = {}
    points = _points(form, {(a.kind, a.target): a for a in known}, problems)
    deadline = _deadline(form.deadline, calendar, now, problems)
    note = _note(form.note, "note", NOTE_LENGTHS, problems)
    why = _note(form.why_again, "why_again", NOTE_LENGTHS, problems)
    if is_again and len(why) < REASON_LENGTHS[0]:
        problems["why_again"] = SupplementFault.WHY_AGAIN
    if problems or deadline is None:
        raise RuleViolation(problems)
    return ReadRequest(points, deadline, note, why if is_again else "")


def _points(
    form: SupplementForm,
    known: Mapping[tuple[TargetKind, str], Askable],
    problems: Problems,
) -> tuple[ReadPoint, ...]:
    if not form.points:
        problems["points"] = SupplementFault.NO_POINTS
    if len(form.points) > MOST_POINTS:
        problems["points"] = SupplementFault.TOO_MANY_POINTS
        return ()
    return tuple(
        _point(place, point, known, problems) for place, point in enumerate(form.points)
    )


def _point(
    place: int,
    point: PointForm,
    known: Mapping[tuple[TargetKind, str], Askable],
    problems: Problems,
) -> ReadPoint:
    name = point.target or f"free-{place}"
    asked = known.get((point.kind, point.target))
    if asked is None and point.kind is not TargetKind.FREE:
        problems["points"] = SupplementFault.TARGET_UNKNOWN
    reason = _note(point.reason, f"{name}.reason", REASON_LENGTHS, problems)
    how_to = _note(point.how_to, f"{name}.how_to", REASON_LENGTHS, problems)
    return ReadPoint(
        position=place,
        form=replace(point, reason=reason, how_to=how_to),
        label=asked.label if asked else "",
        old_text=asked.old_text if asked else "",
    )


def _note(text: str, field: str, lengths: tuple[int, int], problems: Problems) -> str:
    try:
        return read_note(text, *lengths)
    except Unreadable as fault:
        problems[field] = fault.key
        return ""


def _deadline(
    text: str, calendar: WorkCalendar, now: datetime, problems: Problems
) -> datetime | None:
    """Read the day; the closing of the office ends it."""
    try:
        day = read_date(text)
    except Unreadable as fault:
        problems["deadline"] = fault.key
        return None
    today = local_day(now)
    if day <= today:
        problems["deadline"] = SupplementFault.DEADLINE_PAST
    elif day - today > LONGEST_WAIT:
        problems["deadline"] = SupplementFault.DEADLINE_FAR
    elif not calendar.is_working_day(day):
        problems["deadline"] = SupplementFault.DEADLINE_CLOSED
    else:
        return calendar.closing(day)
    return None
