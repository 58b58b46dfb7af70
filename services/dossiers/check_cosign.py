"""Check step 6: a procedure that wants a second signature waits for it (C14)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.dossiers.cosign_content import digest_of, needed_cosigner
from services.dossiers.cosign_models import CosignState
from services.dossiers.cosign_queries import (
    CosignStanding,
    latest_request,
    standing_of,
)
from services.dossiers.queries import Draft, load_own
from services.dossiers.rules import Problem
from services.files.models import StoredFile
from services.files.queries import files_of
from services.work import Work


@dataclass(frozen=True)
class CosignView:
    """Who must sign beside the submitter, and where the invitation stands."""

    needed: str  # in words; empty when nobody must
    standing: CosignStanding | None


def cosign_problems(
    work: Work, draft: Draft, files: Sequence[StoredFile]
) -> dict[str, str]:
    """Refuse until the signature is there, and of the draft as it is now."""
    if not needed_cosigner(draft):
        return {}
    standing = cosign_standing(work, draft, files)
    if standing is None:
        return {"cosign": Problem.COSIGN_MISSING}
    if standing.state is CosignState.SIGNED:
        return {}
    is_void = standing.state is CosignState.VOID and standing.answered_at is not None
    return {"cosign": Problem.COSIGN_VOID if is_void else Problem.COSIGN_MISSING}


def cosign_standing(
    work: Work, draft: Draft, files: Sequence[StoredFile]
) -> CosignStanding | None:
    """Return where the latest invitation of the draft stands now."""
    request = latest_request(work.session, draft.dossier.id)
    if request is None:
        return None
    return standing_of(request, digest_of(draft, files), work.now)


def show_cosign(work: Work, dossier_id: UUID) -> CosignView:
    """Return what the one who invites is shown."""
    draft = load_own(work, dossier_id)
    files = files_of(work.session, dossier_id)
    return CosignView(needed_cosigner(draft), cosign_standing(work, draft, files))
