"""What the leader's page draws, as display strings (O16)."""

from dataclasses import dataclass
from datetime import date, timedelta

from dvc_app import formats, routes
from dvc_app.state.officer import desk_filters as keys
from dvc_app.state.officer.time_left import SHORT, say_left
from dvc_app.wording import lead as wording
from services.decisions.waiting import WaitingDecision
from services.oversight.lead import Lead, Load, Near
from services.oversight.units_below import UnitSum
from services.oversight.waiting_requests import WaitingRequest
from services.processing.desk import DeskQueue
from services.processing.desk_row import DeskRow

A_DAY = timedelta(days=1)
SUNDAY = 6


@dataclass(frozen=True)
class NearTile:
    """One number, with the list it counts."""

    number: str
    words: str
    href: str
    is_hot: bool


@dataclass(frozen=True)
class LeadRow:
    """A dossier that would become late, and what a leader may do with it."""

    code: str
    href: str
    procedure: str
    applicant: str
    left: str
    left_css: str
    where: str  # step and holder
    may_remind: bool
    may_give: bool
    extend_href: str
    old: str  # of the oldest: since when


@dataclass(frozen=True)
class LoadRow:
    """A step or an officer, each number with its list."""

    name: str
    count: str
    late: str
    today: str
    href: str
    late_href: str
    today_href: str
    is_hot: bool


@dataclass(frozen=True)
class WordRow:
    """Something that waits for the leader's word."""

    kind: str
    code: str
    words: str
    why: str
    note: str
    href: str


@dataclass(frozen=True)
class UnitRow:
    """A unit below: counts and nothing else."""

    name: str
    owed: str
    late: str
    new: str
    is_hot: bool


def near_tiles(near: Near, today: date) -> list[NearTile]:
    """Return the numbers of the unit, each opening its list on the desk."""
    tomorrow, week = today + A_DAY, today + (SUNDAY - today.weekday()) * A_DAY
    late = keys.address(DeskQueue.OVERDUE, {})
    return [
        _tile(near.late, wording.LATE, late, is_bad=True),
        _tile(near.today, wording.TODAY, _due(today, today)),
        _tile(near.tomorrow, wording.TOMORROW, _due(tomorrow, tomorrow)),
        _tile(near.week, wording.WEEK, _due(today, week)),
        _tile(near.to_sign, wording.TO_SIGN, keys.address(DeskQueue.SIGN, {})),
        _tile(
            near.untaken,
            wording.UNTAKEN,
            keys.address(DeskQueue.OWED, {keys.HOLDER: keys.NOT_TAKEN}),
        ),
    ]


def lead_row(row: DeskRow) -> LeadRow:
    """Return a dossier as a leader sees it; the name stays masked (PII-5)."""
    left, css = say_left(row.left, SHORT)
    step = row.step or wording.RECEPTION
    return LeadRow(
        code=row.code,
        href=routes.fill(routes.PROCESSING, code=row.code),
        procedure=row.procedure,
        applicant=row.applicant,
        left=left,
        left_css=css,
        where=f"{step} – {row.holder or wording.NOBODY}",
        may_remind=row.is_running and row.holder_id is not None and not row.is_mine,
        may_give=row.is_running,
        extend_href=routes.fill(routes.EXTEND, code=row.code) if row.is_running else "",
        old=wording.OLDEST_ON.format(
            procedure=row.procedure, moment=formats.short_moment(row.submitted_at)
        ),
    )


def officer_rows(found: Lead, today: date) -> list[LoadRow]:
    """Return the officers of the unit by load."""
    return [
        _load(one, one.name, {keys.HOLDER: str(one.id)}, today)
        for one in found.officers
    ]


def step_rows(found: Lead, today: date) -> list[LoadRow]:
    """Return the steps by load; what has no step yet waits for reception."""
    rows = []
    for one in found.steps:
        narrow = {keys.STEP: one.name} if one.name else {keys.STATUS: "submitted"}
        rows.append(_load(one, one.name or wording.RECEPTION, narrow, today))
    return rows


def decision_row(one: WaitingDecision) -> WordRow:
    """Return a proposal of the unit."""
    moment = formats.short_moment(one.proposed_at)
    return WordRow(
        kind=wording.DECISIONS.get(str(one.kind), str(one.kind)),
        code=one.code,
        words=wording.PROPOSED.format(name=one.proposed_by, moment=moment),
        why=one.ground,
        note=wording.OWN if one.is_mine else "",
        href=routes.fill(routes.PROCESSING, code=one.code),
    )


def request_row(one: WaitingRequest) -> WordRow:
    """Return a second request for a supplement."""
    moment = formats.short_moment(one.written_at)
    return WordRow(
        kind=wording.SECOND_REQUEST,
        code=one.code,
        words=wording.PROPOSED.format(name=one.asked_by, moment=moment),
        why=one.why_again,
        note="",
        href=routes.fill(routes.ASK_SUPPLEMENT, code=one.code),
    )


def unit_row(unit: UnitSum) -> UnitRow:
    """Return the sums of a unit below."""
    return UnitRow(
        name=unit.name,
        owed=formats.number(unit.owed),
        late=formats.number(unit.late),
        new=formats.number(unit.new),
        is_hot=unit.late > 0,
    )


def _tile(count: int, words: str, href: str, is_bad: bool = False) -> NearTile:
    return NearTile(formats.number(count), words, href, is_bad and count > 0)


def _due(first: date, last: date, **more: str) -> str:
    days = {keys.DUE_FROM: f"{first:%d/%m/%Y}", keys.DUE_TO: f"{last:%d/%m/%Y}"}
    return keys.address(DeskQueue.OWED, days | more)


def _load(load: Load, name: str, narrow: dict[str, str], today: date) -> LoadRow:
    return LoadRow(
        name=name,
        count=formats.number(load.count),
        late=formats.number(load.late),
        today=formats.number(load.today),
        href=keys.address(DeskQueue.OWED, narrow),
        late_href=keys.address(DeskQueue.OVERDUE, narrow),
        today_href=_due(today, today, **narrow),
        is_hot=load.late > 0,
    )
