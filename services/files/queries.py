"""Reads of files: one's own, those of a dossier, and what is held already."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, and_, col, func, or_, select

from services.core.errors import NotFound
from services.delegations.queries import among, require_delegation, usable_by
from services.files.models import FileState, StoredFile
from services.files.rules import UNDO_ARRIVES_WITHIN, Held
from services.work import Work


def own_file(
    work: Work, file_id: UUID, lock: bool = False, removed: bool = False
) -> StoredFile:
    """Return the actor's file; one answer for “not yours” and “not there”.

    One that was sent for somebody else is theirs while the delegation holds.
    """
    owner_id = work.actor.account_id
    if owner_id is None:
        raise NotFound("file")
    query = select(StoredFile).where(
        StoredFile.id == file_id,
        StoredFile.owner_id == owner_id,
        or_(
            col(StoredFile.delegation_id).is_(None),
            among(StoredFile.delegation_id, usable_by(owner_id, work.now)),
        ),
    )
    if not removed:
        query = query.where(col(StoredFile.removed_at).is_(None))
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    file = work.session.exec(query).first()
    if file is None:
        raise NotFound("file")
    if lock and file.delegation_id is not None and file.sealed_at is None:
        require_delegation(work, file.delegation_id)
    return file


def files_of(
    session: Session, subject_id: UUID, lock: bool = False
) -> Sequence[StoredFile]:
    """Return the files of a dossier in the order their owner gave them.

    Photos that were bound into a PDF are left out: the PDF stands for them.
    """
    query = (
        select(StoredFile)
        .where(
            StoredFile.subject_id == subject_id,
            col(StoredFile.removed_at).is_(None),
            col(StoredFile.bound_into).is_(None),
        )
        .order_by(*in_order())
    )
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return session.exec(query).all()


def in_order() -> tuple[Any, ...]:  # Any: columns of a statement
    """Return the order their owner gave the files of a dossier."""
    return (
        col(StoredFile.slot),
        col(StoredFile.position),
        col(StoredFile.started_at),
        col(StoredFile.id),
    )


def held(
    session: Session, owner_id: UUID, place: tuple[UUID, str], now: datetime
) -> Held:
    """Return what counts against the limits, in one statement.

    A file removed a moment ago still counts, so that bringing it back never
    passes a limit. Photos in a PDF count for the day only: the PDF counts.
    """
    subject_id, slot = place
    here = and_(
        col(StoredFile.subject_id) == subject_id,
        col(StoredFile.bound_into).is_(None),
    )
    mine = col(StoredFile.owner_id) == owner_id
    day_ago = col(StoredFile.started_at) > now - timedelta(days=1)
    present = or_(
        col(StoredFile.removed_at).is_(None),
        col(StoredFile.removed_at) > now - UNDO_ARRIVES_WITHIN,
    )
    receiving = col(StoredFile.state) == FileState.RECEIVING
    size = func.sum(col(StoredFile.declared_size))
    arrived = func.sum(col(StoredFile.received))
    row = session.exec(
        select(
            func.count().filter(here, present, col(StoredFile.slot) == slot),
            func.coalesce(size.filter(here, present), 0),
            func.count().filter(mine, present, receiving),
            func.coalesce(arrived.filter(mine, day_ago), 0),
        ).where(or_(here, mine))
    ).one()
    return Held(*(int(value) for value in row))
