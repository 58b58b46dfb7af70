"""Tells the land registry of what was received, supplemented and given (contracts 5.4)."""

from typing import Any

from services.outbox.courier import Answer, Outcome, Parcel
from services.outbox.models import MessageKind, OutboxMessage
from services.status_sync.land_dossier import (
    NOT_THERE_YET,
    received_fields,
    returned_fields,
    supplement_fields,
)
from services.work import Systems, Work


class LandCourier:
    """The dossier with its papers, then the two steps they wait for."""

    def compose(self, work: Work, message: OutboxMessage) -> dict[str, Any]:
        """Return their fields; of a paper its name and our id, the bytes come later."""
        if message.kind is MessageKind.PROGRESS:
            return supplement_fields(work, message)
        if message.kind is MessageKind.RESULT:
            return returned_fields(work, message)
        return received_fields(work, message)

    def hand_over(self, systems: Systems, parcel: Parcel) -> Answer:
        """Send it; what they have already counts as taken."""
        if parcel.said.get(NOT_THERE_YET):
            return Answer(Outcome.DELIVERED)  # nothing to tell
        registry = systems.ministries.land_registry
        if parcel.kind is MessageKind.PROGRESS:
            told = registry.tell_supplement(parcel.said)
        elif parcel.kind is MessageKind.RESULT:
            told = registry.tell_returned(parcel.said)
        else:
            told = registry.receive(parcel.said)
        outcome = Outcome.DELIVERED if told.is_taken else Outcome.REFUSED
        reference = str(parcel.said["SoBienNhan"]) if told.is_taken else ""
        return Answer(outcome, told.code, told.words, reference)

    def settle(self, work: Work, message: OutboxMessage, answer: Answer) -> None:
        """Nothing follows here: what they make of it they tell by calls of theirs."""
