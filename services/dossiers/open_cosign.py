"""What the link of an invitation shows: exactly what would be signed (C14).

To whoever has not named the one invited it shows nothing but that there is one.
"""

from dataclasses import dataclass
from datetime import datetime

from services.accounts.code_requests import CodeRequestProgress, code_request_progress
from services.accounts.models import CodePurpose
from services.dossiers.cosign_content import CosignContent, content_of
from services.dossiers.cosign_models import CosignRequest, CosignState
from services.dossiers.cosign_queries import (
    draft_of,
    find_invitation,
    is_invited,
    is_known,
    shown_contact,
    state_of,
)
from services.dossiers.models import DossierStatus
from services.files.queries import files_of
from services.work import Work


@dataclass(frozen=True)
class CosignPage:
    """An invitation; name, phone and content are for the one invited alone."""

    is_known: bool
    name: str
    shown: str  # where the code goes, masked
    state: CosignState
    until: datetime
    answered_at: datetime | None
    content: CosignContent | None  # only while it can be signed, or was
    by_account: bool  # signed in as the one invited: no code is needed
    code: CodeRequestProgress | None


def open_cosign(work: Work, key: str) -> CosignPage:
    """Return the invitation of this link; NotFound for a wrong one."""
    request = find_invitation(work, key)
    draft = draft_of(work, request)
    files = files_of(work.session, request.dossier_id)
    content = content_of(work, draft, files)
    state = state_of(request, content.digest, work.now)
    if draft.dossier.status is not DossierStatus.DRAFT and state is CosignState.ASKED:
        state = CosignState.EXPIRED  # handed in without this signature
    known = is_known(work, request)
    is_open = known and state is CosignState.ASKED
    return CosignPage(
        is_known=known,
        name=request.name if known else "",
        shown=shown_contact(request) if known else "",
        state=state,
        until=request.until,
        answered_at=request.answered_at,
        content=content if is_open else None,
        by_account=is_open and is_invited(work, request),
        code=_code(work, request) if is_open else None,
    )


def _code(work: Work, request: CosignRequest) -> CodeRequestProgress | None:
    if not work.actor.browser:
        return None
    progress = code_request_progress(work, CodePurpose.COSIGN)
    mine = progress and progress.request_id == request.code_request_id
    return progress if mine else None
