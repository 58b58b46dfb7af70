"""Give the opinion one was asked for (cho ý kiến)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from services.audit.record import record
from services.core.errors import Conflict, NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.dossiers.models import Dossier
from services.dossiers.record_read import record_read
from services.dossiers.snapshot import read_snapshot
from services.dossiers.views import RESULT, FileView
from services.files.queries import files_of
from services.files.read import OpenedFile, content_of
from services.processing.announce import announce
from services.processing.close_opinions import is_open
from services.processing.queries import names_of
from services.processing.step_models import StepOpinion
from services.processing.views import Heading, view_files, view_heading
from services.work import Work

ANSWER_LENGTHS = (2, 4000)


@dataclass(frozen=True)
class AskedPaper:
    """A paper of the dossier, with its files."""

    name: str
    files: tuple[FileView, ...]


@dataclass(frozen=True)
class AskedView:
    """What the officer asked sees: the head, the papers, the question."""

    id: UUID
    head: Heading
    papers: tuple[AskedPaper, ...]
    asked_by: str
    asked_at: datetime
    question: str
    due_at: datetime
    answer: str
    answered_at: datetime | None
    is_open: bool


def answer_opinion(work: Work, opinion_id: UUID, answer: str) -> None:
    """Write the answer one was asked for; pressed twice, the first one stands."""
    opinion, dossier = _mine(work, opinion_id, lock=True)
    if opinion.answered_at is not None:
        return
    if not is_open(opinion):
        raise Conflict("opinion_closed")
    try:
        opinion.answer = read_note(answer, *ANSWER_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"answer": fault.key}) from None
    opinion.answered_at = work.now
    work.session.add(opinion)
    record(work, "answer_opinion", dossier.id)
    announce(work, dossier)


def open_opinion(work: Work, opinion_id: UUID) -> AskedView:
    """Show what one was asked, with no more of the dossier than the question needs."""
    opinion, dossier = _mine(work, opinion_id)
    handed_in = read_snapshot(dossier)
    files = [f for f in view_files(work.session, dossier) if f.slot != RESULT]
    record_read(work, "open_opinion", dossier)
    names = names_of(work.session, [opinion.asked_by_id])
    papers = [
        AskedPaper(paper.name, tuple(f for f in files if f.slot == paper.code))
        for paper in handed_in.components
    ]
    return AskedView(
        id=opinion.id,
        head=view_heading(dossier, handed_in),
        papers=tuple(paper for paper in papers if paper.files),
        asked_by=names.get(opinion.asked_by_id, ""),
        asked_at=opinion.asked_at,
        question=opinion.question,
        due_at=opinion.due_at,
        answer=opinion.answer,
        answered_at=opinion.answered_at,
        is_open=is_open(opinion),
    )


def opinion_file(work: Work, opinion_id: UUID, file_id: UUID) -> OpenedFile:
    """Open a paper of the dossier one was asked about, while the question is open."""
    opinion, dossier = _mine(work, opinion_id)
    handed_in = read_snapshot(dossier)
    listed = {paper.code for paper in handed_in.components}
    found = [f for f in files_of(work.session, dossier.id) if f.id == file_id]
    if not found or found[0].slot not in listed or not is_open(opinion):
        raise NotFound("file")
    record_read(work, "read_file", dossier, found[0].id)
    return content_of(work.storage, found[0], thumbnail=False)


def _mine(
    work: Work, opinion_id: UUID, lock: bool = False
) -> tuple[StepOpinion, Dossier]:
    """Return a question to the officer who acts; anybody else's is not there."""
    officer_id = work.actor.require_officer()
    query = (
        select(StepOpinion, Dossier)
        .join(Dossier, col(Dossier.id) == StepOpinion.dossier_id)
        .where(
            StepOpinion.id == opinion_id,
            StepOpinion.officer_id == officer_id,
            StepOpinion.agency_id == work.actor.agency_id,
        )
    )
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    found = work.session.exec(query).first()
    if found is None:
        raise NotFound("opinion")
    return found[0], found[1]
