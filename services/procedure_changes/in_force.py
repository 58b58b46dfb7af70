"""Which local facts hold on a day: the sum of what was published until then."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from sqlmodel import select

from services.audit.record import record
from services.core.clock import ZONE, local_day
from services.procedure_changes.models import ChangeState, ProcedureChange
from services.procedures.local_facts import LocalFacts
from services.procedures.local_layers import set_local
from services.procedures.models import Procedure
from services.work import Work


def sum_of(changes: Iterable[ProcedureChange], day: date) -> LocalFacts:
    """Return the local facts of a day; of one field the latest change holds."""
    begun = [
        change
        for change in changes
        if change.state is ChangeState.PUBLISHED and change.valid_from <= day
    ]
    facts: LocalFacts = {}
    for change in sorted(begun, key=lambda c: (c.valid_from, c.version)):
        facts |= change.facts
        if "suspension" in change.facts:
            facts["suspension"] = suspension_of(change)
    return facts


def suspension_of(change: ProcedureChange) -> dict[str, Any]:  # Any: JSON
    """Return whether it is suspended by a change, and since when it is."""
    said, before = change.facts["suspension"], change.before["suspension"]
    begins = datetime.combine(change.valid_from, time(), ZONE).isoformat()
    since = before["since"] if before["is_suspended"] else ""
    return {**said, "since": (since or begins) if said["is_suspended"] else ""}


def bring_up(work: Work, procedure: Procedure) -> bool:
    """Let the catalogue say what holds today; say whether it said something else.

    The procedure must be locked. Dossiers handed in keep what they were frozen with.
    """
    day = local_day(work.now)
    query = select(ProcedureChange).where(
        ProcedureChange.procedure_code == procedure.code,
        ProcedureChange.state == ChangeState.PUBLISHED,
    )
    published = work.session.exec(query).all()
    for change in published:
        if change.valid_from <= day and change.applied_at is None:
            change.applied_at = work.now
            work.session.add(change)
            record(work, "procedure_change.applied", change.id)
    return set_local(work, procedure, sum_of(published, day))
