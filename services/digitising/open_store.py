"""Open the papers of a dossier to keep them (Lưu vào kho, O09)."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from services.digitising.ask_readings import ask_readings
from services.digitising.extract import extract
from services.digitising.find_twin import find_twin
from services.digitising.known import known_of
from services.digitising.models import PaperReading, ReadingState, SavedPaper
from services.digitising.offers import Offer, offers_of
from services.digitising.open_shelf import open_shelf
from services.digitising.papers import StorePaper, StoreShelf, paper_of
from services.digitising.read_paper import readout_of
from services.digitising.words import Readout
from services.dossiers.models import Dossier
from services.dossiers.record_read import record_read
from services.dossiers.rules import RESULT_OPEN
from services.payments.queries import owed
from services.vault.kinds import OTHER, kind_codes
from services.work import Work


@dataclass(frozen=True)
class PaperLine:
    """One paper of the list."""

    file_id: UUID
    name: str
    file_name: str
    is_result: bool
    is_due: bool
    reading: ReadingState
    is_saved: bool
    is_linked: bool
    is_again: bool  # a result that was saved, and corrected since


@dataclass(frozen=True)
class OpenedPaper:
    """One paper with its pages and its form."""

    file_id: UUID
    name: str
    kind: str
    reading: ReadingState
    fault: str
    pages: int
    offers: tuple[Offer, ...]
    saved: dict[str, str] | None  # as it was kept, once it was
    not_yet: str  # why it cannot be kept yet: a key, or empty
    has_twin: bool  # the vault has it, as far as is known: saving links the two
    is_again: bool  # a result that was saved, and corrected since


@dataclass(frozen=True)
class StoreView:
    """The list, and the paper that is looked at."""

    dossier_id: UUID
    code: str
    procedure: str
    papers: tuple[PaperLine, ...]
    opened: OpenedPaper | None


def open_store(
    work: Work, code: str, file_id: UUID | None = None, kind: str = ""
) -> StoreView:
    """Show the papers; without a choice, open the first that is not kept yet.

    Readings that were never asked for are asked for now. Looking is written down.
    """
    shelf = open_shelf(work, code)
    dossier = shelf.dossier
    ask_readings(work, dossier.id, [paper.file for paper in shelf.papers])
    readings = readings_of(work.session, dossier)
    saved = saved_of(work.session, dossier)
    lines = tuple(_line(paper, readings, saved) for paper in shelf.papers)
    chosen = file_id or next_unsaved(lines)
    opened = None
    if chosen is not None:
        paper = paper_of(shelf, chosen)
        opened = _open(work, shelf, paper, (readings.get(chosen), saved), kind)
    record_read(work, "digitising.open_store", dossier, chosen)
    return StoreView(
        dossier.id, dossier.code or "", shelf.handed_in.procedure_name, lines, opened
    )


def next_unsaved(lines: tuple[PaperLine, ...]) -> UUID | None:
    """Return the next paper to keep: what is due first, then forms, then the first."""
    left = [line for line in lines if not line.is_saved]
    due = [line for line in left if line.is_due]
    return next((line.file_id for line in (*due, *left, *lines)), None)


def readings_of(session: Session, dossier: Dossier) -> dict[UUID, PaperReading]:
    """Return the readings of a dossier by their file."""
    query = select(PaperReading).where(PaperReading.dossier_id == dossier.id)
    return {row.file_id: row for row in session.exec(query)}


def saved_of(session: Session, dossier: Dossier) -> dict[UUID, SavedPaper]:
    """Return what is kept already by its file."""
    query = select(SavedPaper).where(col(SavedPaper.dossier_id) == dossier.id)
    return {row.file_id: row for row in session.exec(query)}


def kind_for(paper: StorePaper, reading: PaperReading | None, chosen: str) -> str:
    """Return the kind: as chosen, as the list names it, or as its heading does."""
    if chosen in kind_codes():
        return chosen
    if paper.kind != OTHER:
        return paper.kind
    return (reading.kind if reading else "") or OTHER


def offers_for(
    work: Work,
    shelf: StoreShelf,
    paper: StorePaper,
    reading: PaperReading | None,
    kind: str,
) -> tuple[Offer, ...]:
    """Return what is offered for each field, if the paper is of this kind."""
    readout = readout_of(work, reading) if reading else None
    found = extract(readout or Readout(), kind)
    known = known_of(work, shelf, paper)
    return offers_of(kind, known, found, trusted=paper.result is not None)


def not_yet(work: Work, shelf: StoreShelf, paper: StorePaper) -> str:
    """Say why a result may not be kept yet: it is approved and paid for first."""
    if paper.result is None:
        return ""
    if shelf.dossier.status not in RESULT_OPEN:
        return "store_result_not_approved"
    return "store_result_unpaid" if owed(work.session, shelf.dossier.id) else ""


def _line(
    paper: StorePaper,
    readings: dict[UUID, PaperReading],
    saved: dict[UUID, SavedPaper],
) -> PaperLine:
    reading, kept = readings.get(paper.file.id), saved.get(paper.file.id)
    return PaperLine(
        file_id=paper.file.id,
        name=paper.name,
        file_name=paper.file.name,
        is_result=paper.result is not None,
        is_due=paper.is_due,
        reading=reading.state if reading else ReadingState.WAITING,
        is_saved=kept is not None,
        is_linked=kept is not None and kept.is_linked,
        is_again=_is_again(paper, saved),
    )


def _is_again(paper: StorePaper, saved: dict[UUID, SavedPaper]) -> bool:
    """Say whether a result was saved whose file is another one by now."""
    if paper.result is None or paper.file.id in saved:
        return False
    return any(row.is_result for row in saved.values())


def _open(
    work: Work,
    shelf: StoreShelf,
    paper: StorePaper,
    found: tuple[PaperReading | None, dict[UUID, SavedPaper]],
    chosen: str,
) -> OpenedPaper:
    reading, saved = found[0], found[1].get(paper.file.id)
    kind = saved.kind if saved else kind_for(paper, reading, chosen)
    offers = offers_for(work, shelf, paper, reading, kind)
    offered = {offer.name: offer.text for offer in offers}
    twin = None if saved else find_twin(work, shelf, paper, kind, offered)
    return OpenedPaper(
        file_id=paper.file.id,
        name=paper.name,
        kind=kind,
        reading=reading.state if reading else ReadingState.WAITING,
        fault=reading.fault if reading else "",
        pages=reading.pages if reading else 0,
        offers=offers,
        saved=dict(saved.fields) if saved else None,
        not_yet="" if saved else not_yet(work, shelf, paper),
        has_twin=twin is not None,
        is_again=_is_again(paper, found[1]),
    )
