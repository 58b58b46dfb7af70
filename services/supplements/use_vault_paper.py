"""Answer a point with a paper of one's vault: “Lấy giấy tờ từ kho” (C22, C12)."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from services.core.errors import NotFound
from services.dossiers.catalogue_of import catalogue_of
from services.dossiers.models import DossierStatus
from services.dossiers.show_dossier import find_visible
from services.dossiers.snapshot import read_snapshot
from services.reuse.candidates import candidates
from services.reuse.matching import Offer, best_first
from services.reuse.put_in import Place, Used, put_in
from services.supplements.begin_supplement_upload import limits_of
from services.supplements.models import (
    SupplementPoint,
    SupplementRequest,
    TargetKind,
)
from services.supplements.queries import OPEN, own_point
from services.supplements.rules import slot_of
from services.work import Work


@dataclass(frozen=True)
class PointOffers:
    """What the vault has for one point, the best match first."""

    point_id: UUID
    offers: tuple[Offer, ...]

    @property
    def fitting(self) -> int:
        """Count what can be used at once."""
        return sum(one.is_fitting and one.is_usable for one in self.offers)


def vault_offers(work: Work, code: str) -> tuple[PointOffers, ...]:
    """Return one's papers for every point of the open request that takes files."""
    work.actor.require_citizen()
    dossier = find_visible(work, code)
    if dossier is None:
        raise NotFound("dossier")
    if dossier.status is not DossierStatus.SUPPLEMENT:
        return ()
    query = (
        select(SupplementPoint)
        .join(
            SupplementRequest,
            col(SupplementRequest.id) == SupplementPoint.request_id,
        )
        .where(
            SupplementRequest.dossier_id == dossier.id,
            col(SupplementRequest.status).in_(OPEN),
            SupplementPoint.kind != TargetKind.FIELD,
        )
        .order_by(col(SupplementPoint.position))
    )
    points = work.session.exec(query).all()
    mine = candidates(work) if points else []
    return tuple(
        PointOffers(point.id, best_first(_name(point), mine)) for point in points
    )


def use_vault_paper(
    work: Work, code: str, point_id: UUID, document_id: UUID, agreed: bool
) -> Used:
    """Copy a paper of the vault under a point, while the answer is not sent off."""
    dossier, _, point = own_point(work, code, point_id)
    if point.kind is TargetKind.FIELD:
        raise NotFound("component")
    handed_in, procedure = read_snapshot(dossier), catalogue_of(work, dossier).procedure
    is_mine = dossier.account_id == work.actor.account_id
    place = Place(
        dossier_id=dossier.id,
        slot=slot_of(point.id),
        limits=limits_of(work, dossier, point),
        delegation_id=dossier.delegation_id if is_mine else None,
        procedure_code=procedure.code,
        purpose=handed_in.procedure_name,
        unit=handed_in.unit.name,
    )
    return put_in(work, place, document_id, agreed)


def _name(point: SupplementPoint) -> str:
    """A free point names no paper, so none fits it better than another."""
    return point.label if point.kind is TargetKind.COMPONENT else ""
