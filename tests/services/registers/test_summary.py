"""The report: every number is the list behind it, and of one's own unit only."""

import dataclasses
from datetime import timedelta

import pytest
from sqlmodel import select

from services.core.clock import local_day
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.dossiers.models import Dossier, DossierStatus
from services.procedures.models import Agency, Channel
from services.registers.figures import Figure
from services.registers.grouping import GroupBy
from services.registers.list_register import list_register
from services.registers.summarise import Report, summarise
from services.registers.wanted import RegisterWanted
from services.supplements.models import RequestStatus, SupplementRequest
from services.work import ANONYMOUS, Role, Work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_ready,
    make_received,
)


def make_month(work: Work, desk: Desk) -> dict[str, str]:
    """Return codes of dossiers of every kind a month holds."""
    codes = {
        "running": make_received(work, desk).code,
        "late": make_received(work, desk).code,
        "early": make_ready(work, desk),
        "finished_late": make_ready(work, desk),
        "carried": make_received(work, desk).code,
        "given_up": make_received(work, desk).code,
        "direct": make_received(work, desk).code,
    }
    for name, code in codes.items():
        dossier = dossier_of(work, code)
        if name == "late":
            dossier.due_at = work.now - timedelta(hours=1)
        if name == "finished_late":
            assert dossier.finished_at is not None
            dossier.due_at = dossier.finished_at - timedelta(days=1)
        if name == "carried":
            dossier.received_at = work.now - timedelta(days=45)
        if name == "given_up":
            dossier.status, dossier.ended_at = DossierStatus.STOPPED, work.now
        if name == "direct":
            dossier.channel = Channel.DIRECT
        work.session.add(dossier)
    work.session.flush()
    return codes


def report(work: Work, desk: Desk, by: str = "procedure", **wanted: str) -> Report:
    return summarise(acting(work, desk.intake), RegisterWanted(**wanted), by)  # type: ignore[arg-type]


def test_every_dossier_counts_where_it_belongs(work: Work) -> None:
    desk = make_desk(work.session)
    make_month(work, desk)

    total = report(work, desk).total

    assert {str(f): n for f, n in total.items() if n} == {
        "all": 7,
        "carried": 1,
        "online": 5,
        "direct": 1,
        "done": 3,
        "early": 1,
        "late": 1,
        "given_up": 1,
        "open": 4,
        "open_in_time": 3,
        "open_late": 1,
    }
    assert total[Figure.ALL] == total[Figure.DONE] + total[Figure.OPEN]


@pytest.mark.parametrize("figure", Figure)
def test_the_list_behind_a_number_holds_what_it_counts(
    work: Work, figure: Figure
) -> None:
    desk = make_desk(work.session)
    make_month(work, desk)
    mine = acting(work, desk.intake)

    found = list_register(mine, RegisterWanted(figure=figure))

    assert found.total == report(work, desk).total[figure]


def test_the_sums_of_every_grouping_are_the_same(work: Work) -> None:
    desk = make_desk(work.session)
    make_month(work, desk)
    whole = report(work, desk).total

    for by in set(GroupBy) - {GroupBy.UNIT, GroupBy.CAUSE}:
        assert report(work, desk, by).total == whole, by


def test_late_ones_are_grouped_by_what_took_too_long(work: Work) -> None:
    desk = make_desk(work.session)
    make_month(work, desk)

    found = report(work, desk, "cause")

    late = found.total[Figure.LATE] + found.total[Figure.OPEN_LATE]
    assert found.total[Figure.ALL] == late == 2
    assert all(line.key for line in found.lines)


def test_what_stands_still_for_the_person_is_not_late(work: Work) -> None:
    desk = make_desk(work.session)
    dossier = dossier_of(work, make_received(work, desk).code)
    dossier.due_at = work.now - timedelta(days=3)
    dossier.status = DossierStatus.SUPPLEMENT
    work.session.add(dossier)
    work.session.flush()

    assert report(work, desk).total[Figure.OPEN_LATE] == 0


def test_a_dossier_of_another_unit_is_never_counted(work: Work) -> None:
    desk, other = make_desk(work.session), make_desk(work.session)
    make_month(work, other)

    assert report(work, desk).total[Figure.ALL] == 0
    page = list_register(acting(work, desk.intake), RegisterWanted())
    assert page.total == 0


