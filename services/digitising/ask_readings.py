"""Ask the worker to read the papers of a dossier, each once."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from services.digitising.models import PaperReading, ReadingState
from services.digitising.papers import shelf_of
from services.dossiers.models import Dossier, DossierStatus
from services.files.models import StoredFile
from services.jobs import defer
from services.work import Work

READ_JOB = "digitising.read_paper"


def read_dossier(work: Work, dossier_id: UUID) -> int:
    """Ask for every paper of a dossier that was received; return how many are new."""
    dossier = work.session.get(Dossier, dossier_id)
    if dossier is None or dossier.status == DossierStatus.DRAFT or not dossier.frozen:
        return 0
    papers = shelf_of(work.session, dossier).papers
    return ask_readings(work, dossier.id, [paper.file for paper in papers])


def ask_readings(work: Work, dossier_id: UUID, files: Sequence[StoredFile]) -> int:
    """Ask for what nobody asked for before; two who ask at once ask for it once."""
    ids = [file.id for file in files]
    known = set(
        work.session.exec(
            select(PaperReading.file_id).where(col(PaperReading.file_id).in_(ids))
        )
    )
    wanted = [file_id for file_id in ids if file_id not in known]
    if not wanted:
        return 0
    rows = [
        {
            "id": uuid4(),
            "dossier_id": dossier_id,
            "file_id": file_id,
            "state": ReadingState.WAITING,
            "kind": "",
            "fault": "",
            "pages": 0,
            "seconds": 0.0,
            "asked_at": work.now,
        }
        for file_id in wanted
    ]
    added = work.session.execute(
        insert(PaperReading)
        .values(rows)
        .on_conflict_do_nothing()
        .returning(col(PaperReading.file_id))
    )
    for file_id in added.scalars():
        defer(work.session, READ_JOB, file_id=str(file_id))
    return len(wanted)
