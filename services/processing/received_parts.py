"""The papers on the receipt, each as reception wrote down how it came."""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import Session, select

from services.dossiers.snapshot import Snapshot
from services.papers.facts import ReceivedPart
from services.processing.reception_models import CopyKind, ReceivedCopy


def received_parts(
    session: Session, dossier_id: UUID, handed_in: Snapshot
) -> tuple[ReceivedPart, ...]:
    """List the papers that came; of which nothing was written, each file is a copy."""
    copies = copies_of(session, dossier_id)
    return tuple(
        _part(part.name, len(part.files), copies.get(part.code))
        for part in handed_in.components
        if part.files or part.code in copies
    )


def copies_of(session: Session, dossier_id: UUID) -> Mapping[str, ReceivedCopy]:
    """Return how each component was received, by its code."""
    query = select(ReceivedCopy).where(ReceivedCopy.dossier_id == dossier_id)
    return {copy.component_code: copy for copy in session.exec(query)}


def _part(name: str, files: int, copy: ReceivedCopy | None) -> ReceivedPart:
    kind, count = (copy.kind, copy.count) if copy else (CopyKind.PLAIN, files)
    counts = {one: count if one == kind else 0 for one in CopyKind}
    for further, number in (copy.beside if copy else {}).items():
        counts[CopyKind(further)] += number
    return ReceivedPart(
        name,
        originals=counts[CopyKind.ORIGINAL],
        certified=counts[CopyKind.CERTIFIED],
        copies=counts[CopyKind.PLAIN],
    )
