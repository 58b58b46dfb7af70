"""Handing in: once, whole, numbered without gaps."""

import dataclasses
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, select

from services.accounts.prove_human import HumanProof
from services.audit.models import AuditEntry
from services.core.errors import NotFound, RuleViolation
from services.dossiers import submit as submit_module
from services.dossiers.models import (
    CodeCounter,
    Dossier,
    DossierStatus,
    TimelineEntry,
)
from services.dossiers.numbering import next_code
from services.dossiers.save_answers import save_answer
from services.dossiers.snapshot import read_snapshot
from services.dossiers.submit import Submission, submit_dossier
from services.files.models import StoredFile
from services.work import Actor, Work
from tests.conftest import NOON, make_work
from tests.factories.dossiers import (
    Filing,
    make_draft,
    make_filing,
    make_proof,
    make_ready_draft,
    make_submitted,
)
from tests.factories.files import make_stored_file

THREADS = 20
LAST_MOMENT = datetime(2026, 11, 23, 16, 59, 59, tzinfo=UTC)  # 23:59:59 +07


@pytest.fixture
def filing(session: Session) -> Filing:
    return make_filing(session)


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


def hand_in(mine: Work, dossier_id: UUID) -> Submission:
    return submit_dossier(mine, dossier_id, True, make_proof(mine))


def test_a_draft_is_handed_in(mine: Work, filing: Filing) -> None:
    draft = make_ready_draft(mine.session, filing)

    submitted = hand_in(mine, draft.id).submitted

    assert submitted is not None
    assert submitted.code == f"{filing.agency.code}-261123-0001"
    # Eight working hours from Monday 09:00, over a holiday: Wednesday 09:00.
    assert submitted.receive_by == datetime.fromisoformat("2026-11-25T09:00+07:00")
    assert draft.status is DossierStatus.SUBMITTED
    assert draft.applicant_name == "Nguyễn Thị Ánh Tuyết"
    assert draft.applicant_key == "nguyen thi anh tuyet"
    assert draft.submitter_phone == "0900000001"


def test_what_was_handed_in_is_frozen(mine: Work, filing: Filing) -> None:
    draft = make_ready_draft(mine.session, filing)
    hand_in(mine, draft.id)
    filing.procedure.name, filing.agency.name = "Tên khác", "Đơn vị khác"
    filing.account.full_name = "Người Khác"
    mine.session.flush()
    mine.session.expire(draft)

    frozen = read_snapshot(draft)

    assert frozen.procedure_name == "Cấp giấy phép xây dựng nhà ở riêng lẻ"
    assert frozen.unit.name == "Phường Tích Lương"
    assert frozen.values["submitter_name"] == "Nguyễn Thị Ánh Tuyết"
    assert frozen.values["copies"] == 1
    assert [c.code for c in frozen.components] == ["G01"]
    assert frozen.components[0].files[0].sha256 == "0" * 64
    assert [fee.amount for fee in frozen.fees] == [75_000]
    assert (frozen.time_limit, frozen.time_limit_unit) == (3, "working_day")


def test_it_leaves_one_line_in_the_timeline_and_the_audit(
    mine: Work, filing: Filing
) -> None:
    draft = make_ready_draft(mine.session, filing)
    hand_in(mine, draft.id)

    lines = mine.session.exec(
        select(TimelineEntry).where(TimelineEntry.dossier_id == draft.id)
    ).all()
    audit = mine.session.exec(
        select(AuditEntry).where(AuditEntry.act == "submit_dossier")
    ).all()

    assert [(line.event, line.unit) for line in lines] == [
        ("submitted", "Phường Tích Lương")
    ]
    assert [(a.subject_id, a.account_id) for a in audit] == [
        (draft.id, filing.account.id)
    ]


def test_its_files_are_sealed(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing)
    kept = make_stored_file(mine.session, filing.account.id, draft.id)
    removed = make_stored_file(
        mine.session, filing.account.id, draft.id, removed_at=mine.now
    )
    hand_in(mine, draft.id)

    for file in (kept, removed):
        mine.session.refresh(file)
        assert file.sealed_at == mine.now


def test_a_second_press_gets_the_first_answer_whatever_its_proof(
    mine: Work, filing: Filing
) -> None:
    draft = make_ready_draft(mine.session, filing)
    first = hand_in(mine, draft.id)
    later = dataclasses.replace(mine, now=NOON + timedelta(days=2))

    again = submit_dossier(later, draft.id, False, HumanProof())

    assert again == first


def test_a_wrong_proof_hands_nothing_in_and_takes_no_number(
    mine: Work, filing: Filing
) -> None:
    draft = make_ready_draft(mine.session, filing)

    refused = submit_dossier(mine, draft.id, True, HumanProof())

    assert refused == Submission(None, {"picture": "picture_wrong"})
    assert draft.status is DossierStatus.DRAFT
    assert mine.session.exec(select(CodeCounter)).all() == []


def test_an_unfinished_draft_is_told_everything_at_once(
    mine: Work, filing: Filing
) -> None:
    draft = make_draft(mine.session, filing)
    save_answer(mine, draft.id, "submitter_phone", "12", NOON)
    proof = make_proof(mine)

    with pytest.raises(RuleViolation) as refusal:
        submit_dossier(mine, draft.id, False, proof)

    assert refusal.value.problems == {
        "submitter_phone": "phone_format",
        "G01": "component_missing",
        "pledge": "pledge_missing",
    }
    # The proof was not looked at: it serves for the next try.
    save_answer(mine, draft.id, "submitter_phone", "0900000001", NOON)
    make_stored_file(mine.session, filing.account.id, draft.id)
    assert submit_dossier(mine, draft.id, True, proof).submitted is not None


