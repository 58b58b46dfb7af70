"""Begin to send a file for one paper of a draft (C12)."""

from collections.abc import Iterable
from uuid import UUID

from services.core.errors import Conflict, NotFound
from services.dossiers.catalogue import Catalogue
from services.dossiers.models import DossierStatus
from services.dossiers.queries import check_right, load_own
from services.dossiers.views import OTHER, RELIEF_PROOF
from services.files.begin import NewUpload, Upload, begin
from services.files.rules import DEFAULT_KINDS, UploadLimits
from services.files.verdicts import KIND_OF_EXTENSION, FileKind, kind_of_name
from services.signals import dossier_topic, tell
from services.work import Work

PICTURES = frozenset({FileKind.JPEG, FileKind.PNG, FileKind.HEIC})
PAGES = 50  # photos of one paper, and files on their way


def begin_upload(
    work: Work, dossier_id: UUID, slot: str, name: str, size: int
) -> Upload:
    """Take a file for a paper the procedure lists, while nothing is handed in."""
    draft = load_own(work, dossier_id, lock=True)
    if draft.dossier.status is not DossierStatus.DRAFT:
        raise Conflict("handed_in")
    check_right(work, draft.dossier)
    kinds = kinds_of(draft.catalogue, slot)
    is_page = slot != OTHER and becomes_page(kinds, name)
    limits = UploadLimits(
        kinds=kinds,
        file_bytes=most_bytes(draft.catalogue, slot),
        files_per_slot=PAGES if is_page else UploadLimits().files_per_slot,
        unfinished=PAGES,
    )
    right = draft.dossier.delegation_id
    new = NewUpload(dossier_id, slot, name, size, right, is_page)
    upload = begin(work, new, limits)
    tell(work.session, dossier_topic(dossier_id))
    return upload


def becomes_page(kinds: frozenset[FileKind], name: str) -> bool:
    """Say whether a photo of this name is to be a page of a PDF (R20).

    Where a paper is taken as a photo only, such as a portrait, it stays one.
    """
    return FileKind.PDF in kinds and kind_of_name(name) in PICTURES


def most_bytes(catalogue: Catalogue, slot: str) -> int:
    """Return how large one file may be (F11)."""
    stated = [c.max_megabytes for c in catalogue.components if c.code == slot]
    return max(stated) << 20 if stated else UploadLimits().file_bytes


def kinds_of(catalogue: Catalogue, slot: str) -> frozenset[FileKind]:
    """Return the kinds a paper may be sent as; NotFound when there is no such paper."""
    if slot in (OTHER, RELIEF_PROOF):
        return DEFAULT_KINDS
    papers = [c for c in catalogue.components if c.code == slot and c.is_paper]
    if not papers:
        raise NotFound("component")
    stated = [kinds_stated(paper.kinds) for paper in papers]
    return frozenset().union(*stated) or DEFAULT_KINDS


def kinds_stated(names: Iterable[str]) -> frozenset[FileKind]:
    """Return the kinds the catalogue names, by their extensions."""
    known = (KIND_OF_EXTENSION.get(name) for name in names)
    return frozenset(kind for kind in known if kind)
