"""Whose messages an officer sees: the unit's own, or the whole province's (AZ-6)."""

from typing import Any
from uuid import UUID

from sqlmodel import col, select

from services.core.errors import Forbidden, NotFound
from services.outbox.models import OutboxMessage
from services.work import Role, Work

READERS = (Role.INTAKE, Role.PROCESSING, Role.APPROVER)


def require_reader(work: Work) -> UUID:
    """Return the officer who looks, or refuse."""
    return work.actor.require_officer(*READERS)


def require_counter(work: Work) -> UUID:
    """Return who may see how much waits: an administrator has no part in dossiers."""
    return work.actor.require_officer(*READERS, Role.ADMINISTRATOR)


def require_operator(work: Work) -> UUID:
    """Return the administrator of the whole province, or refuse: systems are its own."""
    account_id = work.actor.require_officer(Role.ADMINISTRATOR)
    if work.actor.agency_id is not None:
        raise Forbidden("system")
    return account_id


def of_unit(work: Work) -> Any:  # Any: a condition on OutboxMessage
    """Return the condition on messages of the officer's unit, or on all."""
    if work.actor.agency_id is None:
        return col(OutboxMessage.id).is_not(None)
    return col(OutboxMessage.agency_id) == work.actor.agency_id


def lock_message(work: Work, message_id: UUID) -> OutboxMessage:
    """Return a message within reach, locked; foreign and unknown are one answer."""
    require_reader(work)
    query = select(OutboxMessage).where(OutboxMessage.id == message_id, of_unit(work))
    found = work.session.exec(query.with_for_update()).one_or_none()
    if found is None:
        raise NotFound("message")
    return found
