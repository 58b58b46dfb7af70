"""Corrections people ask for: whose desk answers, what is mended, who is told."""

import dataclasses
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from services.accounts.models import Account
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.dossiers.open_file import open_file
from services.notifications.models import Notification, Subject
from services.procedures.models import Agency, AgencyLevel
from services.vault.answer_correction import decline, mend
from services.vault.ask_correction import ask_correction
from services.vault.list_corrections import PAGE, list_corrections
from services.vault.models import (
    CorrectionOutcome,
    CorrectionRequest,
    DocumentSource,
    VaultDocument,
)
from services.vault.open_correction import open_correction
from services.vault.show_document import show_document
from services.work import ANONYMOUS, Role, Work
from tests.factories.dossiers import make_citizen, make_filing, make_officer
from tests.factories.vault import acting, make_document

WHY = "Sổ gốc ghi đúng như trên giấy, xem trang 12"


@pytest.fixture
def account(work: Work) -> Account:
    return make_citizen(work.session)


@pytest.fixture
def owner(work: Work, account: Account) -> Work:
    return acting(work, account)


@pytest.fixture
def agency(work: Work) -> Agency:
    return make_filing(work.session).agency


@pytest.fixture
def office(work: Work, agency: Agency) -> Work:
    return at(work, agency.id, Role.PROCESSING)


def at(work: Work, agency_id: UUID, *roles: Role) -> Work:
    officer = make_officer(agency_id, *roles)
    return dataclasses.replace(
        work, actor=dataclasses.replace(officer, name="Trần Văn Thụ")
    )


def paper(work: Work, account: Account, agency: Agency | None) -> VaultDocument:
    document, _ = make_document(
        work,
        account.id,
        source=DocumentSource.RESULT,
        agency_id=agency.id if agency else None,
        number="12/GP",
        fields={"holder": "Nguyễn Thị A"},
    )
    return document


def asked(owner: Work, document: VaultDocument, field: str, proposed: str) -> UUID:
    return ask_correction(owner, document.id, field, proposed, "gõ nhầm")


def told(work: Work, subject: Subject) -> list[Notification]:
    query = select(Notification).where(Notification.subject == subject)
    return list(work.session.exec(query))


def test_the_office_that_issued_the_paper_lists_what_is_asked(
    work: Work, owner: Work, office: Work, account: Account, agency: Agency
) -> None:
    request = asked(owner, paper(work, account, agency), "holder", "Nguyễn Thị Á")

    page = list_corrections(office, answered=False, page=1)

    [row] = page.rows
    assert (row.id, row.field, page.total, page.waiting) == (request, "holder", 1, 1)
    assert row.owner.endswith("Tuyết")
    assert "Nguyễn Thị" not in row.owner  # masked on a shared screen


def test_another_office_sees_and_answers_nothing(
    work: Work, owner: Work, account: Account, agency: Agency
) -> None:
    request = asked(owner, paper(work, account, agency), "number", "21/GP")
    foreign = at(work, make_filing(work.session).agency.id, Role.PROCESSING)

    assert list_corrections(foreign, answered=False, page=1).total == 0
    with pytest.raises(NotFound):
        open_correction(foreign, request)
    with pytest.raises(NotFound):
        mend(foreign, request, "21/GP")
    with pytest.raises(NotFound):
        decline(foreign, request, WHY)


def test_only_officers_who_appraise_answer(
    work: Work, owner: Work, account: Account, agency: Agency
) -> None:
    request = asked(owner, paper(work, account, agency), "number", "21/GP")
    reader = at(work, agency.id, Role.INTAKE)

    assert not open_correction(reader, request).may_decide
    with pytest.raises(Forbidden):
        mend(reader, request, "21/GP")
    for actor in (owner, dataclasses.replace(work, actor=ANONYMOUS)):
        with pytest.raises(Forbidden):
            list_corrections(actor, answered=False, page=1)


def test_a_paper_of_an_issuer_without_a_desk_is_the_service_centres(
    work: Work, owner: Work, office: Work, account: Account
) -> None:
    centre = Agency(code="A00.00", name="Trung tâm", level=AgencyLevel.PROVINCE)
    work.session.add(centre)
    work.session.flush()
    request = asked(owner, paper(work, account, None), "number", "21/GP")

    assert list_corrections(office, answered=False, page=1).total == 0
    there = at(work, centre.id, Role.PROCESSING)
    assert [r.id for r in list_corrections(there, False, 1).rows] == [request]


def test_mending_writes_the_right_words_keeps_the_old_and_tells_the_person(
    work: Work, owner: Work, office: Work, account: Account, agency: Agency
) -> None:
    document = paper(work, account, agency)
    request = asked(owner, document, "holder", "Nguyễn Thị Á")

    for _ in range(2):  # a second press
        mend(office, request, " Nguyễn Thị Ánh ")

    kept = work.session.get_one(VaultDocument, document.id)
    assert kept.fields["holder"] == "Nguyễn Thị Ánh"
    row = work.session.get_one(CorrectionRequest, request)
    assert (row.replaced, row.written) == ("Nguyễn Thị A", "Nguyễn Thị Ánh")
    assert row.answered_by == "Trần Văn Thụ"
    [news] = told(work, Subject.PAPER_MENDED)
    assert (news.account_id, news.path) == (
        account.id,
        f"/ca-nhan/tai-lieu/{document.id}",
    )
    [seen] = show_document(owner, document.id).corrections
    assert (seen.outcome, seen.written) == (
        CorrectionOutcome.MENDED,
        "Nguyễn Thị Ánh",
    )


