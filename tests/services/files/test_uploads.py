"""Uploads: resumed, counted, checked, undone, sealed and swept."""

import dataclasses
import hashlib
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from pypdf import PdfWriter
from sqlalchemy import Engine, text
from sqlmodel import Session, select

from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.dossiers.begin_upload import begin_upload
from services.dossiers.models import Dossier
from services.files import append as append_module
from services.files.append import append
from services.files.begin import Upload
from services.files.discard import discard, restore
from services.files.inspect_file import inspect_file
from services.files.models import FileState, StoredFile
from services.files.queries import files_of
from services.files.read_progress import read_progress
from services.files.reorder import reorder
from services.files.rules import CHUNK, Held, UploadLimits, check_room
from services.files.sweep import sweep
from services.work import ANONYMOUS, SYSTEM, Work
from tests.conftest import NOON, make_work
from tests.factories.dossiers import (
    Filing,
    make_component,
    make_draft,
    make_filing,
    make_submitted,
)
from tests.factories.files import make_stored_file

PIECE = 1000
WRITERS = 6


@pytest.fixture
def filing(session: Session) -> Filing:
    return make_filing(session)


@pytest.fixture
def draft(session: Session, filing: Filing) -> Dossier:
    return make_draft(session, filing)


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


def a_pdf() -> bytes:
    writer, target = PdfWriter(), BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(target)
    return target.getvalue()


def send(work: Work, dossier_id: UUID, data: bytes, name: str = "đơn.pdf") -> UUID:
    upload = begin_upload(work, dossier_id, "G01", name, len(data))
    for offset in range(0, len(data), CHUNK):
        append(work, upload.id, offset, data[offset : offset + CHUNK])
    return upload.id


def row(work: Work, file_id: UUID) -> StoredFile:
    return work.session.get_one(StoredFile, file_id, populate_existing=True)


def jobs(work: Work) -> list[tuple[str, str]]:
    found = work.session.execute(
        text("select task_name, args->>'file_id' from procrastinate_jobs")
    ).all()
    return [(name, file_id) for name, file_id in found]


def keys(work: Work) -> set[str]:
    assert work.storage.folder is not None
    folder = work.storage.folder
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}


def test_a_file_comes_in_pieces_and_is_whole(mine: Work, draft: Dossier) -> None:
    data = os.urandom(3 * PIECE)
    upload = begin_upload(mine, draft.id, "G01", "ảnh.pdf", len(data))

    offsets = [
        append(mine, upload.id, start, data[start : start + PIECE]).offset
        for start in (0, PIECE, 2 * PIECE)
    ]

    file = row(mine, upload.id)
    assert offsets == [PIECE, 2 * PIECE, 3 * PIECE]
    assert file.state is FileState.CHECKING
    assert file.sha256 == hashlib.sha256(data).hexdigest()
    assert mine.storage.read(file.key) == data
    assert jobs(mine) == [("files.inspect_file", str(upload.id))]


def test_an_interrupted_upload_goes_on_where_it_stopped(
    mine: Work, draft: Dossier
) -> None:
    upload = begin_upload(mine, draft.id, "G01", "a.pdf", 2 * PIECE)
    append(mine, upload.id, 0, b"a" * PIECE)

    assert read_progress(mine, upload.id) == Upload(upload.id, PIECE, 2 * PIECE)
    append(mine, upload.id, PIECE, b"b" * PIECE)
    assert read_progress(mine, upload.id).offset == 2 * PIECE


@pytest.mark.parametrize("offset", [0, 1, PIECE - 1, PIECE + 1, -1])
def test_a_piece_for_another_place_is_a_conflict(
    mine: Work, draft: Dossier, offset: int
) -> None:
    upload = begin_upload(mine, draft.id, "G01", "a.pdf", 2 * PIECE)
    append(mine, upload.id, 0, b"a" * PIECE)

    with pytest.raises(Conflict):
        append(mine, upload.id, offset, b"b" * 10)
    assert row(mine, upload.id).received == PIECE


def test_more_than_was_declared_or_more_than_a_piece_is_too_large(
    mine: Work, draft: Dossier
) -> None:
    small = begin_upload(mine, draft.id, "G01", "a.pdf", PIECE)
    large = begin_upload(mine, draft.id, "G01", "a.pdf", 2 * CHUNK)

    for upload, data in ((small, b"a" * (PIECE + 1)), (large, b"a" * (CHUNK + 1))):
        with pytest.raises(RuleViolation) as refusal:
            append(mine, upload.id, 0, data)
        assert refusal.value.problems == {"file": "too_large"}
    assert keys(mine) == set()


def test_an_empty_piece_changes_nothing(mine: Work, draft: Dossier) -> None:
    upload = begin_upload(mine, draft.id, "G01", "a.pdf", PIECE)

    assert append(mine, upload.id, 0, b"").offset == 0
    assert keys(mine) == set()


