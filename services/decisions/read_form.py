"""Read what an officer wrote of a decision: every fault in one go (R9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.clock import local_day
from services.core.errors import RuleViolation
from services.core.readers import Unreadable, read_date, read_note
from services.core.working_days import WorkCalendar, working_days_between
from services.decisions.models import DecisionKind, RefusalKind
from services.decisions.rules import (
    BASIS_LENGTHS,
    GROUND_LENGTHS,
    NEEDS_BASIS,
    NEEDS_NEXT,
    NEXT_LENGTHS,
    REASON_LENGTHS,
    REFUSALS,
    DecisionFault,
)
from services.dossiers.models import Dossier

K = DecisionKind
Problems = dict[str, str]


@dataclass(frozen=True)
class DecisionForm:
    """A decision as the officer wrote it."""

    kind: DecisionKind
    version: int
    ground: str
    refusal: str = ""
    legal_basis: str = ""
    what_next: str = ""
    new_due: str = ""
    why_late: str = ""
    unit: str = ""  # code of the agency it goes to
    gives_back: bool = False
    template_key: str = ""


@dataclass(frozen=True)
class ReadDecision:
    """The decision, ready to be kept."""

    ground: str
    refusal: RefusalKind | None = None
    legal_basis: str = ""
    what_next: str = ""
    new_due: datetime | None = None
    why_late: str = ""
    unit_id: UUID | None = None
    unit_name: str = ""


def read_decision(
    form: DecisionForm,
    dossier: Dossier,
    units: Mapping[str, tuple[UUID, str]],
    calendar: WorkCalendar,
    now: datetime,
) -> ReadDecision:
    """Read the form, or refuse with everything that is wrong, by field."""
    problems: Problems = {}
    kind = form.kind
    ground = _note(form.ground, "ground", GROUND_LENGTHS, problems)
    basis = NEEDS_BASIS if kind in NEEDS_BASIS else None
    least = BASIS_LENGTHS if basis else (0, BASIS_LENGTHS[1])
    following = NEXT_LENGTHS if kind in NEEDS_NEXT else (0, NEXT_LENGTHS[1])
    unit = _unit(form, dossier, units, problems)
    read = ReadDecision(
        ground=ground,
        refusal=_refusal(form, dossier, problems),
        legal_basis=_note(form.legal_basis, "legal_basis", least, problems),
        what_next=_note(form.what_next, "what_next", following, problems),
        new_due=_new_due(form, dossier, (calendar, now), problems),
        why_late=_why_late(form, dossier, (calendar, now), problems),
        unit_id=unit[0] if unit else None,
        unit_name=unit[1] if unit else "",
    )
    if problems:
        raise RuleViolation(problems)
    return read


def is_late_to_ask(calendar: WorkCalendar, now: datetime, due_at: datetime) -> bool:
    """Say whether less than a working day is left: the apology comes late (8.3)."""
    return now >= due_at or working_days_between(calendar, now, due_at) < 1


def _note(text: str, field: str, lengths: tuple[int, int], problems: Problems) -> str:
    try:
        return read_note(text, *lengths)
    except Unreadable as fault:
        problems[field] = fault.key
        return ""


def _refusal(
    form: DecisionForm, dossier: Dossier, problems: Problems
) -> RefusalKind | None:
    if form.kind is not K.REFUSE:
        return None
    open_now = REFUSALS.get(dossier.status, frozenset())
    chosen = next((kind for kind in open_now if kind == form.refusal), None)
    if chosen is None:
        problems["refusal"] = DecisionFault.KIND
    return chosen


def _unit(
    form: DecisionForm,
    dossier: Dossier,
    units: Mapping[str, tuple[UUID, str]],
    problems: Problems,
) -> tuple[UUID, str] | None:
    if form.kind is not K.TRANSFER:
        return None
    unit = units.get(form.unit)
    if unit is None or unit[0] == dossier.agency_id:
        problems["unit"] = DecisionFault.UNIT
        return None
    return unit


def _new_due(
    form: DecisionForm,
    dossier: Dossier,
    clock: tuple[WorkCalendar, datetime],
    problems: Problems,
) -> datetime | None:
    """Read the new day: later than promised, a working day; its closing ends it."""
    if form.kind is not K.EXTEND:
        return None
    calendar, now = clock
    try:
        day = read_date(form.new_due)
    except Unreadable as fault:
        problems["new_due"] = fault.key
        return None
    promised = dossier.due_at or now
    if day <= local_day(promised) or day <= local_day(now):
        problems["new_due"] = DecisionFault.NEW_DUE
    elif not calendar.is_working_day(day):
        problems["new_due"] = DecisionFault.NEW_DUE_CLOSED
    else:
        return calendar.closing(day)
    return None


def _why_late(
    form: DecisionForm,
    dossier: Dossier,
    clock: tuple[WorkCalendar, datetime],
    problems: Problems,
) -> str:
    if form.kind is not K.EXTEND:
        return ""
    calendar, now = clock
    words = _note(form.why_late, "why_late", (0, REASON_LENGTHS[1]), problems)
    is_late = is_late_to_ask(calendar, now, dossier.due_at or now)
    if is_late and len(words) < REASON_LENGTHS[0]:
        problems["why_late"] = DecisionFault.WHY_LATE
    return words if is_late else ""
