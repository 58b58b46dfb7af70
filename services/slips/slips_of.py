"""The slips of a dossier, for whoever may see it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from services.papers.check_keys import check_key
from services.processing.queries import readable_dossier
from services.slips.models import Slip, SlipKind
from services.slips.paper_kinds import PAPER_OF
from services.work import Work


@dataclass(frozen=True)
class SlipLine:
    """One slip in a list, with the key its PDF and its check are named by."""

    id: UUID
    kind: SlipKind
    form_number: str
    number: str
    issued_at: datetime
    officer: str
    is_in_force: bool
    key: str


def slips_of(session: Session, dossier_id: UUID) -> tuple[Slip, ...]:
    """Return the slips of a dossier, the latest first."""
    query = select(Slip).where(Slip.dossier_id == dossier_id)
    return tuple(session.exec(query.order_by(col(Slip.issued_at).desc())))


def list_slips(work: Work, code: str) -> tuple[SlipLine, ...]:
    """List them for the dossier's people and the agency's desk (AZ-4)."""
    dossier = readable_dossier(work, code)
    return tuple(slip_line(work, slip) for slip in slips_of(work.session, dossier.id))


def slip_line(work: Work, slip: Slip) -> SlipLine:
    """Return one slip as a line."""
    return SlipLine(
        id=slip.id,
        kind=slip.kind,
        form_number=str(slip.facts["form_number"]),
        number=str(slip.facts["number"]),
        issued_at=slip.issued_at,
        officer=slip.officer_name,
        is_in_force=slip.revoked_at is None,
        key=check_key(work, PAPER_OF[slip.kind], slip.id),
    )
