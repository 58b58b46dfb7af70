"""What comes after a submission, for the sheet that proves it (C15)."""

from dataclasses import dataclass
from datetime import datetime

from services.core.errors import NotFound
from services.dossiers.show_dossier import find_visible
from services.dossiers.snapshot import FrozenComponent, read_snapshot
from services.work import Work


@dataclass(frozen=True)
class NextSteps:
    """The dates a person waits for, and the papers they will be asked to show."""

    procedure_code: str
    receive_by: datetime | None
    received_at: datetime | None
    due_at: datetime | None
    components: tuple[FrozenComponent, ...]


def next_steps(work: Work, code: str) -> NextSteps:
    """Return them to those who see the dossier; NotFound for all others (AZ-4)."""
    work.actor.require_citizen()
    dossier = find_visible(work, code)
    if dossier is None:
        raise NotFound("dossier")
    handed_in = read_snapshot(dossier)
    return NextSteps(
        procedure_code=handed_in.procedure_code,
        receive_by=dossier.receive_by,
        received_at=dossier.received_at,
        due_at=dossier.due_at,
        components=handed_in.components,
    )
