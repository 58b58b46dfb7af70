"""Processing: one next act for each officer, or the reason there is none."""

from typing import Any

import pytest

from dvc_app import routes
from dvc_app.state.officer.correction_drop import CorrectionDropState
from dvc_app.state.officer.processing import ProcessingState
from dvc_app.wording import processing as wording
from services.dossiers.models import DossierStatus
from services.processing.models import StepState
from services.processing.take_step import take_step
from services.results.correct_result import propose_correction
from services.results.follow_signing import follow_signing
from services.results.sign_results import sign_results
from services.signals import dossier_topic
from services.work import Actor, Role, Work
from tests.dvc_app.state.officer.desks import open_as, send
from tests.dvc_app.state.public.pages import open_state
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_handled,
    make_new,
    make_ready,
    make_received,
    make_result_file,
)
from tests.factories.signing import DRAFT, make_signing


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def opened(work: Work, officer: Actor, code: str) -> Any:
    address = routes.fill(routes.PROCESSING, code=code)
    return open_as(ProcessingState, work, officer, address)


def test_a_new_dossier_leads_an_intake_officer_to_its_reception(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)
    state = opened(work, desk.intake, code)
    assert state.act == "receive"
    assert state.reception_href == f"/can-bo/ho-so/{code}/tiep-nhan"
    assert state.print_href == ""
    assert opened(work, desk.handler, code).no_act.endswith("công chức thụ lý.")


def test_the_way_of_a_dossier_from_its_acceptance_to_its_return(
    work: Work, desk: Desk
) -> None:
    code = make_received(work, desk).code
    state = opened(work, desk.handler, code)
    assert state.act == "take"
    send(state.take())
    assert (state.act, state.result_act) == ("finish", "attach_result")
    make_result_file(work, code, desk.handler)
    send(state.refresh())
    assert state.is_sent
    send(state.attach({"number": "12/GP-UBND"}))
    assert "12/GP-UBND" in state.result.line
    send(state.finish({"opinion": "Đủ điều kiện cấp phép"}))
    assert state.act == ""
    boss = opened(work, desk.approver, code)
    send(boss.take())
    assert boss.act == "approve"
    send(boss.finish({"opinion": ""}))
    assert boss._said == wording.APPROVED
    counter = opened(work, desk.intake, code)
    assert counter.act == "return_result"
    by = {"who": "authorised", "paper": "999085000002", "relation": "Em ruột"}
    send(counter.hand_over({"received_by": "Nông Văn Bình"}))
    assert "received_by" in counter.problems  # neither owner nor submitter
    send(counter.hand_over({"received_by": "Nông Văn Bình"} | by))
    assert counter.act == ""
    assert counter.head.status == "Đã trả kết quả"
    assert "Nông Văn Bình" in counter.result.returned
    assert [step.is_done for step in counter.steps] == [True] * len(counter.steps)


def test_the_step_map_tells_done_from_now_and_to_come(work: Work, desk: Desk) -> None:
    state = opened(work, desk.handler, make_received(work, desk).code)
    assert [(s.is_done, s.is_now) for s in state.steps] == [
        (True, False),
        (False, True),
        (False, False),
        (False, False),
    ]
    assert "chờ công chức thụ lý nhận" in state.steps[1].line