def test_a_procedure_closed_meanwhile_takes_nothing(mine: Work, filing: Filing) -> None:
    draft = make_ready_draft(mine.session, filing)
    filing.procedure.is_suspended = True
    mine.session.flush()

    with pytest.raises(RuleViolation) as refusal:
        hand_in(mine, draft.id)
    assert refusal.value.problems == {"procedure": "procedure_closed"}


def test_foreign_and_missing_dossiers_are_refused_alike(
    mine: Work, filing: Filing
) -> None:
    theirs = make_ready_draft(mine.session, make_filing(mine.session))

    for dossier_id in (theirs.id, uuid4()):
        with pytest.raises(NotFound, match=r"^dossier$"):
            hand_in(mine, dossier_id)
    assert theirs.status is DossierStatus.DRAFT


def test_numbers_start_again_at_midnight_of_the_province(
    work: Work, filing: Filing
) -> None:
    moments = [LAST_MOMENT, LAST_MOMENT, LAST_MOMENT + timedelta(seconds=1)]
    codes = [
        make_submitted(dataclasses.replace(work, now=moment), filing).code
        for moment in moments
    ]

    agency = filing.agency.code
    assert codes == [
        f"{agency}-261123-0001",
        f"{agency}-261123-0002",
        f"{agency}-261124-0001",
    ]


def test_agencies_count_each_for_itself(work: Work, filing: Filing) -> None:
    other = make_filing(work.session)

    codes = [make_submitted(work, f).code[-4:] for f in (filing, other, filing)]

    assert codes == ["0001", "0001", "0002"]


def test_past_four_digits_the_number_widens(session: Session) -> None:
    session.add(CodeCounter(agency_code="H55", day=NOON.date(), last=9999))
    session.flush()

    assert next_code(session, "H55", NOON) == "H55-261123-10000"


class PowerCut(BaseException):
    """The process ends here."""


@dataclasses.dataclass(frozen=True)
class Ready:
    """Drafts ready to be handed in, each press a transaction of its own."""

    engine: Engine
    folder: Path
    citizen: Actor
    drafts: list[UUID]
    proofs: list[HumanProof]

    def press(self, draft: int = 0, proof: int = 0) -> Submission:
        """Hand in the draft of that number with the proof of that number."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            work = make_work(session, self.folder)
            mine = dataclasses.replace(work, actor=self.citizen)
            return submit_dossier(mine, self.drafts[draft], True, self.proofs[proof])


def make_ready(engine: Engine, folder: Path, drafts: int, proofs: int) -> Ready:
    """Return that many drafts of one citizen, committed."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        filing = make_filing(session)
        work = dataclasses.replace(make_work(session, folder), actor=filing.citizen)
        ids = [make_ready_draft(session, filing).id for _ in range(drafts)]
        return Ready(
            engine,
            folder,
            filing.citizen,
            ids,
            [make_proof(work) for _ in range(proofs)],
        )


def test_twenty_presses_at_once_hand_in_one_dossier(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    ready = make_ready(scratch_engine, tmp_path, drafts=1, proofs=THREADS)

    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(lambda n: ready.press(proof=n), range(THREADS)))

    assert len({answer.submitted for answer in answers}) == 1
    assert None not in {answer.submitted for answer in answers}
    with Session(scratch_engine) as session:
        assert session.exec(select(CodeCounter.last)).all() == [1]
        assert len(session.exec(select(TimelineEntry)).all()) == 1


def test_twenty_dossiers_at_once_are_numbered_without_a_gap(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    ready = make_ready(scratch_engine, tmp_path, drafts=THREADS, proofs=THREADS)

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(ready.press, range(THREADS), range(THREADS)))

    with Session(scratch_engine) as session:
        codes = session.exec(select(Dossier.code)).all()
    numbers = Counter(int(str(code).rpartition("-")[2]) for code in codes)
    assert numbers == Counter(range(1, THREADS + 1))


@pytest.mark.parametrize("point", [f"submit.{n}" for n in range(1, 8)])
def test_a_crash_at_any_step_leaves_the_draft_and_no_number(
    scratch_engine: Engine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    point: str,
) -> None:
    """The process is not killed here, but what the transaction leaves is the same."""

    def cut(name: str) -> None:
        if name == point:
            raise PowerCut

    ready = make_ready(scratch_engine, tmp_path, drafts=1, proofs=1)
    with monkeypatch.context() as patched:
        patched.setattr(submit_module, "failpoint", cut)
        with pytest.raises(PowerCut):
            ready.press()
    with Session(scratch_engine) as session:
        left = session.get_one(Dossier, ready.drafts[0])
        assert (left.status, left.code) == (DossierStatus.DRAFT, None)
        assert session.exec(select(StoredFile.sealed_at)).all() == [None]
        for table in (CodeCounter, TimelineEntry):
            assert session.exec(select(table)).all() == []

    submitted = ready.press().submitted
    assert submitted is not None
    assert submitted.code.endswith("-0001")


def test_two_counters_are_locked_by_their_own_submitters_only(
    scratch_engine: Engine,
) -> None:
    """A slow submission to one agency holds up no other agency."""
    with Session(scratch_engine) as slow, Session(scratch_engine) as quick:
        next_code(slow, "H55.100", NOON)
        quick.execute(text("set local lock_timeout = '2s'"))
        assert next_code(quick, "H55.200", NOON).endswith("0001")
