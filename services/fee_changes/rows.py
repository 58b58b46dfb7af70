"""Rows of changes: who may write them, what they take over from, how they apply."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from services.administration.scope import require_administrator
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.fees.in_force import close_earlier, rows_of
from services.fees.models import FeeChange, FeeRule
from services.fees.rule import Rule
from services.procedures.models import Procedure
from services.work import Work


def whole_province(work: Work) -> UUID:
    """Fees are the province's: an administrator of one unit only reads them."""
    account_id = require_administrator(work)
    if work.actor.agency_id is not None:
        raise Forbidden("fees")
    return account_id


def procedure_of(work: Work, code: str, lock: bool = False) -> Procedure:
    """Return the procedure; locked, its fees change one after the other."""
    query = select(Procedure).where(Procedure.code == code)
    found = work.session.exec(query.with_for_update() if lock else query).one_or_none()
    if found is None:
        raise NotFound("procedure")
    return found


def lock_change(work: Work, change_id: UUID) -> FeeChange:
    """Return a change, locked after its procedure."""
    code = select(FeeChange.procedure_code).where(FeeChange.id == change_id)
    named = work.session.exec(code).one_or_none()
    if named is None:
        raise NotFound("fee_change")
    procedure_of(work, named, lock=True)
    query = select(FeeChange).where(FeeChange.id == change_id)
    fresh = query.with_for_update().execution_options(populate_existing=True)
    return work.session.exec(fresh).one()


def rows_of_rule(work: Work, procedure_code: str, code: str) -> Sequence[FeeRule]:
    """Return the versions of one rule, the earliest first."""
    rows = rows_of(work.session, procedure_code)
    return sorted((r for r in rows if r.code == code), key=lambda r: r.valid_from)


def check_day(rows: Sequence[FeeRule], day: date) -> None:
    """Two versions of one rule do not begin on one day: what began stays as it is."""
    if any(row.valid_from == day for row in rows):
        raise RuleViolation({"valid_from": "fee_same_day"})


def before(rows: Sequence[FeeRule], day: date) -> FeeRule | None:
    """Return the version another takes over from on that day, if any."""
    earlier = [row for row in rows if row.valid_from < day]
    return earlier[-1] if earlier else None


def add_row(work: Work, change: FeeChange, rule: Rule) -> None:
    """Write the rule into the table; the version before it ends the day before."""
    rows = list(rows_of_rule(work, change.procedure_code, change.code))
    everything = rows_of(work.session, change.procedure_code)
    last = max((row.position for row in everything), default=-1) + 1
    definition = rule.model_dump(mode="json")
    written = json.dumps([definition, str(change.id)], sort_keys=True)
    row = FeeRule(
        procedure_code=change.procedure_code,
        code=change.code,
        valid_from=rule.valid_from,
        position=rows[0].position if rows else last,
        definition=definition,
        digest=hashlib.sha256(written.encode()).hexdigest(),
        change_id=change.id,
    )
    close_earlier([*rows, row])
    work.session.add_all([*rows, row])


def remove_row(work: Work, change: FeeChange) -> None:
    """Take a rule out that was not in force for a day; the one before goes on."""
    rows = rows_of_rule(work, change.procedure_code, change.code)
    kept = [row for row in rows if row.change_id != change.id]
    for row in rows:
        if row.change_id == change.id:
            work.session.delete(row)
    work.session.flush()
    close_earlier(kept)
    work.session.add_all(kept)


def open_changes(work: Work, procedure_code: str) -> Sequence[FeeChange]:
    """Return every change of a procedure, the latest first."""
    query = select(FeeChange).where(FeeChange.procedure_code == procedure_code)
    return work.session.exec(query.order_by(col(FeeChange.proposed_at).desc())).all()
