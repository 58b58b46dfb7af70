"""Days and hours changed by two administrators, and what happens to promises (A06)."""

import dataclasses
from datetime import date, datetime
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, select

from services.calendar_changes.decide_change import confirm_change, decline_change
from services.calendar_changes.edits import Edit, parse_edits
from services.calendar_changes.propose_change import (
    preview_change,
    propose_change,
    propose_undoing,
)
from services.calendar_changes.show_calendar import show_calendar
from services.calendars.load_calendar import load_calendar
from services.calendars.models import CalendarDay, DayKind
from services.core.clock import ZONE, local
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.core.promises import LineKind
from services.dossiers.calendar import plain_calendar, work_calendar
from services.dossiers.models import Dossier
from services.dossiers.time_limits import read_lines
from services.notifications.models import Notification, Subject
from services.procedures.models import Agency, AgencyLevel
from services.work import Role, Work
from tests.factories.processing import (
    Desk,
    dossier_of,
    make_account_officer,
    make_desk,
    make_received,
)

MONDAY = datetime(2026, 11, 30, 8, 0, tzinfo=ZONE)
CLOSED = (Edit(date(2026, 12, 2), DayKind.HOLIDAY, "Ngày hội của tỉnh"),)


def administrator(work: Work, agency_id: UUID | None = None) -> Work:
    """Return the work of an administrator; a new one each time."""
    actor = make_account_officer(work.session, agency_id, Role.ADMINISTRATOR)
    return dataclasses.replace(
        work, actor=dataclasses.replace(actor, proved_at=work.now)
    )


def make_unit(session: Session) -> Agency:
    """Return another unit of the province."""
    unit = Agency(code=uuid4().hex, name="Sở Mẫu", level=AgencyLevel.DEPARTMENT)
    session.add(unit)
    session.flush()
    return unit


@pytest.fixture
def desk(work: Work) -> tuple[Work, Desk, Dossier]:
    """A dossier promised for Friday at closing, seen on a Monday morning."""
    here = dataclasses.replace(work, now=MONDAY)
    desk = make_desk(here.session)
    dossier = dossier_of(here, make_received(here, desk).code)
    calendar = work_calendar(here, dossier.agency_id)
    dossier.due_at = calendar.closing(date(2026, 12, 4))
    here.session.add(dossier)
    here.session.flush()
    return here, desk, dossier


def put_in_force(
    work: Work, edits: tuple[Edit, ...], owner: UUID | None = None
) -> UUID:
    """Let one administrator propose and another confirm."""
    change = propose_change(administrator(work), owner, edits, "Theo công văn")
    confirm_change(administrator(work), change)
    return change


def test_the_effect_is_shown_before_anything_is_written(
    desk: tuple[Work, Desk, Dossier],
) -> None:
    work, _, dossier = desk
    effect = preview_change(administrator(work), None, CLOSED)
    assert (effect.later, effect.earlier) == (1, 0)
    assert effect.examples[0].code == dossier.code
    assert local(effect.examples[0].after).date() == date(2026, 12, 7)
    assert work_calendar(work).is_working_day(date(2026, 12, 2))


def test_a_new_free_day_moves_the_promise_later_says_why_and_tells(
    desk: tuple[Work, Desk, Dossier],
) -> None:
    work, _, dossier = desk
    put_in_force(work, CLOSED)
    work.session.refresh(dossier)
    assert local(dossier.due_at or MONDAY).date() == date(2026, 12, 7)
    kinds = [line.kind for line in read_lines(dossier.due_reasons)]
    assert kinds[-2:] == [LineKind.CALENDAR, LineKind.DUE]
    told = select(Notification).where(Notification.subject == Subject.PROMISE_MOVED)
    assert work.session.exec(told).all()
    assert not work_calendar(work).is_working_day(date(2026, 12, 2))


def test_a_day_more_to_work_on_moves_no_promise_earlier(
    desk: tuple[Work, Desk, Dossier],
) -> None:
    work, _, dossier = desk
    put_in_force(work, CLOSED)
    work.session.refresh(dossier)
    promised = dossier.due_at
    opened = (Edit(date(2026, 12, 2), DayKind.WORKED),)
    assert preview_change(administrator(work), None, opened).earlier == 1
    put_in_force(work, opened)
    work.session.refresh(dossier)
    assert dossier.due_at == promised


def test_whoever_proposed_may_not_confirm(desk: tuple[Work, Desk, Dossier]) -> None:
    proposer = administrator(desk[0])
    change = propose_change(proposer, None, CLOSED, "")
    with pytest.raises(RuleViolation):
        confirm_change(proposer, change)
    assert work_calendar(desk[0]).is_working_day(date(2026, 12, 2))


