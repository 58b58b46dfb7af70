"""The procedures of declarations side by side: where each stands, its result, its messages."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from services.dossiers.models import Dossier, DossierStatus
from services.interlinked.models import BundleLeg, LegState
from services.outbox.models import MessageState, OutboxMessage
from services.procedures.models import Procedure
from services.results.models import Result
from services.work import Work

STUCK = (MessageState.REFUSED, MessageState.DEAD)


@dataclass(frozen=True)
class LegLine:
    """One procedure of a declaration."""

    code: str  # of the leg
    procedure_code: str
    procedure: str
    agency: str
    state: LegState
    status: DossierStatus | None  # None: its turn has not come
    dossier_code: str
    received_at: datetime | None
    due_at: datetime | None
    after: tuple[str, ...]
    result_number: str
    result_name: str
    file_id: UUID | None  # of a result, for who may read it
    stuck_id: UUID | None  # a message about it that stands still
    stuck_answer: str
    has_handed: bool  # something was told to the systems and not answered yet


def legs_of_bundles(work: Work, ids: Sequence[UUID]) -> dict[UUID, list[LegLine]]:
    """Return the legs of these declarations in their order, in two statements."""
    if not ids:
        return {}
    query = (
        select(BundleLeg, Procedure, Dossier, Result)
        .join(Procedure, col(Procedure.id) == BundleLeg.procedure_id)
        .join(Dossier, col(Dossier.id) == BundleLeg.dossier_id, isouter=True)
        .join(
            Result,
            (col(Result.dossier_id) == Dossier.id) & col(Result.removed_at).is_(None),
            isouter=True,
        )
        .where(col(BundleLeg.declaration_id).in_(ids))
        .order_by(col(BundleLeg.position))
    )
    rows = work.session.exec(query).all()
    told = _told(work, [own.id for _, _, own, _ in rows if own is not None])
    found: dict[UUID, list[LegLine]] = defaultdict(list)
    for leg, procedure, own, result in rows:
        messages = told.get(own.id, []) if own else []
        line = _leg(leg, procedure, (own, result), messages)
        found[leg.declaration_id].append(line)
    return found


def _leg(
    leg: BundleLeg,
    procedure: Procedure,
    own: tuple[Dossier | None, Result | None],
    messages: Sequence[OutboxMessage],
) -> LegLine:
    dossier, result = own
    stuck = next((one for one in messages if one.state in STUCK), None)
    return LegLine(
        code=leg.code,
        procedure_code=procedure.code,
        procedure=procedure.plain_name or procedure.name,
        agency=str(dossier.frozen["unit"]["name"]) if dossier else "",
        state=leg.state,
        status=dossier.status if dossier else None,
        dossier_code=dossier.code or "" if dossier else "",
        received_at=dossier.received_at if dossier else None,
        due_at=dossier.due_at if dossier else None,
        after=tuple(leg.after),
        result_number=result.number if result else "",
        result_name=next(iter(procedure.results), "") if result else "",
        file_id=result.file_id if result else None,
        stuck_id=stuck.id if stuck else None,
        stuck_answer=(stuck.answer or stuck.answer_code) if stuck else "",
        has_handed=any(one.state is MessageState.WAITING for one in messages),
    )


def _told(work: Work, ids: Sequence[UUID]) -> dict[UUID, list[OutboxMessage]]:
    """Return the messages about these dossiers that are not settled well."""
    query = (
        select(OutboxMessage)
        .where(col(OutboxMessage.dossier_id).in_(ids))
        .where(col(OutboxMessage.state).in_((MessageState.WAITING, *STUCK)))
        .order_by(col(OutboxMessage.sequence))
    )
    found: dict[UUID, list[OutboxMessage]] = defaultdict(list)
    for message in work.session.exec(query) if ids else ():
        assert message.dossier_id is not None
        found[message.dossier_id].append(message)
    return found
