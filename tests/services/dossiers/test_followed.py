"""After the submission: lists, the owner's view, the look-up, the files."""

import dataclasses
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, select

from services.accounts.prove_human import HumanProof
from services.audit.models import AuditEntry
from services.core.errors import Forbidden, NotFound, RuleViolation, TooMany
from services.dossiers.acknowledgement import acknowledgement
from services.dossiers.ask_look_up import (
    FREE,
    PER_ADDRESS,
    AskedLookUp,
    ask_look_up,
    forget_look_ups,
)
from services.dossiers.look_up import look_up
from services.dossiers.models import Dossier, DossierStatus, LookUpAsked
from services.dossiers.my_dossiers import PAGE, DossierFilter, my_dossiers
from services.dossiers.open_file import open_file
from services.dossiers.rules import Turn
from services.dossiers.show_dossier import show_dossier
from services.files.models import FileState, StoredFile
from services.papers.facts import SentPart
from services.work import ANONYMOUS, Actor, Role, Work
from tests.conftest import NOON
from tests.factories.dossiers import (
    Filing,
    make_draft,
    make_filing,
    make_officer,
    make_proof,
    make_submitted,
)
from tests.factories.files import make_stored_file


@pytest.fixture
def filing(session: Session) -> Filing:
    return make_filing(session)


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


def acting(work: Work, actor: Actor) -> Work:
    return dataclasses.replace(work, actor=actor)


def test_the_owner_sees_the_whole_dossier(mine: Work, filing: Filing) -> None:
    submitted = make_submitted(mine, filing)

    view = show_dossier(mine, submitted.code.lower())

    assert view.code == submitted.code
    assert view.progress.status is DossierStatus.SUBMITTED
    assert view.progress.turn is Turn.AGENCY
    assert view.progress.receive_by == submitted.receive_by
    assert view.handed_in.values["submitter_phone"] == "0900000001"
    assert [entry.event for entry in view.timeline] == ["submitted"]
    assert not view.has_receipt


def test_foreign_missing_and_unreadable_codes_are_refused_alike(
    mine: Work, session: Session
) -> None:
    theirs = make_submitted(mine, make_filing(session))

    for code in (theirs.code, "H55.1-261123-0009", "'; --"):
        with pytest.raises(NotFound, match=r"^dossier$"):
            show_dossier(mine, code)


def test_a_result_shows_once_it_is_ready(mine: Work, filing: Filing) -> None:
    submitted = make_submitted(mine, filing)
    dossier = mine.session.get_one(Dossier, submitted.dossier_id)
    make_stored_file(mine.session, uuid4(), dossier.id, slot="result")

    before = show_dossier(mine, submitted.code).results
    dossier.status = DossierStatus.RESULT_READY
    mine.session.flush()
    after = show_dossier(mine, submitted.code).results

    assert before == ()
    assert len(after) == 1


def test_anybody_with_the_code_sees_no_person(work: Work, filing: Filing) -> None:
    submitted = make_submitted(work, filing)

    seen = look_up(acting(work, ANONYMOUS), f"mã hồ sơ: {submitted.code.lower()}")

    assert seen.code == submitted.code
    assert seen.procedure_name == filing.procedure.name
    assert seen.progress.status is DossierStatus.SUBMITTED
    assert not seen.is_own
    for secret in ("Nguyễn", "Ánh", "0900", "1990", "Tổ 5"):
        assert secret not in repr(seen)


def test_the_owner_is_led_on_from_the_look_up(mine: Work, filing: Filing) -> None:
    submitted = make_submitted(mine, filing)

    assert look_up(mine, submitted.code).is_own


def test_the_sheet_is_its_owners_alone(mine: Work, filing: Filing) -> None:
    code = make_submitted(mine, filing).code

    own = acknowledgement(mine, code)
    for stranger in (ANONYMOUS, filing.officer):
        with pytest.raises(NotFound):
            acknowledgement(acting(mine, stranger), code)

    assert own.submitter == "Nguyễn Thị Ánh Tuyết"
    assert own.phone == "0900000001"
    assert own.look_up_url.endswith(f"/tra-cuu?ma={code}")
    assert own.parts == (SentPart("Giấy tờ G01", 1, 1),)
    assert own.dossier_code == code


