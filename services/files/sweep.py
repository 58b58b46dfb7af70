"""The nightly job that clears what nobody will come back for (UP-6)."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from uuid import UUID

import obstore
from sqlalchemy import ColumnElement
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, or_, select

from services.audit.record import record
from services.files.models import FileState, StoredFile
from services.jobs import defer
from services.work import Work

FORGOTTEN = timedelta(days=7)  # an upload nobody went on with
REMOVED = timedelta(days=1)
STUCK = timedelta(hours=1)
# An object younger than this may belong to a transaction still open.
ORPHAN = timedelta(days=1)
BATCH = 500


def sweep(work: Work) -> int:
    """Drop forgotten uploads, removed files and objects without a row.

    Returns how many objects went. Files handed in are never touched. A file
    whose inspection was lost is inspected again.
    """
    gone = 0
    for file in _forgotten(work.session, work.now):
        keys = [*file.parts, file.key, file.thumbnail_key]
        work.storage.remove(keys)
        work.session.delete(file)
        gone += len(keys)
    work.session.flush()
    for keys in _batches(work):
        orphans = _orphans(work.session, keys)
        work.storage.remove(orphans)
        gone += len(orphans)
    for file_id, is_bound in _stuck(work.session, work.now):
        task = "files.make_bound" if is_bound else "files.inspect_file"
        defer(work.session, task, file_id=str(file_id))
    record(work, "sweep_files", count=gone)
    return gone


def _forgotten(session: Session, now: datetime) -> Iterable[StoredFile]:
    unfinished = and_(
        col(StoredFile.state) == FileState.RECEIVING,
        col(StoredFile.started_at) < now - FORGOTTEN,
        col(StoredFile.sealed_at).is_(None),
    )
    removed = col(StoredFile.removed_at) < now - REMOVED
    return session.exec(
        select(StoredFile)
        .where(or_(unfinished, removed, _spent_photos(now)))
        .with_for_update(skip_locked=True)
    ).all()


def _spent_photos(now: datetime) -> ColumnElement[bool]:
    """Photos whose PDF was handed in, or went for good: nobody comes back to them."""
    made = aliased(StoredFile)
    alive = (
        select(made.id)
        .where(made.id == StoredFile.bound_into, col(made.sealed_at).is_(None))
        .where(
            or_(
                col(made.removed_at).is_(None),
                col(made.removed_at) > now - REMOVED,
            )
        )
        .exists()
    )
    return and_(col(StoredFile.bound_into).is_not(None), ~alive)


def _stuck(session: Session, now: datetime) -> Iterable[tuple[UUID, bool]]:
    return session.exec(
        select(StoredFile.id, StoredFile.is_bound).where(
            StoredFile.state == FileState.CHECKING,
            col(StoredFile.removed_at).is_(None),
            col(StoredFile.finished_at) < now - STUCK,
        )
    ).all()


def _batches(work: Work) -> Iterator[list[str]]:
    """Yield the keys of objects old enough to be judged, some at a time."""
    for prefix in ("parts", "files", "thumbnails", "readings"):
        for objects in obstore.list(work.storage.store, prefix, chunk_size=BATCH):
            keys = [
                entry["path"]
                for entry in objects
                if entry["last_modified"] < work.now - ORPHAN
            ]
            if keys:
                yield keys


def _orphans(session: Session, keys: list[str]) -> list[str]:
    """Return the keys which no row names."""
    owners = {key: _owner(key) for key in keys}
    ids = {owner for owner in owners.values() if owner}
    found = session.exec(
        select(StoredFile.id, StoredFile.parts).where(col(StoredFile.id).in_(ids))
    ).all()
    parts = dict(found)
    return [
        key
        for key, owner in owners.items()
        if owner not in parts or (key.startswith("parts/") and key not in parts[owner])
    ]


def _owner(key: str) -> UUID | None:
    try:
        return UUID(key.split("/")[1])
    except (IndexError, ValueError):
        return None
