"""The person answers every point, once; old and new stand side by side."""

import dataclasses
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import select

from services.accounts.models import Account
from services.core.errors import Conflict, NotFound, RuleViolation
from services.delegations.models import Delegation
from services.dossiers.models import DossierStatus
from services.dossiers.open_file import may_read_file
from services.dossiers.rules import move
from services.dossiers.snapshot import read_snapshot
from services.files.models import FileState
from services.notifications.models import Notification, Subject
from services.processing.open_reception import open_reception
from services.processing.take_step import take_step
from services.supplements.answer_supplement import answer_supplement
from services.supplements.ask_supplement import ask_supplement
from services.supplements.begin_supplement_upload import begin_supplement_upload
from services.supplements.models import RequestStatus, SupplementRequest, TargetKind
from services.supplements.my_supplements import count_supplements, my_supplements
from services.supplements.open_asking import Asking, open_asking
from services.supplements.save_point import save_point
from services.supplements.show_supplement import show_supplement
from services.supplements.watch_deadlines import watch_deadlines
from services.work import SYSTEM, Actor, Work
from tests.factories.delegations import make_delegation, rest_on
from tests.factories.dossiers import make_citizen
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_new,
    make_received,
)
from tests.factories.supplements import (
    FIELD,
    FREE,
    PAPER,
    fill_in,
    make_asked,
    make_point_file,
    make_supplement_form,
    points_asked,
)

S = DossierStatus


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def test_an_answer_before_reception_brings_the_dossier_back_to_reception(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)
    asked = make_asked(work, desk, code)
    fill_in(work, code, asked.request_id, desk.filing.citizen)
    before = dossier_of(work, code).receive_by

    done = answer_supplement(acting(work, desk.filing.citizen, 24), code)

    assert done.status is S.SUBMITTED
    assert done.receive_by is not None
    assert before is not None
    assert done.receive_by > before
    assert dossier_of(work, code).supplement_by is None


def test_an_answer_in_process_moves_the_promise_on_and_says_why(
    work: Work, desk: Desk
) -> None:
    code = make_received(work, desk).code
    take_step(acting(work, desk.handler), code)
    before = dossier_of(work, code).due_at
    at_desk = acting(work, desk.handler)
    asked = ask_supplement(at_desk, code, make_supplement_form(), "asked")
    fill_in(work, code, asked.request_id, desk.filing.citizen)

    done = answer_supplement(acting(work, desk.filing.citizen, 72), code)

    assert done.status is S.PROCESSING
    assert before is not None
    assert done.due_at is not None
    # From Monday 09:00 to Thursday 09:00, with the holiday of 24/11 between.
    assert done.due_at.date() - before.date() == timedelta(days=4)
    kinds = [line["kind"] for line in dossier_of(work, code).due_reasons]
    assert kinds[-2:] == ["paused", "due"]


