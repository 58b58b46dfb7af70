"""Papers of the vault in dossiers: used once, held there, logged with the consent."""

import dataclasses
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from services.audit.models import AuditEntry
from services.core.clock import local_day
from services.core.errors import Conflict, NotFound, RuleViolation
from services.dossiers.open_file import open_file
from services.dossiers.submit import submit_dossier
from services.files.discard import discard, restore
from services.files.models import FileState, StoredFile
from services.reuse.remove_document import remove_document
from services.reuse.stop_using import stop_using
from services.reuse.use_document import use_document
from services.reuse.who_used import who_used
from services.vault.list_documents import DocumentFilter, list_documents
from services.vault.models import DocumentSource, DocumentUse
from services.vault.share import share
from services.vault.show_document import show_document
from services.work import Work
from tests.conftest import make_work
from tests.factories.dossiers import (
    Filing,
    make_component,
    make_draft,
    make_filing,
    make_proof,
)
from tests.factories.vault import PDF, make_document


@pytest.fixture
def filing(session: Session) -> Filing:
    return make_filing(session)


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


def test_a_paper_is_in_the_draft_accepted_at_once(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing)
    document, _ = make_document(
        mine, filing.account.id, source=DocumentSource.NATIONAL_STORE
    )

    used = use_document(mine, draft.id, "G01", document.id, agreed=True)

    copy = mine.session.get_one(StoredFile, used.file_id)
    assert (copy.slot, copy.subject_id) == ("G01", draft.id)
    assert copy.state is FileState.ACCEPTED
    assert copy.origin == "national_store"
    assert open_file(mine, copy.id).data == PDF
    [use] = who_used(mine, document.id)
    assert use.purpose == filing.procedure.name
    assert use.unit == filing.agency.name
    entry = mine.session.exec(
        select(AuditEntry).where(AuditEntry.act == "vault.used")
    ).one()
    assert entry.details == {"purpose": filing.procedure.code, "slot": "G01"}


def test_the_draft_can_then_be_handed_in(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing)
    document, _ = make_document(mine, filing.account.id)
    use_document(mine, draft.id, "G01", document.id, agreed=True)

    done = submit_dossier(mine, draft.id, True, make_proof(mine))

    assert done.submitted is not None


def test_used_twice_it_is_there_once(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing)
    document, _ = make_document(mine, filing.account.id)

    first = use_document(mine, draft.id, "G01", document.id, agreed=True)
    again = use_document(mine, draft.id, "G01", document.id, agreed=True)

    assert (first.is_new, again.is_new) == (True, False)
    assert first.file_id == again.file_id
    assert len(who_used(mine, document.id)) == 1


def test_two_tabs_at_once_make_one(scratch_engine: Engine, tmp_path: Path) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        filing = make_filing(session)
        draft = make_draft(session, filing)
        work = make_work(session, tmp_path)
        document, _ = make_document(work, filing.account.id)
        session.commit()
        ids, actor = (draft.id, "G01", document.id), filing.citizen

    def press(_: int) -> bool:
        with Session(scratch_engine) as session, session.begin():
            work = make_work(session, tmp_path)
            acting = dataclasses.replace(work, actor=actor)
            return use_document(acting, *ids, agreed=True).is_new

    with ThreadPoolExecutor(6) as pool:
        new = list(pool.map(press, range(6)))

    assert sum(new) == 1
    with Session(scratch_engine) as session:
        assert len(session.exec(select(DocumentUse)).all()) == 1


def test_nothing_is_used_without_consent(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing)
    document, _ = make_document(mine, filing.account.id)

    with pytest.raises(RuleViolation) as refusal:
        use_document(mine, draft.id, "G01", document.id, agreed=False)

    assert refusal.value.problems == {"G01": "document_consent"}


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"file": {"state": FileState.CHECKING}}, "document_checking"),
        ({"file": {"state": FileState.REFUSED}}, "document_refused"),
        ({"revoked": True}, "document_revoked"),
        ({"expired": True}, "document_expired"),
        ({"file": {"kind": "docx", "name": "a.docx"}}, "document_kind"),
    ],
)
def test_what_is_not_fit_is_refused_by_its_own_sentence(
    mine: Work, filing: Filing, values: dict[str, Any], problem: str
) -> None:
    filing.component.kinds = ["pdf"]
    mine.session.add(filing.component)
    draft = make_draft(mine.session, filing)
    given = dict(values)
    if given.pop("expired", False):
        given["valid_until"] = local_day(mine.now) - timedelta(days=1)
    if given.pop("revoked", False):
        given["revoked_at"] = mine.now
    document, _ = make_document(mine, filing.account.id, **given)

    with pytest.raises(RuleViolation) as refusal:
        use_document(mine, draft.id, "G01", document.id, agreed=True)

    assert refusal.value.problems == {"G01": problem}


