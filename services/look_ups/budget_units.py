"""Questions to the register of budget units (contracts 5.6)."""

from functools import partial

from services.integrations.budget_unit_registry.port import (
    BudgetDossier,
    BudgetUnitRegistry,
)
from services.look_ups.gathering import PAGE, Patience, Source, Window, gather
from services.look_ups.read_fields import Fields
from services.look_ups.told import MAIN, Told, facts_of, grid_of
from services.ministries import Ministries

DAYS = 10  # of one question: no limit is known, and short answers arrive
COLUMNS = (
    "budget_dossier",
    "budget_kind",
    "budget_unit",
    "budget_code",
    "filed_on",
    "issued_on",
    "status",
)


def read_dossiers(ministries: Ministries, asked: Fields, patience: Patience) -> Told:
    """Return the dossiers of a period."""
    read = partial(_page, ministries.budget_unit_registry)
    rows, is_cut = gather(
        asked.period, Source(DAYS, patience), read, lambda row: row.number
    )
    latest = sorted(rows, key=lambda row: (str(row.filed_on), row.number))
    cells = [
        (r.number, r.kind, r.unit, r.code, r.filed_on, r.issued_on, r.status)
        for r in reversed(latest)
    ]
    return Told(grids={MAIN: grid_of(COLUMNS, cells)}, is_cut=is_cut)


def read_dossier(ministries: Ministries, asked: Fields, patience: Patience) -> Told:
    """Return one dossier."""
    found = ministries.budget_unit_registry.find(asked.number)
    if found is None:
        return Told()
    facts = {
        "budget_dossier": found.number,
        "status": found.status,
        "budget_kind": found.kind,
        "budget_unit": found.unit,
        "budget_code": found.code,
        "unit_kind": found.unit_kind,
        "chapter": found.chapter,
        "area": found.area,
        "parent": found.parent,
        "filed_on": found.filed_on,
        "issued_on": found.issued_on,
    }
    return Told(facts_of(facts))


def read_counts(ministries: Ministries, asked: Fields, patience: Patience) -> Told:
    """Return their count of a period, which no paging cuts."""
    period = asked.period
    found = ministries.budget_unit_registry.counts(period.first, period.last)
    cells = [(one.kind, one.status, one.count) for one in found]
    total = sum(one.count for one in found)
    grids = {MAIN: grid_of(("budget_kind", "status", "count"), cells)}
    return Told((("total", str(total)),) if cells else (), grids)


def _page(
    registry: BudgetUnitRegistry, window: Window, offset: int
) -> tuple[BudgetDossier, ...]:
    # A page that came short has none after it, whatever number that would have.
    if offset % PAGE:
        return ()
    return registry.dossiers(window.first, window.last, offset // PAGE + 1, PAGE)
