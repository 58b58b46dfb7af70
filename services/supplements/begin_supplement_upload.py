"""Begin to send a file for one point of a supplement."""

from uuid import UUID

from services.core.errors import NotFound
from services.dossiers.begin_upload import kinds_of
from services.dossiers.catalogue_of import catalogue_of
from services.dossiers.models import Dossier
from services.dossiers.views import OTHER
from services.files.begin import NewUpload, Upload, begin
from services.files.rules import DEFAULT_KINDS, UploadLimits
from services.files.verdicts import FileKind
from services.signals import dossier_topic, tell
from services.supplements.models import SupplementPoint, TargetKind
from services.supplements.queries import own_point
from services.supplements.rules import FILES_PER_POINT, slot_of
from services.work import Work


def begin_supplement_upload(
    work: Work, code: str, point_id: UUID, name: str, size: int
) -> Upload:
    """Take a file for a paper that was asked for, by the limits of that paper."""
    dossier, _, point = own_point(work, code, point_id)
    if point.kind is TargetKind.FIELD:
        raise NotFound("component")
    limits = limits_of(work, dossier, point)
    right = dossier.delegation_id
    is_mine = dossier.account_id == work.actor.account_id
    new = NewUpload(
        dossier.id, slot_of(point.id), name, size, right if is_mine else None
    )
    upload = begin(work, new, limits)
    tell(work.session, dossier_topic(dossier.id))
    return upload


def limits_of(work: Work, dossier: Dossier, point: SupplementPoint) -> UploadLimits:
    """Return what a point takes, sent from the device or taken from the vault."""
    return UploadLimits(
        kinds=_kinds(work, dossier, point), files_per_slot=FILES_PER_POINT
    )


def _kinds(work: Work, dossier: Dossier, point: SupplementPoint) -> frozenset[FileKind]:
    """Return what the paper takes now; one that is listed no more takes anything."""
    paper = point.target if point.kind is TargetKind.COMPONENT else OTHER
    try:
        return kinds_of(catalogue_of(work, dossier), paper)
    except NotFound:
        return DEFAULT_KINDS
