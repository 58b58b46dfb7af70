"""Promises of the catalogue's time limits, and the province's own calendar."""

import dataclasses
from datetime import date, datetime, time

import pytest
from sqlmodel import Session

from services.core.working_days import default_calendar
from services.dossiers.calendar import office_hours, work_calendar
from services.dossiers.models import DossierStatus
from services.dossiers.queries import load_own
from services.dossiers.time_limits import (
    TimeLeft,
    promise_result,
    read_lines,
    store_lines,
    time_left,
)
from services.procedures.models import Channel, ProcedureChannel, TimeUnit
from services.work import Work
from tests.conftest import NOON
from tests.factories.dossiers import make_draft, make_filing

CALENDAR = default_calendar([2026, 2027])


def promised(
    work: Work, session: Session, amount: float | None, unit: TimeUnit
) -> datetime | None:
    filing = make_filing(session, time_limit=amount, time_limit_unit=unit)
    mine = dataclasses.replace(work, actor=filing.citizen)
    draft = load_own(mine, make_draft(session, filing).id)
    promise = promise_result(CALENDAR, draft.catalogue, NOON)
    return promise.due_at if promise else None


@pytest.mark.parametrize(
    ("amount", "unit", "due"),
    [
        (1, TimeUnit.WORKING_DAY, "2026-11-25T17:00+07:00"),
        (0.5, TimeUnit.WORKING_DAY, "2026-11-23T15:00+07:00"),
        (2, TimeUnit.HOUR, "2026-11-23T11:00+07:00"),
        (5, TimeUnit.CALENDAR_DAY, "2026-11-30T17:00+07:00"),
        (1, TimeUnit.MONTH, "2026-12-23T17:00+07:00"),
    ],
)
def test_a_limit_is_counted_in_its_own_unit(
    work: Work, session: Session, amount: float, unit: TimeUnit, due: str
) -> None:
    assert promised(work, session, amount, unit) == datetime.fromisoformat(due)


@pytest.mark.parametrize(
    ("amount", "unit"), [(None, TimeUnit.WORKING_DAY), (3, TimeUnit.UNCLEAR)]
)
def test_nothing_is_promised_where_nothing_is_stated(
    work: Work, session: Session, amount: float | None, unit: TimeUnit
) -> None:
    assert promised(work, session, amount, unit) is None


def test_the_online_channel_may_have_its_own_limit(
    work: Work, session: Session
) -> None:
    filing = make_filing(session)
    session.add(
        ProcedureChannel(
            procedure_id=filing.procedure.id,
            position=0,
            channel=Channel.ONLINE,
            time_limit=1,
            time_limit_unit=TimeUnit.WORKING_DAY,
        )
    )
    mine = dataclasses.replace(work, actor=filing.citizen)
    draft = load_own(mine, make_draft(session, filing).id)

    promise = promise_result(CALENDAR, draft.catalogue, NOON)

    assert promise is not None
    assert promise.due_at == datetime.fromisoformat("2026-11-25T17:00+07:00")
    assert read_lines(store_lines(promise)) == promise.lines


def test_the_profile_adds_days_off_and_hours(work: Work) -> None:
    profile = {
        "calendar": {
            "hours": {"weekdays": ["08:00-12:00"], "saturday": ["08:00-11:00"]},
            "holidays": {"2026-11-25": "Ngày lễ của tỉnh"},
            "swapped": {"2026-11-29": date(2026, 11, 27)},
        }
    }
    province = dataclasses.replace(work.province, profile=profile)

    calendar = work_calendar(dataclasses.replace(work, province=province))

    assert calendar.opening(date(2026, 11, 26)).time() == time(8)
    assert calendar.is_working_day(date(2026, 11, 28))
    assert not calendar.is_working_day(date(2026, 11, 24))
    assert not calendar.is_working_day(date(2026, 11, 25))
    assert calendar.is_working_day(date(2026, 11, 29))


def test_without_words_of_the_profile_the_law_holds(work: Work) -> None:
    silent = dataclasses.replace(work.province, profile={})
    calendar = work_calendar(dataclasses.replace(work, province=silent))

    assert calendar.hours == office_hours({})
    assert not calendar.is_working_day(date(2027, 1, 1))


def test_time_left_is_counted_until_the_result(work: Work, session: Session) -> None:
    dossier = make_draft(session, make_filing(session))
    assert time_left(CALENDAR, dossier, NOON) is None
    dossier.due_at = datetime.fromisoformat("2026-11-26T17:00+07:00")
    dossier.status = DossierStatus.PROCESSING

    late = datetime.fromisoformat("2026-11-30T08:00+07:00")
    assert time_left(CALENDAR, dossier, NOON) == TimeLeft(2, False)
    assert time_left(CALENDAR, dossier, late) == TimeLeft(2, True)
    dossier.status = DossierStatus.RETURNED
    assert time_left(CALENDAR, dossier, late) is None
