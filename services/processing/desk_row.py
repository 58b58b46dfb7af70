"""One row of a queue: what an officer sees of a dossier before opening it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, false, func, select
from sqlmodel import col

from services.accounts.models import Account
from services.core.identifiers import mask_name
from services.core.working_days import WorkCalendar
from services.dossiers.models import Dossier, DossierStatus
from services.procedures.models import Channel, Procedure
from services.processing.deadlines import TimeLeft, time_left
from services.processing.desk import deadline, is_current_step, is_free
from services.processing.desk_filters import is_unpaid
from services.processing.models import DossierStep, ReceptionHold
from services.work import Work

Found = tuple[
    Dossier,
    str,
    datetime | None,
    str | None,
    float | None,
    UUID | None,
    str | None,
    bool,
    bool,
]
FINISHED = (DossierStatus.RESULT_READY, DossierStatus.RETURNED)


@dataclass(frozen=True)
class DeskRow:
    """A dossier in a list; the applicant's name is masked (O02, PII-5)."""

    id: UUID
    code: str
    procedure: str
    applicant: str
    channel: Channel
    status: DossierStatus
    submitted_at: datetime | None
    left: TimeLeft
    step: str  # name of the step under way
    holder: str  # officer who has it, or is looking at it
    is_mine: bool
    is_unpaid: bool  # something asked for is not paid yet
    holder_id: UUID | None = None
    may_take: bool = False  # free, and open to this officer
    is_running: bool = False  # a step is under way, which can change hands
    has_receipt: bool = False


def rows_query(work: Work, *where: ColumnElement[bool]) -> Select[Found]:
    """Select dossiers with their step and holder, one statement for any number."""
    holder = func.coalesce(DossierStep.holder_id, ReceptionHold.officer_id)
    is_held = and_(
        col(ReceptionHold.dossier_id) == Dossier.id,
        col(ReceptionHold.until) > work.now,
        col(Dossier.status) == DossierStatus.SUBMITTED,
    )
    columns: Any = select(  # Any: the columns' types are written in Found
        Dossier,
        col(Procedure.name),
        deadline(),
        col(DossierStep.name),
        col(DossierStep.hours),
        holder,
        col(Account.full_name),
        is_unpaid(),
        _may_take(work),
    )
    query: Select[Found] = (
        columns.join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .outerjoin(DossierStep, is_current_step())
        .outerjoin(ReceptionHold, is_held)
        .outerjoin(Account, col(Account.id) == holder)
        .where(*where)
    )
    return query


def make_rows(
    work: Work, calendar: WorkCalendar, found: Sequence[Found]
) -> tuple[DeskRow, ...]:
    """Return what the list shows; names leave the database only masked."""
    return tuple(_row(work, calendar, *one) for one in found)


def _row(work: Work, calendar: WorkCalendar, *found: *Found) -> DeskRow:
    dossier, procedure, due_at, step, hours = found[:5]
    holder_id, holder, unpaid, may_take = found[5:]
    return DeskRow(
        id=dossier.id,
        code=dossier.code or "",
        procedure=procedure,
        applicant=mask_name(dossier.applicant_name),
        channel=dossier.channel,
        status=dossier.status,
        submitted_at=dossier.submitted_at,
        left=time_left(calendar, _counted_until(work, dossier), due_at, hours or 0),
        step=step or "",
        holder=holder or "",
        is_mine=holder_id is not None and holder_id == work.actor.account_id,
        is_unpaid=unpaid,
        holder_id=holder_id,
        may_take=may_take,
        is_running=dossier.status == DossierStatus.PROCESSING and step is not None,
        has_receipt=dossier.received_at is not None,
    )


def _may_take(work: Work) -> ColumnElement[bool]:
    is_open = and_(col(Dossier.status) == DossierStatus.PROCESSING, is_free(work.actor))
    return func.coalesce(is_open, false())


def _counted_until(work: Work, dossier: Dossier) -> datetime:
    """The clock of a finished dossier stopped when its result was ready."""
    if dossier.status in FINISHED and dossier.finished_at is not None:
        return dossier.finished_at
    return work.now
