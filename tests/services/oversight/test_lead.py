"""The leader's page: what is late, with whom; a reminder; several rows at once."""

import dataclasses
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from services.core.errors import Conflict, Forbidden, NotFound
from services.oversight.day_figures import DAYS, day_figures
from services.oversight.in_bulk import reassign_all, take_all
from services.oversight.lead import lead
from services.oversight.my_reminders import put_reminder_away, reminders_of
from services.oversight.remind import remind
from services.processing.desk import DeskQueue
from services.processing.desk_queue import QueueFilter, desk_queue
from services.processing.take_step import take_step
from services.work import Role, Work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_new,
    make_ready,
    make_received,
)


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def in_one(work: Work) -> Callable[..., Any]:
    """Stand for what opens a transaction for each row."""
    return lambda use_case, *args: partial(use_case, work)(*args)


def test_a_leader_sees_what_would_be_late_first_on_top(work: Work, desk: Desk) -> None:
    held, new = make_received(work, desk).code, make_new(work, desk)
    take_step(acting(work, desk.handler), held)
    dossier_of(work, new).receive_by = work.now - timedelta(hours=1)
    work.session.flush()
    page = lead(acting(work, desk.approver))
    assert [row.code for row in page.first] == [new, held]
    assert (page.near.owed, page.near.late) == (2, 1)
    loads = {load.name: (load.count, load.late) for load in page.officers}
    assert loads == {
        "Trần Văn Thụ": (1, 0),
        "Lê Thu Hà": (0, 0),
        "Phạm Thị Duyệt": (0, 0),
    }


@pytest.mark.parametrize("days", [0, 1])
def test_a_number_is_as_long_as_the_list_it_opens(
    work: Work, desk: Desk, days: int
) -> None:
    dossier_of(work, make_new(work, desk)).receive_by = work.now + timedelta(
        days=days, hours=1
    )
    work.session.flush()
    page = lead(acting(work, desk.approver))
    day = (work.now + timedelta(days=days)).date()
    wanted = QueueFilter(queue=DeskQueue.OWED, due_from=day, due_to=day)
    listed = desk_queue(acting(work, desk.approver), wanted).total
    assert ((page.near.today, page.near.tomorrow)[days], listed) == (1, 1)


def test_only_a_leader_of_the_unit_sees_it(work: Work, desk: Desk) -> None:
    make_new(work, desk)
    for officer in (desk.intake, desk.handler):
        with pytest.raises(Forbidden):
            lead(acting(work, officer))
    other = make_desk(work.session)
    page = lead(acting(work, other.approver))
    assert (page.near.owed, page.first, page.units) == (0, (), ())


def test_of_the_units_below_a_leader_sees_counts_alone(work: Work, desk: Desk) -> None:
    make_new(work, desk)
    above, below = make_desk(work.session), desk.filing.agency
    below.parent_id = above.filing.agency.id
    work.session.flush()
    page = lead(acting(work, above.approver))
    assert [(unit.name, unit.owed, unit.new) for unit in page.units] == [
        (below.name, 1, 1)
    ]
    assert page.first == page.oldest == ()
    assert "Tuyết" not in repr(page)


def test_a_reminder_is_said_once_a_day_and_put_away(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    boss, holder = acting(work, desk.approver), acting(work, desk.handler)
    with pytest.raises(Conflict):
        remind(boss, code)
    take_step(holder, code)
    assert [remind(boss, code).is_new for _ in range(2)] == [True, False]
    (line,) = reminders_of(holder)
    assert (line.code, line.by_name) == (code, "Phạm Thị Duyệt")
    put_reminder_away(acting(work, desk.intake), line.id)
    assert len(reminders_of(holder)) == 1
    put_reminder_away(holder, line.id)
    assert reminders_of(holder) == ()
    assert remind(
        dataclasses.replace(boss, now=boss.now + timedelta(days=1)), code
    ).is_new


def test_a_stranger_reminds_nobody(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    with pytest.raises(NotFound):
        remind(acting(work, make_desk(work.session).approver), code)


def test_rows_are_taken_one_by_one_and_each_says_what_became_of_it(
    work: Work, desk: Desk
) -> None:
    free, held = make_received(work, desk).code, make_received(work, desk).code
    colleague = make_account_officer(
        work.session, desk.filing.agency.id, Role.PROCESSING, name="Vũ Văn Bận"
    )
    take_step(acting(work, colleague), held)
    mine = in_one(acting(work, desk.handler))
    done = take_all(mine, [free, held, free])
    assert [(one.code, one.is_done) for one in done] == [(free, True), (held, False)]
    assert isinstance(done[1].refused, Conflict)
    assert take_all(mine, [free])[0].is_done  # pressed again: taken once


def test_rows_change_hands_one_by_one(work: Work, desk: Desk) -> None:
    code, new = make_received(work, desk).code, make_new(work, desk)
    assert desk.handler.account_id is not None
    boss = in_one(acting(work, desk.approver))
    done = reassign_all(boss, [code, new], desk.handler.account_id, "Chia lại việc")
    assert [one.is_done for one in done] == [True, False]
    wanted = QueueFilter(queue=DeskQueue.OWED, holder=str(desk.handler.account_id))
    rows = desk_queue(acting(work, desk.approver), wanted).rows
    assert [row.code for row in rows] == [code]


def test_fourteen_days_are_counted_by_day_and_channel(work: Work, desk: Desk) -> None:
    make_ready(work, desk)
    make_new(work, desk)
    figures = day_figures(acting(work, desk.intake))
    assert len(figures.days) == DAYS
    assert (figures.days[-1].came, figures.days[-1].done) == (2, 1)
    assert dict(figures.channels)["online"] == 2  # type: ignore[index]
    assert (figures.done, figures.in_time) == (1, 1)
    other = day_figures(acting(work, make_desk(work.session).intake))
    assert (sum(day.came for day in other.days), other.done) == (0, 0)
