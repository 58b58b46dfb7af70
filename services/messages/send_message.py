"""Send a message about a dossier, to the office or to the person (trao đổi)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select, text

from services.audit.record import record
from services.core.errors import RuleViolation, TooMany
from services.core.readers import Unreadable, read_note
from services.dossiers.check_components import FILE_PROBLEMS
from services.dossiers.models import Dossier
from services.dossiers.tell_people import tell_people
from services.files.models import StoredFile
from services.messages.models import Message
from services.messages.queries import spoken_of
from services.messages.rules import (
    HOUR,
    MOST_FILES,
    PER_HOUR,
    TEXT_LENGTHS,
    slot_of,
    writing_slot,
)
from services.notifications.models import Subject
from services.processing.announce import announce
from services.work import Work

PAGE = "/trao-doi"
LOCK = 7_206_012


@dataclass(frozen=True)
class Sent:
    """The message that was sent; pressed twice, the same one."""

    message_id: UUID
    at: datetime


def send_message(work: Work, code: str, typed: str, intent: str) -> Sent:
    """Send 1 to 2.000 characters and up to three files, once per press (R6).

    The person is notified on the channels they chose; the office sees it at its
    desk. Twenty an hour are enough for a talk.
    """
    sender_id = work.actor.require_signed_in()
    if not intent:
        raise RuleViolation({"intent": "required"})
    dossier = spoken_of(work, code, to_write=True)
    _queue(work, dossier, sender_id)
    if same := _same_press(work, dossier.id, sender_id, intent):
        return Sent(same.id, same.at)
    words = _read(typed)
    _check_pace(work, dossier.id, sender_id)
    files = _ready_files(work, dossier.id, sender_id)
    message = Message(
        dossier_id=dossier.id,
        at=work.now,
        sender_id=sender_id,
        sender_name=work.actor.name,
        is_from_office=work.actor.is_officer,
        text=words,
        intent=intent,
    )
    work.session.add(message)
    work.session.flush()
    for file in files:
        file.slot, file.sealed_at = slot_of(message.id), work.now
        work.session.add(file)
    record(work, "message.sent", dossier.id, office=message.is_from_office)
    if message.is_from_office:
        tell_people(work, dossier, Subject.MESSAGE, str(message.id), PAGE)
    announce(work, dossier)
    return Sent(message.id, message.at)


def _queue(work: Work, dossier: Dossier, sender_id: UUID) -> None:
    """Let two presses of one person come one after the other."""
    key = (dossier.id.int ^ sender_id.int) % (1 << 62)
    work.session.execute(
        text("select pg_advisory_xact_lock(:lock # :key)"), {"lock": LOCK, "key": key}
    )


def _same_press(
    work: Work, dossier_id: UUID, sender_id: UUID, intent: str
) -> Message | None:
    query = select(Message).where(
        Message.dossier_id == dossier_id,
        Message.sender_id == sender_id,
        Message.intent == intent,
    )
    return work.session.exec(query).first()


def _read(typed: str) -> str:
    try:
        return read_note(typed, *TEXT_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"text": fault.key}) from None


def _check_pace(work: Work, dossier_id: UUID, sender_id: UUID) -> None:
    recent = select(func.count(), func.min(Message.at)).where(
        Message.dossier_id == dossier_id,
        Message.sender_id == sender_id,
        col(Message.at) > work.now - HOUR,
    )
    count, first = work.session.exec(recent).one()
    if count >= PER_HOUR:
        raise TooMany(first + HOUR)


def _ready_files(work: Work, dossier_id: UUID, sender_id: UUID) -> Sequence[StoredFile]:
    """Return the files that go along, held; refuse while one is not ready."""
    waiting = select(StoredFile).where(
        StoredFile.subject_id == dossier_id,
        StoredFile.slot == writing_slot(sender_id),
        StoredFile.owner_id == sender_id,
        col(StoredFile.removed_at).is_(None),
    )
    files = work.session.exec(waiting.with_for_update()).all()
    if len(files) > MOST_FILES:
        raise RuleViolation({"files": "too_many_files"})
    for file in files:
        if fault := FILE_PROBLEMS.get(file.state):
            raise RuleViolation({"files": fault})
    return files
