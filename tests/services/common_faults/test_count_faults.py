"""“Những lỗi hay gặp”: counted by night, three cases at least, nothing of a person."""

import dataclasses
from datetime import timedelta

import pytest
from sqlmodel import select

from services.common_faults.count_faults import count_faults
from services.common_faults.models import CommonFault
from services.common_faults.usual_faults import usual_faults, usual_faults_of_draft
from services.core.clock import local_day
from services.core.errors import Forbidden
from services.processing.save_verdict import save_verdict
from services.templates.models import TemplateKind, TemplateState, TextTemplate
from services.work import SYSTEM, Work
from tests.factories.dossiers import make_citizen, make_draft
from tests.factories.processing import Desk, acting, make_desk, make_new
from tests.factories.supplements import PAPER, make_asked

REASON = "Bản chụp mờ, cần chụp lại"


@pytest.fixture
def desk(work: Work) -> Desk:
    work.session.add(
        TextTemplate(
            kind=TemplateKind.NOT_ACCEPTED,
            key="unreadable",
            state=TemplateState.PUBLISHED,
            title="Bản chụp mờ",
            body=REASON,
            how_to="Chụp lại nơi đủ sáng",
            valid_from=local_day(work.now) - timedelta(days=400),
            written_at=work.now,
        )
    )
    return make_desk(work.session)


def return_some(work: Work, desk: Desk, count: int, reason: str = REASON) -> None:
    for _ in range(count):
        code = make_new(work, desk)
        save_verdict(acting(work, desk.intake), code, "G01", False, reason)


def night(work: Work, days: int = 0) -> int:
    later = dataclasses.replace(work, actor=SYSTEM, now=work.now + timedelta(days=days))
    return count_faults(later)


def test_three_of_a_kind_are_told_with_what_to_do(work: Work, desk: Desk) -> None:
    return_some(work, desk, 3)
    assert night(work) == 1
    (fault,) = usual_faults(work, desk.filing.procedure.code)
    assert (fault.label, fault.reason) == ("Giấy tờ G01", "Bản chụp mờ")
    assert (fault.how_to, fault.cases) == ("Chụp lại nơi đủ sáng", 3)
    assert fault.level == desk.filing.agency.level


def test_two_of_a_kind_are_not(work: Work, desk: Desk) -> None:
    return_some(work, desk, 2)
    assert night(work) == 0


def test_what_was_written_by_hand_is_never_counted(work: Work, desk: Desk) -> None:
    return_some(work, desk, 3, "Ông A chưa ký vào đơn")
    assert night(work) == 0


def test_what_is_older_than_a_year_is_forgotten(work: Work, desk: Desk) -> None:
    return_some(work, desk, 3)
    assert night(work) == 1
    assert night(work, days=366) == 0
    assert work.session.exec(select(CommonFault)).all() == []


def test_points_of_supplements_count_by_their_template(work: Work, desk: Desk) -> None:
    for _ in range(3):
        make_asked(work, desk, make_new(work, desk), PAPER)
    assert night(work) == 1
    (fault,) = usual_faults(work, desk.filing.procedure.code)
    assert (fault.source, fault.reason_key, fault.cases) == ("supplement", "blurred", 3)


def test_the_draft_shows_those_of_its_own_unit_s_level(work: Work, desk: Desk) -> None:
    return_some(work, desk, 3)
    night(work)
    draft = make_draft(work.session, desk.filing)
    mine = dataclasses.replace(work, actor=desk.filing.citizen)
    assert [fault.cases for fault in usual_faults_of_draft(mine, draft.id)] == [3]
    stranger = make_citizen(work.session)
    other = dataclasses.replace(desk.filing, account=stranger).citizen
    theirs = dataclasses.replace(work, actor=other)
    assert usual_faults_of_draft(theirs, draft.id) == ()


def test_only_the_worker_counts(work: Work, desk: Desk) -> None:
    with pytest.raises(Forbidden):
        count_faults(acting(work, desk.intake))
