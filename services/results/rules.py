"""Who prepares a result, and until when."""

from collections.abc import Sequence

from services.core.errors import Conflict, Forbidden, NotFound
from services.dossiers.models import Dossier, DossierStatus
from services.processing.models import DossierStep
from services.processing.queries import agency_dossier, steps_of
from services.processing.rules import is_handler
from services.work import Role, Work


def lock_for_result(work: Work, code: str) -> tuple[Dossier, Sequence[DossierStep]]:
    """Lock a dossier whose result the officer may still prepare.

    Only who handles the dossier does, and only before the approval: so the person
    who approves has never put the paper there (AZ-9).
    """
    officer_id = work.actor.require_officer(Role.PROCESSING)
    dossier = agency_dossier(work, code, lock=True)
    steps = steps_of(work.session, dossier.id)
    if dossier.status != DossierStatus.PROCESSING:
        raise Conflict("not_in_process")
    if not is_handler(steps, officer_id):
        raise Forbidden("not_handler")
    if not steps:
        raise NotFound("steps")
    return dossier, steps
