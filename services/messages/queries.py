"""Whose dossier may be written about, and what has not been seen yet."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from services.core.errors import NotFound
from services.dossiers.models import Dossier
from services.dossiers.queries import check_right
from services.dossiers.show_dossier import find_visible
from services.messages.models import Message
from services.processing.queries import agency_dossier
from services.work import Role, Work

DESK = (Role.INTAKE, Role.PROCESSING, Role.APPROVER)


def spoken_of(work: Work, code: str, to_write: bool = False) -> Dossier:
    """Return the dossier to its people or its agency; one answer for all others.

    Who acts for somebody else writes only while the delegation holds (AZ-10).
    """
    if work.actor.is_officer:
        work.actor.require_officer(*DESK)
        return agency_dossier(work, code)
    account_id = work.actor.require_citizen()
    dossier = find_visible(work, code)
    if dossier is None:
        raise NotFound("dossier")
    if to_write and dossier.account_id == account_id:
        check_right(work, dossier)
    return dossier


def unseen(session: Session, dossier_id: UUID, by_office: bool) -> int:
    """Count what the other side wrote and this side has not opened."""
    return session.exec(unseen_by(dossier_id, by_office)).one()


def unseen_by(dossier_id: Any, by_office: bool) -> SelectOfScalar[int]:
    """Return the count as a statement; Any: an id, or the column of one."""
    return select(func.count()).where(
        col(Message.dossier_id) == dossier_id,
        col(Message.is_from_office) != by_office,
        col(Message.seen_at).is_(None),
    )


def latest(session: Session, dossier_id: UUID, most: int) -> Sequence[Message]:
    """Return the latest messages, the oldest of them first."""
    query = (
        select(Message)
        .where(Message.dossier_id == dossier_id)
        .order_by(col(Message.at).desc(), col(Message.id))
        .limit(most)
    )
    return session.exec(query).all()[::-1]
