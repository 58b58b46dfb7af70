"""Open the messages about a dossier; what the other side wrote is seen from now."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, update

from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.record_read import record_read
from services.dossiers.snapshot import read_snapshot
from services.dossiers.views import FileView, view_file
from services.files.queries import files_of
from services.messages.models import Message
from services.messages.queries import latest, spoken_of
from services.messages.rules import SHOWN, slot_of, writing_slot
from services.signals import tell
from services.work import Work


@dataclass(frozen=True)
class MessageView:
    """One message, for whoever reads it."""

    id: UUID
    at: datetime
    sender_name: str
    is_from_office: bool
    is_mine: bool  # of my side
    text: str
    seen_at: datetime | None
    files: tuple[FileView, ...]


@dataclass(frozen=True)
class ThreadView:
    """The talk about one dossier."""

    dossier_id: UUID
    code: str
    procedure_name: str
    agency_name: str
    applicant_name: str
    status: DossierStatus
    messages: tuple[MessageView, ...]  # the oldest first
    waiting_files: tuple[FileView, ...]  # sent up, not sent off yet


def find_thread(work: Work, code: str) -> UUID:
    """Return the dossier of a talk the actor may follow, so that it is listened to."""
    work.actor.require_signed_in()
    return spoken_of(work, code).id


def seen_topic(dossier_id: UUID, by_office: bool) -> str:
    """Return the topic of one side having read what the other wrote.

    Only the other side listens to it: who reads is not told of their own reading.
    """
    return f"seen:{dossier_id}:{'office' if by_office else 'person'}"


def open_thread(work: Work, code: str) -> ThreadView:
    """Return the talk; an officer's reading is written down (P5)."""
    me = work.actor.require_signed_in()
    dossier = spoken_of(work, code)
    if work.actor.is_officer:
        record_read(work, "open_messages", dossier)
    _see(work, dossier)
    rows = latest(work.session, dossier.id, SHOWN)
    files: dict[str, list[FileView]] = {}
    for file in files_of(work.session, dossier.id):
        files.setdefault(file.slot, []).append(view_file(file))
    handed_in = read_snapshot(dossier)
    return ThreadView(
        dossier_id=dossier.id,
        code=dossier.code or "",
        procedure_name=handed_in.procedure_name,
        agency_name=handed_in.unit.name,
        applicant_name=dossier.applicant_name,
        status=dossier.status,
        messages=tuple(_view(work, row, files) for row in rows),
        waiting_files=tuple(files.get(writing_slot(me), ())),
    )


def _see(work: Work, dossier: Dossier) -> None:
    seen = work.session.execute(
        update(Message)
        .where(
            col(Message.dossier_id) == dossier.id,
            col(Message.is_from_office) != work.actor.is_officer,
            col(Message.seen_at).is_(None),
        )
        .values(seen_at=work.now)
        .returning(col(Message.id))
    )
    if seen.first() is not None:
        tell(work.session, seen_topic(dossier.id, work.actor.is_officer))


def _view(work: Work, row: Message, files: dict[str, list[FileView]]) -> MessageView:
    return MessageView(
        id=row.id,
        at=row.at,
        sender_name=row.sender_name,
        is_from_office=row.is_from_office,
        is_mine=row.is_from_office == work.actor.is_officer,
        text=row.text,
        seen_at=row.seen_at,
        files=tuple(files.get(slot_of(row.id), ())),
    )
