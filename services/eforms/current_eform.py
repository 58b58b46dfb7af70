"""Which version of a form a procedure asks by, and reading stored versions once."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from services.eforms.definition import EformDefinition, read_definition
from services.eforms.models import Eform, EformState, ProcedureEform

MOST_READ = 200  # versions a process keeps in its hand
_READ: dict[UUID, EformDefinition] = {}


def current_eform(session: Session, procedure_code: str, day: date) -> UUID | None:
    """Return the version in force on a day; None: the common form is all there is."""
    query = (
        select(Eform.id)
        .join(ProcedureEform, col(ProcedureEform.eform_id) == Eform.id)
        .where(ProcedureEform.procedure_code == procedure_code)
        .where(col(Eform.starts_on) <= day, Eform.state == EformState.IN_USE)
        .order_by(col(Eform.starts_on).desc(), col(Eform.version).desc())
        .limit(1)
    )
    return session.exec(query).first()


def stored_definition(
    session: Session, eform_id: UUID | None
) -> EformDefinition | None:
    """Return a version by its id; one that was read before asks nothing."""
    if eform_id is None:
        return None
    if eform_id in _READ:
        return _READ[eform_id]
    return definition_of(eform_id, session.get_one(Eform, eform_id).definition)


def definition_of(eform_id: UUID, raw: dict[str, Any]) -> EformDefinition:
    """Return a stored version; it never changes, so it is read once a process."""
    # Any: JSON.
    if eform_id not in _READ:
        if len(_READ) >= MOST_READ:
            _READ.clear()
        _READ[eform_id] = read_definition(raw)
    return _READ[eform_id]
