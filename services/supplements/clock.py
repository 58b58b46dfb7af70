"""Start the clock of a dossier again once the answer has come."""

from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.processing.pauses import after_pause, resume_promise
from services.processing.step_log import log_pause
from services.processing.step_models import Awaited, StepKind
from services.supplements.models import SupplementRequest
from services.work import Work


def restart_clock(work: Work, dossier: Dossier, request: SupplementRequest) -> None:
    """Move every date on by the office time the answer took (contracts 8.3).

    What was asked for before reception moves the moment by which reception looks
    at it; later, the promise and the step under way.
    """
    stopped = request.asked_at or request.written_at
    if request.came_from is DossierStatus.SUBMITTED:
        if dossier.receive_by:
            dossier.receive_by = after_pause(
                work_calendar(work, dossier.agency_id),
                dossier.receive_by,
                stopped,
                work.now,
            )
        return
    log_pause(work, dossier, StepKind.RESUMED, Awaited.SUPPLEMENT)
    resume_promise(work, dossier, stopped)
    request.due_after = dossier.due_at or request.due_after
