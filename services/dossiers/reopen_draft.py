"""Take a draft up again that was closed for a payment nobody made."""

from uuid import UUID

from sqlmodel import col, update

from services.audit.record import record
from services.core.errors import Conflict
from services.dossiers.models import Dossier
from services.dossiers.queries import lock_own_draft
from services.files.models import StoredFile
from services.payments.cancel_request import cancel_request
from services.payments.models import DueMoment, RequestState
from services.payments.queries import requests_of
from services.signals import dossier_topic, tell
from services.work import Work

CHANGED = "draft_reopened"


def reopen_draft(work: Work, dossier_id: UUID) -> None:
    """Cancel what was asked for and open the draft; not while money may be on its way.

    What is paid stays paid: such a draft is handed in, or filed by itself.
    """
    dossier = lock_own_draft(work, dossier_id, paying=True)
    if dossier.paying_since is None:
        return
    for request in requests_of(work.session, dossier.id):
        if request.moment is not DueMoment.BEFORE_FILING:
            continue
        if request.state is RequestState.PAID:
            raise Conflict("paid_first")
        if request.state is RequestState.OPEN:
            cancel_request(work, request.id, CHANGED)
    open_again(work, dossier)
    record(work, "reopen_draft", dossier.id)


def open_again(work: Work, dossier: Dossier) -> None:
    """Let answers and files be changed again."""
    dossier.paying_since = dossier.file_by = None
    work.session.add(dossier)
    work.session.exec(
        update(StoredFile)
        .where(
            col(StoredFile.subject_id) == dossier.id,
            col(StoredFile.removed_at).is_(None),
        )
        .values(sealed_at=None)
    )
    tell(work.session, dossier_topic(dossier.id))
