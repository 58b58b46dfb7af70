"""Begin to send a file for one paper of a draft (C12)."""

from uuid import UUID

from services.core.errors import Conflict, NotFound
from services.dossiers.catalogue import Catalogue
from services.dossiers.models import DossierStatus
from services.dossiers.queries import check_right, load_own
from services.dossiers.views import OTHER
from services.files.begin import NewUpload, Upload, begin
from services.files.rules import DEFAULT_KINDS, UploadLimits
from services.files.verdicts import KIND_OF_EXTENSION, FileKind
from services.signals import dossier_topic, tell
from services.work import Work


def begin_upload(
    work: Work, dossier_id: UUID, slot: str, name: str, size: int
) -> Upload:
    """Take a file for a paper the procedure lists, while nothing is handed in."""
    draft = load_own(work, dossier_id, lock=True)
    if draft.dossier.status is not DossierStatus.DRAFT:
        raise Conflict("handed_in")
    check_right(work, draft.dossier)
    limits = UploadLimits(kinds=kinds_of(draft.catalogue, slot))
    new = NewUpload(dossier_id, slot, name, size, draft.dossier.delegation_id)
    upload = begin(work, new, limits)
    tell(work.session, dossier_topic(dossier_id))
    return upload


def kinds_of(catalogue: Catalogue, slot: str) -> frozenset[FileKind]:
    """Return the kinds a paper may be sent as; NotFound when there is no such paper."""
    if slot == OTHER:
        return DEFAULT_KINDS
    papers = [c for c in catalogue.components if c.code == slot and c.is_paper]
    if not papers:
        raise NotFound("component")
    stated = {
        KIND_OF_EXTENSION[kind]
        for paper in papers
        for kind in paper.kinds
        if kind in KIND_OF_EXTENSION
    }
    return frozenset(stated) or DEFAULT_KINDS
