"""Several writers at one upload, and one that loses its power."""

import dataclasses
import hashlib
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from services.core.errors import Conflict
from services.dossiers.begin_upload import begin_upload
from services.files import append as append_module
from services.files.append import append
from services.files.read_progress import read_progress
from services.work import Actor, Work
from tests.conftest import make_work
from tests.factories.dossiers import make_draft, make_filing
from tests.services.files.sending import PIECE, jobs, keys, row

WRITERS = 6
T = TypeVar("T")


class PowerCut(BaseException):
    """The process ends here."""


@dataclasses.dataclass(frozen=True)
class Begun:
    """An upload whose every act is a transaction of its own, as in the portal."""

    engine: Engine
    folder: Path
    actor: Actor
    file_id: UUID

    def do(self, act: Callable[[Work], T]) -> T:
        """Act as the owner, and commit."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            work = make_work(session, self.folder)
            return act(dataclasses.replace(work, actor=self.actor))

    def offset(self) -> int:
        """Return how much has come."""
        return self.do(lambda work: read_progress(work, self.file_id).offset)

    def append(self, offset: int, piece: bytes) -> None:
        """Send one piece."""
        self.do(lambda work: append(work, self.file_id, offset, piece))

    def append_all(self, data: bytes) -> None:
        """Send what is missing, whoever else sends it meanwhile."""
        while (at := self.offset()) < len(data):
            try:
                self.append(at, data[at : at + PIECE])
            except Conflict:
                time.sleep(0.01)


def begin(engine: Engine, folder: Path, size: int) -> Begun:
    """Announce a file of that size in a new draft."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        filing = make_filing(session)
        draft = make_draft(session, filing)
        work = dataclasses.replace(make_work(session, folder), actor=filing.citizen)
        upload = begin_upload(work, draft.id, "G01", "a.pdf", size)
    return Begun(engine, folder, filing.citizen, upload.id)


def test_writers_at_the_same_place_leave_one_whole_file(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    data = os.urandom(4 * PIECE)
    begun = begin(scratch_engine, tmp_path, len(data))

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(begun.append_all, [data] * WRITERS))

    def check(work: Work) -> None:
        file = row(work, begun.file_id)
        assert file.sha256 == hashlib.sha256(data).hexdigest()
        assert work.storage.read(file.key) == data
        assert len(file.parts) == 4
        assert len(jobs(work)) == 1
        assert len(keys(work)) == 5  # four pieces, one whole; no left-overs

    begun.do(check)


def test_a_power_cut_loses_the_running_piece_only(
    scratch_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(name: str) -> None:
        if name == "upload.1":
            raise PowerCut

    begun = begin(scratch_engine, tmp_path, 2 * PIECE)
    begun.append(0, b"a" * PIECE)
    with monkeypatch.context() as patched:
        patched.setattr(append_module, "failpoint", cut)
        with pytest.raises(PowerCut):
            begun.append(PIECE, b"b" * PIECE)

    assert begun.offset() == PIECE
    begun.append(PIECE, b"b" * PIECE)

    whole = begun.do(lambda work: work.storage.read(row(work, begun.file_id).key))
    assert whole == b"a" * PIECE + b"b" * PIECE
