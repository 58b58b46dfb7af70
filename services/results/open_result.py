"""Read the result of a dossier, for its owner and the agency's desk."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from services.dossiers.record_read import record_read
from services.dossiers.rules import RESULT_OPEN
from services.processing.queries import readable_dossier
from services.results.models import ResultForm
from services.results.queries import standing_with_file
from services.work import Work


@dataclass(frozen=True)
class ResultView:
    """The result that stands, and how it reached the person."""

    file_id: UUID
    file_name: str
    pages: int
    is_signed: bool
    number: str
    attached_at: datetime
    returned_at: datetime | None
    received_by: str
    is_paper: bool = True
    is_draft: bool = False  # from a template: the portal numbers it at the signing
    signer: str = ""
    signed_at: datetime | None = None
    handover: dict[str, str] = field(default_factory=dict)
    corrected_why: str = ""  # it takes the place of an earlier one
    pending_why: str = ""  # a correction that waits for its signature


def open_result(work: Work, code: str) -> ResultView | None:
    """Return the result, or None while there is none to see.

    The owner sees it once it is approved and what is due with it is paid; the agency
    from the moment it is attached.
    """
    dossier = readable_dossier(work, code)
    if work.actor.is_officer:
        record_read(work, "open_result", dossier)
    elif dossier.status not in RESULT_OPEN:
        return None
    return view_result(work.session, dossier.id, not work.actor.is_officer)


def view_result(
    session: Session, dossier_id: UUID, only_paid: bool = False
) -> ResultView | None:
    """Return the result of a dossier whose reader was asked for already."""
    found = standing_with_file(session, dossier_id, only_paid)
    if found is None:
        return None
    result, file = found
    return ResultView(
        file_id=file.id,
        file_name=file.name,
        pages=file.pages,
        is_signed=file.is_signed,
        number=result.number,
        attached_at=result.attached_at,
        returned_at=result.returned_at,
        received_by=result.received_by,
        is_paper=result.form is ResultForm.PAPER,
        is_draft=bool(result.draft) and result.signed_at is None,
        signer=result.signer or (file.signer if file.is_signed else ""),
        signed_at=result.signed_at or file.signed_at,
        handover=dict(result.handover),
        corrected_why=result.reason if result.corrects_id else "",
    )
