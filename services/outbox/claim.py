"""Take the next message of a thread into the hand, if it may be sent now (OB-4, OB-6)."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, func, select

from services.core.errors import Forbidden
from services.outbox.courier import Answer, CannotSay, Courier, Outcome, Parcel
from services.outbox.models import MessageState, OutboxMessage, Outward, SystemGate
from services.outbox.note_try import write_try
from services.outbox.owe import send
from services.outbox.rules import HAND, MOST_AT_ONCE, is_shut
from services.work import Work

DONE = (MessageState.DELIVERED, MessageState.CLOSED)
BREATH = timedelta(seconds=5)  # until a place is free among those on their way
INCOMPLETE = "incomplete"  # our own refusal: a field of theirs cannot be filled


def claim(
    work: Work, courier: Courier, system: Outward, thread_id: UUID
) -> Parcel | None:
    """Return the message that is next and due, composed; None when none may go.

    One that a person must look at keeps those after it waiting: they build on it.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    message = _next(work, system, thread_id)
    if message is None or not _is_due(message, work.now):
        return None
    if (later := _held_back_until(work, system)) is not None:
        if later > work.now:
            message.next_try_at = later
            work.session.add(message)
            send(work, thread_id, [system], later)
        return None
    if not message.said and not _compose(work, courier, message):
        return None
    message.tries += 1
    message.first_try_at = message.first_try_at or work.now
    message.sending_since = work.now
    work.session.add(message)
    return Parcel(
        id=message.id,
        system=message.system,
        kind=message.kind,
        key=message.key,
        dossier_id=message.dossier_id,
        tries=message.tries,
        said=message.said,
    )


def _next(work: Work, system: Outward, thread_id: UUID) -> OutboxMessage | None:
    query = (
        select(OutboxMessage)
        .where(OutboxMessage.system == system, OutboxMessage.thread_id == thread_id)
        .where(col(OutboxMessage.state).not_in(DONE))
        .order_by(col(OutboxMessage.sequence))
        .limit(1)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    found = work.session.exec(query).first()
    return found if found and found.state is MessageState.WAITING else None


def _is_due(message: OutboxMessage, now: datetime) -> bool:
    if message.sending_since and message.sending_since + HAND > now:
        return False  # another worker has it in its hand
    return message.next_try_at is None or message.next_try_at <= now


def _held_back_until(work: Work, system: Outward) -> datetime | None:
    """Return when the system may be spoken to again; now: when somebody says so."""
    query = select(SystemGate).where(SystemGate.system == system)
    gate = work.session.exec(query).first()
    if gate is not None and is_shut(gate, work.now):
        # A pause ends by a person, who has everything carried then.
        return work.now if gate.paused_at else gate.open_until
    counted = (
        select(func.count())
        .select_from(OutboxMessage)
        .where(OutboxMessage.system == system)
        .where(OutboxMessage.state == MessageState.WAITING)
        .where(col(OutboxMessage.sending_since) > work.now - HAND)
    )
    crowd = int(work.session.exec(counted).one())
    return work.now + BREATH if crowd >= MOST_AT_ONCE else None


def _compose(work: Work, courier: Courier, message: OutboxMessage) -> bool:
    """Put the message into their words; what is missing is the officer's to mend."""
    try:
        message.said = courier.compose(work, message)
    except CannotSay as lack:
        missing = Answer(Outcome.REFUSED, INCOMPLETE, lack.field)
        message.state, message.settled_at = MessageState.REFUSED, work.now
        message.answer_code, message.answer = INCOMPLETE, lack.field
        write_try(work, message, missing, 0)
        return False
    return True