def test_confirmed_twice_moves_once(desk: tuple[Work, Desk, Dossier]) -> None:
    work = desk[0]
    change = propose_change(administrator(work), None, CLOSED, "")
    second = administrator(work)
    assert confirm_change(second, change) == 1
    assert confirm_change(second, change) == 0


def test_the_same_proposal_twice_is_one(desk: tuple[Work, Desk, Dossier]) -> None:
    proposer = administrator(desk[0])
    first = propose_change(proposer, None, CLOSED, "")
    assert propose_change(proposer, None, CLOSED, "") == first


def test_undoing_brings_back_what_stood_there(
    desk: tuple[Work, Desk, Dossier],
) -> None:
    work = desk[0]
    change = put_in_force(work, CLOSED)
    undoing = propose_undoing(administrator(work), change)
    confirm_change(administrator(work), undoing)
    assert work_calendar(work).is_working_day(date(2026, 12, 2))


def test_a_declined_change_is_not_in_force(desk: tuple[Work, Desk, Dossier]) -> None:
    work = desk[0]
    change = propose_change(administrator(work), None, CLOSED, "")
    decline_change(administrator(work), change)
    assert work_calendar(work).is_working_day(date(2026, 12, 2))


def test_a_unit_closes_alone_and_only_its_own_dates_move(
    desk: tuple[Work, Desk, Dossier],
) -> None:
    work, _, dossier = desk
    other = make_unit(work.session)
    put_in_force(work, CLOSED, other.id)
    work.session.refresh(dossier)
    assert local(dossier.due_at or MONDAY).date() == date(2026, 12, 4)
    assert work_calendar(work).is_working_day(date(2026, 12, 2))
    assert not work_calendar(work, other.id).is_working_day(date(2026, 12, 2))


def test_the_administrator_of_a_unit_reaches_that_unit_alone(
    desk: tuple[Work, Desk, Dossier],
) -> None:
    work = desk[0]
    mine, other = make_unit(work.session), make_unit(work.session)
    here = administrator(work, mine.id)
    for owner in (None, other.id):
        with pytest.raises(Forbidden):
            preview_change(here, owner, CLOSED)
    foreign = propose_change(administrator(work), other.id, CLOSED, "")
    with pytest.raises(NotFound):
        confirm_change(here, foreign)


def test_hours_hold_from_their_day_on(desk: tuple[Work, Desk, Dossier]) -> None:
    work = desk[0]
    edits = parse_edits(
        {"what": "hours", "day": "01/12/2026", "weekdays": "08:00-12:00, 13:00-16:00"}
    )
    put_in_force(work, edits)
    calendar = work_calendar(work)
    assert local(calendar.closing(date(2026, 12, 1))).hour == 16
    assert local(calendar.closing(date(2026, 11, 30))).hour == 17


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({}, "what"),
        ({"what": "holiday", "day": "02/12/2026"}, "name"),
        ({"what": "holiday", "day": "32/12/2026", "name": "Nghỉ"}, "day"),
        (
            {"what": "swap", "day": "05/12/2026", "free": "05/12/2026", "name": "x"},
            "free",
        ),
        ({"what": "hours", "day": "02/12/2026", "weekdays": "17-8"}, "weekdays"),
    ],
)
def test_each_fault_of_the_form_is_said_at_its_field(
    form: dict[str, str], field: str
) -> None:
    with pytest.raises(RuleViolation) as refusal:
        parse_edits(form)
    assert field in refusal.value.problems


def test_loading_writes_the_law_s_days_once_and_never_over_an_edit(work: Work) -> None:
    plain = plain_calendar(work)
    assert load_calendar(work, plain) > 40
    tet = select(CalendarDay).where(CalendarDay.day == date(2026, 2, 17))
    row = work.session.exec(tet).one()
    row.name = "Tết"
    work.session.flush()
    assert load_calendar(work, plain) == 0
    assert work.session.exec(tet).one().name == "Tết"


def test_loaded_days_make_the_same_calendar(work: Work) -> None:
    plain = plain_calendar(work)
    load_calendar(work, plain)
    assert work_calendar(work).holidays.keys() == plain.holidays.keys() - set(
        plain.swapped
    )
    assert work_calendar(work).swapped == plain.swapped


def test_a_year_is_shown_day_by_day(desk: tuple[Work, Desk, Dossier]) -> None:
    work = desk[0]
    put_in_force(work, CLOSED)
    shown = show_calendar(administrator(work), 2026, None)
    day = {one.day: one for one in shown.days}[date(2026, 12, 2)]
    assert (len(shown.days), day.is_open, day.name) == (365, False, CLOSED[0].name)
    assert [change.state for change in shown.changes] == ["in_force"]
