"""The desk: queues, order, marks, counts, and its price in statements."""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event
from sqlmodel import Session, select

from services.audit.models import AuditEntry
from services.core.errors import Forbidden, NotFound
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.owe import open_due
from services.payments.models import DueMoment
from services.payments.views import DueLine
from services.processing import desk_counts
from services.processing.deadlines import Lateness
from services.processing.desk import DeskQueue
from services.processing.desk_queue import PAGE_SIZE, Queue, QueueFilter, desk_queue
from services.processing.my_tasks import my_tasks
from services.processing.next_dossier import NextDossier, Stage, next_dossier
from services.processing.take_step import take_step
from services.results.return_result import return_result
from services.supplements.ask_supplement import ask_supplement
from services.work import Role, Work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_handled,
    make_many_new,
    make_new,
    make_ready,
    make_received,
)
from tests.factories.supplements import make_asked, make_supplement_form


def show(work: Work, desk: Desk, **wanted: object) -> Queue:
    everything = dataclasses.replace(desk.intake, roles=frozenset(Role))
    return desk_queue(acting(work, everything), QueueFilter(**wanted))  # type: ignore[arg-type]


def codes(queue: Queue) -> list[str]:
    return [row.code for row in queue.rows]


@contextmanager
def counted(session: Session) -> Iterator[list[str]]:
    """Note every statement the database is sent."""
    statements: list[str] = []

    def note(*call: object) -> None:
        statements.append(str(call[2]))

    connection = session.connection()
    event.listen(connection, "before_cursor_execute", note)
    yield statements
    event.remove(connection, "before_cursor_execute", note)


def test_each_state_stands_in_its_queue(work: Work) -> None:
    desk = make_desk(work.session)
    new, running = make_new(work, desk), make_received(work, desk).code
    ready, returned = make_ready(work, desk), make_ready(work, desk)
    return_result(acting(work, desk.intake), returned, "Nguyễn Thị Ánh Tuyết", "press")
    assert codes(show(work, desk, queue="new")) == [new]
    assert codes(show(work, desk, queue="running")) == [running]
    assert codes(show(work, desk, queue="ready")) == [ready]
    queue = show(work, desk, queue="returned")
    assert codes(queue) == [returned]
    assert queue.counts.queues == {
        DeskQueue.NEW: 1,
        DeskQueue.MINE: 1,
        DeskQueue.RUNNING: 1,
        DeskQueue.READY: 1,
        DeskQueue.RETURNED: 1,
        DeskQueue.SUPPLEMENT: 0,
        DeskQueue.AWAITING_PAYMENT: 0,
        DeskQueue.SIGN: 0,
        DeskQueue.ENDED: 0,
        DeskQueue.OVERDUE: 0,
        DeskQueue.OWED: 2,
    }


def test_a_dossier_that_waits_for_its_fee_stands_in_a_queue_of_its_own(
    work: Work,
) -> None:
    desk = make_desk(work.session, fee=75_000)
    first, second = (make_received(work, desk).code for _ in range(2))
    dossier_of(work, first).awaiting_since = work.now + timedelta(hours=1)
    work.session.flush()
    queue = show(work, desk, queue="awaiting_payment")
    assert codes(queue) == [second, first]  # who waits longest
    assert [row.left.deadline for row in queue.rows] == [None, None]
    assert all(row.is_unpaid for row in queue.rows)
    assert queue.counts.queues[DeskQueue.AWAITING_PAYMENT] == 2
    assert codes(show(work, desk, queue="mine")) == []


