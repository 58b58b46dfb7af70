"""A result the post has delivered is returned (đã trả kết quả, contracts 5.10)."""

from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.errors import Forbidden
from services.decisions.apology import owes_apology
from services.deliveries.models import Leg, PostalDelivery, PostalState
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.note_event import note_event
from services.dossiers.rules import move
from services.dossiers.tell_people import tell_people
from services.jobs import defer
from services.notifications.models import Subject
from services.payments.queries import owed
from services.processing.announce import announce
from services.results.keep_result import KEEP_JOB
from services.results.queries import standing_result
from services.work import Work

POST = "post"  # who handed it over, in the handover


def note_delivered(work: Work, dossier_id: UUID) -> bool:
    """End the dossier; false when there is nothing to end, or an officer must.

    With a fee still open or an apology owed the office sees to that first, and
    returns the result by hand as at the counter.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    dossier = work.session.get_one(Dossier, dossier_id, with_for_update=True)
    result = standing_result(work.session, dossier_id)
    parcel = work.session.exec(
        select(PostalDelivery).where(
            PostalDelivery.dossier_id == dossier_id,
            PostalDelivery.leg == Leg.RESULT,
            PostalDelivery.state == PostalState.DELIVERED,
        )
    ).one_or_none()
    if dossier.status is not DossierStatus.RESULT_READY or not (result and parcel):
        return False
    if owed(work.session, dossier_id) or owes_apology(work.session, dossier):
        return False
    result.received_by = parcel.person_name
    result.handover = {"who": POST, "parcel": parcel.parcel}
    result.returned_at = work.now
    move(dossier, DossierStatus.RETURNED)
    dossier.returned_at = dossier.updated_at = work.now
    work.session.add_all([result, dossier])
    note_event(work, dossier, "returned")
    defer(work.session, KEEP_JOB, dossier_id=str(dossier.id))  # kept once, see there
    record(work, "return_result", dossier.id, by=POST)
    announce(work, dossier)
    tell_people(work, dossier, Subject.RETURNED, str(dossier.id))
    return True