def test_the_sheet_says_the_same_for_ever(mine: Work, filing: Filing) -> None:
    code = make_submitted(mine, filing).code
    before = acknowledgement(mine, code)
    filing.account.full_name = filing.procedure.name = filing.agency.name = "Khác"
    mine.session.flush()
    mine.session.expire_all()

    assert acknowledgement(mine, code) == before


def test_there_is_no_sheet_of_a_draft_or_of_nothing(work: Work) -> None:
    for code in ("H55.1-261123-0001", "abc"):
        with pytest.raises(NotFound):
            acknowledgement(work, code)


def test_an_unknown_code_is_not_found_and_a_malformed_one_is_explained(
    work: Work, filing: Filing
) -> None:
    make_draft(work.session, filing)

    with pytest.raises(NotFound):
        look_up(work, f"{filing.agency.code}-261123-0001")
    with pytest.raises(RuleViolation) as refusal:
        look_up(work, "12345")
    assert refusal.value.problems == {"code": "dossier_code_format"}


def test_after_three_look_ups_a_proof_is_asked_for(work: Work) -> None:
    passer = acting(work, Actor(browser="b", address="192.0.2.1"))

    free = [ask_look_up(passer).is_open for _ in range(FREE)]

    assert free == [True] * FREE
    assert ask_look_up(passer) == AskedLookUp({"picture": "picture_needed"})
    wrong = ask_look_up(passer, HumanProof())
    assert wrong == AskedLookUp({"picture": "picture_wrong"})
    assert ask_look_up(passer, make_proof(passer)).is_open


def test_a_program_that_keeps_no_cookie_is_asked_at_once(work: Work) -> None:
    program = acting(work, Actor(address="192.0.2.1"))

    assert not ask_look_up(program).is_open


def test_the_count_is_forgotten_after_a_while(work: Work) -> None:
    passer = acting(work, Actor(browser="b", address="192.0.2.1"))
    for _ in range(FREE):
        ask_look_up(passer)

    later = dataclasses.replace(passer, now=NOON + timedelta(minutes=11))

    assert ask_look_up(later).is_open
    assert forget_look_ups(dataclasses.replace(work, now=NOON + timedelta(days=2))) == 4


def test_one_address_cannot_ask_without_end(work: Work) -> None:
    work.session.add_all(
        LookUpAsked(at=NOON, browser=str(n), address="192.0.2.1")
        for n in range(PER_ADDRESS)
    )
    work.session.flush()

    with pytest.raises(TooMany):
        ask_look_up(acting(work, Actor(browser="b", address="192.0.2.1")))


def test_the_list_holds_ones_own_dossiers_and_counts_them(
    mine: Work, filing: Filing, session: Session
) -> None:
    submitted = make_submitted(mine, filing)
    make_draft(session, filing)
    make_draft(session, make_filing(session))

    page = my_dossiers(mine, DossierFilter())

    assert page.total == 2
    assert page.counts == {DossierStatus.DRAFT: 1, DossierStatus.SUBMITTED: 1}
    assert {row.code for row in page.rows} == {"", submitted.code}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("-261123-0001", 1),
        ("anh tuyet", 1),
        ("Ánh Tuyết", 1),
        ("giấy phép xây dựng", 2),
        ("%", 0),
        ("_", 0),
        ("' or 1=1 --", 0),
        ("\x00", 2),
    ],
)
def test_the_list_is_searched_by_code_owner_and_procedure(
    work: Work, session: Session, text: str, count: int
) -> None:
    filing = make_filing(session, folded_name="cap giay phep xay dung nha o rieng le")
    mine = acting(work, filing.citizen)
    make_submitted(mine, filing)
    make_draft(session, filing)

    assert my_dossiers(mine, DossierFilter(text=text)).total == count


