"""Reception: what it asks for, what it promises, what it starts."""

import dataclasses
from datetime import UTC, date, datetime

import pytest
from sqlmodel import col, select

from services.audit.models import AuditEntry
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.dossiers.machine_checks import Check
from services.dossiers.models import DossierStatus, TimelineEntry
from services.processing.models import DossierReceipt, DossierStep, StepState
from services.processing.open_reception import open_reception
from services.processing.receive import receive
from services.processing.save_verdict import save_verdict
from services.work import Role, Work
from tests.factories.dossiers import ANSWERS, make_component
from tests.factories.processing import (
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_form,
    make_new,
    make_received,
)


def problems_of(work: Work, code: str, **form: object) -> dict[str, str]:
    with pytest.raises(RuleViolation) as refusal:
        receive(work, code, make_form(**form), "press")
    return refusal.value.problems


def test_a_dossier_goes_from_1_to_2_to_4_when_it_is_received(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    lines = work.session.exec(
        select(TimelineEntry)
        .where(TimelineEntry.dossier_id == dossier_of(work, code).id)
        .order_by(col(TimelineEntry.at), col(TimelineEntry.event).desc())
    )
    assert [line.status for line in lines] == ["submitted", "received", "processing"]


def test_the_promise_skips_the_holiday_of_24_november(work: Work) -> None:
    desk = make_desk(work.session, time_limit=3)
    received = make_received(work, desk)
    friday = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)  # 17:00 in the province
    assert received.due_at == friday
    dossier = dossier_of(work, received.code)
    assert dossier.due_at == friday
    assert "skipped_holiday" in {line["kind"] for line in dossier.due_reasons}


def test_the_promise_counts_from_reception_not_from_submission(work: Work) -> None:
    desk = make_desk(work.session, time_limit=1)
    code = make_new(work, desk)
    later = acting(work, desk.intake, hours=48)  # Wednesday 09:00
    save_verdict(later, code, "G01", True)
    due_at = receive(later, code, make_form(), "press").due_at
    assert due_at == datetime(2026, 11, 26, 10, 0, tzinfo=UTC)


def test_a_dossier_keeps_the_time_limit_it_was_handed_in_under(work: Work) -> None:
    desk = make_desk(work.session, time_limit=3)
    code = make_new(work, desk)
    desk.filing.procedure.time_limit = 30
    work.session.flush()
    at_desk = acting(work, desk.intake)
    save_verdict(at_desk, code, "G01", True)
    assert receive(at_desk, code, make_form(), "press").due_at.day == 27


