"""Find what should have been told and is not, and what lost its job (OB-11)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Boolean, String, column, exists, values
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
BATCH = 500  # messages, or threads, of one run; the next one goes on

# What decides who is told: a few lines, however many dossiers there are. Of the
# dossier's frozen terms the database reads the code alone.
CODE = col(Dossier.frozen)["procedure_code"].as_string()
OF_BUNDLE = col(Dossier.declaration_id).is_not(None)


class Sort(NamedTuple):
    """Events that the same systems are told of."""

    procedure_code: str
    event: str
    of_bundle: bool
    arrived_from: str


class Missing(NamedTuple):
    """A message that was never written."""

    cause_id: UUID
    dossier_id: UUID
    agency_id: UUID | None
    sort: Sort
    system: Outward
    kind: MessageKind


def sweep_owed(work: Work) -> int:
    """Owe every follower the events it was never told; return how many messages."""
    if not work.actor.is_system:
        raise Forbidden("system")
    due = [
        (*sort, str(system), str(kind))
        for sort in _sorts(work)
        for system, kind in owed(work.province, _happened(sort))
    ]
    if not due:
        return 0
    found = _missing(work, due)
    by_event: dict[UUID, list[Missing]] = defaultdict(list)
    for one in found:
        by_event[one.cause_id].append(one)
    for lines in by_event.values():
        first = lines[0]
        happened = _happened(first.sort, first)
        owe(work, happened, [(one.system, one.kind) for one in lines])
    return len(found)


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


def _sorts(work: Work) -> list[Sort]:
    """Return the sorts of events of these days."""
    query = (
        select(CODE, TimelineEntry.event, OF_BUNDLE, Dossier.arrived_from)
        .join(Dossier, col(Dossier.id) == TimelineEntry.dossier_id)
        .where(*_lately(work))
        .distinct()
    )
    return [
        Sort(code or "", event, of_bundle, arrived_from)
        for code, event, of_bundle, arrived_from in work.session.exec(query)
    ]


def _missing(work: Work, due: Sequence[tuple[Any, ...]]) -> list[Missing]:
    """Return the messages that are due and were never written, the oldest first.

    Any: a sort, a system and a kind, as the database compares them.
    """
    names = ("code", "event", "of_bundle", "arrived_from", "system", "kind")
    kinds = [Boolean() if name == "of_bundle" else String() for name in names]
    columns = [column(n, kind) for n, kind in zip(names, kinds, strict=True)]
    wanted = values(*columns, name="wanted").data(list(due))
    is_written = exists().where(
        col(OutboxMessage.cause_id) == TimelineEntry.id,
        col(OutboxMessage.system) == wanted.c.system,
        col(OutboxMessage.kind) == wanted.c.kind,
    )
    query = (
        select(
            TimelineEntry.id,
            Dossier.id,
            Dossier.agency_id,
            *(wanted.c[name] for name in names),
        )
        .join(Dossier, col(Dossier.id) == TimelineEntry.dossier_id)
        .join(
            wanted,
            (wanted.c.code == CODE)
            & (wanted.c.event == TimelineEntry.event)
            & (wanted.c.of_bundle == OF_BUNDLE)
            & (wanted.c.arrived_from == Dossier.arrived_from),
        )
        .where(*_lately(work), ~is_written)
        .order_by(
            col(TimelineEntry.at), col(TimelineEntry.id), wanted.c.system, wanted.c.kind
        )
        .limit(BATCH)
    )
    return [
        Missing(cause, dossier, agency, Sort(*said[:4]), *_named(*said[4:]))
        for cause, dossier, agency, *said in work.session.exec(query)
    ]


def _lately(work: Work) -> tuple[Any, Any]:  # Any: conditions
    at = col(TimelineEntry.at)
    return at > work.now - BACK, at < work.now - FRESH


def _named(system: str, kind: str) -> tuple[Outward, MessageKind]:
    return Outward(system), MessageKind(kind)


def _happened(sort: Sort, line: Missing | None = None) -> Happened:
    """Return an event of this sort: a certain one, or one that only asks who is told."""
    return Happened(
        dossier_id=line.dossier_id if line else UUID(int=0),
        cause_id=line.cause_id if line else UUID(int=0),
        event=sort.event,
        procedure_code=sort.procedure_code,
        agency_id=line.agency_id if line else None,
        of_bundle=sort.of_bundle,
        arrived_from=sort.arrived_from,
    )