def test_the_list_is_filtered_and_paged(mine: Work, filing: Filing) -> None:
    for _ in range(PAGE + 1):
        make_draft(mine.session, filing)
    drafts = frozenset({DossierStatus.DRAFT})

    first = my_dossiers(mine, DossierFilter(statuses=drafts), 1)
    second = my_dossiers(mine, DossierFilter(statuses=drafts), 2)
    none = my_dossiers(mine, DossierFilter(since=date(2026, 11, 24)))
    today = my_dossiers(mine, DossierFilter(until=date(2026, 11, 23)), -5)

    assert (len(first.rows), len(second.rows)) == (PAGE, 1)
    assert first.total == second.total == PAGE + 1
    assert none.total == 0
    assert (today.total, today.page) == (PAGE + 1, 1)


def test_a_page_past_the_end_is_empty(mine: Work, filing: Filing) -> None:
    make_draft(mine.session, filing)

    assert my_dossiers(mine, DossierFilter(), 10**9).rows == ()


def test_officers_have_no_list_of_their_own(work: Work, filing: Filing) -> None:
    with pytest.raises(Forbidden):
        my_dossiers(acting(work, filing.officer), DossierFilter())


def put_file(work: Work, subject_id: UUID, owner: UUID, slot: str) -> StoredFile:
    file = make_stored_file(work.session, owner, subject_id, slot=slot)
    work.storage.put(file.key, b"%PDF-1.7")
    return file


def may(work: Work, actor: Actor, file: StoredFile) -> bool:
    try:
        return open_file(acting(work, actor), file.id).data == b"%PDF-1.7"
    except NotFound:
        return False


def test_a_file_is_read_by_its_owner_and_the_desk_of_its_agency(
    work: Work, filing: Filing, session: Session
) -> None:
    other = make_filing(session)
    submitted = make_submitted(work, filing)
    draft = make_draft(session, filing)
    handed_in = put_file(work, submitted.dossier_id, filing.account.id, "G01")
    in_draft = put_file(work, draft.id, filing.account.id, "G01")
    result = put_file(work, submitted.dossier_id, uuid4(), "result")
    people = {
        "owner": filing.citizen,
        "other citizen": other.citizen,
        "nobody": ANONYMOUS,
        "officer here": filing.officer,
        "officer elsewhere": other.officer,
        "administrator here": make_officer(filing.agency.id, Role.ADMINISTRATOR),
        "officer without a unit": dataclasses.replace(filing.officer, agency_id=None),
    }

    def readers(file: StoredFile) -> set[str]:
        return {who for who, actor in people.items() if may(work, actor, file)}

    assert readers(handed_in) == {"owner", "officer here"}
    assert readers(in_draft) == {"owner"}
    assert readers(result) == {"officer here"}
    session.get_one(Dossier, submitted.dossier_id).status = DossierStatus.RESULT_READY
    session.flush()
    assert readers(result) == {"owner", "officer here"}


@pytest.mark.parametrize(
    "state", [FileState.RECEIVING, FileState.CHECKING, FileState.REFUSED]
)
def test_what_is_not_accepted_is_read_by_nobody(
    mine: Work, filing: Filing, state: FileState
) -> None:
    draft = make_draft(mine.session, filing)
    file = put_file(mine, draft.id, filing.account.id, "G01")
    file.state = state
    mine.session.flush()

    with pytest.raises(NotFound):
        open_file(mine, file.id)


def test_removed_and_missing_files_and_pictures_are_not_found(
    mine: Work, filing: Filing
) -> None:
    draft = make_draft(mine.session, filing)
    file = put_file(mine, draft.id, filing.account.id, "G01")
    with pytest.raises(NotFound):
        open_file(mine, file.id, thumbnail=True)
    with pytest.raises(NotFound):
        open_file(mine, uuid4())
    file.removed_at = NOON
    mine.session.flush()
    with pytest.raises(NotFound):
        open_file(mine, file.id)


def test_what_an_officer_reads_is_written_down(work: Work, filing: Filing) -> None:
    submitted = make_submitted(work, filing)
    file = put_file(work, submitted.dossier_id, filing.account.id, "G01")

    open_file(acting(work, filing.citizen), file.id)
    open_file(acting(work, filing.officer), file.id)

    reads = work.session.exec(
        select(AuditEntry).where(AuditEntry.act == "read_file")
    ).all()
    assert [entry.subject_id for entry in reads] == [file.id]
