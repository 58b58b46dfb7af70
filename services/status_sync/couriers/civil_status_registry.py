"""Tells the civil status registry of a dossier that was received (contracts 5.2)."""

from typing import Any

from services.civil_status.compose import compose_declaration
from services.civil_status.note_declared import case_of, note_declared
from services.dossiers.models import Dossier
from services.outbox.courier import Answer, CannotSay, Outcome, Parcel
from services.outbox.models import OutboxMessage
from services.work import Systems, Work


class CivilStatusCourier:
    """Hands declarations in; what becomes of them is asked by a job of its own.

    They refuse a whole declaration for its content or for who asks, and asking again
    helps neither: an officer corrects and sends, the administrator mends the access.
    """

    def compose(self, work: Work, message: OutboxMessage) -> dict[str, Any]:
        """Return the declaration as it is now, and what the officer adds to it."""
        if message.dossier_id is None:
            raise CannotSay("maHoSo")
        dossier = work.session.get_one(Dossier, message.dossier_id)
        case = case_of(work, dossier.id)
        return compose_declaration(work, dossier, case.note if case else "")

    def hand_over(self, systems: Systems, parcel: Parcel) -> Answer:
        """Declare it; what they have already counts as taken."""
        registry = systems.ministries.civil_status_registry
        told = registry.declare(parcel.said)
        outcome = Outcome.DELIVERED if told.is_taken else Outcome.REFUSED
        number = parcel.said.get("maHoSo") or parcel.said.get("maHoSoMCDT", "")
        reference = str(number) if told.is_taken else ""
        return Answer(outcome, told.code, told.words, reference)

    def settle(self, work: Work, message: OutboxMessage, answer: Answer) -> None:
        """From now on they are asked what became of it."""
        if message.dossier_id is not None:
            said = message.said
            note_declared(work, message.dossier_id, said["module"], said["maDonVi"])
