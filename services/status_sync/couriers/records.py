"""Tells a ministry that keeps what was issued: dossier, progress, and the record."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from services.dossiers.models import Dossier
from services.integrations.generic_ministry.port import RecordSync
from services.outbox.courier import Answer, CannotSay, Outcome, Parcel
from services.outbox.models import MessageKind, OutboxMessage
from services.permits.models import PermitVersion
from services.permits.records import FILE_FIELD, record_of, their_fields
from services.permits.sync_permit import note_received
from services.results.queries import standing_with_file
from services.status_sync.ministry_dossier import ministry_dossier
from services.status_sync.national.file_links import file_address
from services.status_sync.national.progress import progress_fields
from services.work import Systems, Work


class RecordCourier:
    """One courier for each such ministry; `pick` says which it goes to."""

    def __init__(self, pick: Callable[[Systems], RecordSync]) -> None:
        self._pick = pick

    def compose(self, work: Work, message: OutboxMessage) -> dict[str, Any]:
        """Return HoSo, TienDo, or the record as it was saved."""
        if message.kind is MessageKind.PERMIT:
            return _record(work, message)
        if message.kind is MessageKind.PROGRESS:
            return progress_fields(work, message)
        return ministry_dossier(work, message)

    def hand_over(self, systems: Systems, parcel: Parcel) -> Answer:
        """Send it; what they have already counts as taken."""
        ministry = self._pick(systems)
        if parcel.kind is MessageKind.PERMIT:
            told = ministry.save_record(parcel.said)
        elif parcel.kind is MessageKind.PROGRESS:
            told = ministry.tell_progress(parcel.said)
        else:
            told = ministry.save_dossier(parcel.said)
        outcome = Outcome.DELIVERED if told.is_taken else Outcome.REFUSED
        return Answer(outcome, told.code, told.words, told.reference)

    def settle(self, work: Work, message: OutboxMessage, answer: Answer) -> None:
        """Keep the number the record has there."""
        if message.kind is MessageKind.PERMIT:
            note_received(work, message.cause_id, answer.their_reference)


def _record(work: Work, message: OutboxMessage) -> dict[str, Any]:
    version = work.session.get_one(PermitVersion, message.cause_id)
    dossier = work.session.get_one(Dossier, message.thread_id)
    if not dossier.code:
        raise CannotSay("MaHoSo")
    said = their_fields(record_of(message.system), version.values)
    file = _file(work, dossier.id)
    return {"MaHoSo": dossier.code, **said, FILE_FIELD: file}


def _file(work: Work, dossier_id: UUID) -> dict[str, str]:
    """Return where the result lies, and what proves that it is the same file."""
    found = standing_with_file(work.session, dossier_id)
    if found is None:
        raise CannotSay(FILE_FIELD)
    file = found[1]
    return {"Url": file_address(work, file.id), "Hash": file.sha256}