def test_a_finished_upload_takes_no_more(mine: Work, draft: Dossier) -> None:
    file_id = send(mine, draft.id, b"a" * PIECE)

    with pytest.raises(Conflict):
        append(mine, file_id, PIECE, b"b")
    assert len(jobs(mine)) == 1
    read_progress(mine, file_id)
    assert len(jobs(mine)) == 1


def test_a_crash_before_the_last_word_is_mended_by_asking(
    mine: Work, draft: Dossier
) -> None:
    """All pieces came and the row says so, but nobody joined them."""
    upload = begin_upload(mine, draft.id, "G01", "a.pdf", PIECE)
    file, part = row(mine, upload.id), f"parts/{upload.id}/0.a"
    mine.storage.put(part, b"a" * PIECE)
    file.parts, file.received = [part], PIECE
    mine.session.flush()

    assert read_progress(mine, upload.id).offset == PIECE
    assert row(mine, upload.id).state is FileState.CHECKING


def test_foreign_and_missing_uploads_are_refused_alike(
    mine: Work, draft: Dossier, session: Session
) -> None:
    upload = begin_upload(mine, draft.id, "G01", "a.pdf", PIECE)
    other = dataclasses.replace(mine, actor=make_filing(session).citizen)
    nobody = dataclasses.replace(mine, actor=ANONYMOUS)
    acts: list[Callable[[Work, UUID], object]] = [
        lambda w, u: append(w, u, 0, b"a"),
        read_progress,
        discard,
        restore,
    ]

    for act in acts:
        for work, file_id in ((other, upload.id), (nobody, upload.id), (mine, uuid4())):
            with pytest.raises(NotFound, match=r"^file$"):
                act(work, file_id)
    assert row(mine, upload.id).removed_at is None


def test_an_upload_begins_in_ones_own_draft_and_a_listed_paper_only(
    mine: Work, draft: Dossier, session: Session, filing: Filing
) -> None:
    theirs = make_draft(session, make_filing(session))
    for dossier_id, slot in (
        (theirs.id, "G01"),
        (uuid4(), "G01"),
        (draft.id, "G99"),
        (draft.id, "result"),
        (draft.id, ""),
    ):
        with pytest.raises(NotFound):
            begin_upload(mine, dossier_id, slot, "a.pdf", 1)
    with pytest.raises(Forbidden):
        begin_upload(
            dataclasses.replace(mine, actor=filing.officer), draft.id, "G01", "a.pdf", 1
        )
    assert begin_upload(mine, draft.id, "other", "a.pdf", 1).offset == 0


def test_each_paper_takes_its_own_kinds(
    mine: Work, draft: Dossier, session: Session, filing: Filing
) -> None:
    make_component(session, filing.procedure, "G02", kinds=["docx"])

    begin_upload(mine, draft.id, "G02", "đơn.docx", 10)
    for slot, name in (("G02", "đơn.pdf"), ("G01", "đơn.docx"), ("G01", "virus.exe")):
        with pytest.raises(RuleViolation) as refusal:
            begin_upload(mine, draft.id, slot, name, 10)
        assert refusal.value.problems == {"file": "wrong_type"}


FREE = Held(0, 0, 0, 0)
LIMITS = UploadLimits()


@pytest.mark.parametrize(
    ("held", "size", "fault"),
    [
        (FREE, 0, "empty"),
        (FREE, -1, "empty"),
        (FREE, LIMITS.file_bytes + 1, "too_large"),
        (Held(LIMITS.files_per_slot, 0, 0, 0), 1, "too_many_files"),
        (Held(0, LIMITS.subject_bytes, 0, 0), 1, "dossier_too_large"),
        (Held(0, 0, LIMITS.unfinished, 0), 1, "too_many_unfinished"),
        (Held(0, 0, 0, LIMITS.bytes_per_day), 1, "too_much_today"),
    ],
)
def test_each_limit_plus_one_is_refused(held: Held, size: int, fault: str) -> None:
    with pytest.raises(RuleViolation) as refusal:
        check_room(held, "a.pdf", size, LIMITS)
    assert refusal.value.problems == {"file": fault}


def test_the_limits_themselves_are_allowed() -> None:
    held = Held(LIMITS.files_per_slot - 1, 0, LIMITS.unfinished - 1, 0)

    check_room(held, "a.pdf", LIMITS.file_bytes, LIMITS)


