"""Who used a paper and what for (C23): one's own dossiers, and who read it there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, func, select

from services.audit.models import AuditEntry
from services.dossiers.models import Dossier, DossierStatus
from services.files.models import StoredFile
from services.vault.models import DocumentUse
from services.vault.queries import own_paper
from services.work import Work


@dataclass(frozen=True)
class UseView:
    """One use: when, for which procedure, who was to read it, and how often it was."""

    used_at: datetime
    purpose: str
    unit: str
    dossier_id: UUID
    dossier_code: str
    status: DossierStatus | None  # None: the draft was thrown away
    is_standing: bool  # the dossier holds the paper still
    reads: int  # by officers
    last_read_at: datetime | None


def who_used(work: Work, document_id: UUID) -> tuple[UseView, ...]:
    """Return every use of one's paper, the latest first."""
    own_paper(work, document_id)
    read: Any = (  # Any: more columns than the typed `select` knows
        select(
            col(AuditEntry.subject_id).label("file_id"),
            func.count().label("times"),
            func.max(AuditEntry.at).label("last"),
        )
        .where(AuditEntry.act == "read_file", AuditEntry.outcome == "done")
        .where(AuditEntry.person_id == work.actor.require_citizen())
        .group_by(col(AuditEntry.subject_id))
        .subquery()
    )
    rows: Any = work.session.exec(
        select(  # type: ignore[call-overload]
            DocumentUse,
            Dossier.code,
            Dossier.status,
            StoredFile.removed_at,
            StoredFile.id,
            read.c.times,
            read.c.last,
        )
        .outerjoin(Dossier, col(Dossier.id) == DocumentUse.dossier_id)
        .outerjoin(StoredFile, col(StoredFile.id) == DocumentUse.file_id)
        .outerjoin(read, read.c.file_id == DocumentUse.file_id)
        .where(DocumentUse.document_id == document_id)
        .order_by(col(DocumentUse.used_at).desc())
    ).all()
    return tuple(_view(*row) for row in rows)


def _view(use: DocumentUse, code: str | None, *rest: Any) -> UseView:
    # Any: the other columns, as `who_used` names them.
    status, removed_at, file_id, times, last = rest
    return UseView(
        used_at=use.used_at,
        purpose=use.purpose,
        unit=use.unit,
        dossier_id=use.dossier_id,
        dossier_code=code or "",
        status=status,
        is_standing=bool(file_id) and removed_at is None and status is not None,
        reads=times or 0,
        last_read_at=last,
    )
