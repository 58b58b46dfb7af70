"""Write down that an officer read a dossier, for the people it is about (AL-3)."""

from uuid import UUID

from services.audit.record import record
from services.dossiers.models import Dossier
from services.work import Work


def record_read(
    work: Work,
    act: str,
    dossier: Dossier,
    subject_id: UUID | None = None,
    thumbnail: bool | None = None,
) -> None:
    """Add a row for who filed it, and one for whom it was filed (R41).

    The subject is the dossier, or what was opened in it.
    """
    details = {} if thumbnail is None else {"thumbnail": thumbnail}
    for person_id in {dossier.account_id, dossier.principal_id or dossier.account_id}:
        entry = subject_id or dossier.id
        record(work, act, entry, "done", person_id, **details)
