"""Changes of procedures whose day has come take effect (A02)."""

from sqlmodel import col, select

from services.core.clock import local_day
from services.procedure_changes.in_force import bring_up
from services.procedure_changes.models import ChangeState, ProcedureChange
from services.procedure_changes.queries import find_procedure
from services.procedures.version import renew_version
from services.work import Work

BATCH = 50  # procedures in one transaction


def apply_due(work: Work) -> int:
    """Bring procedures up to today; return how many changes took effect.

    Repeated or missed runs do no harm: what holds today is counted from the
    changes themselves. One statement when nothing is due.
    """
    query = (
        select(ProcedureChange.procedure_code)
        .where(
            ProcedureChange.state == ChangeState.PUBLISHED,
            col(ProcedureChange.applied_at).is_(None),
            col(ProcedureChange.valid_from) <= local_day(work.now),
        )
        .order_by(ProcedureChange.procedure_code)
    )
    due = work.session.exec(query).all()
    codes = list(dict.fromkeys(due))[:BATCH]
    for code in codes:
        bring_up(work, find_procedure(work, code, lock=True))
    if codes:
        renew_version(work.session)
    return sum(code in codes for code in due)
