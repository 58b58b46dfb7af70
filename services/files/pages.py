"""The photos of one paper that wait to become pages (đang gom trang, R20)."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from services.core.errors import NotFound
from services.files.models import StoredFile
from services.files.queries import own_file
from services.files.rules import check_open
from services.work import Work


def loose_pages(session: Session, subject_id: UUID, slot: str) -> Sequence[StoredFile]:
    """Return the pages still to be bound, locked, in the order the person sees."""
    return session.exec(
        select(StoredFile)
        .where(
            StoredFile.subject_id == subject_id,
            StoredFile.slot == slot,
            col(StoredFile.is_page),
            col(StoredFile.bound_into).is_(None),
            col(StoredFile.removed_at).is_(None),
        )
        .order_by(
            col(StoredFile.position), col(StoredFile.started_at), col(StoredFile.id)
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()


def bound_pages(session: Session, made_id: UUID) -> Sequence[StoredFile]:
    """Return the pages of a PDF made here, in their order."""
    return session.exec(
        select(StoredFile)
        .where(StoredFile.bound_into == made_id)
        .order_by(col(StoredFile.position), col(StoredFile.id))
    ).all()


def own_page(work: Work, file_id: UUID) -> StoredFile:
    """Return the actor's loose page, locked; NotFound for anything else."""
    page = own_file(work, file_id, lock=True)
    if not page.is_page or page.bound_into is not None:
        raise NotFound("page")
    check_open(page)
    return page
