"""An officer asks once for everything; a second time only with the leader's word."""

import dataclasses

import pytest
from sqlmodel import select

from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.dossiers.models import DossierStatus, TimelineEntry
from services.dossiers.rules import NEXT
from services.notifications.models import Notification, Subject
from services.processing.take_step import take_step
from services.supplements.answer_supplement import answer_supplement
from services.supplements.ask_supplement import ask_supplement
from services.supplements.confirm_request import confirm_request, decline_request
from services.supplements.models import RequestStatus, SupplementRequest
from services.supplements.open_asking import Asking, open_asking
from services.supplements.rules import ASKERS
from services.work import Role, Work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_new,
    make_received,
)
from tests.factories.supplements import (
    FREE,
    PAPER,
    fill_in,
    make_asked,
    make_supplement_form,
)

S = DossierStatus


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def ask_again(work: Work, desk: Desk, code: str, why: str = "Sót bản vẽ") -> None:
    first = make_asked(work, desk, code, FREE)
    fill_in(work, code, first.request_id, desk.filing.citizen)
    answer_supplement(acting(work, desk.filing.citizen), code)
    form = make_supplement_form(PAPER, why_again=why)
    ask_supplement(acting(work, desk.intake), code, form, "again")


def second(work: Work, code: str) -> SupplementRequest:
    dossier = dossier_of(work, code)
    query = select(SupplementRequest).where(
        SupplementRequest.dossier_id == dossier.id, SupplementRequest.number == 2
    )
    return work.session.exec(query).one()


def test_the_dossier_waits_for_the_person_from_the_sending(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)

    asked = make_asked(work, desk, code)

    dossier = dossier_of(work, code)
    assert asked.is_sent
    assert dossier.status is S.SUPPLEMENT
    assert dossier.supplement_by == asked.deadline
    events = work.session.exec(
        select(TimelineEntry.event).where(TimelineEntry.dossier_id == dossier.id)
    ).all()
    assert "supplement_asked" in events


def test_the_person_is_told_once_however_often_the_officer_presses(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)

    first, again = make_asked(work, desk, code), make_asked(work, desk, code)

    assert first == again
    told = work.session.exec(
        select(Notification).where(Notification.subject == Subject.SUPPLEMENT_ASKED)
    ).all()
    assert [one.account_id for one in told] == [desk.filing.account.id]
    assert told[0].path == f"/ho-so/{code}/bo-sung"


def test_every_fault_of_the_request_is_named_at_once(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    bare = dataclasses.replace(PAPER, reason="", how_to="")
    form = make_supplement_form(bare, deadline="22/11/2026")

    with pytest.raises(RuleViolation) as refused:
        ask_supplement(acting(work, desk.intake), code, form, "asked")

    assert set(refused.value.problems) == {"G01.reason", "G01.how_to", "deadline"}


@pytest.mark.parametrize(
    ("deadline", "key"),
    [
        ("23/11/2026", "supplement_deadline_past"),
        ("24/11/2026", "supplement_deadline_closed"),  # a holiday from 2026 on
        ("28/11/2026", "supplement_deadline_closed"),
        ("30/11/2027", "supplement_deadline_far"),
        ("mai", "date_format"),
    ],
)
def test_the_deadline_is_a_working_day_that_can_be_met(
    work: Work, desk: Desk, deadline: str, key: str
) -> None:
    code = make_new(work, desk)
    form = make_supplement_form(deadline=deadline)

    with pytest.raises(RuleViolation) as refused:
        ask_supplement(acting(work, desk.intake), code, form, "asked")

    assert refused.value.problems == {"deadline": key}


def test_only_what_stands_in_the_dossier_can_be_asked_about(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)
    form = make_supplement_form(dataclasses.replace(PAPER, target="G99"))

    with pytest.raises(RuleViolation) as refused:
        ask_supplement(acting(work, desk.intake), code, form, "asked")

    assert refused.value.problems["points"] == "supplement_target_unknown"


def test_an_officer_of_another_unit_finds_nothing(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    stranger = make_desk(work.session).intake

    with pytest.raises(NotFound):
        ask_supplement(acting(work, stranger), code, make_supplement_form(), "x")
    with pytest.raises(NotFound):
        open_asking(acting(work, stranger), code)


def test_reception_asks_before_and_the_holder_of_the_step_after(
    work: Work, desk: Desk
) -> None:
    code = make_received(work, desk).code
    form = make_supplement_form()

    with pytest.raises(Forbidden):
        ask_supplement(acting(work, desk.intake), code, form, "x")
    with pytest.raises(Conflict, match="not_taken"):
        ask_supplement(acting(work, desk.handler), code, form, "x")
    take_step(acting(work, desk.handler), code)

    assert ask_supplement(acting(work, desk.handler), code, form, "x").is_sent


@pytest.mark.parametrize("status", sorted(set(S) - set(ASKERS) - {S.DRAFT}))
def test_nothing_is_asked_where_nobody_is_at_work(
    work: Work, desk: Desk, status: DossierStatus
) -> None:
    code = make_new(work, desk)
    dossier = dossier_of(work, code)
    dossier.status = status
    work.session.add(dossier)
    work.session.flush()

    with pytest.raises(Conflict):
        ask_supplement(acting(work, desk.intake), code, make_supplement_form(), "x")

    assert status not in ASKERS
    assert S.SUPPLEMENT not in NEXT[status] or status in {S.RECEIVED}


def test_a_second_request_says_why_the_first_missed_it(work: Work, desk: Desk) -> None:
    with pytest.raises(RuleViolation) as refused:
        ask_again(work, desk, make_new(work, desk), why="")

    assert refused.value.problems == {"why_again": "supplement_why_again"}


def test_a_second_request_waits_for_the_leader_and_stops_no_clock(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)

    ask_again(work, desk, code)

    assert second(work, code).status is RequestStatus.WAITING
    assert dossier_of(work, code).status is S.SUBMITTED
    view = open_asking(acting(work, desk.approver), code)
    assert Asking.CONFIRM in view.acts
    assert Asking.CONFIRM not in open_asking(acting(work, desk.intake), code).acts


def test_the_leader_sends_it_on_its_way(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    ask_again(work, desk, code)
    request = second(work, code)

    for _ in range(2):
        assert confirm_request(acting(work, desk.approver), code, request.id).is_sent

    assert dossier_of(work, code).status is S.SUPPLEMENT


def test_who_wrote_a_second_request_cannot_confirm_it(work: Work, desk: Desk) -> None:
    both = make_account_officer(
        work.session, desk.filing.agency.id, Role.INTAKE, Role.APPROVER
    )
    code = make_new(work, desk)
    ask_again(work, dataclasses.replace(desk, intake=both), code)

    with pytest.raises(Forbidden, match="four_eyes"):
        confirm_request(acting(work, both), code, second(work, code).id)
    with pytest.raises(Forbidden):
        confirm_request(acting(work, desk.intake), code, second(work, code).id)


def test_a_declined_request_never_reaches_the_person(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    ask_again(work, desk, code)
    request = second(work, code)

    decline_request(acting(work, desk.approver), code, request.id, "Đã đủ giấy tờ")

    assert dossier_of(work, code).status is S.SUBMITTED
    with pytest.raises(Conflict):
        confirm_request(acting(work, desk.approver), code, request.id)
