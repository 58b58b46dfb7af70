"""What the registry made of a declaration comes back, and an officer uses it."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from services.civil_status.attach_entry import attach_entry
from services.civil_status.declare_again import declare_again
from services.civil_status.models import CaseState, CivilStatusCase
from services.civil_status.note_declared import case_of
from services.civil_status.note_entry import note_entry, note_lost
from services.civil_status.open_case import CaseView, open_case
from services.civil_status.pull_entries import AT_ONCE, NEW, pull_entries
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.dossiers.models import Dossier, DossierStatus
from services.files.models import FileState, StoredFile
from services.integrations.civil_status_registry.port import EntryState
from services.processing.finish_step import finish_step
from services.processing.take_step import take_step
from services.results.keep_result import keep_result
from services.results.models import ResultForm
from services.results.queries import standing_result
from services.vault.models import VaultDocument
from services.work import SYSTEM, Role, Work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
)
from tests.services.civil_status.declared import (
    carried,
    make_declared,
    owed_to_registry,
    registry,
)
from tests.services.outbox.owing import in_place

S = EntryState


def told(work: Work) -> tuple[Desk, str]:
    """Return a dossier they have taken."""
    desk, code = make_declared(work)
    carried(work, code)
    return desk, code


def pulled(work: Work, hours: float = 1) -> int:
    """Ask the registry, as the worker does."""
    return pull_entries(in_place(acting(work, SYSTEM, hours)))


def case(work: Work, code: str) -> CivilStatusCase:
    found = case_of(work, dossier_of(work, code).id)
    assert found is not None
    return found


def shown(work: Work, code: str) -> CaseView:
    found = open_case(work, code)
    assert found.is_declared
    assert found.case is not None
    return found.case


def entered(work: Work) -> tuple[Desk, str, UUID]:
    """Return a dossier whose entry has come, with its paper inspected."""
    desk, code = told(work)
    registry(work).happen(code, S.DONE)
    pulled(work)
    file_id = case(work, code).file_id
    assert file_id is not None
    file = work.session.get_one(StoredFile, file_id)
    file.state, file.kind, file.pages = FileState.ACCEPTED, "pdf", 1
    work.session.add(file)
    work.session.flush()
    return desk, code, file_id


def test_an_entry_comes_with_its_paper_as_a_file_to_be_inspected(work: Work) -> None:
    desk, code = told(work)
    registry(work).happen(code, S.DONE)

    assert pulled(work) == 1

    kept = case(work, code)
    assert (kept.number, kept.book, kept.page) == ("12/2026", "01/2026", "12")
    assert kept.personal_number == "999260000012"
    assert kept.file_id is not None
    file = work.session.get_one(StoredFile, kept.file_id)
    assert (file.state, file.slot) == (FileState.CHECKING, "result")
    assert file.origin == "civil_status_registry"
    assert file.subject_id == dossier_of(work, code).id
    # It is a draft and nothing more: the dossier stands where it stood.
    assert standing_result(work.session, file.subject_id) is None
    assert dossier_of(work, code).status is DossierStatus.PROCESSING
    view = shown(acting(work, desk.intake), code)
    assert (view.file_id, view.may_attach) == (None, False)


def test_an_entry_read_twice_is_one_and_is_asked_no_more(work: Work) -> None:
    _, code = told(work)
    registry(work).happen(code, S.DONE)
    pulled(work)
    asked = len(registry(work).asked)
    assert pulled(work, 2) == 0
    assert len(registry(work).asked) == asked
    entry = registry(work).kept[code]
    note_entry(acting(work, SYSTEM), dossier_of(work, code).id, entry)
    query = select(StoredFile).where(StoredFile.slot == "result")
    assert len(work.session.exec(query).all()) == 1


def test_an_older_answer_undoes_nothing(work: Work) -> None:
    _, code = told(work)
    registry(work).happen(code, S.REFUSED, "Đã đăng ký nơi khác")
    pulled(work)
    registry(work).happen(code, S.WAITING)
    entry = registry(work).kept[code]
    note_entry(acting(work, SYSTEM), dossier_of(work, code).id, entry)
    assert case(work, code).state is CaseState.REFUSED
    assert case(work, code).words == "Đã đăng ký nơi khác"


def test_silence_ends_the_round_and_the_next_goes_on(work: Work) -> None:
    _, code = told(work)
    registry(work).is_down = True
    assert pulled(work) == 0
    assert case(work, code).asked_at is None
    registry(work).is_down = False
    assert pulled(work) == 1
    assert case(work, code).asked_at == work.now + timedelta(hours=1)


def test_what_they_took_and_do_not_know_any_more_is_shown_as_lost(work: Work) -> None:
    desk, code = told(work)
    del registry(work).kept[code]
    assert pulled(work, 0) == 0
    assert case(work, code).state is CaseState.WAITING  # they may still be writing
    pulled(work, NEW / timedelta(hours=1) + 1)
    assert case(work, code).state is CaseState.LOST
    declare_again(acting(work, desk.handler), code, "Gửi lại vì không thấy hồ sơ")
    carried(work, code)
    assert pulled(work, 3) == 1
    assert case(work, code).state is CaseState.WAITING


def test_what_they_ask_is_shown_and_answered_by_declaring_again_once(
    work: Work,
) -> None:
    desk, code = told(work)
    registry(work).happen(code, S.SUPPLEMENT, "Đối chiếu ngày cấp Giấy chứng sinh")
    pulled(work)
    view = shown(acting(work, desk.intake), code)
    assert (view.state, view.may_repeat) == (CaseState.SUPPLEMENT, True)
    assert view.words == "Đối chiếu ngày cấp Giấy chứng sinh"

    mine = acting(work, desk.intake)
    with pytest.raises(RuleViolation):
        declare_again(mine, code, " ")
    for _ in range(2):
        declare_again(mine, code, "Đã đối chiếu, đúng ngày 01/11/2026")
    work.session.flush()

    assert len(owed_to_registry(work)) == 2
    assert carried(work, code) == 1
    said = registry(work).declared[code]["hoSo"]["ghiChu"]
    assert said.endswith("Đã đối chiếu, đúng ngày 01/11/2026")
    assert case(work, code).state is CaseState.WAITING


def test_what_nobody_asked_for_is_not_declared_again(work: Work) -> None:
    desk, code = told(work)
    declare_again(acting(work, desk.intake), code, "Gửi lại cho chắc")
    assert len(owed_to_registry(work)) == 1
    other = make_declared_nowhere(work)
    with pytest.raises(Forbidden):
        declare_again(acting(work, desk.approver), code, "Gửi lại cho chắc")
    with pytest.raises(NotFound):
        declare_again(acting(work, other.intake), code, "Gửi lại cho chắc")


def make_declared_nowhere(work: Work) -> Desk:
    return make_desk(work.session)


def test_the_handler_attaches_the_entry_and_the_approver_approves_it(
    work: Work,
) -> None:
    desk, code, file_id = entered(work)
    mine, boss = acting(work, desk.handler), acting(work, desk.approver)
    version = take_step(mine, code).version
    assert shown(mine, code).may_attach

    for _ in range(2):
        attached = attach_entry(mine, code, ResultForm.PAPER)
    assert (attached.file_id, attached.number) == (file_id, "12/2026")
    assert dossier_of(work, code).status is DossierStatus.PROCESSING
    assert not shown(mine, code).may_attach

    version = attached.version
    finish_step(mine, code, "Đã vào sổ", "handled", version)
    version = take_step(boss, code).version
    finish_step(boss, code, "", "approved", version)
    dossier = dossier_of(work, code)
    assert dossier.status is DossierStatus.RESULT_READY
    kept = keep_result(acting(work, SYSTEM), dossier.id)
    paper = work.session.get_one(VaultDocument, kept)
    assert paper.number == "12/2026"
    assert paper.fields["book"] == "01/2026"
    assert paper.fields["personal_number"] == "999260000012"
    assert paper.fields["source"] == "civil_status_registry"


def test_only_who_handles_a_dossier_attaches_its_entry(work: Work) -> None:
    desk, code, _ = entered(work)
    take_step(acting(work, desk.handler), code)
    agency_id = desk.filing.agency.id
    for role in (Role.PROCESSING, Role.APPROVER, Role.INTAKE):
        other = acting(work, make_account_officer(work.session, agency_id, role))
        assert not shown(other, code).may_attach
        with pytest.raises(Forbidden):
            attach_entry(other, code, ResultForm.PAPER)


def test_without_an_entry_there_is_nothing_to_attach(work: Work) -> None:
    desk, code = told(work)
    mine = acting(work, desk.handler)
    take_step(mine, code)
    with pytest.raises(Conflict, match="no_entry"):
        attach_entry(mine, code, ResultForm.PAPER)


def test_a_paper_that_is_no_pdf_is_shown_as_refused(work: Work) -> None:
    desk, code, file_id = entered(work)
    file = work.session.get_one(StoredFile, file_id)
    file.state = FileState.REFUSED
    work.session.add(file)
    work.session.flush()
    view = shown(acting(work, desk.intake), code)
    assert (view.is_refused_file, view.file_id) == (True, None)


def test_another_unit_sees_nothing(work: Work) -> None:
    _, code = told(work)
    other = make_desk(work.session)
    with pytest.raises(NotFound):
        open_case(acting(work, other.intake), code)
    with pytest.raises(Forbidden):
        open_case(acting(work, other.filing.citizen), code)


def test_only_the_worker_writes_what_they_say(work: Work) -> None:
    desk, code = told(work)
    here, dossier_id = acting(work, desk.intake), dossier_of(work, code).id
    with pytest.raises(Forbidden):
        note_entry(here, dossier_id, registry(work).kept[code])
    with pytest.raises(Forbidden):
        note_lost(here, dossier_id)
    with pytest.raises(Forbidden):
        pull_entries(in_place(here))


def test_before_they_took_it_there_is_nothing_to_show_yet(work: Work) -> None:
    desk, code = make_declared(work)
    desk_view = open_case(acting(work, desk.intake), code)
    assert (desk_view.is_declared, desk_view.case) == (True, None)


def test_many_are_asked_about_a_few_at_a_time(work: Work) -> None:
    _, code = told(work)
    own = case(work, code)
    facts = own.model_dump(exclude={"id", "dossier_id"})
    dossier = dossier_of(work, code).model_dump(exclude={"id", "code", "draft_key"})
    for number in range(AT_ONCE):
        other = Dossier(
            **dossier, code=f"H55.1-261123-{number:04d}", draft_key=f"{number}"
        )
        work.session.add(other)
        work.session.flush()
        work.session.add(CivilStatusCase(**facts, dossier_id=other.id))
    work.session.flush()
    pulled(work)
    assert [len(codes) for codes in registry(work).asked] == [AT_ONCE, 1]