def test_what_was_handed_in_is_not_touched(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    asked = make_asked(work, desk, code)
    fill_in(work, code, asked.request_id, desk.filing.citizen)
    frozen = dict(dossier_of(work, code).frozen)

    answer_supplement(acting(work, desk.filing.citizen), code)

    dossier = dossier_of(work, code)
    assert dossier.frozen == frozen
    assert read_snapshot(dossier).values["applicant_name"] == "Nguyễn Thị Ánh Tuyết"
    assert dossier.applicant_name == "Nông Văn Bình"
    point = points_asked(work, asked.request_id)[TargetKind.FIELD]
    assert point.text == "Nông Văn Bình"


def test_a_second_press_shows_the_first_answer(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    asked = make_asked(work, desk, code)
    fill_in(work, code, asked.request_id, desk.filing.citizen)
    mine = acting(work, desk.filing.citizen)

    first = answer_supplement(mine, code)
    again = answer_supplement(acting(work, desk.filing.citizen, 1), code)

    assert first == again
    told = work.session.exec(
        select(Notification).where(Notification.subject == Subject.SUPPLEMENT_RECEIVED)
    ).all()
    assert len(told) == 1


def test_every_point_without_an_answer_is_named(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    points = points_asked(work, make_asked(work, desk, code).request_id)

    with pytest.raises(RuleViolation) as refused:
        answer_supplement(acting(work, desk.filing.citizen), code)

    assert refused.value.problems == {
        str(points[TargetKind.COMPONENT].id): "supplement_no_file",
        str(points[TargetKind.FIELD].id): "supplement_not_answered",
        str(points[TargetKind.FREE].id): "required",
    }


@pytest.mark.parametrize(
    ("state", "key"),
    [
        (FileState.RECEIVING, "file_sending"),
        (FileState.CHECKING, "file_checking"),
        (FileState.REFUSED, "file_refused"),
    ],
)
def test_a_file_that_is_not_ready_keeps_the_answer_back(
    work: Work, desk: Desk, state: FileState, key: str
) -> None:
    code = make_new(work, desk)
    asked = make_asked(work, desk, code, PAPER)
    point = points_asked(work, asked.request_id)[TargetKind.COMPONENT]
    make_point_file(work, code, point, desk.filing.citizen, state=state)

    with pytest.raises(RuleViolation) as refused:
        answer_supplement(acting(work, desk.filing.citizen), code)

    assert refused.value.problems == {str(point.id): key}


def test_a_field_is_read_by_the_rules_of_the_form(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    phone = dataclasses.replace(FIELD, target="submitter_phone")
    asked = make_asked(work, desk, code, phone)
    point = points_asked(work, asked.request_id)[TargetKind.FIELD]
    mine = acting(work, desk.filing.citizen)
    save_point(mine, code, point.id, "12", work.now)

    with pytest.raises(RuleViolation):
        answer_supplement(mine, code)
    save_point(mine, code, point.id, "0900 000 055", work.now)
    answer_supplement(mine, code)

    assert dossier_of(work, code).submitter_phone == "0900000055"


def test_of_two_tabs_the_newer_words_win(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    asked = make_asked(work, desk, code, FREE)
    point = points_asked(work, asked.request_id)[TargetKind.FREE]
    mine = acting(work, desk.filing.citizen, 1)

    save_point(mine, code, point.id, "sau", mine.now)
    save_point(mine, code, point.id, "trước", work.now)

    assert points_asked(work, asked.request_id)[TargetKind.FREE].text == "sau"


def test_a_tab_left_open_cannot_change_what_was_sent(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    asked = make_asked(work, desk, code, FREE, PAPER)
    point = points_asked(work, asked.request_id)[TargetKind.FREE]
    fill_in(work, code, asked.request_id, desk.filing.citizen)
    mine = acting(work, desk.filing.citizen)
    answer_supplement(mine, code)

    with pytest.raises(Conflict, match="supplement_closed"):
        save_point(mine, code, point.id, "khác", work.now)
    with pytest.raises(Conflict, match="supplement_closed"):
        begin_supplement_upload(mine, code, point.id, "a.pdf", 100)


@pytest.mark.parametrize("end", [S.WITHDRAWN, S.STOPPED])
def test_a_dossier_that_ended_meanwhile_takes_no_answer(
    work: Work, desk: Desk, end: DossierStatus
) -> None:
    code = make_new(work, desk)
    asked = make_asked(work, desk, code)
    fill_in(work, code, asked.request_id, desk.filing.citizen)
    dossier = dossier_of(work, code)
    move(dossier, end)
    work.session.add(dossier)
    work.session.flush()

    with pytest.raises(Conflict, match="supplement_closed"):
        answer_supplement(acting(work, desk.filing.citizen), code)
    assert not show_supplement(acting(work, desk.filing.citizen), code).is_open


def test_a_stranger_finds_nothing(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    asked = make_asked(work, desk, code)
    point = points_asked(work, asked.request_id)[TargetKind.FREE]
    stranger = acting(work, Actor(account_id=make_citizen(work.session).id))

    for act in (
        lambda: show_supplement(stranger, code),
        lambda: answer_supplement(stranger, code),
        lambda: save_point(stranger, code, point.id, "x", work.now),
        lambda: begin_supplement_upload(stranger, code, point.id, "a.pdf", 10),
    ):
        with pytest.raises(NotFound):
            act()
    assert my_supplements(stranger) == ()


def delegated(work: Work, desk: Desk, code: str) -> tuple[Account, Delegation]:
    owner = make_citizen(work.session, full_name="Nông Thị Hạnh")
    delegation = make_delegation(work.session, desk.filing.account, owner)
    rest_on(work.session, dossier_of(work, code), delegation)
    return owner, delegation


def test_a_delegate_whose_right_ended_answers_no_more(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    owner, delegation = delegated(work, desk, code)
    asked = make_asked(work, desk, code)
    fill_in(work, code, asked.request_id, desk.filing.citizen)
    delegation.revoked_at = work.now
    work.session.add(delegation)
    work.session.flush()

    with pytest.raises(NotFound):
        answer_supplement(acting(work, desk.filing.citizen), code)

    assert answer_supplement(acting(work, Actor(account_id=owner.id)), code)


def test_both_sides_of_a_delegation_are_told(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    owner, _ = delegated(work, desk, code)

    make_asked(work, desk, code)

    told = work.session.exec(
        select(Notification.account_id).where(
            Notification.subject == Subject.SUPPLEMENT_ASKED
        )
    ).all()
    assert set(told) == {owner.id, desk.filing.account.id}


def test_the_office_sees_no_file_and_no_word_before_the_answer_is_sent(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)
    asked = make_asked(work, desk, code)
    fill_in(work, code, asked.request_id, desk.filing.citizen)
    point = points_asked(work, asked.request_id)[TargetKind.COMPONENT]
    file = make_point_file(work, code, point, desk.filing.citizen)
    at_desk = acting(work, desk.intake)

    shown = open_asking(at_desk, code).requests[0]
    assert all(not one.files and not one.text for one in shown.points)
    with pytest.raises(NotFound):
        may_read_file(at_desk, file.id)
    answer_supplement(acting(work, desk.filing.citizen), code)

    shown = open_asking(at_desk, code).requests[0]
    paper, field, free = shown.points
    assert len(paper.files) == 2
    assert paper.old_files
    stood = dossier_of(work, code).submitter_name  # asked for themselves
    assert (field.old_text, field.text) == (stood, "Nông Văn Bình")
    assert free.text == "120 m²"
    assert may_read_file(at_desk, file.id)
    assert open_reception(at_desk, code).other_files == ()


def test_the_list_and_the_count_hold_what_waits_for_the_person(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)
    mine = acting(work, desk.filing.citizen)
    assert count_supplements(mine) == 0
    asked = make_asked(work, desk, code)

    rows = my_supplements(mine)

    assert [(row.code, row.points) for row in rows] == [(code, 3)]
    assert count_supplements(mine) == 1
    fill_in(work, code, asked.request_id, desk.filing.citizen)
    answer_supplement(mine, code)
    assert my_supplements(mine) == ()


def test_the_person_is_reminded_once_and_the_passing_is_marked(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)
    asked = make_asked(work, desk, code)
    night = dataclasses.replace(work, actor=SYSTEM)

    def at(days: float) -> tuple[int, int]:
        return watch_deadlines(
            dataclasses.replace(night, now=work.now + timedelta(days=days))
        )

    assert at(1) == (0, 0)
    assert at(6) == (1, 0)
    assert at(6.1) == (0, 0)
    assert at(8) == (0, 1)
    assert at(9) == (0, 0)
    request = work.session.get_one(SupplementRequest, asked.request_id)
    assert request.status is RequestStatus.EXPIRED
    assert dossier_of(work, code).status is S.SUPPLEMENT  # never stopped by itself
    late = acting(work, desk.intake, 24 * 9)
    assert Asking.PROPOSE_STOP in open_asking(late, code).acts
    fill_in(work, code, asked.request_id, desk.filing.citizen)
    assert answer_supplement(acting(work, desk.filing.citizen, 24 * 9), code)


def test_a_point_of_another_dossier_is_no_point_of_this_one(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)
    make_asked(work, desk, code)

    with pytest.raises(NotFound):
        save_point(acting(work, desk.filing.citizen), code, uuid4(), "x", work.now)