def test_a_component_takes_twenty_files_and_removed_ones_do_not_count(
    mine: Work, draft: Dossier, filing: Filing
) -> None:
    long_ago = NOON - timedelta(minutes=1)
    for _ in range(20):
        make_stored_file(mine.session, filing.account.id, draft.id)
    make_stored_file(mine.session, filing.account.id, draft.id, slot="other")

    with pytest.raises(RuleViolation) as refusal:
        begin_upload(mine, draft.id, "G01", "a.pdf", 1)
    files_of(mine.session, draft.id)[0].removed_at = long_ago
    mine.session.flush()

    assert refusal.value.problems == {"file": "too_many_files"}
    assert begin_upload(mine, draft.id, "G01", "a.pdf", 1).size == 1


def test_a_file_just_removed_keeps_its_place_for_the_undo(
    mine: Work, draft: Dossier, filing: Filing
) -> None:
    files = [
        make_stored_file(mine.session, filing.account.id, draft.id) for _ in range(20)
    ]
    discard(mine, files[0].id)

    with pytest.raises(RuleViolation):
        begin_upload(mine, draft.id, "G01", "a.pdf", 1)


def test_a_name_is_only_shown(mine: Work, draft: Dossier) -> None:
    upload = begin_upload(mine, draft.id, "G01", "../../etc/\u202eđơn.pdf", 1)

    assert row(mine, upload.id).name == "đơn.pdf"
    assert str(upload.id) in row(mine, upload.id).key


def test_an_honest_file_is_accepted_with_its_picture(
    mine: Work, draft: Dossier
) -> None:
    file_id = send(mine, draft.id, a_pdf())

    inspect_file(dataclasses.replace(mine, actor=SYSTEM), file_id)

    file = row(mine, file_id)
    assert (file.state, file.kind, file.pages) == (FileState.ACCEPTED, "pdf", 1)
    assert file.has_thumbnail
    assert file.parts == []
    assert keys(mine) == {file.key, file.thumbnail_key}


def test_a_false_file_is_refused_with_its_reason(mine: Work, draft: Dossier) -> None:
    file_id = send(mine, draft.id, b"<script>alert(1)</script>")

    inspect_file(mine, file_id)

    file = row(mine, file_id)
    assert file.state is FileState.REFUSED
    assert file.fault == "mislabelled"
    assert not file.has_thumbnail


def test_an_inspection_run_twice_changes_nothing(mine: Work, draft: Dossier) -> None:
    file_id = send(mine, draft.id, a_pdf())
    inspect_file(mine, file_id)
    before = row(mine, file_id).model_dump()

    inspect_file(mine, file_id)
    inspect_file(mine, uuid4())

    assert row(mine, file_id).model_dump() == before


def test_a_removed_file_comes_back_within_its_time(mine: Work, draft: Dossier) -> None:
    file_id = send(mine, draft.id, b"a")

    discard(mine, file_id)
    assert files_of(mine.session, draft.id) == []
    restore(dataclasses.replace(mine, now=NOON + timedelta(seconds=10)), file_id)
    assert len(files_of(mine.session, draft.id)) == 1

    discard(mine, file_id)
    with pytest.raises(Conflict):
        restore(dataclasses.replace(mine, now=NOON + timedelta(seconds=16)), file_id)


def test_a_removed_upload_takes_no_more(mine: Work, draft: Dossier) -> None:
    upload = begin_upload(mine, draft.id, "G01", "a.pdf", PIECE)
    discard(mine, upload.id)

    with pytest.raises(NotFound):
        append(mine, upload.id, 0, b"a")


def test_nothing_changes_after_the_submission(mine: Work, filing: Filing) -> None:
    submitted = make_submitted(mine, filing)
    file = files_of(mine.session, submitted.dossier_id)[0]
    acts: list[Callable[[], object]] = [
        lambda: begin_upload(mine, submitted.dossier_id, "G01", "a.pdf", 1),
        lambda: append(mine, file.id, file.received, b"a"),
        lambda: discard(mine, file.id),
        lambda: restore(mine, file.id),
        lambda: reorder(mine, submitted.dossier_id, "G01", [file.id]),
    ]

    mine.session.refresh(file)
    for act in acts:
        with pytest.raises(Conflict):
            act()


def test_files_are_put_in_another_order(
    mine: Work, draft: Dossier, filing: Filing
) -> None:
    ids = [
        make_stored_file(mine.session, filing.account.id, draft.id, position=n).id
        for n in range(3)
    ]

    reorder(mine, draft.id, "G01", ids[::-1])

    assert [file.id for file in files_of(mine.session, draft.id)] == ids[::-1]
    for wrong in (ids[:2], [*ids, uuid4()], [ids[0]] * 3):
        with pytest.raises(Conflict):
            reorder(mine, draft.id, "G01", wrong)
    with pytest.raises(NotFound):
        reorder(
            dataclasses.replace(mine, actor=make_filing(mine.session).citizen),
            draft.id,
            "G01",
            ids,
        )


