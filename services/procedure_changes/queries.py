"""Reads of procedures and their changes, and who may write them."""

import hashlib
import json
from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from services.administration.scope import require_administrator
from services.core.errors import Forbidden, NotFound
from services.procedure_changes.models import ChangeState, ProcedureChange
from services.procedures.index import current_index
from services.procedures.local_facts import LocalFacts, read_local
from services.procedures.models import Procedure
from services.work import Work


def require_whole_province(work: Work) -> UUID:
    """Return who writes: procedures are the province's, a unit's only reads them."""
    account_id = require_administrator(work)
    if work.actor.agency_id is not None:
        raise Forbidden("procedure")
    return account_id


def find_procedure(work: Work, code: str, lock: bool = False) -> Procedure:
    """Return the procedure of that code."""
    query = select(Procedure).where(Procedure.code == code.strip())
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    found = work.session.exec(query).one_or_none()
    if found is None:
        raise NotFound("procedure")
    return found


def lock_change(work: Work, change_id: UUID) -> tuple[Procedure, ProcedureChange]:
    """Return a change and its procedure, both locked, always in this order."""
    known = work.session.get(ProcedureChange, change_id)
    if known is None:
        raise NotFound("procedure_change")
    procedure = find_procedure(work, known.procedure_code, lock=True)
    work.session.refresh(known, with_for_update=True)
    return procedure, known


def changes_of(session: Session, code: str) -> Sequence[ProcedureChange]:
    """Return every change of a procedure, the latest first."""
    query = select(ProcedureChange).where(ProcedureChange.procedure_code == code)
    return session.exec(query.order_by(col(ProcedureChange.version).desc())).all()


def waiting_among(changes: Sequence[ProcedureChange]) -> ProcedureChange | None:
    """Return the change that waits to be read by a second person."""
    return next((c for c in changes if c.state is ChangeState.PROPOSED), None)


def facts_now(work: Work, row: Procedure) -> LocalFacts:
    """Return what is in force, with the units that really receive."""
    facts = read_local(work.session, row)
    if not facts["units"]:
        index = current_index(work.session)
        number = index.by_code.get(row.code)
        known = index.documents[number].row.agencies if number is not None else ()
        facts["units"] = sorted(known)
    return facts


def mark_of(facts: LocalFacts) -> str:
    """Return what tells whether the facts are still those that were shown."""
    written = json.dumps(facts, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(written.encode()).hexdigest()[:16]