def test_a_result_that_waits_for_its_fee_says_so(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_ready(work, desk)
    assert [row.is_unpaid for row in show(work, desk, queue="ready").rows] == [False]
    lines = (DueLine("Phí cấp bản sao", "fee", 16_000),)
    dossier = dossier_of(work, code)
    open_due(work, dossier, DueMoment.RESULT, lines)
    assert [row.is_unpaid for row in show(work, desk, queue="ready").rows] == [True]


def test_what_waits_for_a_leader_s_word_stands_under_sign(work: Work) -> None:
    desk = make_desk(work.session)
    make_received(work, desk)
    code = make_handled(work, desk)
    queue = show(work, desk, queue="sign")
    assert codes(queue) == [code]
    assert queue.counts.queues[DeskQueue.SIGN] == 1


def test_what_ended_without_a_result_stands_by_itself_the_latest_first(
    work: Work,
) -> None:
    desk = make_desk(work.session)
    first, second = make_new(work, desk), make_new(work, desk)
    for code, hours in ((first, 2), (second, 1)):
        dossier = dossier_of(work, code)
        dossier.status = DossierStatus.REFUSED
        dossier.ended_at = work.now - timedelta(hours=hours)
    work.session.flush()
    assert codes(show(work, desk, queue="ended")) == [second, first]
    assert show(work, desk, queue="new").total == 0


def test_what_is_closed_is_counted_no_further_than_a_limit(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_counts, "MOST_COUNTED", 2)
    desk = make_desk(work.session)
    make_many_new(work.session, desk, 5)
    for dossier in work.session.exec(
        select(Dossier).where(Dossier.agency_id == desk.filing.agency.id)
    ):
        dossier.status, dossier.returned_at = DossierStatus.RETURNED, work.now
    work.session.flush()
    queue = show(work, desk, queue="returned")
    assert (queue.total, queue.counts.queues[DeskQueue.RETURNED]) == (5, 3)


def test_what_waits_for_its_people_stands_in_a_queue_of_its_own(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    asked = make_asked(work, desk, code)
    queue = show(work, desk, queue="supplement")
    assert codes(queue) == [code]
    assert queue.rows[0].left.deadline == asked.deadline
    assert queue.counts.queues[DeskQueue.SUPPLEMENT] == 1
    assert queue.counts.queues[DeskQueue.NEW] == 0
    assert codes(show(work, desk, queue="overdue")) == []


def test_the_nearest_deadline_of_a_supplement_stands_first(work: Work) -> None:
    desk = make_desk(work.session)
    near, far = make_new(work, desk), make_new(work, desk)
    for code, days in ((far, 20), (near, 2)):
        make_asked(work, desk, code)
        dossier_of(work, code).supplement_by = work.now + timedelta(days=days)
    work.session.flush()
    assert codes(show(work, desk, queue="supplement")) == [near, far]
    past = acting(work, desk.intake, hours=24 * 7)
    rows = desk_queue(past, QueueFilter(queue="supplement")).rows
    assert [row.left.mark for row in rows] == [Lateness.LATE, Lateness.IN_TIME]


def test_another_unit_s_supplements_are_not_shown(work: Work) -> None:
    desk, other = make_desk(work.session), make_desk(work.session)
    make_asked(work, desk, make_new(work, desk))
    queue = show(work, other, queue="supplement")
    assert (codes(queue), queue.counts.queues[DeskQueue.SUPPLEMENT]) == ([], 0)


def test_what_waits_for_its_people_waits_for_no_officer(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    take_step(acting(work, desk.handler), code)
    mine = QueueFilter(queue="mine")
    assert codes(desk_queue(acting(work, desk.handler), mine)) == [code]
    ask_supplement(acting(work, desk.handler), code, make_supplement_form(), "press")
    assert codes(desk_queue(acting(work, desk.handler), mine)) == []


def test_what_is_due_first_stands_on_top(work: Work) -> None:
    desk = make_desk(work.session)
    first, second = make_new(work, desk), make_new(work, desk)
    dossier = dossier_of(work, second)
    assert dossier.receive_by is not None
    dossier.receive_by -= timedelta(hours=3)
    work.session.flush()
    assert codes(show(work, desk)) == [second, first]
    assert codes(show(work, desk, sort="code")) == [first, second]


def test_hours_left_are_office_hours(work: Work) -> None:
    desk = make_desk(work.session)
    make_new(work, desk)  # Monday 09:00; Tuesday is a holiday
    evening = acting(work, desk.intake, hours=9)  # Monday 18:00
    row = desk_queue(evening, QueueFilter()).rows[0]
    assert row.left.hours == 1.5  # Wednesday from 07:30 to 09:00
    assert row.left.mark is Lateness.SOON
    assert row.left.deadline == datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


def test_a_missed_deadline_is_marked_and_counted_late(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    later = acting(work, desk.intake, hours=24 * 4)  # Friday 09:00
    queue = desk_queue(later, QueueFilter(queue="overdue"))
    assert codes(queue) == [code]
    assert queue.rows[0].left.mark is Lateness.LATE
    assert queue.rows[0].left.days_late == 2
    assert queue.counts.queues[DeskQueue.OVERDUE] == 1


def test_a_running_dossier_is_held_to_its_step(work: Work) -> None:
    desk = make_desk(work.session)
    received = make_received(work, desk)
    left = show(work, desk, queue="running").rows[0].left
    assert left.deadline is not None
    assert left.deadline < received.due_at


def test_names_of_citizens_are_masked(work: Work) -> None:
    desk = make_desk(work.session)
    make_new(work, desk)
    assert show(work, desk).rows[0].applicant == "N*** T*** Á*** Tuyết"


def test_the_holder_of_a_step_is_named(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    take_step(acting(work, desk.handler), code)
    row = show(work, desk, queue="running").rows[0]
    assert (row.holder, row.is_mine) == ("Trần Văn Thụ", False)
    assert my_tasks(acting(work, desk.handler)).rows[0].is_mine


def test_what_a_colleague_holds_does_not_wait_for_me(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    agency_id = desk.filing.agency.id
    second = make_account_officer(work.session, agency_id, Role.PROCESSING)
    assert my_tasks(acting(work, second)).total == 1
    take_step(acting(work, desk.handler), code)
    assert my_tasks(acting(work, second)).total == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tuyet", 1),
        ("ÁNH  TUYẾT", 1),
        ("-0001", 1),
        ("%", 0),
        ("_", 0),
        ("'; drop table dossier; --", 0),
        ("999190000001", 1),
        ("99919000000", 0),
    ],
)
def test_a_search_takes_code_name_or_whole_number(
    work: Work, text: str, found: int
) -> None:
    desk = make_desk(work.session)
    desk.filing.account.citizen_id = "999190000001"
    make_new(work, desk)
    assert show(work, desk, text=text).total == found


def test_filters_of_sector_and_day_narrow_the_queue(work: Work) -> None:
    desk = make_desk(work.session)
    make_new(work, desk)
    assert show(work, desk, sector="elsewhere").total == 0
    assert show(work, desk, from_day=date(2026, 11, 23)).total == 1
    assert show(work, desk, from_day=date(2026, 11, 24)).total == 0
    assert show(work, desk, to_day=date(2026, 11, 23)).total == 1
    assert show(work, desk, to_day=date(2026, 11, 22)).total == 0


@pytest.mark.parametrize("wanted", [{"queue": "all"}, {"sort": "code desc; --"}])
def test_only_listed_keys_are_taken(work: Work, wanted: dict[str, str]) -> None:
    with pytest.raises(NotFound):
        show(work, make_desk(work.session), **wanted)


def test_a_queue_is_read_in_pages_of_twenty(work: Work) -> None:
    desk = make_desk(work.session)
    make_many_new(work.session, desk, 45)
    pages = [show(work, desk, page=number) for number in (1, 2, 3, 4)]
    assert [len(page.rows) for page in pages] == [PAGE_SIZE, PAGE_SIZE, 5, 0]
    assert {page.total for page in pages} == {45}
    assert len({code for page in pages for code in codes(page)}) == 45


def test_a_queue_costs_the_same_for_30_and_3000_dossiers(work: Work) -> None:
    sent = []
    for count in (30, 3000):
        desk = make_desk(work.session)
        make_many_new(work.session, desk, count)
        with counted(work.session) as statements:
            queue = show(work, desk)
            work.session.flush()
        assert (queue.total, len(queue.rows)) == (count, PAGE_SIZE)
        sent.append(len(statements))
    assert sent[1] <= sent[0] <= 8  # the calendar is read once


def test_the_tiles_tell_the_day_of_the_unit(work: Work) -> None:
    desk = make_desk(work.session)
    make_many_new(work.session, desk, 3)  # due within minutes
    make_ready(work, desk)
    late = dossier_of(work, make_ready(work, desk))
    late.due_at = work.now - timedelta(days=1)
    work.session.flush()
    counts = show(work, desk).counts
    assert (counts.waiting, counts.soon) == (3, 3)
    assert (counts.finished, counts.on_time) == (2, 50.0)
    assert counts.median_hours == 0.0


def test_a_unit_without_work_has_no_rates(work: Work) -> None:
    counts = show(work, make_desk(work.session)).counts
    assert (counts.on_time, counts.median_hours, counts.waiting) == (None, None, 0)


def test_looking_at_a_queue_is_written_down_without_what_was_searched(
    work: Work,
) -> None:
    show(work, make_desk(work.session), text="Ánh Tuyết")
    entry = work.session.exec(
        select(AuditEntry).where(AuditEntry.act == "desk_queue")
    ).one()
    assert entry.details == {"queue": "new", "rows": 0, "searched": True}


def test_an_administrator_has_no_desk(work: Work) -> None:
    desk = make_desk(work.session)
    admin = dataclasses.replace(desk.intake, roles=frozenset({Role.ADMINISTRATOR}))
    with pytest.raises(Forbidden):
        desk_queue(acting(work, admin), QueueFilter())


def test_the_next_dossier_is_the_one_due_first(work: Work) -> None:
    desk = make_desk(work.session)
    make_new(work, desk)
    urgent = make_new(work, desk)
    dossier = dossier_of(work, urgent)
    assert dossier.receive_by is not None
    dossier.receive_by -= timedelta(hours=3)
    work.session.flush()
    given = next_dossier(acting(work, desk.intake))
    assert given == NextDossier(urgent, Stage.RECEPTION)


def test_two_officers_are_given_different_dossiers(work: Work) -> None:
    desk = make_desk(work.session)
    make_many_new(work.session, desk, 2)
    agency_id = desk.filing.agency.id
    second = make_account_officer(work.session, agency_id, Role.INTAKE)
    given = [next_dossier(acting(work, o)) for o in (desk.intake, second, desk.intake)]
    assert None not in given
    assert given[0] == given[2] != given[1]


def test_the_next_step_is_taken_with_its_dossier(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    given = next_dossier(acting(work, desk.handler))
    assert given == NextDossier(code, Stage.PROCESSING)
    assert my_tasks(acting(work, desk.handler)).rows[0].is_mine
    assert next_dossier(acting(work, desk.handler)) is None


def test_the_next_dossier_is_never_one_four_eyes_forbid(work: Work) -> None:
    desk = make_desk(work.session)
    both = make_account_officer(
        work.session, desk.filing.agency.id, Role.PROCESSING, Role.APPROVER
    )
    code = make_handled(work, Desk(desk.filing, desk.intake, both, desk.approver))
    assert next_dossier(acting(work, both)) is None
    assert next_dossier(acting(work, desk.approver)) == NextDossier(
        code, Stage.PROCESSING
    )
