"""Tell the declaration that one of its legs moved (services/interlinked)."""

from services import jobs
from services.dossiers.models import Dossier
from services.work import Work

JOB = "interlinked.follow"


def follow_leg(work: Work, dossier: Dossier) -> None:
    """Ask the worker to bring the declaration up to its legs.

    What follows for the other legs is decided above this domain; a dossier that
    belongs to no declaration asks for nothing.
    """
    if dossier.declaration_id is None:
        return
    jobs.defer(
        work.session,
        JOB,
        lock=f"declaration:{dossier.declaration_id}",
        declaration_id=str(dossier.declaration_id),
    )
