"""What holds for every paper of a vault: its state, its page, its shares."""

from datetime import date, timedelta
from uuid import UUID

from services.core.text import fold
from services.files.models import FileState, StoredFile
from services.files.rules import UploadLimits
from services.files.verdicts import FileKind
from services.vault.kinds import kinds_named
from services.vault.models import DocumentSource, DocumentState, VaultDocument

SLOT = "vault"  # of the stored files of a paper
PAGE = 20
SOON = timedelta(days=30)
OFFICIAL = frozenset(DocumentSource) - {DocumentSource.UPLOAD}
TITLE_LENGTHS = (1, 200)
LINE_LENGTHS = (0, 200)
LIMITS = UploadLimits(
    kinds=frozenset({FileKind.PDF, FileKind.JPEG, FileKind.PNG, FileKind.HEIC}),
)
SHARE_DAYS = (1, 7, 30)  # how long a share may run


def state_of(document: VaultDocument, file: StoredFile, today: date) -> DocumentState:
    """Tell what the paper is good for today; a revoked one for nothing."""
    if document.revoked_at is not None:
        return DocumentState.REVOKED
    if file.state is FileState.REFUSED:
        return DocumentState.REFUSED
    if file.state is not FileState.ACCEPTED:
        return DocumentState.CHECKING
    if document.valid_until is not None and document.valid_until < today:
        return DocumentState.EXPIRED
    return DocumentState.KEPT


def describe_for_search(document: VaultDocument) -> None:
    """Renew what a search looks in, and what the paper may stand for."""
    said = f"{document.title} {document.number} {document.issuer}"
    document.folded = fold(said)
    named = dict.fromkeys((document.kind, *kinds_named(document.title)))
    document.fits = [kind for kind in named if kind != "other"]


def page_of(document_id: UUID) -> str:
    """Return where a person reads about the paper."""
    return f"/ca-nhan/tai-lieu/{document_id}"
