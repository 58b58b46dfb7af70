"""Where official papers come from: results, the national store, and waiting ones."""

import dataclasses
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from sqlmodel import select

from services.accounts.models import Account
from services.audit.models import AuditEntry
from services.core.errors import Forbidden, RuleViolation, SystemUnavailable, TooMany
from services.dossiers.open_file import open_file
from services.files.models import FileState, StoredFile
from services.integrations.document_store.port import StoreFile, StorePaper
from services.results.keep_result import keep_result
from services.vault.adopt import waiting_key
from services.vault.find_national import MOST_A_DAY, NationalFound, find_national
from services.vault.list_documents import DocumentFilter, list_documents
from services.vault.models import DocumentSource, VaultDocument
from services.vault.show_document import show_document
from services.work import Work
from tests.factories.dossiers import make_citizen
from tests.factories.processing import acting as at_desk
from tests.factories.processing import (
    dossier_of,
    make_desk,
    make_handled,
    make_ready,
)
from tests.factories.vault import PDF, acting, make_document
from tests.fakes import FakeDocumentStore

NUMBER = "999190000091"
BIRTH = StorePaper(
    "KQ.G01.000001",
    "Giấy khai sinh",
    "01/1990",
    "UBND",
    (StoreFile("ks.pdf", "UBND", "/kho/1"),),
)
LOST = StorePaper("KQ.X", "Giấy lạ", "2", "UBND", (StoreFile("x", "UBND", "/kho/2"),))


def verified(work: Work, **values: Any) -> tuple[Work, Account]:
    given: dict[str, Any] = {"citizen_id": NUMBER, "assurance_level": 2}
    account = make_citizen(work.session, **given | values)
    return acting(work, account), account


def store_of(work: Work) -> FakeDocumentStore:
    store = cast("FakeDocumentStore", work.systems.document_store)
    store.papers = {NUMBER: (BIRTH, LOST)}
    store.files = {"/kho/1": PDF}
    return store


def search(work: Work, agreed: bool = True) -> NationalFound:
    """Look in the national store, each part over the test's own transaction."""

    def opener(use_case, *args, **kwargs):  # type: ignore[no-untyped-def]
        return use_case(work, *args, **kwargs)

    return find_national(opener, agreed)


def with_result(work: Work, code: str) -> StoredFile:
    """Put bytes under the result of a dossier."""
    dossier = dossier_of(work, code)
    file = work.session.exec(
        select(StoredFile).where(
            StoredFile.subject_id == dossier.id, StoredFile.slot == "result"
        )
    ).one()
    work.storage.put(file.key, PDF)
    return file


def test_an_approved_result_is_in_the_vault_once(work: Work) -> None:
    desk = make_desk(work.session, results=["Giấy phép xây dựng"])
    code = make_ready(work, desk)
    with_result(work, code)
    dossier = dossier_of(work, code)

    first = keep_result(work, dossier.id)
    assert keep_result(work, dossier.id) == first is not None

    owner = at_desk(work, desk.filing.citizen)
    [listed] = list_documents(owner, DocumentFilter()).documents
    paper = listed.document
    assert (paper.kind, paper.source) == ("construction_permit", "result")
    assert paper.issuer == desk.filing.agency.name
    assert open_file(owner, paper.file_id).data == PDF
    assert work.session.get_one(StoredFile, paper.file_id).sealed_at is not None
    assert show_document(owner, paper.id).fields["dossier"] == code


def test_a_certified_copy_is_one(work: Work) -> None:
    desk = make_desk(work.session, code="2.000815")
    code = make_ready(work, desk)
    with_result(work, code)

    keep_result(work, dossier_of(work, code).id)

    kept = work.session.exec(select(VaultDocument)).one()
    assert kept.source is DocumentSource.CERTIFIED_COPY


def test_a_result_that_is_not_approved_stays_outside(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_handled(work, desk)
    with_result(work, code)

    assert keep_result(work, dossier_of(work, code).id) is None


def test_the_result_of_a_person_without_account_waits_for_them(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_ready(work, desk)
    with_result(work, code)
    dossier = dossier_of(work, code)
    values = dossier.frozen["values"] | {
        "same_person": "no",
        "applicant_citizen_id": NUMBER,
    }
    dossier.frozen = dossier.frozen | {"values": values}
    work.session.add(dossier)
    keep_result(work, dossier.id)

    filer = at_desk(work, desk.filing.citizen)
    assert list_documents(filer, DocumentFilter()).held == 0
    kept = work.session.exec(select(VaultDocument)).one()
    assert NUMBER not in kept.model_dump_json()

    owner, _ = verified(work)
    [listed] = list_documents(owner, DocumentFilter()).documents
    assert open_file(owner, listed.document.file_id).data == PDF


def test_a_number_that_was_only_typed_opens_nothing(work: Work) -> None:
    make_document(work, None, waiting_for=waiting_key(work.secret, NUMBER))
    unproved, _ = verified(work, assurance_level=1)

    assert list_documents(unproved, DocumentFilter()).held == 0


def test_papers_of_the_national_store_come_once_and_are_inspected(work: Work) -> None:
    owner, _ = verified(work)
    store = store_of(work)

    assert search(owner) == NationalFound(new=1, known=0, missing=1)
    assert search(owner) == NationalFound(new=0, known=1, missing=1)

    [listed] = list_documents(owner, DocumentFilter()).documents
    paper = listed.document
    assert (paper.kind, paper.source) == ("birth_certificate", "national_store")
    assert paper.state == "checking"
    file = work.session.get_one(StoredFile, paper.file_id)
    assert file.state is FileState.CHECKING
    assert file.sealed_at is not None
    asked = store.asked[0]
    assert asked.owner_number == asked.asker_number == NUMBER


def test_the_consent_is_written_down_with_the_purpose(work: Work) -> None:
    owner, account = verified(work)
    store_of(work)

    search(owner)

    entry = work.session.exec(
        select(AuditEntry).where(AuditEntry.act == "vault.national_asked")
    ).one()
    assert entry.subject_id == account.id
    assert entry.details == {"purpose": "KHO-CA-NHAN", "consent": "national_store_1"}


def test_without_consent_or_proof_nothing_is_asked(work: Work) -> None:
    owner, _ = verified(work)
    store = store_of(work)
    unproved, _ = verified(work, citizen_id="999190000092", assurance_level=0)

    with pytest.raises(RuleViolation):
        search(owner, agreed=False)
    with pytest.raises(RuleViolation):
        search(unproved)
    with pytest.raises(Forbidden):
        search(work)

    assert store.asked == []


def test_while_the_store_is_down_ones_own_papers_stay_usable(work: Work) -> None:
    owner, account = verified(work)
    document, _ = make_document(work, account.id)
    store_of(work).is_down = True

    with pytest.raises(SystemUnavailable):
        search(owner)

    assert show_document(owner, document.id).document.state == "kept"


def test_the_store_is_asked_ten_times_a_day(work: Work) -> None:
    owner, _ = verified(work)
    store_of(work)
    for _ in range(MOST_A_DAY):
        search(owner)

    with pytest.raises(TooMany):
        search(owner)
    tomorrow = dataclasses.replace(owner, now=owner.now + timedelta(days=1, minutes=1))
    search(tomorrow)


def test_a_removed_paper_may_come_again(work: Work, tmp_path: Path) -> None:
    from services.reuse.remove_document import remove_document

    owner, _ = verified(work)
    store_of(work)
    search(owner)
    [listed] = list_documents(owner, DocumentFilter()).documents
    remove_document(owner, listed.document.id)

    assert search(owner).new == 1
