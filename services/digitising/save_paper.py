"""Keep one paper of a dossier in the vault (“Lưu giấy tờ”, O09)."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import RuleViolation
from services.digitising.keep_document import Kept, keep_document
from services.digitising.models import PaperReading, SavedPaper
from services.digitising.open_shelf import open_shelf
from services.digitising.open_store import kind_for, not_yet, offers_for
from services.digitising.papers import StorePaper, StoreShelf, paper_of
from services.digitising.read_form import PaperForm, PaperRead, read_form
from services.signals import dossier_topic, tell
from services.work import Work


@dataclass(frozen=True)
class PaperSaved:
    """What was kept; pressed again, the same."""

    name: str
    document_id: UUID
    is_linked: bool
    waits: bool  # for the first sign-in of its owner


def save_paper(
    work: Work, code: str, file_id: UUID, form: PaperForm, intent: str
) -> PaperSaved:
    """Keep the paper once; a paper that the vault has already is linked to it."""
    if not intent:
        raise RuleViolation({"intent": "required"})
    shelf = open_shelf(work, code, lock=True)
    dossier = shelf.dossier
    paper = paper_of(shelf, file_id)
    if before := _saved(work, file_id):
        return PaperSaved(paper.name, before.document_id, before.is_linked, False)
    if reason := not_yet(work, shelf, paper):
        raise RuleViolation({"kind": reason})
    reading = _reading(work, file_id)
    kind = kind_for(paper, reading, form.kind)
    offers = offers_for(work, shelf, paper, reading, kind)
    read = read_form(form, offers, local_day(work.now))
    kept = keep_document(work, shelf, paper, kind, read)
    _write(work, shelf, paper, (kind, read, kept), intent)
    record(
        work,
        "digitising.saved",
        file_id,
        person_id=dossier.account_id,
        linked=kept.is_linked,
        changed=len(read.changed),
    )
    tell(work.session, dossier_topic(dossier.id))
    return PaperSaved(paper.name, kept.document_id, kept.is_linked, kept.waits)


def _write(
    work: Work,
    shelf: StoreShelf,
    paper: StorePaper,
    what: tuple[str, PaperRead, Kept],
    intent: str,
) -> None:
    kind, read, kept = what
    assert shelf.dossier.agency_id is not None
    work.session.add(
        SavedPaper(
            dossier_id=shelf.dossier.id,
            file_id=paper.file.id,
            agency_id=shelf.dossier.agency_id,
            document_id=kept.document_id,
            is_result=paper.result is not None,
            is_linked=kept.is_linked,
            from_store=bool(paper.file.origin),
            kind=kind,
            fields=read.fields,
            changed=list(read.changed),
            filled=len(read.fields),
            unchanged=len(read.fields.keys() - set(read.changed)),
            saved_at=work.now,
            saved_by_id=work.actor.require_officer(),
            intent=f"{paper.file.id}:{intent}",
        )
    )
    work.session.flush()


def _saved(work: Work, file_id: UUID) -> SavedPaper | None:
    query = select(SavedPaper).where(SavedPaper.file_id == file_id)
    return work.session.exec(query).first()


def _reading(work: Work, file_id: UUID) -> PaperReading | None:
    query = select(PaperReading).where(PaperReading.file_id == file_id)
    return work.session.exec(query).first()
