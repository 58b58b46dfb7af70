"""One paper of one's own: versions, shares, what was asked about it."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from services.core.clock import local_day
from services.files.models import FileState, StoredFile
from services.vault.models import (
    CorrectionOutcome,
    CorrectionRequest,
    DocumentOpening,
    DocumentShare,
    DocumentVersion,
)
from services.vault.queries import own_paper
from services.vault.views import DocumentView, view_document
from services.work import Work


@dataclass(frozen=True)
class VersionView:
    """One file of the paper, newest first."""

    number: int
    file_id: UUID
    name: str
    state: FileState
    fault: str
    added_at: datetime
    sha256: str
    is_shown: bool  # the one that stands for the paper


@dataclass(frozen=True)
class ShareView:
    """One share, with every look somebody took."""

    id: UUID
    created_at: datetime
    until: datetime
    ended_at: datetime | None
    is_open: bool
    opened_count: int
    openings: tuple[tuple[datetime, str], ...]


@dataclass(frozen=True)
class CorrectionView:
    """A correction that was asked for."""

    field: str
    present: str
    proposed: str
    asked_at: datetime
    answered_at: datetime | None
    answer: str
    outcome: CorrectionOutcome = CorrectionOutcome.WAITING
    written: str = ""  # what the issuer wrote


@dataclass(frozen=True)
class DocumentDetail:
    """All that its owner sees of a paper."""

    document: DocumentView
    fields: dict[str, str]
    versions: tuple[VersionView, ...]
    shares: tuple[ShareView, ...]
    corrections: tuple[CorrectionView, ...] = field(default_factory=tuple)


def show_document(work: Work, document_id: UUID) -> DocumentDetail:
    """Return one paper, or NotFound for what is somebody else's."""
    document, version, file = own_paper(work, document_id)
    return DocumentDetail(
        document=view_document(document, version, file, local_day(work.now)),
        fields=dict(document.fields),
        versions=_versions(work, document_id, version.id),
        shares=_shares(work, document_id),
        corrections=_corrections(work, document_id),
    )


def _versions(work: Work, document_id: UUID, shown: UUID) -> tuple[VersionView, ...]:
    rows = work.session.exec(
        select(DocumentVersion, StoredFile)
        .join(StoredFile, col(StoredFile.id) == DocumentVersion.file_id)
        .where(
            DocumentVersion.document_id == document_id,
            StoredFile.state != FileState.RECEIVING,
            col(StoredFile.removed_at).is_(None),
        )
        .order_by(col(DocumentVersion.number).desc())
    ).all()
    return tuple(
        VersionView(
            number=version.number,
            file_id=file.id,
            name=file.name,
            state=file.state,
            fault=file.fault,
            added_at=version.added_at,
            sha256=file.sha256,
            is_shown=version.id == shown,
        )
        for version, file in rows
    )


def _shares(work: Work, document_id: UUID) -> tuple[ShareView, ...]:
    shares = work.session.exec(
        select(DocumentShare)
        .where(DocumentShare.document_id == document_id)
        .order_by(col(DocumentShare.created_at).desc())
    ).all()
    looks: dict[UUID, list[tuple[datetime, str]]] = {}
    for one in work.session.exec(
        select(DocumentOpening)
        .where(col(DocumentOpening.share_id).in_([share.id for share in shares]))
        .order_by(col(DocumentOpening.at).desc())
    ):
        looks.setdefault(one.share_id, []).append((one.at, one.act))
    return tuple(
        ShareView(
            id=share.id,
            created_at=share.created_at,
            until=share.until,
            ended_at=share.ended_at,
            is_open=share.ended_at is None and share.until > work.now,
            opened_count=share.opened_count,
            openings=tuple(looks.get(share.id, ())),
        )
        for share in shares
    )


def _corrections(work: Work, document_id: UUID) -> tuple[CorrectionView, ...]:
    asked = work.session.exec(
        select(CorrectionRequest)
        .where(CorrectionRequest.document_id == document_id)
        .order_by(col(CorrectionRequest.asked_at).desc())
    ).all()
    return tuple(
        CorrectionView(
            field=one.field,
            present=one.present,
            proposed=one.proposed,
            asked_at=one.asked_at,
            answered_at=one.answered_at,
            answer=one.answer,
            outcome=one.outcome,
            written=one.written,
        )
        for one in asked
    )
