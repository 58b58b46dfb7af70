"""Steps: one holder each, four eyes, a result before the approval."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session, col, select

from services.audit.models import AuditEntry
from services.core.errors import Conflict, Forbidden, RuleViolation
from services.dossiers.models import DossierStatus, TimelineEntry
from services.processing.finish_step import finish_step
from services.processing.my_tasks import my_tasks
from services.processing.open_processing import Act, open_processing
from services.processing.take_step import take_step
from services.results.return_result import return_result
from services.work import Actor, Role, Work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_handled,
    make_ready,
    make_received,
)


def colleague(session: Session, desk: Desk, *roles: Role) -> Actor:
    return make_account_officer(session, desk.filing.agency.id, *roles, name="Vũ Minh")


def acts(work: Work, code: str, actor: Actor) -> tuple[Act, ...]:
    return open_processing(acting(work, actor), code).acts


def test_a_dossier_goes_1_2_4_9_10_and_no_other_way(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_ready(work, desk)
    return_result(acting(work, desk.intake), code, "Nguyễn Thị Ánh Tuyết", "press")
    query = select(TimelineEntry.status).where(
        TimelineEntry.dossier_id == dossier_of(work, code).id
    )
    seen = list(work.session.exec(query))
    assert {str(status) for status in seen} == {
        "submitted",
        "received",
        "processing",
        "result_ready",
        "returned",
    }
    assert seen.count(DossierStatus.PROCESSING) == 2  # started, and handed on


def test_a_finished_step_opens_the_next_one(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_handled(work, desk)
    view = open_processing(acting(work, desk.approver), code)
    assert [step.state for step in view.steps] == ["done", "current"]
    assert view.steps[0].holder == "Trần Văn Thụ"
    assert view.steps[0].opinion == "Đủ điều kiện cấp phép"
    # 9 hours and 9 minutes of office from Monday 09:00; Tuesday is a holiday.
    assert view.steps[1].due_at == datetime(2026, 11, 25, 3, 9, tzinfo=UTC)
    assert view.acts == (Act.TAKE,)


def test_no_step_is_due_after_the_promised_date(work: Work) -> None:
    slow = [
        {"name": "Thẩm định", "role": "processing", "hours": 400},
        {"name": "Duyệt", "role": "approver", "hours": 2},
    ]
    desk = make_desk(work.session, process=slow)
    code = make_received(work, desk).code
    view = open_processing(acting(work, desk.handler), code)
    assert view.steps[0].due_at == view.head.due_at


def test_the_approval_makes_the_result_ready(work: Work) -> None:
    desk = make_desk(work.session)
    dossier = dossier_of(work, make_ready(work, desk))
    assert dossier.status is DossierStatus.RESULT_READY
    assert dossier.finished_at == work.now


def test_the_last_step_waits_for_a_result(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_handled(work, desk, with_result=False)
    boss = acting(work, desk.approver)
    version = take_step(boss, code).version
    with pytest.raises(RuleViolation) as refusal:
        finish_step(boss, code, "", "press", version)
    assert refusal.value.problems == {"result": "result_missing"}
    assert Act.APPROVE not in acts(work, code, desk.approver)


def test_who_prepared_a_dossier_does_not_approve_it(work: Work) -> None:
    desk = make_desk(work.session)
    both = colleague(work.session, desk, Role.PROCESSING, Role.APPROVER)
    code = make_handled(work, Desk(desk.filing, desk.intake, both, desk.approver))
    with pytest.raises(Forbidden, match="four_eyes"):
        take_step(acting(work, both), code)
    assert acts(work, code, both) == (Act.REMOVE_RESULT,)
    assert my_tasks(acting(work, both)).total == 0
    assert my_tasks(acting(work, desk.approver)).total == 1


def test_somebody_else_of_both_roles_may_approve(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_handled(work, desk)
    both = colleague(work.session, desk, Role.PROCESSING, Role.APPROVER)
    boss = acting(work, both)
    version = take_step(boss, code).version
    done = finish_step(boss, code, "", "press", version)
    assert done.status is DossierStatus.RESULT_READY


@pytest.mark.parametrize("role", [Role.APPROVER, Role.INTAKE])
def test_a_step_is_taken_by_its_role_only(work: Work, role: Role) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    with pytest.raises(Forbidden):
        take_step(acting(work, colleague(work.session, desk, role)), code)


def test_a_step_has_one_holder_and_the_second_is_told_who(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    take_step(acting(work, desk.handler), code)
    second = colleague(work.session, desk, Role.PROCESSING)
    with pytest.raises(Conflict) as refusal:
        take_step(acting(work, second), code)
    assert refusal.value.args == ("held_by", "Trần Văn Thụ")


def test_taking_a_step_twice_changes_nothing(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    mine = acting(work, desk.handler)
    assert take_step(mine, code) == take_step(mine, code)


def test_a_step_nobody_took_is_not_finished(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    with pytest.raises(Conflict, match="not_taken"):
        finish_step(acting(work, desk.handler), code, "Đủ điều kiện", "press", 4)


def test_a_step_of_another_is_not_finished(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    version = take_step(acting(work, desk.handler), code).version
    second = acting(work, colleague(work.session, desk, Role.PROCESSING))
    with pytest.raises(Conflict, match="held_by"):
        finish_step(second, code, "Đủ điều kiện", "press", version)


def test_handing_on_says_what_was_found(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    mine = acting(work, desk.handler)
    version = take_step(mine, code).version
    with pytest.raises(RuleViolation) as refusal:
        finish_step(mine, code, " ", "press", version)
    assert refusal.value.problems == {"opinion": "required"}


def test_one_press_finishes_one_step(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    mine = acting(work, desk.handler)
    version = take_step(mine, code).version
    first = finish_step(mine, code, "Đủ điều kiện", "press", version)
    assert finish_step(mine, code, "Đủ điều kiện", "press", version) == first
    states = [step.state for step in open_processing(mine, code).steps]
    assert states == ["done", "current"]


def test_an_approval_of_what_changed_since_is_refused(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_handled(work, desk)
    boss = acting(work, desk.approver)
    version = take_step(boss, code).version
    with pytest.raises(Conflict, match="changed_since"):
        finish_step(boss, code, "", "press", version - 1)


@pytest.mark.parametrize(
    "status",
    [s for s in DossierStatus if s not in ("draft", "processing")],
)
def test_no_step_is_taken_out_of_process(work: Work, status: DossierStatus) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    dossier_of(work, code).status = status
    work.session.flush()
    with pytest.raises(Conflict):
        take_step(acting(work, desk.handler), code)
    with pytest.raises(Conflict):
        finish_step(acting(work, desk.handler), code, "Đủ điều kiện", "press", 4)


def test_reading_a_dossier_is_written_down(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    open_processing(acting(work, desk.handler), code)
    query = select(AuditEntry).where(
        AuditEntry.act == "open_processing",
        col(AuditEntry.account_id) == desk.handler.account_id,
    )
    assert len(work.session.exec(query).all()) == 1


def test_acts_shown_are_those_that_are_possible(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    assert acts(work, code, desk.handler) == (Act.TAKE,)
    assert acts(work, code, desk.approver) == ()
    take_step(acting(work, desk.handler), code)
    assert acts(work, code, desk.handler) == (Act.FINISH, Act.ATTACH_RESULT)
    assert acts(work, make_ready(work, desk), desk.intake) == (Act.RETURN_RESULT,)
