"""What passes between the officers of a dossier, read in one statement (O05)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import Select, func
from sqlalchemy import select as rows
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from services.accounts.models import Account
from services.procedures.models import Agency
from services.processing.step_models import (
    HoldWish,
    InternalNote,
    StepKind,
    StepLog,
    StepOpinion,
    Timing,
)


@dataclass(frozen=True)
class OpinionView:
    """A question beside the step, and its answer."""

    id: UUID
    step_id: UUID
    officer_id: UUID
    officer: str
    unit: str
    question: str
    asked_at: datetime
    due_at: datetime
    answer: str
    answered_at: datetime | None
    closed_at: datetime | None
    closed_reason: str


@dataclass(frozen=True)
class NoteView:
    """A note between colleagues."""

    id: UUID
    at: datetime
    by_name: str
    text: str


@dataclass(frozen=True)
class WishView:
    """A colleague who asks for the step."""

    id: UUID
    step_id: UUID
    asked_by_id: UUID
    asked_by_name: str
    at: datetime
    reason: str
    decided_at: datetime | None
    is_given: bool


@dataclass(frozen=True)
class LogView:
    """A line of the step log."""

    at: datetime
    kind: StepKind
    position: int | None
    step: str
    unit: str
    from_name: str
    to_name: str
    to_step: str
    due_at: datetime | None
    timing: Timing
    note: str


@dataclass(frozen=True)
class Handing:
    """All of it, each in the order it happened."""

    opinions: tuple[OpinionView, ...] = ()
    notes: tuple[NoteView, ...] = ()
    wishes: tuple[WishView, ...] = ()
    log: tuple[LogView, ...] = ()


def read_handing(session: Session, dossier_id: UUID) -> Handing:
    """Return questions, notes, wishes and the log of a dossier."""
    parts = [_opinions(dossier_id), _notes(dossier_id), _wishes(dossier_id)]
    columns = [_gathered(part) for part in [*parts, _log(dossier_id)]]
    row = session.execute(select(*columns)).one()
    return Handing(
        TypeAdapter(tuple[OpinionView, ...]).validate_python(row[0] or ()),
        TypeAdapter(tuple[NoteView, ...]).validate_python(row[1] or ()),
        TypeAdapter(tuple[WishView, ...]).validate_python(row[2] or ()),
        TypeAdapter(tuple[LogView, ...]).validate_python(row[3] or ()),
    )


def _gathered(query: Select[Any]) -> Any:  # Any: JSON of whatever rows
    rows = query.subquery()
    return select(func.json_agg(rows.table_valued())).scalar_subquery()


def _opinions(dossier_id: UUID) -> Any:  # Any: rows of three tables
    officer = aliased(Account)
    asked = col(StepOpinion.asked_at), col(StepOpinion.id)
    return (
        rows(
            StepOpinion,
            col(officer.full_name).label("officer"),
            col(Agency.name).label("unit"),
        )
        .join(officer, col(officer.id) == StepOpinion.officer_id)
        .join(Agency, col(Agency.id) == StepOpinion.agency_id)
        .where(col(StepOpinion.dossier_id) == dossier_id)
        .order_by(*asked)
    )


def _notes(dossier_id: UUID) -> Select[Any]:
    query = rows(InternalNote).where(col(InternalNote.dossier_id) == dossier_id)
    return query.order_by(col(InternalNote.at))


def _wishes(dossier_id: UUID) -> Select[Any]:
    query = rows(HoldWish).where(col(HoldWish.dossier_id) == dossier_id)
    return query.order_by(col(HoldWish.at))


def _log(dossier_id: UUID) -> Select[Any]:
    query = rows(StepLog).where(col(StepLog.dossier_id) == dossier_id)
    return query.order_by(col(StepLog.at), col(StepLog.position).nulls_first())
