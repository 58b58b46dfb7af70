"""Reads of supplements: requests of a dossier, their points and files."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from services.core.errors import Conflict, NotFound
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.queries import check_right
from services.dossiers.show_dossier import find_visible
from services.files.models import StoredFile
from services.files.queries import files_of
from services.supplements.models import (
    RequestStatus,
    SupplementPoint,
    SupplementRequest,
)
from services.work import Work

OPEN = (RequestStatus.ASKED, RequestStatus.EXPIRED)


def requests_of(session: Session, dossier_id: UUID) -> Sequence[SupplementRequest]:
    """Return what was asked of a dossier, the latest first."""
    asked = select(SupplementRequest).where(SupplementRequest.dossier_id == dossier_id)
    return session.exec(asked.order_by(col(SupplementRequest.number).desc())).all()


def points_of(
    session: Session, request_ids: Sequence[UUID]
) -> dict[UUID, list[SupplementPoint]]:
    """Return the points of these requests, in one statement."""
    found: dict[UUID, list[SupplementPoint]] = {one: [] for one in request_ids}
    query = select(SupplementPoint).where(
        col(SupplementPoint.request_id).in_(request_ids)
    )
    for point in session.exec(query.order_by(col(SupplementPoint.position))):
        found[point.request_id].append(point)
    return found


def files_by_slot(
    session: Session, dossier_id: UUID, lock: bool = False
) -> dict[str, list[StoredFile]]:
    """Return the files of a dossier by the place they were sent for."""
    found: dict[str, list[StoredFile]] = {}
    for file in files_of(session, dossier_id, lock=lock):
        found.setdefault(file.slot, []).append(file)
    return found


def lock_visible(work: Work, code: str) -> Dossier:
    """Return a dossier the citizen sees, held until the commit, to act upon.

    Who acts for somebody else does so only while the delegation holds (AZ-10).
    """
    account_id = work.actor.require_citizen()
    seen = find_visible(work, code)
    if seen is None:
        raise NotFound("dossier")
    dossier = work.session.exec(
        select(Dossier)
        .where(Dossier.id == seen.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    if dossier.account_id == account_id:
        check_right(work, dossier)
    return dossier


def open_request(session: Session, dossier: Dossier) -> SupplementRequest:
    """Return what the dossier waits for; Conflict when it waits for nothing."""
    if dossier.status is not DossierStatus.SUPPLEMENT:
        raise Conflict("supplement_closed")
    asked = select(SupplementRequest).where(
        SupplementRequest.dossier_id == dossier.id,
        col(SupplementRequest.status).in_(OPEN),
    )
    found = session.exec(asked.order_by(col(SupplementRequest.number).desc())).first()
    if found is None:
        raise Conflict("supplement_closed")
    return found


def own_point(
    work: Work, code: str, point_id: UUID
) -> tuple[Dossier, SupplementRequest, SupplementPoint]:
    """Return a point of the open request of one's dossier, all of it held."""
    dossier = lock_visible(work, code)
    request = open_request(work.session, dossier)
    point = work.session.get(SupplementPoint, point_id, populate_existing=True)
    if point is None or point.request_id != request.id:
        raise NotFound("point")
    return dossier, request, point
