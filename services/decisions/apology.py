"""Whether a result that came late may be returned yet: the apology goes first (O08)."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from services.decisions.models import Decision, DecisionKind, DecisionState
from services.dossiers.models import Dossier


def is_late(dossier: Dossier) -> bool:
    """Say whether the result came after the day promised, as promised last.

    An extension has apologised already and promised another day: kept, it is not late.
    """
    ready, due = dossier.finished_at, dossier.due_at
    return ready is not None and due is not None and ready > due


def owes_apology(session: Session, dossier: Dossier) -> bool:
    """Say whether the person is still owed the apology (Mẫu 04)."""
    return bool(owing_among(session, [dossier]))


def owing_among(session: Session, dossiers: Iterable[Dossier]) -> set[UUID]:
    """Return those of them whose people are owed one, in one statement."""
    late = {one.id for one in dossiers if is_late(one)}
    if not late:
        return late
    query = select(Decision.dossier_id).where(
        col(Decision.dossier_id).in_(late), *_APOLOGY
    )
    return late - set(session.exec(query).all())


def has_apologised(rows: Iterable[Decision]) -> bool:
    """Say the same of decisions that were read already."""
    return any(
        one.kind is DecisionKind.APOLOGISE and one.state is DecisionState.APPROVED
        for one in rows
    )


_APOLOGY: tuple[ColumnElement[bool], ...] = (
    col(Decision.kind) == DecisionKind.APOLOGISE,
    col(Decision.state) == DecisionState.APPROVED,
)