def test_a_leader_sees_sums_of_units_below_and_no_way_to_their_lists(
    work: Work,
) -> None:
    desk, below = make_desk(work.session), make_desk(work.session)
    make_month(work, below)
    unit = work.session.get_one(Agency, below.filing.agency.id)
    unit.parent_id = desk.filing.agency.id
    work.session.add(unit)
    work.session.flush()

    found = summarise(acting(work, desk.approver), RegisterWanted(), "unit")

    assert [(line.key, line.counts[Figure.ALL]) for line in found.lines] == [("", 7)]
    clerk = summarise(acting(work, desk.intake), RegisterWanted(), "unit")
    assert clerk.lines == ()


def test_a_citizen_and_an_auditor_read_no_register(work: Work) -> None:
    desk = make_desk(work.session)
    auditor = make_account_officer(
        work.session, desk.filing.agency.id, Role.AUDITOR, name="Cao Xuân Trường"
    )

    for actor in (ANONYMOUS, auditor):
        with pytest.raises(Forbidden):
            list_register(acting(work, actor), RegisterWanted())


@pytest.mark.parametrize(
    "wanted",
    [
        {"figure": "nonsense"},
        {"channel": "pigeon"},
        {"receiver": "1 or 1=1"},
    ],
)
def test_a_key_nobody_offers_is_a_list_that_is_not_there(
    work: Work, wanted: dict[str, str]
) -> None:
    desk = make_desk(work.session)

    with pytest.raises(NotFound):
        list_register(acting(work, desk.intake), RegisterWanted(**wanted))  # type: ignore[arg-type]


def test_days_that_make_no_period_are_refused(work: Work) -> None:
    desk = make_desk(work.session)
    today = local_day(work.now)
    backwards = RegisterWanted(from_day=today, to_day=today - timedelta(days=1))
    endless = RegisterWanted(from_day=today - timedelta(days=5000), to_day=today)

    for wanted, field in ((backwards, "to_day"), (endless, "from_day")):
        with pytest.raises(RuleViolation) as refusal:
            summarise(acting(work, desk.intake), wanted, "procedure")
        assert set(refusal.value.problems) == {field}


def test_names_leave_the_list_masked(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    name = dossier_of(work, code).applicant_name

    (row,) = list_register(acting(work, desk.intake), RegisterWanted()).rows

    assert row.owner != name
    assert (row.address, row.phone) == ("", "")


def test_asked_for_twice_is_late_though_it_was_ready_in_time(work: Work) -> None:
    desk = make_desk(work.session)
    dossier = dossier_of(work, make_ready(work, desk))
    asker = desk.intake.require_officer()
    for number in (1, 2):
        work.session.add(
            SupplementRequest(
                dossier_id=dossier.id,
                number=number,
                status=RequestStatus.ANSWERED,
                asked_by_id=asker,
                asked_by_name="",
                written_at=work.now,
                deadline=work.now,
                came_from=DossierStatus.PROCESSING,
                intent=f"press-{number}",
            )
        )
    work.session.flush()

    found = report(work, desk)

    assert found.total[Figure.LATE] == 1
    assert found.total[Figure.ASKED_AGAIN] == 1
    assert found.on_time == 0.0


def test_the_book_is_in_the_order_received(work: Work) -> None:
    desk = make_desk(work.session)
    codes = [make_received(work, desk).code for _ in range(3)]
    first = dossier_of(work, codes[2])
    first.received_at = work.now - timedelta(hours=5)
    work.session.add(first)
    work.session.flush()

    page = list_register(acting(work, desk.intake), RegisterWanted())

    assert page.rows[0].code == codes[2]
    count = len(work.session.exec(select(Dossier)).all())
    assert dataclasses.asdict(page)["total"] == count == 3


@pytest.mark.parametrize(
    ("by", "field"),
    [
        ("procedure", "procedure"),
        ("channel", "channel"),
        ("receiver", "receiver"),
        ("handler", "handler"),
        ("month", "month"),
        ("cause", "cause"),
    ],
)
def test_each_number_of_a_group_opens_a_list_of_that_length(
    work: Work, by: str, field: str
) -> None:
    desk = make_desk(work.session)
    make_month(work, desk)
    mine = acting(work, desk.intake)

    lines = report(work, desk, by).lines

    for line in (line for line in lines if line.key):
        for figure, count in line.counts.items():
            if count:
                wanted = RegisterWanted(figure=figure, **{field: line.key})  # type: ignore[arg-type]
                assert list_register(mine, wanted).total == count, (line.key, figure)
