"""Wait for a payment, with the clock standing still, and go on after it."""

from services.audit.record import record
from services.core.errors import Conflict
from services.core.promises import LineKind
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.note_event import note_event
from services.dossiers.rules import move
from services.processing.announce import announce
from services.processing.pauses import resume_promise
from services.processing.step_log import log_pause
from services.processing.step_models import Awaited, StepKind
from services.work import Work

S = DossierStatus


def await_payment(work: Work, dossier: Dossier) -> None:
    """Let a dossier in process wait until what it owes is paid (status 6)."""
    if dossier.status is S.AWAITING_PAYMENT:
        return
    log_pause(work, dossier, StepKind.PAUSED, Awaited.PAYMENT)
    dossier.awaiting_from, dossier.awaiting_since = str(dossier.status), work.now
    move(dossier, S.AWAITING_PAYMENT)
    dossier.updated_at = work.now
    work.session.add(dossier)
    note_event(work, dossier, "payment_due", place=2)
    record(work, "payment.awaited", dossier.id)
    announce(work, dossier)


def go_on_after_payment(work: Work, dossier: Dossier) -> None:
    """Take a dossier up again where it stopped; the promise moves on by the wait."""
    if dossier.status is not S.AWAITING_PAYMENT:
        return
    if dossier.awaiting_since is None or not dossier.awaiting_from:
        raise Conflict("not_awaiting")
    log_pause(work, dossier, StepKind.RESUMED, Awaited.PAYMENT)
    resume_promise(work, dossier, dossier.awaiting_since, LineKind.PAYMENT)
    move(dossier, S(dossier.awaiting_from))
    dossier.awaiting_since, dossier.awaiting_from = None, ""
    dossier.updated_at = work.now
    work.session.add(dossier)
    note_event(work, dossier, "payment_made")
    record(work, "payment.went_on", dossier.id)
    announce(work, dossier)
