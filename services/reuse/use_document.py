"""Put a paper of one's vault into a draft (‹Dùng giấy tờ này›, C12)."""

from uuid import UUID

from services.core.errors import Conflict
from services.dossiers.begin_upload import kinds_of, most_bytes
from services.dossiers.models import DossierStatus
from services.dossiers.queries import check_right, load_own
from services.files.rules import UploadLimits
from services.reuse.put_in import Place, Used, put_in
from services.work import Work


def use_document(
    work: Work, dossier_id: UUID, slot: str, document_id: UUID, agreed: bool
) -> Used:
    """Copy the paper under its component; only while nothing is handed in."""
    draft = load_own(work, dossier_id, lock=True)
    if draft.dossier.status is not DossierStatus.DRAFT:
        raise Conflict("handed_in")
    check_right(work, draft.dossier)
    place = Place(
        dossier_id=dossier_id,
        slot=slot,
        limits=UploadLimits(
            kinds=kinds_of(draft.catalogue, slot),
            file_bytes=most_bytes(draft.catalogue, slot),
        ),
        delegation_id=draft.dossier.delegation_id,
        procedure_code=draft.catalogue.procedure.code,
        purpose=draft.catalogue.procedure.name,
        unit=draft.agency.name if draft.agency else "",
    )
    return put_in(work, place, document_id, agreed)
