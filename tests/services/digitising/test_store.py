"""Papers of a dossier are put into the vault of their owner, once (O09)."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from services.audit.models import AuditEntry
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.digitising.flags import flags_of
from services.digitising.models import PaperReading, ReadingState, SavedPaper
from services.digitising.offers import SURE
from services.digitising.open_store import open_store
from services.digitising.page_picture import page_picture
from services.digitising.read_form import PaperForm
from services.digitising.read_paper import read_paper
from services.digitising.save_paper import PaperSaved, save_paper
from services.digitising.unchanged_share import unchanged_share
from services.digitising.words import Readout
from services.files.models import StoredFile
from services.vault.adopt import adopt_waiting
from services.vault.models import DocumentSource, VaultDocument
from services.work import Work
from tests.factories.dossiers import make_citizen
from tests.factories.processing import (
    acting,
    dossier_of,
    make_desk,
    make_handled,
    make_ready,
)
from tests.services.digitising.papers import NAMES, NUMBERS, PAPERS, drawn, png
from tests.services.digitising.reading import VALUES, a_readout, make_store, opener_of

KIND = "birth_certificate"
TICKED = frozenset(VALUES)


def keep(
    work: Work, code: str, file_id: UUID, intent: str = "press", **values: str
) -> PaperSaved:
    """Press “Lưu giấy tờ” on what was read."""
    form = PaperForm(KIND, VALUES | values, TICKED)
    return save_paper(work, code, file_id, form, intent)


def document_of(work: Work, saved: PaperSaved) -> VaultDocument:
    """Return the row of what was kept."""
    return work.session.get_one(VaultDocument, saved.document_id)


def faults_of(work: Work, code: str, file_id: UUID, form: PaperForm) -> dict[str, str]:
    """Return why the form is refused."""
    with pytest.raises(RuleViolation) as refused:
        save_paper(work, code, file_id, form, "press")
    return refused.value.problems


def test_a_received_dossier_has_its_papers_read_once(work: Work) -> None:
    desk = make_desk(work.session)
    code, file_id = make_store(work, desk)

    view = open_store(acting(work, desk.intake), code)

    assert [line.file_id for line in view.papers] == [file_id]
    assert view.opened is not None
    assert view.opened.kind == KIND
    assert view.opened.reading is ReadingState.READ
    offered = {offer.name: offer.text for offer in view.opened.offers}
    assert offered["number"] == VALUES["number"]
    assert len(work.session.exec(select(PaperReading)).all()) >= 1


def test_the_job_reads_the_file_and_reads_it_once(work: Work) -> None:
    desk = make_desk(work.session)
    _, file_id = make_store(work, desk)
    row = work.session.exec(
        select(PaperReading).where(PaperReading.file_id == file_id)
    ).one()
    file = work.session.get_one(StoredFile, file_id)
    row.state, row.kind, file.kind = ReadingState.WAITING, "", "png"
    work.storage.put(file.key, png(drawn(PAPERS[0].lines)))

    read_paper(opener_of(work), file_id)
    read_paper(opener_of(work), file_id)

    assert row.state is ReadingState.READ
    assert row.kind == KIND
    assert row.pages == 1
    acts = select(AuditEntry).where(
        AuditEntry.act == "digitising.read", AuditEntry.subject_id == file_id
    )
    assert len(work.session.exec(acts).all()) == 2  # the factory's, and this one


def test_a_paper_is_kept_for_whom_its_number_names(work: Work) -> None:
    desk = make_desk(work.session)
    owner = make_citizen(
        work.session, full_name=NAMES[1], citizen_id=NUMBERS[1], assurance_level=2
    )
    code, file_id = make_store(work, desk)

    saved = keep(acting(work, desk.handler), code, file_id)

    document = document_of(work, saved)
    assert document.account_id == owner.id
    assert document.source is DocumentSource.DIGITISED
    assert (document.number, document.issuer) == (VALUES["number"], VALUES["issuer"])
    assert document.fields["holder"] == NAMES[1]
    assert not saved.waits


def test_who_has_no_account_finds_the_paper_at_the_first_sign_in(work: Work) -> None:
    desk = make_desk(work.session)
    code, file_id = make_store(work, desk)

    saved = keep(acting(work, desk.intake), code, file_id)
    newcomer = make_citizen(
        work.session, full_name=NAMES[1], citizen_id=NUMBERS[1], assurance_level=2
    )
    adopted = adopt_waiting(work, newcomer.id)

    assert saved.waits
    assert adopted == 1
    work.session.expire_all()
    assert document_of(work, saved).account_id == newcomer.id


def test_a_number_that_was_merely_typed_opens_nobody_s_vault(work: Work) -> None:
    desk = make_desk(work.session)
    make_citizen(work.session, citizen_id=NUMBERS[1], assurance_level=0)
    code, file_id = make_store(work, desk)

    saved = keep(acting(work, desk.intake), code, file_id)

    assert document_of(work, saved).account_id is None


def test_a_second_press_keeps_nothing_more(work: Work) -> None:
    desk = make_desk(work.session)
    code, file_id = make_store(work, desk)
    officer = acting(work, desk.intake)

    first, second = keep(officer, code, file_id), keep(officer, code, file_id, "again")

    assert first.document_id == second.document_id
    rows = select(SavedPaper).where(SavedPaper.file_id == file_id)
    assert len(work.session.exec(rows).all()) == 1


def test_the_same_paper_in_another_dossier_is_linked_and_not_doubled(
    work: Work,
) -> None:
    desk = make_desk(work.session)
    officer = acting(work, desk.intake)
    first = keep(officer, *make_store(work, desk))

    again = keep(officer, *make_store(work, desk), number=" 41/2021 ")

    assert again.is_linked
    assert again.document_id == first.document_id


def test_another_number_makes_another_paper(work: Work) -> None:
    desk = make_desk(work.session)
    officer = acting(work, desk.intake)
    first = keep(officer, *make_store(work, desk))

    other = keep(officer, *make_store(work, desk), number="42/2021")

    assert not other.is_linked
    assert other.document_id != first.document_id


def test_an_unsure_value_is_kept_only_when_ticked_or_mended(work: Work) -> None:
    desk = make_desk(work.session)
    code, file_id = make_store(work, desk, a_readout(sure=SURE - 0.1))
    officer = acting(work, desk.intake)

    faults = faults_of(officer, code, file_id, PaperForm(KIND, VALUES))
    mended = dict(VALUES) | {"number": "43/2021"}
    rest = faults_of(officer, code, file_id, PaperForm(KIND, mended))

    assert faults["number"] == "store_confirm"
    assert "number" not in rest
    assert keep(officer, code, file_id).document_id


def test_what_is_missing_is_named_all_at_once(work: Work) -> None:
    desk = make_desk(work.session)
    code, file_id = make_store(work, desk, Readout())
    officer = acting(work, desk.intake)

    faults = faults_of(officer, code, file_id, PaperForm(KIND, {"valid_until": "x"}))

    assert {"number", "issued_on", "issuer", "owner", "owner_number"} <= set(faults)
    assert "valid_until" in faults
    view = open_store(officer, code)
    assert view.opened is not None
    assert view.opened.reading is ReadingState.UNREADABLE


def test_a_result_waits_for_its_approval_and_is_described_where_it_lies(
    work: Work,
) -> None:
    desk = make_desk(work.session)
    waiting, ready = make_handled(work, desk), make_ready(work, desk)
    officer = acting(work, desk.intake)
    form = PaperForm("construction_permit", VALUES, TICKED)

    def result_of(code: str) -> UUID:
        view = open_store(officer, code)
        return next(line.file_id for line in view.papers if line.is_result)

    file_id = result_of(ready)
    work.storage.put(work.session.get_one(StoredFile, file_id).key, b"%PDF-1.7")
    early = faults_of(officer, waiting, result_of(waiting), form)
    saved = save_paper(officer, ready, file_id, form, "press")

    assert early == {"kind": "store_result_not_approved"}
    document = document_of(work, saved)
    assert document.source is DocumentSource.RESULT
    assert document.account_id == desk.filing.account.id
    assert document.kind == "construction_permit"
    flags = flags_of(work.session, [dossier_of(work, ready).id])
    assert flags[dossier_of(work, ready).id].result


def test_the_share_of_fields_taken_as_offered_is_measured(work: Work) -> None:
    desk = make_desk(work.session)
    code, file_id = make_store(work, desk)
    officer = acting(work, desk.intake)

    keep(officer, code, file_id, issuer="Ủy ban nhân dân xã Phú Bình")
    today = unchanged_share(officer, work.now, work.now + timedelta(hours=1))
    before = unchanged_share(officer, work.now - timedelta(days=1), work.now)

    row = work.session.exec(
        select(SavedPaper).where(SavedPaper.file_id == file_id)
    ).one()
    assert "issuer" in row.changed
    assert today.papers == 1
    assert today.unchanged == today.filled - len(row.changed)
    assert 0 < today.percent < 100
    assert before.papers == 0


def test_flags_of_a_dossier_count_its_parts(work: Work) -> None:
    desk = make_desk(work.session)
    code, file_id = make_store(work, desk)
    dossier_id = dossier_of(work, code).id

    before = flags_of(work.session, [dossier_id])
    keep(acting(work, desk.intake), code, file_id)
    after = flags_of(work.session, [dossier_id])[dossier_id]

    assert before == {}
    assert after.files == {file_id}
    assert after.components
    assert not after.is_whole


def test_a_stranger_s_agency_sees_and_keeps_nothing(work: Work) -> None:
    desk = make_desk(work.session)
    code, file_id = make_store(work, desk)
    other = acting(work, make_desk(work.session).intake)

    for act in (
        lambda: open_store(other, code),
        lambda: keep(other, code, file_id),
        lambda: page_picture(other, file_id, 0),
    ):
        with pytest.raises(NotFound):
            act()
    assert flags_of(work.session, [dossier_of(work, code).id]) == {}


def test_a_leader_keeps_no_papers(work: Work) -> None:
    desk = make_desk(work.session)
    code, file_id = make_store(work, desk)
    leader = acting(work, desk.approver)

    with pytest.raises(Forbidden):
        open_store(leader, code)
    with pytest.raises(Forbidden):
        keep(leader, code, file_id)
    with pytest.raises(NotFound):
        page_picture(leader, file_id, 0)


def test_a_file_of_another_dossier_is_not_there(work: Work) -> None:
    desk = make_desk(work.session)
    (code, _), (_, foreign) = make_store(work, desk), make_store(work, desk)
    officer = acting(work, desk.intake)

    for wrong in (foreign, uuid4()):
        with pytest.raises(NotFound):
            open_store(officer, code, wrong)
        with pytest.raises(NotFound):
            keep(officer, code, wrong)


def test_every_look_at_a_paper_is_written_down(work: Work) -> None:
    desk = make_desk(work.session)
    code, file_id = make_store(work, desk)
    officer = acting(work, desk.intake)

    open_store(officer, code)
    picture = page_picture(officer, file_id, 0)

    acts = work.session.exec(
        select(AuditEntry.act).where(
            AuditEntry.subject_id == file_id,
            AuditEntry.person_id == desk.filing.account.id,
        )
    ).all()
    assert picture == b"jpeg"
    assert sorted(acts) == ["digitising.open_store", "read_file"]