def test_the_sweep_takes_what_nobody_comes_back_for(
    mine: Work, draft: Dossier, filing: Filing
) -> None:
    owner, week = filing.account.id, NOON - timedelta(days=8)
    kept = make_stored_file(mine.session, owner, draft.id, started_at=week)
    sealed = make_stored_file(mine.session, owner, draft.id, sealed_at=week)
    begun = make_stored_file(
        mine.session, owner, draft.id, state=FileState.RECEIVING, parts=["parts/x/1"]
    )
    forgotten = make_stored_file(
        mine.session, owner, draft.id, state=FileState.RECEIVING, started_at=week
    )
    removed = make_stored_file(mine.session, owner, draft.id, removed_at=week)
    rows = {f.id: f for f in (kept, sealed, begun, forgotten, removed)}
    for file in rows.values():
        mine.storage.put(file.key, b"x")
    orphans = {f"files/{uuid4()}", f"parts/{begun.id}/7.lost", "thumbnails/odd"}
    for key in orphans:
        mine.storage.put(key, b"x")
    expected = {f.key for f in (kept, sealed, begun)}
    age(mine, days=2)
    mine.storage.put("files/young", b"x")

    sweep(dataclasses.replace(mine, actor=SYSTEM, now=NOON))

    assert keys(mine) == expected | {"files/young"}
    left = mine.session.exec(select(StoredFile.id)).all()
    assert set(left) == {kept.id, sealed.id, begun.id}


def age(work: Work, days: int) -> None:
    """Make every object look as if it had been written days before now."""
    assert work.storage.folder is not None
    then = (work.now - timedelta(days=days)).timestamp()
    for key in keys(work):
        os.utime(work.storage.folder / key, (then, then))


def test_a_lost_inspection_is_asked_for_again(
    mine: Work, draft: Dossier, filing: Filing
) -> None:
    file = make_stored_file(
        mine.session,
        filing.account.id,
        draft.id,
        state=FileState.CHECKING,
        finished_at=NOON - timedelta(hours=2),
    )

    sweep(mine)

    assert jobs(mine) == [("files.inspect_file", str(file.id))]


def test_writers_at_the_same_place_leave_one_whole_file(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    data = os.urandom(4 * PIECE)
    with Session(scratch_engine, expire_on_commit=False) as session, session.begin():
        filing = make_filing(session)
        draft = make_draft(session, filing)
        work = dataclasses.replace(make_work(session, tmp_path), actor=filing.citizen)
        file_id = begin_upload(work, draft.id, "G01", "a.pdf", len(data)).id

    def transact(act: Callable[[Work], Upload]) -> Upload:
        with (
            Session(scratch_engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            work = make_work(session, tmp_path)
            return act(dataclasses.replace(work, actor=filing.citizen))

    def append_here(offset: int, piece: bytes, work: Work) -> Upload:
        return append(work, file_id, offset, piece)

    def write(_: int) -> int:
        refusals = 0
        while (at := transact(lambda w: read_progress(w, file_id)).offset) < len(data):
            piece, here = data[at : at + PIECE], at
            try:
                transact(partial(append_here, here, piece))
            except Conflict:
                refusals += 1
                time.sleep(0.01)
        return refusals

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))

    with Session(scratch_engine) as session:
        file = session.get_one(StoredFile, file_id)
        work = make_work(session, tmp_path)
        assert file.sha256 == hashlib.sha256(data).hexdigest()
        assert work.storage.read(file.key) == data
        assert len(file.parts) == 4
        assert len(jobs(work)) == 1
        assert len(keys(work)) == 5  # four pieces, one whole; no left-overs


def test_a_power_cut_loses_the_running_piece_only(
    scratch_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCut(BaseException):
        pass

    def cut(name: str) -> None:
        if name == "upload.1":
            raise PowerCut

    with Session(scratch_engine, expire_on_commit=False) as session, session.begin():
        filing = make_filing(session)
        draft = make_draft(session, filing)
        work = dataclasses.replace(make_work(session, tmp_path), actor=filing.citizen)
        file_id = begin_upload(work, draft.id, "G01", "a.pdf", 2 * PIECE).id
        append(work, file_id, 0, b"a" * PIECE)

    def again() -> Upload:
        with (
            Session(scratch_engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            work = make_work(session, tmp_path)
            mine = dataclasses.replace(work, actor=filing.citizen)
            return append(mine, file_id, PIECE, b"b" * PIECE)

    with monkeypatch.context() as patched:
        patched.setattr(append_module, "failpoint", cut)
        with pytest.raises(PowerCut):
            again()
    again()

    with Session(scratch_engine) as session:
        file = session.get_one(StoredFile, file_id)
        whole = make_work(session, tmp_path).storage.read(file.key)
    assert whole == b"a" * PIECE + b"b" * PIECE