def test_a_mended_number_is_found_by_a_search(
    work: Work, owner: Work, office: Work, account: Account, agency: Agency
) -> None:
    document = paper(work, account, agency)
    mend(office, asked(owner, document, "number", "21/GP"), "21/GP")
    assert "21/gp" in work.session.get_one(VaultDocument, document.id).folded


@pytest.mark.parametrize(
    ("field", "written", "fault"),
    [
        ("issued_on", "hôm qua", "date_format"),
        ("issued_on", "24/11/2026", "date_future"),
        ("valid_until", "01/01/2020", "document_ends_first"),
        ("number", "  ", "required"),
    ],
)
def test_what_cannot_stand_on_a_paper_is_refused(
    work: Work,
    owner: Work,
    office: Work,
    account: Account,
    agency: Agency,
    field: str,
    written: str,
    fault: str,
) -> None:
    document = paper(work, account, agency)
    mend(office, asked(owner, document, "issued_on", "sai ngày"), "02/01/2026")
    request = asked(owner, document, field, "khác")

    with pytest.raises(RuleViolation) as refusal:
        mend(office, request, written)

    assert refusal.value.problems == {"written": fault}
    assert list_corrections(office, answered=False, page=1).total == 1


def test_a_day_is_read_as_a_day(
    work: Work, owner: Work, office: Work, account: Account, agency: Agency
) -> None:
    document = paper(work, account, agency)
    mend(office, asked(owner, document, "issued_on", "2/1/26"), "2/1/2026")
    kept = work.session.get_one(VaultDocument, document.id)
    assert str(kept.issued_on) == "2026-01-02"


def test_declining_says_why_and_changes_nothing(
    work: Work, owner: Work, office: Work, account: Account, agency: Agency
) -> None:
    document = paper(work, account, agency)
    request = asked(owner, document, "number", "21/GP")
    with pytest.raises(RuleViolation):
        decline(office, request, "sai")

    for _ in range(2):
        decline(office, request, WHY)

    assert work.session.get_one(VaultDocument, document.id).number == "12/GP"
    [news] = told(work, Subject.CORRECTION_DECLINED)
    assert news.facts["reason"] == WHY
    [seen] = show_document(owner, document.id).corrections
    assert (seen.outcome, seen.answer) == (CorrectionOutcome.DECLINED, WHY)


def test_a_colleague_who_comes_second_is_told(
    work: Work, owner: Work, office: Work, account: Account, agency: Agency
) -> None:
    request = asked(owner, paper(work, account, agency), "number", "21/GP")
    mend(office, request, "21/GP")
    with pytest.raises(Conflict):
        decline(office, request, WHY)
    with pytest.raises(Conflict):
        mend(office, request, "22/GP")


def test_the_answered_stay_on_a_list_of_their_own(
    work: Work, owner: Work, office: Work, account: Account, agency: Agency
) -> None:
    request = asked(owner, paper(work, account, agency), "number", "21/GP")
    decline(office, request, WHY)

    assert list_corrections(office, answered=False, page=1).rows == ()
    [row] = list_corrections(office, answered=True, page=1).rows
    assert (row.id, row.outcome) == (request, CorrectionOutcome.DECLINED)


def test_the_list_is_paged_and_who_waits_longest_stands_first(
    work: Work, owner: Work, office: Work, account: Account, agency: Agency
) -> None:
    document = paper(work, account, agency)
    first = asked(owner, document, "number", "số 0")
    later = dataclasses.replace(
        owner, now=owner.now.replace(minute=owner.now.minute + 1)
    )
    for number in range(1, PAGE + 1):
        asked(later, document, "number", f"số {number}")

    page = list_corrections(office, answered=False, page=1)
    assert (len(page.rows), page.total, page.rows[0].id) == (PAGE, PAGE + 1, first)
    assert len(list_corrections(office, answered=False, page=2).rows) == 1


def test_the_office_reads_the_file_only_while_it_is_asked(
    work: Work, owner: Work, office: Work, account: Account, agency: Agency
) -> None:
    document = paper(work, account, agency)
    file_id = show_document(owner, document.id).document.file_id
    with pytest.raises(NotFound):
        open_file(office, file_id)

    request = asked(owner, document, "number", "21/GP")
    assert open_file(office, file_id).data
    foreign = at(work, make_filing(work.session).agency.id, Role.PROCESSING)
    with pytest.raises(NotFound):
        open_file(foreign, file_id)

    decline(office, request, WHY)
    with pytest.raises(NotFound):
        open_file(office, file_id)


def test_a_paper_one_sent_oneself_is_nobodys_to_correct(
    work: Work, owner: Work, account: Account
) -> None:
    document, _ = make_document(work, account.id)
    with pytest.raises(RuleViolation):
        ask_correction(owner, document.id, "number", "12")


def test_a_paper_its_owner_removed_is_asked_about_no_more(
    work: Work, owner: Work, office: Work, account: Account, agency: Agency
) -> None:
    document = paper(work, account, agency)
    request = asked(owner, document, "number", "21/GP")
    document.removed_at = work.now
    work.session.flush()

    assert list_corrections(office, answered=False, page=1).total == 0
    with pytest.raises(NotFound):
        open_correction(office, request)


def test_a_request_nobody_made_is_not_there(office: Work) -> None:
    with pytest.raises(NotFound):
        open_correction(office, uuid4())