def test_every_fault_of_the_form_is_named_at_once(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    at_desk = acting(work, desk.intake)
    assert problems_of(at_desk, code, birth_date="", phone=" ") == {
        "birth_date": "required",
        "phone": "required",
        "component.G01": "verdict_missing",
    }
    assert dossier_of(work, code).status is DossierStatus.SUBMITTED


@pytest.mark.parametrize(
    ("form", "field", "problem"),
    [
        ({"birth_date": "31/02/1990"}, "birth_date", "date_real"),
        ({"birth_date": "24/11/2026"}, "birth_date", "date_future"),
        ({"phone": "12"}, "phone", "phone_format"),
        ({"due_day": "27/11/2026"}, "due_reason", "required"),
        (
            {"due_day": "28/11/2026", "due_reason": "Theo lịch"},
            "due_day",
            "due_not_working_day",
        ),
        ({"due_day": "20/11/2026", "due_reason": "Theo lịch"}, "due_day", "due_past"),
    ],
)
def test_a_faulty_field_is_named(
    work: Work, form: dict[str, str], field: str, problem: str
) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    at_desk = acting(work, desk.intake)
    save_verdict(at_desk, code, "G01", True)
    assert problems_of(at_desk, code, **form)[field] == problem


def test_another_day_is_promised_with_a_reason(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    at_desk = acting(work, desk.intake)
    save_verdict(at_desk, code, "G01", True)
    form = make_form(due_day="30/11/2026", due_reason="Cần kiểm tra thực địa")
    due_at = receive(at_desk, code, form, "press").due_at
    assert due_at == datetime(2026, 11, 30, 10, 0, tzinfo=UTC)
    assert dossier_of(work, code).due_reasons == []


def test_without_a_stated_limit_the_officer_names_the_day(work: Work) -> None:
    desk = make_desk(work.session, time_limit=None)
    code = make_new(work, desk)
    at_desk = acting(work, desk.intake)
    save_verdict(at_desk, code, "G01", True)
    assert problems_of(at_desk, code) == {"due_day": "required"}


def test_what_reception_mends_is_kept(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    at_desk = acting(work, desk.intake)
    save_verdict(at_desk, code, "G01", True)
    form = make_form(birth_date="1/2/1991", phone="+84 912 000 009")
    receive(at_desk, code, form, "press")
    dossier = dossier_of(work, code)
    assert dossier.submitter_birth_date == date(1991, 2, 1)
    assert dossier.submitter_phone == "0912000009"
    handed_in = ANSWERS["submitter_phone"].replace(" ", "")
    assert dossier.frozen["values"]["submitter_phone"] == handed_in


def test_a_required_paper_that_is_not_accepted_stops_the_reception(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    at_desk = acting(work, desk.intake)
    save_verdict(at_desk, code, "G01", False, "Thiếu chữ ký của người thiết kế")
    assert problems_of(at_desk, code) == {"component.G01": "component_not_accepted"}


def test_the_last_verdict_counts(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    at_desk = acting(work, desk.intake)
    save_verdict(at_desk, code, "G01", False, "Thiếu chữ ký")
    save_verdict(at_desk, code, "G01", True)
    component = open_reception(at_desk, code).components[0]
    assert (component.is_accepted, component.reason) == (True, "")


def test_a_refusal_of_a_paper_has_a_reason(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    with pytest.raises(RuleViolation) as refusal:
        save_verdict(acting(work, desk.intake), code, "G01", False, " ")
    assert refusal.value.problems == {"reason": "required"}


def test_a_verdict_on_a_paper_that_is_not_listed_is_refused(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    with pytest.raises(NotFound):
        save_verdict(acting(work, desk.intake), code, "G99", True)


def test_no_verdict_changes_after_the_reception(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    with pytest.raises(Conflict):
        save_verdict(acting(work, desk.intake), code, "G01", False, "Thiếu chữ ký")


def test_an_optional_paper_nobody_sent_needs_no_verdict(work: Work) -> None:
    desk = make_desk(work.session)
    make_component(work.session, desk.filing.procedure, code="G02")
    assert make_received(work, desk).number == 1


def test_a_second_press_shows_the_first_receipt(work: Work) -> None:
    desk = make_desk(work.session)
    first = make_received(work, desk)
    again = receive(acting(work, desk.intake, 1), first.code, make_form(), "other")
    assert again == first
    assert len(work.session.exec(select(DossierReceipt)).all()) == 1


def test_a_colleague_is_told_who_received_it(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    colleague = make_account_officer(
        work.session, desk.filing.agency.id, Role.INTAKE, name="Vũ Minh"
    )
    with pytest.raises(Conflict) as refusal:
        receive(acting(work, colleague), code, make_form(), "press")
    assert refusal.value.args == ("received_by", "Lê Thu Hà")


def test_a_dossier_that_changed_since_is_looked_at_again(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    with pytest.raises(Conflict, match="changed_since"):
        receive(acting(work, desk.intake), code, make_form(version=1), "press")


@pytest.mark.parametrize("status", [DossierStatus.WITHDRAWN, DossierStatus.REFUSED])
def test_only_a_new_dossier_is_received(work: Work, status: DossierStatus) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    dossier_of(work, code).status = status
    work.session.flush()
    with pytest.raises(Conflict):
        receive(acting(work, desk.intake), code, make_form(), "press")


def test_numbers_of_the_register_follow_each_other_per_agency(work: Work) -> None:
    desk, other = make_desk(work.session), make_desk(work.session)
    numbers = [make_received(work, desk).number for _ in range(3)]
    assert numbers == [1, 2, 3]
    assert make_received(work, other).number == 1


def test_the_first_of_two_steps_is_open_after_reception(work: Work) -> None:
    desk = make_desk(work.session)
    received = make_received(work, desk)
    dossier = dossier_of(work, received.code)
    steps = work.session.exec(
        select(DossierStep)
        .where(DossierStep.dossier_id == dossier.id)
        .order_by(col(DossierStep.position))
    ).all()
    assert [step.role for step in steps] == [Role.PROCESSING, Role.APPROVER]
    assert [step.state for step in steps] == [StepState.CURRENT, StepState.WAITING]
    assert steps[0].due_at is not None
    assert work.now < steps[0].due_at < received.due_at


def test_a_process_of_its_own_is_followed(work: Work) -> None:
    process = [
        {"name": "Thẩm định", "role": "processing", "hours": 4},
        {"name": "Lấy ý kiến", "role": "processing", "hours": 4},
        {"name": "Duyệt", "role": "approver", "hours": 2},
    ]
    desk = make_desk(work.session, process=process)
    make_received(work, desk)
    steps = work.session.exec(select(DossierStep)).all()
    assert {step.name for step in steps} == {"Thẩm định", "Lấy ý kiến", "Duyệt"}


def test_a_process_one_person_could_end_alone_is_not_followed(work: Work) -> None:
    alone = [{"name": "Làm hết", "role": "processing", "hours": 4}]
    desk = make_desk(work.session, process=alone)
    make_received(work, desk)
    roles = {step.role for step in work.session.exec(select(DossierStep))}
    assert roles == {Role.PROCESSING, Role.APPROVER}


def test_opening_shows_the_dossier_and_writes_the_reading_down(work: Work) -> None:
    desk = make_desk(work.session, fee=75_000)
    code = make_new(work, desk)
    view = open_reception(acting(work, desk.intake), code)
    assert view.general.submitter_name == "Nguyễn Thị Ánh Tuyết"
    assert view.general.paper_number == ""
    assert view.head.version == make_form().version
    assert [file.name for file in view.components[0].files] == ["đơn đề nghị.pdf"]
    assert [fee.amount for fee in view.fees] == [75_000]
    assert view.promise is not None
    assert view.may_receive
    read = work.session.exec(
        select(AuditEntry).where(AuditEntry.act == "open_reception")
    )
    assert read.one().subject_id == view.head.id


def test_likely_faults_stand_on_top(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    dossier = dossier_of(work, code)
    dossier.submitter_phone, dossier.submitter_birth_date = "", None
    work.session.flush()
    view = open_reception(acting(work, desk.intake), code)
    assert [found.check for found in view.findings] == [
        Check.BIRTH_DATE_MISSING,
        Check.PHONE_MISSING,
    ]


def test_a_dossier_somebody_looks_at_shows_the_name(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    colleague = make_account_officer(
        work.session, desk.filing.agency.id, Role.INTAKE, name="Vũ Minh"
    )
    assert open_reception(acting(work, desk.intake), code).held.by == ""
    assert open_reception(acting(work, colleague), code).held.by == "Lê Thu Hà"
    assert open_reception(acting(work, colleague, 1), code).held.by == ""


@pytest.mark.parametrize("role", [Role.PROCESSING, Role.APPROVER, Role.ADMINISTRATOR])
def test_only_intake_officers_receive(work: Work, role: Role) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    other = dataclasses.replace(desk.intake, roles=frozenset({role}))
    with pytest.raises(Forbidden):
        receive(acting(work, other), code, make_form(), "press")
