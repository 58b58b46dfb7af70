"""Who goes before whom: a local change, then the seed, then the national record (A02)."""

from collections.abc import Iterable, Mapping, Sequence

from sqlmodel import Session, col, select

from services.procedures.facts import Facts
from services.procedures.local_facts import (
    LocalFacts,
    read_local,
    store_cases,
    write_local,
)
from services.procedures.models import Procedure, ProcedureLocal, Source
from services.procedures.write_facts import is_known, write_facts
from services.work import Work

# What a national record says of the fields a province may change.
STATED = ("online_level", "requirements", "limit", "cases")

Pair = tuple[Procedure, ProcedureLocal | None]


def layers_of(session: Session, row: Procedure) -> ProcedureLocal:
    """Return the layers of a procedure; empty ones are not kept yet."""
    query = select(ProcedureLocal).where(ProcedureLocal.procedure_id == row.id)
    return session.exec(query).first() or ProcedureLocal(procedure_id=row.id)


def set_local(work: Work, row: Procedure, facts: LocalFacts) -> bool:
    """Let these be the local facts in force; say whether that changed anything.

    What is below comes back first, so that the layers never mix.
    """
    layers = layers_of(work.session, row)
    if layers.facts == facts:
        return False
    if layers.facts:
        write_local(work, row, layers.base)
    _lay(work, row, layers, facts)
    row.updated_at = work.now
    work.session.flush()
    return True


def write_beneath(work: Work, batch: Sequence[Facts]) -> int:
    """Write imported facts below the local ones; return how many were new."""
    found = _locked(work.session, batch)
    lifted = []
    for facts in batch:
        row, layers = found.get(facts.code, (None, None))
        if row is None or is_known(row, facts):
            continue
        if layers and layers.facts:
            write_local(work, row, layers.base)
            lifted.append((row, layers))
        _keep_national(work.session, row, layers, facts)
    changed = write_facts(work, batch)
    for row, layers in lifted:
        _lay(work, row, layers, layers.facts)
    return changed


def units_beneath(
    session: Session, units: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Return the units that may be written as they are.

    Where the province chose its own, the given ones only become what is below.
    """
    query = select(Procedure.code, ProcedureLocal).join(
        Procedure, col(Procedure.id) == ProcedureLocal.procedure_id
    )
    free = dict(units)
    for code, layers in session.exec(query.where(col(Procedure.code).in_(units))):
        if "units" in layers.facts:
            layers.base = {**layers.base, "units": sorted(free.pop(code))}
            session.add(layers)
    return free


def _locked(session: Session, batch: Iterable[Facts]) -> dict[str, Pair]:
    """Return the rows of a batch, so that nobody publishes while they are written."""
    codes = [facts.code for facts in batch]
    query = (
        select(Procedure, ProcedureLocal)
        .outerjoin(ProcedureLocal, col(ProcedureLocal.procedure_id) == Procedure.id)
        .where(col(Procedure.code).in_(codes))
        .order_by(Procedure.code)
        .with_for_update(of=Procedure)
    )
    return {row.code: (row, layers) for row, layers in session.exec(query)}


def _lay(work: Work, row: Procedure, layers: ProcedureLocal, facts: LocalFacts) -> None:
    below = read_local(work.session, row)
    layers.base = {name: below[name] for name in facts}
    layers.facts = facts
    write_local(work, row, facts)
    work.session.add(layers)
    work.session.flush()


def _keep_national(
    session: Session, row: Procedure, layers: ProcedureLocal | None, facts: Facts
) -> None:
    """Keep what the national record says where the seed goes before it."""
    national: LocalFacts = {}
    if facts.source is Source.SEED and row.source is Source.NATIONAL:
        below = read_local(session, row)
        national = {name: below[name] for name in STATED} if row.detail_digest else {}
    elif facts.source is Source.NATIONAL and row.source is Source.SEED:
        national = _stated(facts)
    if national:
        kept = layers or layers_of(session, row)
        kept.national = {**kept.national, **national}
        session.add(kept)


def _stated(facts: Facts) -> LocalFacts:
    values = facts.values
    stated: LocalFacts = {
        name: str(values[name])
        for name in ("online_level", "requirements")
        if name in values
    }
    if "time_limit" in values:
        stated["limit"] = {
            "value": values["time_limit"],
            "unit": str(values["time_limit_unit"]),
            "note": values["time_limit_note"],
            "cut_off": "",
        }
    if facts.cases is not None:
        stated["cases"] = store_cases(facts.cases)
    return stated
