"""Owe a message to other systems, in the transaction of what it tells (OB-1)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, text
from sqlmodel import col, select

from services.jobs import OUTWARD, defer
from services.outbox.followers import Happened, owed
from services.outbox.models import MessageKind, OutboxMessage, Outward
from services.work import Work

CARRY = "outbox.carry"
Owed = tuple[Outward, MessageKind]


def owe_followers(work: Work, happened: Happened) -> None:
    """Owe every system that follows the dossier what it is told of this event."""
    owe(work, happened, owed(work.province, happened))


def owe(work: Work, happened: Happened, messages: Sequence[Owed]) -> None:
    """Write the messages, each after those its system was owed before, and send.

    Two acts on one dossier number their messages one after the other: the second
    waits for the first to commit.
    """
    if not messages:
        return
    lock = "select pg_advisory_xact_lock(hashtextextended(:thread, 0))"
    work.session.execute(text(lock), {"thread": f"outbox:{happened.dossier_id}"})
    last = _last_numbers(work, happened.dossier_id)
    for system, kind in messages:
        last[system] = last.get(system, 0) + 1
        work.session.add(
            OutboxMessage(
                system=system,
                kind=kind,
                thread_id=happened.dossier_id,
                sequence=last[system],
                dossier_id=happened.dossier_id,
                cause_id=happened.cause_id,
                agency_id=happened.agency_id,
                written_at=work.now,
            )
        )
    send(work, happened.dossier_id, {system for system, _ in messages})


def send(
    work: Work,
    thread_id: UUID,
    systems: Iterable[Outward],
    at: datetime | None = None,
) -> None:
    """Have the worker carry what these systems are owed of a thread, from a moment."""
    for system in sorted(systems):
        defer(
            work.session,
            CARRY,
            lock=f"outbox:{system}:{thread_id}",
            at=at,
            queue=OUTWARD,
            system=str(system),
            thread_id=str(thread_id),
        )


def _last_numbers(work: Work, thread_id: UUID) -> dict[Outward, int]:
    query = (
        select(OutboxMessage.system, func.max(OutboxMessage.sequence))
        .where(OutboxMessage.thread_id == thread_id)
        .group_by(col(OutboxMessage.system))
    )
    return {Outward(system): int(last) for system, last in work.session.exec(query)}
