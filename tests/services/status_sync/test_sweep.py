"""The sweep reads what is missing, however much was told (OB-11)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import event, text
from sqlmodel import col, select

from services.dossiers.models import Dossier, TimelineEntry
from services.dossiers.note_event import note_event
from services.outbox.models import MessageKind, OutboxMessage, Outward
from services.status_sync.sweep_owed import sweep_owed
from services.work import Work
from tests.conftest import NOON
from tests.factories.dossiers import make_draft, make_filing
from tests.services.outbox.owing import SYSTEM_TOLD, at, messages, told

TOLD = 20_000
LATER = NOON + timedelta(hours=1)
MOST_STATEMENTS = 2  # which sorts of events there were, and what of them is missing
MANY_EVENTS = """
    insert into timeline_entry
        (id, dossier_id, at, status, event, unit, actor_name, facts)
    select gen_random_uuid(), :dossier, :at, 'received', 'received', '', '', '{}'
    from generate_series(1, :count)
"""
MANY_MESSAGES = """
    insert into outbox_message
        (id, system, kind, thread_id, sequence, dossier_id, cause_id, state, said,
         tries, written_at, answer_code, answer, their_reference, closing_reason)
    select gen_random_uuid(), :system, kind, :dossier,
        1000 + row_number() over (), :dossier, entry.id, 'delivered', '{}',
        1, entry.at, '', '', '', ''
    from timeline_entry entry, unnest(array['dossier', 'progress']) kind
    where entry.dossier_id = :dossier and entry.unit = ''
"""


@dataclass
class Counted:
    """What was asked of the database."""

    statements: int = 0
    rows: int = 0


@contextmanager
def counted(work: Work) -> Iterator[Counted]:
    """Count statements and the rows that came back."""
    found = Counted()
    connection = work.session.connection()

    def note(*args: object) -> None:
        cursor = args[1]
        found.statements += 1
        found.rows += max(0, getattr(cursor, "rowcount", 0))

    event.listen(connection, "after_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(connection, "after_cursor_execute", note)


@pytest.fixture
def here(work: Work) -> Work:
    return told(work, SYSTEM_TOLD)


@pytest.fixture
def dossier(here: Work) -> Dossier:
    filing = make_filing(here.session)
    made = make_draft(here.session, filing)
    made.frozen = {"procedure_code": "9.000001", "unit": {"name": "Phường"}}
    here.session.flush()
    return made


def fill(work: Work, dossier_id: UUID) -> None:
    """Let very much have happened, all of it told."""
    values = {"dossier": dossier_id, "at": NOON, "count": TOLD}
    work.session.execute(text(MANY_EVENTS), values)
    values = {"dossier": dossier_id, "system": str(SYSTEM_TOLD)}
    work.session.execute(text(MANY_MESSAGES), values)


def test_what_was_told_is_not_read_again_and_one_hole_among_it_is_found(
    here: Work, dossier: Dossier
) -> None:
    fill(here, dossier.id)
    note_event(here, dossier, "received")
    here.session.flush()
    hole = select(OutboxMessage).where(
        OutboxMessage.written_at == here.now, OutboxMessage.kind == MessageKind.PROGRESS
    )
    lost = here.session.exec(hole.order_by(col(OutboxMessage.tries))).first()
    assert lost is not None
    here.session.delete(lost)
    here.session.flush()

    with counted(here) as first:
        assert sweep_owed(at(here, LATER)) == 1
        here.session.flush()
    with counted(here) as asked:
        assert sweep_owed(at(here, LATER)) == 0

    assert first.rows < 20  # the hole, and what fills it
    assert asked.statements == MOST_STATEMENTS
    assert asked.rows == 1  # the one sort of event there is
    again = select(OutboxMessage.kind).where(OutboxMessage.cause_id == lost.cause_id)
    kinds = here.session.exec(again).all()
    assert set(kinds) == {MessageKind.DOSSIER, MessageKind.PROGRESS}


def test_many_holes_are_filled_a_batch_at_a_time(
    here: Work, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.status_sync.sweep_owed.BATCH", 6)
    values = {"dossier": dossier.id, "at": NOON, "count": 6}
    here.session.execute(text(MANY_EVENTS), values)

    found = []
    for _ in range(3):
        found.append(sweep_owed(at(here, LATER)))
        here.session.flush()

    assert found == [6, 6, 0]  # two messages an event
    kinds = [one.kind for one in messages(here)]
    assert kinds == [MessageKind.DOSSIER, MessageKind.PROGRESS] * 6


def test_a_dossier_that_came_from_a_system_is_told_to_it(
    here: Work, dossier: Dossier
) -> None:
    dossier.arrived_from = str(Outward.NATURAL_RESOURCES)
    here.session.add(
        TimelineEntry(
            dossier_id=dossier.id, at=NOON, status=dossier.status, event="received"
        )
    )
    here.session.flush()

    assert sweep_owed(at(here, LATER)) == 3

    assert len(messages(here, Outward.NATURAL_RESOURCES)) == 1
