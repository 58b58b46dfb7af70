"""Write down how a try of a message went, and what follows from it (OB-5)."""

import re
from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.clock import now as clock_now
from services.outbox.courier import Answer, Courier, Outcome
from services.outbox.models import (
    MessageState,
    OutboxMessage,
    OutboxTry,
    SystemGate,
)
from services.outbox.owe import send
from services.outbox.rules import next_try, note_answer, note_silence
from services.signals import sync_topic, tell
from services.work import Work

LONGEST, LONGEST_CODE = 300, 60  # letters of an answer that are kept
NUMBERS = re.compile(r"\d{9,}")
CONTROLS = re.compile(
    r"[\x00-\x1f\x7f]"
)  # PostgreSQL keeps no NUL, a page none of them
SEEN = 3  # digits of a number that stay readable


def note_try(
    work: Work, courier: Courier, message_id: UUID, answer: Answer, milliseconds: int
) -> bool:
    """Settle the message or ask for its next try; tell whether it arrived."""
    query = select(OutboxMessage).where(OutboxMessage.id == message_id)
    message = work.session.exec(query.with_for_update()).one()
    if message.state is not MessageState.WAITING:
        return False  # settled meanwhile: by a person, or a worker thought dead
    _note_gate(work, message, answer)
    write_try(work, message, answer, milliseconds)
    message.sending_since = None
    message.answer_code, message.answer = _plain(answer.code), mask(answer.words)
    work.session.add(message)
    if answer.outcome is Outcome.DELIVERED:
        message.their_reference = CONTROLS.sub("", answer.their_reference)
        _settle(work, message, MessageState.DELIVERED)
        courier.settle(work, message, answer)
        return True
    if answer.outcome is Outcome.REFUSED:
        _settle(work, message, MessageState.REFUSED)
        return False
    _try_again(work, message, answer)
    return False


def write_try(
    work: Work, message: OutboxMessage, answer: Answer, milliseconds: int
) -> None:
    """Keep one try, without anybody's number, and tell who looks at the ledger."""
    work.session.add(
        OutboxTry(
            message_id=message.id,
            at=clock_now(),
            outcome=str(answer.outcome),
            code=_plain(answer.code),
            words=mask(answer.words),
            milliseconds=milliseconds,
        )
    )
    work.session.add(message)
    tell_ledger(work, message)


def tell_ledger(work: Work, message: OutboxMessage) -> None:
    """Tell whoever looks at the dossier, at the unit's ledger, or at all of it."""
    named = (message.dossier_id, message.agency_id)
    tell(work.session, sync_topic(), *(sync_topic(one) for one in named if one))


def mask(words: str) -> str:
    """Return what a system said, cut, with all but the head of long numbers hidden."""

    def hide(found: re.Match[str]) -> str:
        number = found.group()
        return number[:SEEN] + "•" * (len(number) - SEEN)

    plain = " ".join(CONTROLS.sub(" ", words).split())
    return NUMBERS.sub(hide, plain)[:LONGEST]


def _plain(code: str) -> str:
    return CONTROLS.sub("", code)[:LONGEST_CODE]


def gate_of(work: Work, system: str) -> SystemGate:
    """Return the switch of a system, locked; its first use makes it."""
    query = select(SystemGate).where(SystemGate.system == system).with_for_update()
    found = work.session.exec(query.execution_options(populate_existing=True)).first()
    if found is None:
        found = SystemGate(system=system)
        work.session.add(found)
        work.session.flush()
    return found


def _note_gate(work: Work, message: OutboxMessage, answer: Answer) -> None:
    gate = gate_of(work, message.system)
    if answer.outcome is Outcome.UNAVAILABLE:
        note_silence(gate, work.now)
    else:
        note_answer(gate, work.now)
    work.session.add(gate)


def _settle(work: Work, message: OutboxMessage, state: MessageState) -> None:
    message.state, message.settled_at = state, work.now
    message.next_try_at = None
    code = message.answer_code
    record(work, f"outbox.{state}", message.id, system=str(message.system), code=code)


def _try_again(work: Work, message: OutboxMessage, answer: Answer) -> None:
    moment = next_try(message, work.now, answer.retry_after)
    if moment is None:
        _settle(work, message, MessageState.DEAD)
        return
    message.next_try_at = moment
    send(work, message.thread_id, [message.system], moment)
