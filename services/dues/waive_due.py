"""Ask for a sum no longer: it was asked by mistake, or the person is exempt."""

from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.core.readers import Unreadable, read_note
from services.dossiers.models import Dossier
from services.payments.cancel_request import cancel_request
from services.payments.models import DueMoment, PaymentRequest, RequestState
from services.payments.queries import owed
from services.payments.take_cash import lock_request_of_agency
from services.processing.announce import announce
from services.processing.await_payment import go_on_after_payment
from services.work import Role, Work

WAIVED = "waived"
REASON_LENGTHS = (10, 500)


def waive_due(work: Work, request_id: UUID, reason: str) -> PaymentRequest:
    """Cancel an unpaid request with its ground; a dossier that waited for it goes on.

    A leader's word: whoever takes money does not also decide that none is due.
    What is due before filing is the person's own to cancel.
    """
    work.actor.require_officer(Role.APPROVER)
    found = work.session.get(PaymentRequest, request_id)
    dossier = None
    if found is not None:
        held = select(Dossier).where(Dossier.id == found.dossier_id).with_for_update()
        dossier = work.session.exec(held).first()
    request = lock_request_of_agency(work, request_id)
    if request.state is RequestState.CANCELLED:
        return request
    if request.moment is DueMoment.BEFORE_FILING or dossier is None:
        raise Conflict("before_filing")
    try:
        words = read_note(reason, *REASON_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"reason": fault.key}) from None
    cancel_request(work, request.id, WAIVED)
    record(work, "waive_due", request.id, reason=words)
    if not owed(work.session, dossier.id):
        go_on_after_payment(work, dossier)
        announce(work, dossier)
    return request
