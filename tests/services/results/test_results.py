"""Results: who attaches them, until when they are taken back, how they are returned."""

from uuid import uuid4

import pytest
from sqlmodel import select

from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.dossiers.models import DossierStatus
from services.dossiers.open_file import may_read_file
from services.files.models import FileState, StoredFile
from services.processing.finish_step import finish_step
from services.processing.open_processing import open_processing
from services.processing.take_step import take_step
from services.results.attach_result import attach_result
from services.results.begin_result_upload import begin_result_upload
from services.results.models import Result
from services.results.open_result import open_result
from services.results.remove_result import remove_result
from services.results.return_result import return_result
from services.work import Role, Work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_handled,
    make_ready,
    make_received,
    make_result_file,
)


def make_taken(work: Work, desk: Desk) -> str:
    code = make_received(work, desk).code
    take_step(acting(work, desk.handler), code)
    return code


def test_an_attached_result_is_sealed_and_opens_the_approval(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_taken(work, desk)
    mine = acting(work, desk.handler)
    file_id = make_result_file(work, code, desk.handler)
    attached = attach_result(mine, code, file_id, " 12/GP-UBND ")
    assert attached.number == "12/GP-UBND"
    assert open_processing(mine, code).has_result
    assert work.session.get_one(StoredFile, file_id).sealed_at == work.now


@pytest.mark.parametrize(
    ("state", "problem"),
    [
        (FileState.RECEIVING, "file_sending"),
        (FileState.CHECKING, "file_checking"),
        (FileState.REFUSED, "file_refused"),
    ],
)
def test_only_a_checked_file_becomes_a_result(
    work: Work, state: FileState, problem: str
) -> None:
    desk = make_desk(work.session)
    code = make_taken(work, desk)
    file_id = make_result_file(work, code, desk.handler, state=state)
    with pytest.raises(RuleViolation) as refusal:
        attach_result(acting(work, desk.handler), code, file_id, "12")
    assert refusal.value.problems == {"file": problem}


def test_a_result_has_a_number(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_taken(work, desk)
    file_id = make_result_file(work, code, desk.handler)
    with pytest.raises(RuleViolation) as refusal:
        attach_result(acting(work, desk.handler), code, file_id, " ")
    assert refusal.value.problems == {"number": "required"}


def test_a_file_of_the_citizen_or_of_another_dossier_is_no_result(work: Work) -> None:
    desk = make_desk(work.session)
    code, other = make_taken(work, desk), make_taken(work, desk)
    mine = acting(work, desk.handler)
    sent = work.session.exec(
        select(StoredFile.id).where(StoredFile.subject_id == dossier_of(work, code).id)
    ).one()
    foreign = make_result_file(work, other, desk.handler)
    for file_id in (sent, foreign, uuid4()):
        with pytest.raises(NotFound):
            attach_result(mine, code, file_id, "12")


def test_a_second_result_waits_until_the_first_is_taken_back(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_taken(work, desk)
    mine = acting(work, desk.handler)
    one, two = (make_result_file(work, code, desk.handler) for _ in range(2))
    first = attach_result(mine, code, one, "12")
    assert attach_result(mine, code, one, "12") == first
    with pytest.raises(Conflict, match="result_attached"):
        attach_result(mine, code, two, "13")
    remove_result(mine, code)
    assert attach_result(mine, code, two, "13").file_id == two
    assert len(work.session.exec(select(Result)).all()) == 2


def test_only_who_handles_a_dossier_prepares_its_result(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_taken(work, desk)
    agency_id = desk.filing.agency.id
    for role in (Role.PROCESSING, Role.APPROVER, Role.INTAKE):
        other = acting(work, make_account_officer(work.session, agency_id, role))
        file_id = make_result_file(work, code, other.actor)
        with pytest.raises(Forbidden):
            begin_result_upload(other, code, "giấy phép.pdf", 1000)
        with pytest.raises(Forbidden):
            attach_result(other, code, file_id, "12")
        with pytest.raises(Forbidden):
            remove_result(other, code)


def test_the_handler_sends_a_pdf_as_result(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_taken(work, desk)
    mine = acting(work, desk.handler)
    upload = begin_result_upload(mine, code, "giấy phép.pdf", 1000)
    assert work.session.get_one(StoredFile, upload.id).slot == "result"
    with pytest.raises(RuleViolation):
        begin_result_upload(mine, code, "giấy phép.docx", 1000)


def test_a_result_swapped_under_the_approver_is_not_approved(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_handled(work, desk)
    boss, mine = acting(work, desk.approver), acting(work, desk.handler)
    seen = take_step(boss, code).version
    remove_result(mine, code)
    attach_result(mine, code, make_result_file(work, code, desk.handler), "99")
    with pytest.raises(Conflict, match="changed_since"):
        finish_step(boss, code, "", "press", seen)


def test_what_is_approved_is_not_taken_back(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_ready(work, desk)
    mine = acting(work, desk.handler)
    with pytest.raises(Conflict):
        remove_result(mine, code)
    with pytest.raises(Conflict):
        begin_result_upload(mine, code, "giấy phép.pdf", 1000)


def test_nothing_is_taken_back_where_nothing_is_attached(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_taken(work, desk)
    with pytest.raises(NotFound):
        remove_result(acting(work, desk.handler), code)


def test_the_owner_sees_the_result_once_it_is_approved(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_handled(work, desk)
    owner = acting(work, desk.filing.citizen)
    boss = acting(work, desk.approver)
    attached = open_result(boss, code)
    assert attached is not None
    assert open_result(owner, code) is None
    with pytest.raises(NotFound):
        may_read_file(owner, attached.file_id)
    version = take_step(boss, code).version
    finish_step(boss, code, "", "approved", version)
    assert open_result(owner, code) == attached
    assert may_read_file(owner, attached.file_id).slot == "result"


def test_returning_ends_the_dossier_and_says_who_received(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_ready(work, desk)
    at_desk = acting(work, desk.intake, 1)
    returned = return_result(at_desk, code, "Nguyễn  Văn An", "press")
    assert returned.received_by == "Nguyễn Văn An"
    dossier = dossier_of(work, code)
    assert dossier.status is DossierStatus.RETURNED
    assert dossier.returned_at == at_desk.now


def test_nobody_receives_a_result_without_a_name(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_ready(work, desk)
    with pytest.raises(RuleViolation) as refusal:
        return_result(acting(work, desk.intake), code, " ", "press")
    assert refusal.value.problems == {"received_by": "required"}


def test_a_result_is_returned_once(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_ready(work, desk)
    first = return_result(acting(work, desk.intake), code, "Nguyễn Văn An", "press")
    again = acting(work, desk.intake, 1)
    assert return_result(again, code, "Trần Thị Bình", "press") == first
    agency_id = desk.filing.agency.id
    colleague = make_account_officer(work.session, agency_id, Role.INTAKE)
    with pytest.raises(Conflict) as refusal:
        return_result(acting(work, colleague), code, "Trần Thị Bình", "press")
    assert refusal.value.args == ("returned_by", "Lê Thu Hà")


def test_no_result_is_returned_before_it_is_approved(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_handled(work, desk)
    with pytest.raises(Conflict, match="no_result_yet"):
        return_result(acting(work, desk.intake), code, "Nguyễn Văn An", "press")
