"""Stored files, as the upload verbs leave them."""

from typing import Any
from uuid import UUID

from sqlmodel import Session

from services.files.models import FileState, StoredFile
from tests.conftest import NOON


def make_stored_file(
    session: Session, owner_id: UUID, subject_id: UUID, **values: Any
) -> StoredFile:
    """Return an accepted file of one page; Any: columns."""
    given: dict[str, Any] = {
        "slot": "G01",
        "name": "đơn đề nghị.pdf",
        "declared_size": 1000,
        "received": 1000,
        "state": FileState.ACCEPTED,
        "sha256": "0" * 64,
        "kinds": ["pdf", "jpeg"],
        "kind": "pdf",
        "pages": 1,
        "started_at": NOON,
        "finished_at": NOON,
    }
    file = StoredFile(owner_id=owner_id, subject_id=subject_id, **given | values)
    session.add(file)
    session.flush()
    return file
