"""Send a message again, as it was or with what the dossier says now (OB-7)."""

from uuid import UUID

from sqlmodel import col, select

from services.audit.record import record
from services.core.errors import Conflict
from services.outbox.models import MessageState, OutboxMessage, Outward
from services.outbox.note_try import gate_of, tell_ledger
from services.outbox.owe import send
from services.outbox.scope import lock_message, require_operator
from services.work import Work

STUCK = (MessageState.REFUSED, MessageState.DEAD)
AT_ONCE = 500


def send_again(work: Work, message_id: UUID, is_corrected: bool = False) -> None:
    """Send a message that stands, now; corrected, it is composed anew.

    The key stays, so what they took without our hearing of it is not doubled. One
    that arrived is not sent again: the next event tells them what changed.
    """
    message = lock_message(work, message_id)
    if message.state in (MessageState.DELIVERED, MessageState.CLOSED):
        raise Conflict("message")
    if is_corrected:
        message.said = {}
    _release(work, message)
    _knock(work, message.system)
    record(work, "outbox.sent_again", message.id, corrected=is_corrected)


def send_all_again(work: Work, system: Outward) -> int:
    """Send all again that stand still with one system; return how many."""
    require_operator(work)
    query = select(OutboxMessage).where(
        OutboxMessage.system == system, col(OutboxMessage.state).in_(STUCK)
    )
    ordered = query.order_by(col(OutboxMessage.written_at)).limit(AT_ONCE)
    found = work.session.exec(ordered.with_for_update(skip_locked=True)).all()
    for message in found:
        _release(work, message)
    record(work, "outbox.all_sent_again", None, system=str(system), count=len(found))
    return len(found)


def _knock(work: Work, system: Outward) -> None:
    """Let a person's press be the one who knocks at a system that rests (OB-6).

    One more silence shuts it again; what somebody paused stays paused.
    """
    gate = gate_of(work, system)
    gate.open_until = None
    work.session.add(gate)


def _release(work: Work, message: OutboxMessage) -> None:
    """Let it be tried now, with three days before it."""
    message.state, message.settled_at = MessageState.WAITING, None
    message.first_try_at = message.next_try_at = message.sending_since = None
    message.closing_asked_by_id, message.closing_reason = None, ""
    work.session.add(message)
    send(work, message.thread_id, [message.system])
    tell_ledger(work, message)
