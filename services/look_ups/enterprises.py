"""Questions to the enterprise registry (contracts 5.5)."""

from datetime import time
from functools import partial

from services.integrations.enterprise_registry.port import (
    LONGEST_PERIOD,
    EnterpriseRegistry,
    Registration,
)
from services.look_ups.gathering import PAGE, Patience, Source, Window, gather
from services.look_ups.read_fields import Fields
from services.look_ups.told import MAIN, Told, facts_of, grid_of
from services.ministries import Ministries

COLUMNS = (
    "journal",
    "registration_kind",
    "enterprise",
    "enterprise_name",
    "received_on",
    "planned_on",
    "status",
)
TODAY_COLUMNS = (*COLUMNS[:4], "processed_on", "status")
MORNING, NIGHT = time(0, 0), time(23, 59)


def read_enterprise(ministries: Ministries, asked: Fields, patience: Patience) -> Told:
    """Return one enterprise."""
    found = ministries.enterprise_registry.find(asked.number)
    if found is None:
        return Told()
    facts = {
        "enterprise_name": found.name,
        "enterprise": found.number,
        "enterprise_kind": found.kind,
        "status": found.status,
        "short_name": found.short_name,
        "foreign_name": found.foreign_name,
        "address": found.address,
        "legal_names": found.legal_names,
        "founded_on": found.founded_on,
        "capital": found.capital,
        "changes": found.changes,
        "amended_on": found.amended_on,
    }
    activities = [(one.code, one.name, _yes(one.is_main)) for one in found.activities]
    members = [(o.name, o.amount, o.percent, o.country) for o in found.members]
    grids = {
        "activities": grid_of(
            ("activity_code", "activity_name", "is_main"), activities
        ),
        "members": grid_of(("member", "amount", "percent", "country"), members),
    }
    return Told(facts_of(facts), {name: g for name, g in grids.items() if g.rows})


def read_received(ministries: Ministries, asked: Fields, patience: Patience) -> Told:
    """Return what came in during a period, five days a question."""
    source = Source(LONGEST_PERIOD, patience)
    read = partial(_received, ministries.enterprise_registry)
    rows, is_cut = gather(asked.period, source, read, lambda row: row.number)
    latest = sorted(rows, key=lambda row: (str(row.received_on), row.number))
    cells = [
        (r.number, r.kind, r.enterprise, r.name, r.received_on, r.planned_on, r.status)
        for r in reversed(latest)
    ]
    return Told(grids={MAIN: grid_of(COLUMNS, cells)}, is_cut=is_cut)


def read_today(ministries: Ministries, asked: Fields, patience: Patience) -> Told:
    """Return what was dealt with today; their call knows no other day."""
    registry = ministries.enterprise_registry

    def read(_: Window, offset: int) -> tuple[Registration, ...]:
        return registry.processed_today(MORNING, NIGHT, offset, PAGE)

    rows, is_cut = gather(asked.period, Source(1, patience), read, lambda r: r.number)
    cells = [
        (r.number, r.kind, r.enterprise, r.name, r.processed_on, r.status) for r in rows
    ]
    return Told(grids={MAIN: grid_of(TODAY_COLUMNS, cells)}, is_cut=is_cut)


def read_registration(
    ministries: Ministries, asked: Fields, patience: Patience
) -> Told:
    """Return where one dossier stands."""
    found = ministries.enterprise_registry.state_of(asked.number)
    if found is None:
        return Told()
    facts = {
        "journal": found.number,
        "status": found.status,
        "registration_kind": found.kind,
        "enterprise_name": found.name,
        "enterprise": found.enterprise,
        "received_on": found.received_on,
        "planned_on": found.planned_on,
        "processed_on": found.processed_on,
        "registered_on": found.registered_on,
        "supplement_on": found.supplement_on,
        "way": found.way,
    }
    return Told(facts_of(facts))


def _received(
    registry: EnterpriseRegistry, window: Window, offset: int
) -> tuple[Registration, ...]:
    return registry.received(window.first, window.last, offset, PAGE)


def _yes(is_so: bool) -> str:
    return "yes" if is_so else ""
