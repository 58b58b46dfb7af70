"""Take over one line of the post about a parcel: once, and nothing older (OB-10)."""

from services.deliveries.models import Leg, PostalDelivery, PostalState, Trouble
from services.dossiers.parcel_trouble import in_trouble, no_trouble
from services.integrations.public_post.port import ParcelEvent, ParcelStage
from services.jobs import defer
from services.work import Work

DELIVERED_JOB = "results.delivered"
STATES = {
    ParcelStage.ACCEPTED: PostalState.REGISTERED,
    ParcelStage.COLLECTED: PostalState.COLLECTING,
    ParcelStage.IN_TRANSIT: PostalState.COLLECTING,
    ParcelStage.FAILED: PostalState.COLLECTING,
    ParcelStage.DELIVERED: PostalState.DELIVERED,
    ParcelStage.RETURNED: PostalState.CANCELLED,
}
TROUBLES = {
    ParcelStage.FAILED: Trouble.MISSED,
    ParcelStage.RETURNED: Trouble.RETURNED,
}
LAST = {PostalState.DELIVERED, PostalState.CANCELLED}


def note_parcel(work: Work, row: PostalDelivery, event: ParcelEvent) -> bool:
    """Move the journey on; false when a line as late or later was taken over before.

    Lines are pushed and read, so the same one comes twice, and one may overtake
    another. Their moments have seconds; within one, their numbers count up.
    """
    row.parcel = event.parcel or row.parcel
    if _is_old(row, event):
        return False
    row.last_word, row.last_event_at = event.words[:200], event.at
    row.last_event_id = event.id
    row.ordered_at = row.ordered_at or event.at  # they have it, whoever told us
    work.session.add(row)
    if row.state in LAST or event.stage is ParcelStage.UNKNOWN:
        return True  # it has ended, or nothing we know
    row.state = STATES[event.stage]
    if trouble := TROUBLES.get(event.stage):
        in_trouble(work, row, trouble)
    else:
        no_trouble(row)
    if row.state is PostalState.DELIVERED and row.leg is Leg.RESULT:
        defer(work.session, DELIVERED_JOB, dossier_id=str(row.dossier_id))
    return True


def _is_old(row: PostalDelivery, event: ParcelEvent) -> bool:
    if row.last_event_at is None:
        return False
    return (event.at, event.id) <= (row.last_event_at, row.last_event_id)
