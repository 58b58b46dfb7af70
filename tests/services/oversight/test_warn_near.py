"""Before a step is late its holder and the leaders are warned, once."""

import dataclasses
from datetime import datetime

import pytest

from services.core.errors import Forbidden
from services.core.working_days import add_working_hours
from services.dossiers.calendar import work_calendar
from services.oversight.my_reminders import put_reminder_away, reminders_of
from services.oversight.warn_near import warn_near
from services.processing.models import DossierStep
from services.processing.queries import steps_of
from services.processing.rules import current_step
from services.work import SYSTEM, Actor, Work
from tests.factories.decisions import make_taken
from tests.factories.processing import Desk, acting, dossier_of, make_desk


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


@pytest.fixture
def code(work: Work, desk: Desk) -> str:
    return make_taken(work, desk)


def step_ending_in(work: Work, code: str, hours: float, whole: float) -> DossierStep:
    step = current_step(steps_of(work.session, dossier_of(work, code).id))
    assert step is not None
    step.hours = whole
    step.due_at = add_working_hours(work_calendar(work), work.now, hours)
    work.session.add(step)
    work.session.flush()
    return step


def by_the_clock(work: Work) -> int:
    return warn_near(dataclasses.replace(work, actor=SYSTEM))


def lines(work: Work, officer: Actor) -> list[tuple[str, str, datetime | None]]:
    found = reminders_of(acting(work, officer))
    return [(one.code, one.by_name, one.due_at) for one in found]


@pytest.mark.parametrize(
    ("left", "whole", "is_near"),
    [(3.5, 8, True), (4.5, 8, False), (7.5, 40, True), (8.5, 40, False)],
)
def test_a_step_is_near_at_four_hours_or_a_fifth_of_its_time(
    work: Work, code: str, left: float, whole: float, is_near: bool
) -> None:
    step_ending_in(work, code, left, whole)

    assert by_the_clock(work) == is_near


def test_holder_and_leader_read_it_once_until_they_put_it_away(
    work: Work, desk: Desk, code: str
) -> None:
    step = step_ending_in(work, code, 2, 8)

    assert [by_the_clock(work) for _ in range(2)] == [1, 0]

    for officer in (desk.handler, desk.approver):
        assert lines(work, officer) == [(code, "", step.due_at)]
    assert lines(work, desk.intake) == []
    [one] = reminders_of(acting(work, desk.handler))
    put_reminder_away(acting(work, desk.handler), one.id)
    assert lines(work, desk.handler) == []
    assert lines(work, desk.approver)


def test_while_the_office_pauses_nobody_is_warned(work: Work, code: str) -> None:
    step_ending_in(work, code, 2, 8)
    dossier = dossier_of(work, code)
    dossier.suspended_since = work.now
    work.session.add(dossier)

    assert by_the_clock(work) == 0


def test_only_the_worker_warns(work: Work, desk: Desk) -> None:
    with pytest.raises(Forbidden):
        warn_near(acting(work, desk.approver))
