"""Uploads: announced, resumed, counted, each in its own place."""

import dataclasses
import hashlib
import os
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session

from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.dossiers.begin_upload import begin_upload
from services.dossiers.models import Dossier
from services.files.append import append
from services.files.begin import Upload
from services.files.discard import discard, restore
from services.files.models import FileState
from services.files.read_progress import read_progress
from services.files.rules import CHUNK
from services.work import ANONYMOUS, Work
from tests.factories.dossiers import (
    Filing,
    make_draft,
    make_filing,
)
from tests.services.files.sending import PIECE, jobs, keys, row, send


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


def test_a_name_is_only_shown(mine: Work, draft: Dossier) -> None:
    upload = begin_upload(mine, draft.id, "G01", "../../etc/\u202eđơn.pdf", 1)

    assert row(mine, upload.id).name == "đơn.pdf"
    assert str(upload.id) in row(mine, upload.id).key
