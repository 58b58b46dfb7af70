"""Pause a system, and speak to it again (A07)."""

from sqlmodel import col, select

from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.text import clean
from services.outbox.models import MessageState, OutboxMessage, Outward
from services.outbox.note_try import gate_of
from services.outbox.owe import send
from services.outbox.scope import require_operator
from services.signals import sync_topic, tell
from services.work import Work

LONGEST = 500  # letters of a reason


def pause_system(work: Work, system: Outward, reason: str) -> None:
    """Send nothing to a system until somebody resumes; what is owed waits."""
    operator = require_operator(work)
    words = clean(reason)
    if not words:
        raise RuleViolation({"reason": "required"})
    if len(words) > LONGEST:
        raise RuleViolation({"reason": "reason_long"})
    gate = gate_of(work, system)
    if gate.paused_at is None:
        gate.paused_at, gate.paused_by_id = work.now, operator
        record(work, "outbox.paused", gate.id, system=str(system))
    gate.pause_reason = words
    work.session.add(gate)
    tell(work.session, sync_topic())


def resume_system(work: Work, system: Outward) -> int:
    """Speak to a system again; return how many dossiers are carried on."""
    require_operator(work)
    gate = gate_of(work, system)
    if gate.paused_at is None and gate.open_until is None:
        return 0
    gate.paused_at = gate.paused_by_id = gate.open_until = None
    gate.pause_reason, gate.failures = "", 0
    work.session.add(gate)
    record(work, "outbox.resumed", gate.id, system=str(system))
    tell(work.session, sync_topic())
    return wake_threads(work, system)


def wake_threads(work: Work, system: Outward) -> int:
    """Have every thread of a system carried on; return how many."""
    waiting = (
        select(OutboxMessage.thread_id)
        .where(OutboxMessage.system == system)
        .where(OutboxMessage.state == MessageState.WAITING)
        .where(col(OutboxMessage.sending_since).is_(None))
        .distinct()
    )
    threads = work.session.exec(waiting).all()
    for thread_id in threads:
        send(work, thread_id, [system])
    return len(threads)
