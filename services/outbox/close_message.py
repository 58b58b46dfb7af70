"""Close a message that will not be sent: one officer asks, another agrees (OB-7)."""

from uuid import UUID

from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.core.text import clean
from services.outbox.models import MessageState, OutboxMessage
from services.outbox.note_try import tell_ledger
from services.outbox.owe import send
from services.outbox.scope import lock_message
from services.work import Work

SHORTEST, LONGEST = 10, 500  # letters of a reason


def ask_to_close(work: Work, message_id: UUID, reason: str) -> None:
    """Propose that a message is not sent, and say why."""
    message = _open(lock_message(work, message_id))
    words = clean(reason)
    if len(words) < SHORTEST:
        raise RuleViolation({"reason": "reason_short"})
    if len(words) > LONGEST:
        raise RuleViolation({"reason": "reason_long"})
    message.closing_asked_by_id = work.actor.require_signed_in()
    message.closing_reason = words
    _keep(work, message, "outbox.closing_asked")


def agree_to_close(work: Work, message_id: UUID) -> None:
    """Close it, as another person than whoever asked; those after it go on."""
    message = lock_message(work, message_id)
    if message.state is MessageState.CLOSED:
        return
    _open(message)
    if message.closing_asked_by_id is None:
        raise Conflict("message")
    agreeing = work.actor.require_signed_in()
    if agreeing == message.closing_asked_by_id:
        raise RuleViolation({"reason": "outbox_four_eyes"})
    message.state, message.settled_at = MessageState.CLOSED, work.now
    message.closed_by_id, message.next_try_at = agreeing, None
    send(work, message.thread_id, [message.system])
    _keep(work, message, "outbox.closed")


def decline_to_close(work: Work, message_id: UUID) -> None:
    """Take the proposal away; the message stands as before."""
    message = _open(lock_message(work, message_id))
    message.closing_asked_by_id, message.closing_reason = None, ""
    _keep(work, message, "outbox.closing_declined")


def _open(message: OutboxMessage) -> OutboxMessage:
    if message.state in (MessageState.DELIVERED, MessageState.CLOSED):
        raise Conflict("message")
    return message


def _keep(work: Work, message: OutboxMessage, act: str) -> None:
    work.session.add(message)
    record(work, act, message.id, system=str(message.system))
    tell_ledger(work, message)
