"""The nightly job that clears what previews and signatures left in the store."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import obstore
from sqlmodel import Session, col, select

from services.audit.record import record
from services.signing.models import OPEN, SigningItem
from services.work import Work

# A preview is looked at once; one wanted later is printed anew. A PDF prepared for a
# signature younger than this may belong to a transaction still open.
KEPT = timedelta(days=1)
PREVIEWS, SIGNING = "previews", "signing"
BATCH = 500


def sweep_objects(work: Work) -> int:
    """Remove old previews, and prepared PDFs whose signature is no longer under way.

    Returns how many went. What waits for its signature stays, however old.
    """
    gone = 0
    for keys in _old_keys(work, PREVIEWS):
        work.storage.remove(keys)
        gone += len(keys)
    for keys in _old_keys(work, SIGNING):
        ended = _ended(work.session, keys)
        work.storage.remove(ended)
        gone += len(ended)
    record(work, "sweep_objects", count=gone)
    return gone


def _old_keys(work: Work, prefix: str) -> Iterator[list[str]]:
    """Yield the keys of objects old enough to be judged, some at a time."""
    for objects in obstore.list(work.storage.store, prefix, chunk_size=BATCH):
        keys = [
            entry["path"]
            for entry in objects
            if entry["last_modified"] < work.now - KEPT
        ]
        if keys:
            yield keys


def _ended(session: Session, keys: list[str]) -> list[str]:
    owners = {key: _owner(key) for key in keys}
    ids = {owner for owner in owners.values() if owner}
    under_way = set(
        session.exec(
            select(SigningItem.id).where(
                col(SigningItem.id).in_(ids), col(SigningItem.state).in_(OPEN)
            )
        ).all()
    )
    return [key for key, owner in owners.items() if owner not in under_way]


def _owner(key: str) -> UUID | None:
    try:
        return UUID(key.split("/")[1])
    except (IndexError, ValueError):
        return None
