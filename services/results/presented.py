"""What is presented to an approver for signature (Trình ký, O16)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, exists, func, or_, select

from services.core.identifiers import mask_name
from services.dossiers.models import Dossier, DossierStatus
from services.procedures.models import Procedure
from services.processing.models import DossierStep, StepState
from services.processing.queries import steps_of
from services.processing.rules import is_handler
from services.results.models import Result, ResultForm
from services.signing.models import OPEN, SigningBatch, SigningItem
from services.work import Role, Work

MOST = 100


@dataclass(frozen=True)
class PresentedResult:
    """One result that waits for this approver's signature."""

    code: str
    version: int
    procedure: str
    applicant: str  # masked (PII-5)
    title: str  # read out before the press
    file_id: UUID
    due_at: datetime | None
    is_paper: bool
    is_correction: bool
    batch_id: UUID | None  # a request under way


def list_presented(work: Work) -> tuple[PresentedResult, ...]:
    """Return them, what becomes late first; what one prepared oneself stays out."""
    officer_id = work.actor.require_officer(Role.APPROVER)
    query = (
        select(Result, Dossier, Procedure.name)
        .join(Dossier, col(Dossier.id) == Result.dossier_id)
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .where(
            Dossier.agency_id == work.actor.agency_id,
            or_(_waits(officer_id), _corrects(officer_id)),
        )
        .order_by(col(Dossier.due_at).nulls_last(), col(Dossier.code))
        .limit(MOST)
    )
    found = work.session.exec(query).all()
    open_batches = _under_way(work, [result.id for result, _, _ in found])
    return tuple(
        _row(result, dossier, name, open_batches.get(result.id))
        for result, dossier, name in found
        if result.corrects_id or not _is_own(work, dossier, officer_id)
    )


def _waits(officer_id: UUID) -> ColumnElement[bool]:
    """Say that the last step is this officer's to take, with its result attached."""
    last = (
        select(func.max(col(DossierStep.position)))
        .where(col(DossierStep.dossier_id) == Dossier.id)
        .correlate(Dossier)
        .scalar_subquery()
    )
    is_presented = exists().where(
        col(DossierStep.dossier_id) == Dossier.id,
        col(DossierStep.position) == last,
        col(DossierStep.state) == StepState.CURRENT,
        col(DossierStep.result_id) == Result.id,
        or_(
            col(DossierStep.holder_id).is_(None),
            col(DossierStep.holder_id) == officer_id,
        ),
    )
    return and_(is_presented, col(Dossier.status) == DossierStatus.PROCESSING)


def _corrects(officer_id: UUID) -> ColumnElement[bool]:
    """Say that it is a correction somebody else wrote, not signed yet."""
    return and_(
        col(Result.corrects_id).is_not(None),
        col(Result.signed_at).is_(None),
        col(Result.removed_by_id).is_(None),
        col(Result.attached_by_id) != officer_id,
    )


def open_batches(work: Work) -> tuple[UUID, ...]:
    """Return the officer's own requests that are under way, the newest first."""
    officer_id = work.actor.require_officer(Role.APPROVER)
    query = (
        select(SigningBatch.id)
        .where(SigningBatch.officer_id == officer_id, col(SigningBatch.state).in_(OPEN))
        .order_by(col(SigningBatch.asked_at).desc())
    )
    return tuple(work.session.exec(query).all())


def _is_own(work: Work, dossier: Dossier, officer_id: UUID) -> bool:
    return is_handler(steps_of(work.session, dossier.id), officer_id)


def _under_way(work: Work, result_ids: list[UUID]) -> dict[UUID, UUID]:
    query = select(SigningItem.result_id, SigningItem.batch_id).where(
        col(SigningItem.result_id).in_(result_ids), col(SigningItem.state).in_(OPEN)
    )
    return dict(work.session.exec(query).all())


def _row(
    result: Result, dossier: Dossier, procedure: str, batch_id: UUID | None
) -> PresentedResult:
    about = " – ".join(
        part for part in (result.draft.get("title"), result.draft.get("about")) if part
    )
    return PresentedResult(
        code=dossier.code or "",
        version=dossier.version,
        procedure=procedure,
        applicant=mask_name(dossier.applicant_name),
        title=about or procedure,
        file_id=result.file_id,
        due_at=dossier.due_at,
        is_paper=result.form is ResultForm.PAPER,
        is_correction=result.corrects_id is not None,
        batch_id=batch_id,
    )
