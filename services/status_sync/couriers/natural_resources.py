"""Tells the environment ministry of what was filed there (contracts 5.4)."""

from typing import Any

from services.outbox.courier import Answer, Outcome, Parcel
from services.outbox.models import MessageKind, OutboxMessage
from services.status_sync.ministry_dossier import ministry_dossier
from services.status_sync.national.progress import progress_fields
from services.work import Systems, Work


class NaturalResourcesCourier:
    """Every step, and the dossier with its result when there is one.

    The person looks there: what was filed with the ministry ends with the ministry.
    """

    def compose(self, work: Work, message: OutboxMessage) -> dict[str, Any]:
        """Return HoSo with its result, or TienDo; both under their code."""
        if message.kind is MessageKind.RESULT:
            return ministry_dossier(work, message)
        return progress_fields(work, message)

    def hand_over(self, systems: Systems, parcel: Parcel) -> Answer:
        """Send it; what they have already counts as taken."""
        ministry = systems.ministries.natural_resources
        if parcel.kind is MessageKind.RESULT:
            told = ministry.tell_result(parcel.said)
        else:
            told = ministry.tell_progress(parcel.said)
        outcome = Outcome.DELIVERED if told.is_taken else Outcome.REFUSED
        reference = str(parcel.said["MaHoSo"]) if told.is_taken else ""
        return Answer(outcome, told.code, told.words, reference)

    def settle(self, work: Work, message: OutboxMessage, answer: Answer) -> None:
        """Nothing follows here: they answer with no number of their own."""
