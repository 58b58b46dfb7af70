"""The papers of a dossier that can be put into the vault: components, then results."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from services.core.errors import NotFound
from services.core.text import fold
from services.dossiers.models import Dossier
from services.dossiers.snapshot import Snapshot, read_snapshot
from services.dossiers.views import LATER
from services.files.models import FileState, StoredFile
from services.files.queries import files_of
from services.results.models import Result
from services.results.queries import standing_result
from services.supplements.models import SupplementPoint, TargetKind
from services.supplements.queries import points_of, requests_of
from services.supplements.rules import slot_of
from services.vault.kinds import DECISION, OTHER, is_form, kind_of_name


@dataclass(frozen=True)
class StorePaper:
    """One file, and the paper of the list it stands for."""

    file: StoredFile
    name: str  # of the component, or of the result
    kind: str  # what the name says it is; "other" when it does not
    is_due: bool  # a form is filled in anew each time: it need not be kept
    result: Result | None = None


@dataclass(frozen=True)
class StoreShelf:
    """The dossier as it was handed in, with its papers."""

    dossier: Dossier
    handed_in: Snapshot
    papers: tuple[StorePaper, ...]


def shelf_of(session: Session, dossier: Dossier) -> StoreShelf:
    """Return what of the dossier can be kept (TT 01/2023): accepted files only."""
    handed_in = read_snapshot(dossier)
    files = [
        file
        for file in files_of(session, dossier.id)
        if file.state is FileState.ACCEPTED
    ]
    result = standing_result(session, dossier.id)
    papers = (
        *_components(handed_in, files),
        *_supplements(session, dossier, handed_in, files),
        *_results(handed_in, files, result),
    )
    return StoreShelf(dossier, handed_in, papers)


def paper_of(shelf: StoreShelf, file_id: UUID) -> StorePaper:
    """Return the paper of this file; a foreign one is not there."""
    for paper in shelf.papers:
        if paper.file.id == file_id:
            return paper
    raise NotFound("file")


def _components(handed_in: Snapshot, files: list[StoredFile]) -> Iterator[StorePaper]:
    for component in handed_in.components:
        for file in files:
            if file.slot == component.code:
                yield _paper(file, component.name)


def _supplements(
    session: Session, dossier: Dossier, handed_in: Snapshot, files: list[StoredFile]
) -> Iterator[StorePaper]:
    """Yield what was sent later, as asked for; before it is sent it is its sender's."""
    sent = [file for file in files if file.sealed_at is not None]
    if not any(file.slot.startswith(LATER) for file in sent):
        return
    asked = points_of(session, [one.id for one in requests_of(session, dossier.id)])
    names = {part.code: part.name for part in handed_in.components}
    for points in reversed(asked.values()):
        for point in points:
            for file in sent:
                if file.slot == slot_of(point.id):
                    yield _paper(file, _name_of(point, names) or file.name)


def _name_of(point: SupplementPoint, names: Mapping[str, str]) -> str:
    if point.kind is TargetKind.COMPONENT:
        return names.get(point.target, point.label)
    return point.label


def _paper(file: StoredFile, name: str) -> StorePaper:
    return StorePaper(file, name, kind_of_name(name), not is_form(fold(name)))


def _results(
    handed_in: Snapshot, files: list[StoredFile], result: Result | None
) -> Iterator[StorePaper]:
    for file in files:
        if result is not None and file.id == result.file_id:
            name = handed_in.procedure_name
            kind = kind_of_name(name)
            known = DECISION if kind == OTHER else kind
            yield StorePaper(file, name, known, True, result)
