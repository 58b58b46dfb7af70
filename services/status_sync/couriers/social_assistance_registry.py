"""Tells the social assistance registry of dossiers and their steps (contracts 5.3)."""

from typing import Any

from services.outbox.courier import Answer, Outcome, Parcel
from services.outbox.models import MessageKind, OutboxMessage
from services.status_sync.assistance.dossier import assistance_dossier
from services.status_sync.assistance.progress import assistance_progress
from services.work import Systems, Work


class SocialAssistanceCourier:
    """The dossier goes first, then its step: they take no step of an unknown dossier."""

    def compose(self, work: Work, message: OutboxMessage) -> dict[str, Any]:
        """Return the flat record, or the line."""
        if message.kind is MessageKind.PROGRESS:
            return assistance_progress(work, message)
        return assistance_dossier(work, message)

    def hand_over(self, systems: Systems, parcel: Parcel) -> Answer:
        """Send it; what they have already counts as taken."""
        registry = systems.ministries.social_assistance_registry
        if parcel.kind is MessageKind.PROGRESS:
            told = registry.tell_progress(parcel.said)
        else:
            told = registry.save_dossier(parcel.said)
        outcome = Outcome.DELIVERED if told.is_taken else Outcome.REFUSED
        return Answer(outcome, told.code, told.words, told.reference)

    def settle(self, work: Work, message: OutboxMessage, answer: Answer) -> None:
        """Nothing follows here: they answer with no number of their own."""