def test_a_component_is_found_by_its_code_alone(mine: Work, filing: Filing) -> None:
    make_component(mine.session, filing.procedure, "G02")
    draft = make_draft(mine.session, filing)
    document, _ = make_document(mine, filing.account.id)

    for slot in ("0", "1", "g01", "result", "G99"):
        with pytest.raises(NotFound):
            use_document(mine, draft.id, slot, document.id, agreed=True)
    used = use_document(mine, draft.id, "G02", document.id, agreed=True)

    assert mine.session.get_one(StoredFile, used.file_id).slot == "G02"


def test_nothing_is_added_to_what_was_handed_in(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing)
    document, _ = make_document(mine, filing.account.id)
    use_document(mine, draft.id, "G01", document.id, agreed=True)
    submit_dossier(mine, draft.id, True, make_proof(mine))
    other, _ = make_document(mine, filing.account.id, title="khác")

    with pytest.raises(Conflict):
        use_document(mine, draft.id, "G01", other.id, agreed=True)


def test_taken_out_of_the_draft_it_may_be_used_again(
    mine: Work, filing: Filing
) -> None:
    draft = make_draft(mine.session, filing)
    document, _ = make_document(mine, filing.account.id)
    first = use_document(mine, draft.id, "G01", document.id, agreed=True)

    stop_using(mine, first.file_id)
    assert not who_used(mine, document.id)[0].is_standing
    second = use_document(mine, draft.id, "G01", document.id, agreed=True)

    assert second.is_new
    assert [use.is_standing for use in who_used(mine, document.id)].count(True) == 1


def test_undone_the_use_stands_again(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing)
    document, _ = make_document(mine, filing.account.id)
    used = use_document(mine, draft.id, "G01", document.id, agreed=True)
    discard(mine, used.file_id)

    restore(mine, used.file_id)

    assert who_used(mine, document.id)[0].is_standing


def test_a_paper_of_a_running_dossier_is_not_removed(
    mine: Work, filing: Filing
) -> None:
    draft = make_draft(mine.session, filing)
    document, _ = make_document(mine, filing.account.id)
    use_document(mine, draft.id, "G01", document.id, agreed=True)
    submit_dossier(mine, draft.id, True, make_proof(mine))

    with pytest.raises(RuleViolation) as refusal:
        remove_document(mine, document.id)

    assert refusal.value.problems == {"document": "document_in_use"}
    assert show_document(mine, document.id)


def test_a_removed_paper_is_gone_with_its_shares_but_not_from_the_draft(
    mine: Work, filing: Filing
) -> None:
    draft = make_draft(mine.session, filing)
    document, file = make_document(mine, filing.account.id)
    used = use_document(mine, draft.id, "G01", document.id, agreed=True)
    share(mine, document.id, 7)

    remove_document(mine, document.id)

    assert list_documents(mine, DocumentFilter()).held == 0
    assert mine.session.get_one(StoredFile, file.id).removed_at is not None
    with pytest.raises(NotFound):
        open_file(mine, file.id)
    assert open_file(mine, used.file_id).data == PDF


def test_an_officers_look_is_told_to_the_owner(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing)
    document, _ = make_document(mine, filing.account.id)
    used = use_document(mine, draft.id, "G01", document.id, agreed=True)
    submit_dossier(mine, draft.id, True, make_proof(mine))

    open_file(dataclasses.replace(mine, actor=filing.officer), used.file_id)

    [use] = who_used(mine, document.id)
    assert use.reads == 1
    assert use.last_read_at == mine.now
    looked = mine.session.exec(
        select(AuditEntry).where(col(AuditEntry.act) == "read_file")
    ).one()
    assert looked.subject_id == used.file_id
