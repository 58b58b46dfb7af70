"""The nightly sweep takes what nobody comes back for, and nothing else."""

import dataclasses
import os
from datetime import timedelta
from uuid import uuid4

from sqlmodel import select

from services.dossiers.models import Dossier
from services.files.models import FileState, StoredFile
from services.files.sweep import sweep
from services.work import SYSTEM, Work
from tests.conftest import NOON
from tests.factories.dossiers import (
    Filing,
)
from tests.factories.files import make_stored_file
from tests.services.files.sending import jobs, keys


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
    orphans |= {f"readings/{uuid4()}/words", f"readings/{removed.id}/0"}
    for key in orphans:
        mine.storage.put(key, b"x")
    expected = {f.key for f in (kept, sealed, begun)} | {f"readings/{kept.id}/words"}
    mine.storage.put(f"readings/{kept.id}/words", b"x")
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
