"""Questions to the transport registry (contracts 5.7); months are counted here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from services.core import clock
from services.core.clock import local_day
from services.integrations.transport_registry.port import TransportDossier
from services.look_ups.gathering import Patience, Source, Window, gather
from services.look_ups.read_fields import Fields
from services.look_ups.told import MAIN, Told, Value, facts_of, grid_of
from services.ministries import Ministries

DAYS = 3  # of one question: a whole answer has no pages, so it is kept short
COLUMNS = (
    "transport_dossier",
    "procedure",
    "owner",
    "unit",
    "received_on",
    "due_on",
    "ended_on",
    "status",
)
COUNTED = ("field", "received", "finished", "on_time", "late", "waiting", "cancelled")


@dataclass
class Count:
    """How the dossiers received in a month went."""

    received: int = 0
    finished: int = 0
    on_time: int = 0
    late: int = 0
    waiting: int = 0
    cancelled: int = 0

    def add(self, one: TransportDossier, today: date) -> None:
        """Count one dossier: late is what ended after its day, or still has not."""
        ended = one.finished_on or one.returned_on
        is_late = one.due_on is not None and (ended or today) > one.due_on
        self.received += 1
        if one.cancelled_on:
            self.cancelled += 1
        elif ended:
            self.finished += 1
            self.on_time += not is_late
            self.late += is_late
        else:
            self.waiting += 1
            self.late += is_late


def read_dossiers(ministries: Ministries, asked: Fields, patience: Patience) -> Told:
    """Return the dossiers received in a period."""
    rows, is_cut = _received(ministries, asked.period, patience)
    latest = sorted(rows, key=lambda row: (str(row.received_on), row.number))
    cells: list[tuple[Value, ...]] = [
        (
            *(row.number, row.procedure, row.owner, row.unit),
            *(row.received_on, row.due_on, row.finished_on or row.returned_on),
            row.status,
        )
        for row in reversed(latest)
    ]
    return Told(grids={MAIN: grid_of(COLUMNS, cells)}, is_cut=is_cut)


def read_dossier(ministries: Ministries, asked: Fields, patience: Patience) -> Told:
    """Return one dossier."""
    found = ministries.transport_registry.find(asked.number)
    if found is None:
        return Told()
    facts = {
        "transport_dossier": found.number,
        "status": found.status,
        "procedure": found.procedure,
        "field": found.field,
        "summary": found.summary,
        "owner": found.owner,
        "unit": found.unit,
        "filed_on": found.filed_on,
        "received_on": found.received_on,
        "due_on": found.due_on,
        "finished_on": found.finished_on,
        "returned_on": found.returned_on,
        "cancelled_on": found.cancelled_on,
    }
    return Told(facts_of(facts))


def read_month(ministries: Ministries, asked: Fields, patience: Patience) -> Told:
    """Count a month's dossiers by field; the registry has no statistics of its own."""
    rows, is_cut = _received(ministries, asked.period, patience)
    total, fields = count_month(rows, local_day(clock.now()))
    if not rows:
        return Told()
    cells: list[tuple[Value, ...]] = [
        (name, *_cells(count)) for name, count in sorted(fields.items())
    ]
    facts = facts_of(dict(zip(COUNTED[1:], _cells(total), strict=True)))
    return Told(facts, {MAIN: grid_of(COUNTED, cells)}, is_cut)


def count_month(
    rows: Iterable[TransportDossier], today: date
) -> tuple[Count, dict[str, Count]]:
    """Return the count of all, and of each field."""
    total, fields = Count(), dict[str, Count]()
    for row in rows:
        for count in (total, fields.setdefault(row.field, Count())):
            count.add(row, today)
    return total, fields


def _received(
    ministries: Ministries, period: Window, patience: Patience
) -> tuple[tuple[TransportDossier, ...], bool]:
    registry = ministries.transport_registry

    def read(window: Window, offset: int) -> tuple[TransportDossier, ...]:
        return () if offset else registry.received(window.first, window.last)

    return gather(period, Source(DAYS, patience), read, lambda row: row.number)


def _cells(count: Count) -> tuple[int, ...]:
    return (
        *(count.received, count.finished, count.on_time),
        *(count.late, count.waiting, count.cancelled),
    )
