"""Make one PDF of the photos sent for a paper of a draft (C12, R20)."""

from collections.abc import Sequence
from uuid import UUID

from services.core.errors import Conflict, NotFound, RuleViolation
from services.dossiers.models import DossierStatus
from services.dossiers.queries import check_right, load_own
from services.dossiers.rules import Problem
from services.files.bind_pages import Binding, bind_pages
from services.files.models import FileState, StoredFile
from services.files.pages import loose_pages
from services.work import Work


def bind_pages_of(work: Work, dossier_id: UUID, slot: str) -> UUID | None:
    """Bind the pages as they stand, once the person has answered every doubt.

    The PDF bears the name of the paper.
    """
    draft = load_own(work, dossier_id, lock=True)
    if draft.dossier.status is not DossierStatus.DRAFT:
        raise Conflict("handed_in")
    check_right(work, draft.dossier)
    papers = [c for c in draft.catalogue.components if c.code == slot and c.is_paper]
    if not papers:
        raise NotFound("component")
    if fault := _fault(loose_pages(work.session, dossier_id, slot)):
        raise RuleViolation({slot: fault})
    most_bytes = max(paper.max_megabytes for paper in papers) << 20
    binding = Binding(dossier_id, slot, papers[0].name, most_bytes)
    return bind_pages(work, binding)


def _fault(pages: Sequence[StoredFile]) -> Problem | None:
    states = {page.state for page in pages}
    if FileState.RECEIVING in states:
        return Problem.FILE_SENDING
    if FileState.REFUSED in states:
        return Problem.FILE_REFUSED
    if FileState.CHECKING in states:
        return Problem.FILE_CHECKING
    if any(page.doubts and not page.is_kept for page in pages):
        return Problem.PAGES_DOUBTED
    return None