def test_an_opinion_is_asked_for_in_its_own_words(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    state = opened(work, desk.handler, code)
    send(state.take())
    send(state.finish({"opinion": " "}))
    assert state.problems == {"opinion": wording.REQUIRED["opinion"]}
    assert state.act == "finish"


def test_a_result_needs_a_file_and_a_number(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    state = opened(work, desk.handler, code)
    send(state.take())
    send(state.attach({"number": "1"}))
    assert state.problems == {"file": wording.FAULTS["file_missing"]}
    make_result_file(work, code, desk.handler)
    send(state.refresh())
    send(state.attach({"number": ""}))
    assert state.problems == {"number": wording.REQUIRED["number"]}


def test_the_opinion_being_written_survives_the_attachment(
    work: Work, desk: Desk
) -> None:
    code = make_received(work, desk).code
    state = opened(work, desk.handler, code)
    send(state.take())
    form = state.form_key
    make_result_file(work, code, desk.handler)
    send(state.refresh())
    send(state.attach({"number": "1/TB"}))
    send(state.remove())
    assert state.form_key == form
    assert state.result.id == ""


def test_a_sent_file_can_be_removed_but_no_other(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    state = opened(work, desk.handler, code)
    send(state.take())
    make_result_file(work, code, desk.handler)
    send(state.refresh())
    send(state.remove_file("7b0d2c1e-0000-4000-8000-000000000000"))
    assert len(state.sent_files) == 1
    send(state.remove_file(state.sent_files[0].id))
    assert state.sent_files == []


def test_a_press_repeated_finishes_once(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    state = opened(work, desk.handler, code)
    send(state.take())
    intent, version = state._intent, state._version
    send(state.finish({"opinion": "Đủ điều kiện cấp phép"}))
    state._intent, state._version = intent, version
    send(state.finish({"opinion": "Đủ điều kiện cấp phép"}))
    assert "Đã xong bước" in state._said


def test_a_colleague_who_was_faster_is_named(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    state = opened(work, desk.handler, code)
    colleague = make_account_officer(
        work.session, desk.filing.agency.id, Role.PROCESSING, name="Ma Văn Khánh"
    )
    take_step(acting(work, colleague), code)
    send(state.take())
    assert state._said == "Ma Văn Khánh vừa nhận bước này trước bạn."
    assert "do Ma Văn Khánh giữ" in state.no_act


def test_a_dossier_that_changed_is_looked_at_again(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    state = opened(work, desk.handler, code)
    send(state.take())
    state._version -= 1
    send(state.finish({"opinion": "Đủ điều kiện cấp phép"}))
    assert state._said == wording.CONFLICTS["changed_since"]
    assert state.act == "finish"


@pytest.mark.parametrize("who", ["intake", "approver"])
def test_an_officer_without_the_role_reads_whose_turn_it_is(
    work: Work, desk: Desk, who: str
) -> None:
    code = make_received(work, desk).code
    state = opened(work, getattr(desk, who), code)
    assert state.act == ""
    assert "chờ công chức thụ lý nhận" in state.no_act


def test_who_prepared_a_dossier_reads_why_they_do_not_approve(work: Work) -> None:
    desk = make_desk(work.session)
    both = make_account_officer(
        work.session, desk.filing.agency.id, Role.PROCESSING, Role.APPROVER
    )
    both_desk = Desk(desk.filing, desk.intake, both, both)
    code = make_handled(work, both_desk)
    assert opened(work, both, code).no_act == wording.NOBODYS_TURN["four_eyes"]


def test_an_approver_without_a_result_reads_what_is_missing(
    work: Work, desk: Desk
) -> None:
    code = make_handled(work, desk, with_result=False)
    state = opened(work, desk.approver, code)
    send(state.take())
    assert state.act == ""
    assert state.no_act == wording.NOBODYS_TURN["no_result"]


def test_a_result_waits_for_the_counter(work: Work, desk: Desk) -> None:
    code = make_ready(work, desk)
    assert "cán bộ một cửa" in opened(work, desk.handler, code).no_act
    state = opened(work, desk.intake, code)
    send(state.hand_over({"received_by": ""}))
    assert state.problems == {"received_by": wording.REQUIRED["received_by"]}


def test_while_a_payment_is_awaited_nobody_acts_and_reads_why(work: Work) -> None:
    desk = make_desk(work.session, fee=75_000)
    state = opened(work, desk.handler, make_received(work, desk).code)
    assert state.act == ""
    assert state.no_act == wording.NOBODYS_TURN["awaiting_payment"]


def test_other_agencies_find_nothing_and_administrators_read_why(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)
    stranger = make_desk(work.session)
    assert opened(work, stranger.intake, code).missing
    admin = make_account_officer(work.session, None, Role.ADMINISTRATOR)
    assert opened(work, admin, code).has_no_role


def test_the_page_listens_to_its_dossier(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    state = opened(work, desk.intake, code)
    assert state._topics == (dossier_topic(dossier_of(work, code).id),)


@pytest.mark.parametrize(
    "status",
    [DossierStatus.REFUSED, DossierStatus.STOPPED, DossierStatus.WITHDRAWN],
)
def test_a_dossier_that_ended_has_no_clock_no_step_under_way_and_no_act(
    work: Work, desk: Desk, status: DossierStatus
) -> None:
    code = make_received(work, desk).code
    take_step(acting(work, desk.handler), code)
    dossier_of(work, code).status = status
    for officer in (desk.handler, desk.approver):
        state = opened(work, officer, code)
        assert (state.act, state.head.left, state.desk.holder) == ("", "", "")
        assert "không có việc nào" in state.no_act
        assert not [step for step in state.steps if step.is_now]
        assert wording.STATES[StepState.CURRENT] not in {s.state for s in state.steps}


def test_a_suspended_dossier_is_not_finished_and_says_so(
    work: Work, desk: Desk
) -> None:
    code = make_received(work, desk).code
    take_step(acting(work, desk.handler), code)
    dossier_of(work, code).suspended_since = work.now
    state = opened(work, desk.handler, code)
    assert (state.act, state.result_act) == ("", "attach_result")
    assert state.no_act == wording.NOBODYS_TURN["suspended"]
    assert "tạm dừng" in state.head.sentence
    assert state.head.left == ""


def test_who_waits_for_the_person_is_not_told_of_the_leader_step(
    work: Work, desk: Desk
) -> None:
    code = make_received(work, desk).code
    take_step(acting(work, desk.handler), code)
    dossier_of(work, code).status = DossierStatus.SUPPLEMENT
    state = opened(work, desk.handler, code)
    assert state.no_act == wording.NOBODYS_TURN["supplement"]
    assert state.head.left == ""


def test_a_draft_says_that_its_number_comes_at_the_signing(work: Work) -> None:
    signing = make_signing(work)
    state = opened(work, signing.desk.handler, signing.draft())
    assert state.result.line.startswith("Số được ghi khi ký.")


def test_a_correction_that_waits_is_shown_and_may_be_taken_back(work: Work) -> None:
    signing = make_signing(work)
    code = signing.draft()
    sign_results(signing.opener, signing.ask(code))
    signing.press_yes()
    follow_signing(signing.opener)
    mine = acting(work, signing.desk.handler)
    propose_correction(mine, code, DRAFT, "Ghi sai họ tên người được cấp")

    state = opened(work, signing.desk.handler, code)
    assert "Ghi sai họ tên người được cấp" in state.result.pending
    drop = open_state(CorrectionDropState, mine)
    send(drop.drop(code))
    send(state.refresh())
    assert state.result.pending == ""
