"""Find what should have been told and is not, and what lost its job (OB-11)."""

from datetime import timedelta

from sqlmodel import col, or_, select

from services.core.errors import Forbidden
from services.dossiers.models import Dossier, TimelineEntry
from services.outbox.followers import Happened, owed
from services.outbox.models import MessageKind, MessageState, OutboxMessage, Outward
from services.outbox.owe import owe, send
from services.outbox.rules import HAND
from services.work import Work

BACK = timedelta(days=3)  # events older than this were swept before
FRESH = timedelta(minutes=2)  # younger ones are still being carried
LOST_AFTER = timedelta(minutes=5)
BATCH = 500


def sweep_owed(work: Work) -> int:
    """Owe every follower the events it was never told; return how many messages."""
    if not work.actor.is_system:
        raise Forbidden("system")
    events = work.session.exec(
        select(TimelineEntry, Dossier)
        .join(Dossier, col(Dossier.id) == TimelineEntry.dossier_id)
        .where(col(TimelineEntry.at) > work.now - BACK)
        .where(col(TimelineEntry.at) < work.now - FRESH)
        .order_by(col(TimelineEntry.at))
    ).all()
    told = _told(work)
    found = 0
    for entry, dossier in events:
        happened = Happened(
            dossier_id=dossier.id,
            cause_id=entry.id,
            event=entry.event,
            procedure_code=str(dossier.frozen.get("procedure_code", "")),
            agency_id=dossier.agency_id,
            of_bundle=dossier.declaration_id is not None,
        )
        missing = [
            (system, kind)
            for system, kind in owed(work.province, happened)
            if (system, kind, entry.id) not in told
        ]
        owe(work, happened, missing)
        found += len(missing)
    return found


def wake_lost(work: Work) -> int:
    """Carry on with messages whose job was lost; return how many threads."""
    if not work.actor.is_system:
        raise Forbidden("system")
    late = work.now - LOST_AFTER
    row = OutboxMessage
    query = (
        select(row.system, row.thread_id)
        .where(row.state == MessageState.WAITING)
        .where(
            or_(
                col(row.next_try_at) < late,
                col(row.next_try_at).is_(None) & (col(row.written_at) < late),
            )
        )
        .where(
            or_(
                col(row.sending_since).is_(None),
                col(row.sending_since) < work.now - HAND,
            )
        )
        .distinct()
        .limit(BATCH)
    )
    threads = work.session.exec(query).all()
    for system, thread_id in threads:
        send(work, thread_id, [Outward(system)])
    return len(threads)


def _told(work: Work) -> set[tuple[Outward, MessageKind, object]]:
    row = OutboxMessage
    query = select(row.system, row.kind, row.cause_id).where(
        col(row.written_at) > work.now - BACK
    )
    return {
        (Outward(system), MessageKind(kind), cause)
        for system, kind, cause in work.session.exec(query)
    }
