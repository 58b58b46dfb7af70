"""Type at the counter with the same use cases as the wizard (O04)."""

from collections.abc import Sequence
from uuid import UUID

from services.core.errors import NotFound
from services.counter.stand_in import stand_in
from services.dossiers.models import Dossier
from services.dossiers.open_form import FormDraft, open_form
from services.dossiers.save_answers import Answer, SavedAt, save_answers
from services.files.append import append
from services.files.begin import Upload
from services.files.discard import discard, restore
from services.files.models import StoredFile
from services.files.read_progress import read_progress
from services.work import Work


def save_at_counter(work: Work, dossier_id: UUID, answers: Sequence[Answer]) -> SavedAt:
    """Keep answers as they are typed, and hold the draft on."""
    return save_answers(stand_in(work, dossier_id).work, dossier_id, answers)


def save_form_at_counter(
    work: Work, dossier_id: UUID, answers: Sequence[Answer]
) -> tuple[SavedAt, FormDraft | None]:
    """Keep answers of the electronic form, and return what follows from them."""
    theirs = stand_in(work, dossier_id).work
    return save_answers(theirs, dossier_id, answers), open_form(theirs, dossier_id)


def append_at_counter(work: Work, file_id: UUID, offset: int, data: bytes) -> Upload:
    """Take the next piece of a scan (tus: PATCH)."""
    return append(
        stand_in(work, _dossier_of(work, file_id)).work, file_id, offset, data
    )


def progress_at_counter(work: Work, file_id: UUID) -> Upload:
    """Say how much of a scan has come (tus: HEAD)."""
    return read_progress(stand_in(work, _dossier_of(work, file_id)).work, file_id)


def discard_at_counter(work: Work, file_id: UUID) -> None:
    """Remove a scan; within ten seconds it comes back."""
    discard(stand_in(work, _dossier_of(work, file_id)).work, file_id)


def restore_at_counter(work: Work, file_id: UUID) -> None:
    """Bring the last removed scan back."""
    restore(stand_in(work, _dossier_of(work, file_id)).work, file_id)


def _dossier_of(work: Work, file_id: UUID) -> UUID:
    """Return which draft a file belongs to; whether it is this counter's is asked next."""
    file = work.session.get(StoredFile, file_id)
    if file is None or work.session.get(Dossier, file.subject_id) is None:
        raise NotFound("file")
    return file.subject_id
