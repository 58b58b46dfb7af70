"""Which corrections an officer answers: those of papers their own office issued."""

from typing import Any
from uuid import UUID

from sqlmodel import and_, col, or_, select

from services.core.errors import NotFound
from services.files.models import StoredFile
from services.procedures.models import Agency, AgencyLevel
from services.signals import desk_topics, person_topic, tell
from services.vault.models import (
    CorrectionRequest,
    DocumentSource,
    DocumentVersion,
    VaultDocument,
)
from services.work import Actor, Role, Work

READERS = (Role.INTAKE, Role.PROCESSING, Role.APPROVER)
DECIDERS = (Role.PROCESSING, Role.APPROVER)  # who appraises says what a paper says


def service_centre() -> Any:
    """Select the desk that answers for issuers outside the portal. Any: a select."""
    return (
        select(Agency.id)
        .where(Agency.level == AgencyLevel.PROVINCE, col(Agency.is_receiving))
        .order_by(col(Agency.code))
        .limit(1)
    )


def of_my_office(work: Work) -> Any:
    """Limit requests, joined to their papers, to the officer's agency (AZ-6).

    A paper of an issuer that has no desk here is the service centre's, or nobody
    would ever answer. Any: an SQL condition.
    """
    work.actor.require_officer(*READERS)
    mine = work.actor.agency_id
    if mine is None:
        raise NotFound("agency")
    is_centre = service_centre().scalar_subquery() == mine
    agency = col(VaultDocument.agency_id)
    return and_(
        or_(agency == mine, and_(agency.is_(None), is_centre)),
        col(VaultDocument.source) != DocumentSource.UPLOAD,
        col(VaultDocument.removed_at).is_(None),
    )


def office_request(
    work: Work, request_id: UUID, lock: bool = False
) -> tuple[CorrectionRequest, VaultDocument]:
    """Return a request and its paper; one answer for “not here” and “not yours”.

    Held, the paper is held first: its owner may be asking for one more correction.
    """
    query = (
        select(CorrectionRequest, VaultDocument)
        .join(VaultDocument, col(VaultDocument.id) == CorrectionRequest.document_id)
        .where(CorrectionRequest.id == request_id, of_my_office(work))
    )
    if lock:
        _hold_paper(work, request_id)
        query = query.with_for_update(of=CorrectionRequest).execution_options(
            populate_existing=True
        )
    found = work.session.exec(query).first()
    if found is None:
        raise NotFound("correction")
    return found[0], found[1]


def correction_file(work: Work, file_id: UUID) -> StoredFile | None:
    """Return a file whose paper this office is asked to correct, while it is asked."""
    actor = work.actor
    if not actor.is_officer or actor.agency_id is None or not _reads(actor):
        return None
    return work.session.exec(
        select(StoredFile)
        .join(DocumentVersion, col(DocumentVersion.file_id) == StoredFile.id)
        .join(VaultDocument, col(VaultDocument.id) == DocumentVersion.document_id)
        .join(CorrectionRequest, col(CorrectionRequest.document_id) == VaultDocument.id)
        .where(
            StoredFile.id == file_id,
            col(StoredFile.removed_at).is_(None),
            col(CorrectionRequest.answered_at).is_(None),
            of_my_office(work),
        )
    ).first()


def announce(work: Work, request: CorrectionRequest, document: VaultDocument) -> None:
    """Let the owner's page and the office's list read anew."""
    office = document.agency_id or work.session.exec(service_centre()).first()
    desks = desk_topics([office]) if office else []
    tell(work.session, person_topic(request.account_id), *desks)


def _reads(actor: Actor) -> bool:
    return bool(actor.roles & set(READERS))


def _hold_paper(work: Work, request_id: UUID) -> None:
    of_request = select(CorrectionRequest.document_id).where(
        CorrectionRequest.id == request_id
    )
    work.session.exec(
        select(VaultDocument)
        .where(col(VaultDocument.id) == of_request.scalar_subquery())
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
