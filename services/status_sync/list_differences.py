"""What differs between a system's side and ours, for officers to see and to mend (O12)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, func, select

from services.audit.record import record
from services.core.errors import Conflict, NotFound
from services.dossiers.models import Dossier
from services.outbox.followers import Happened
from services.outbox.models import MessageKind, Outward
from services.outbox.owe import owe
from services.outbox.scope import require_reader
from services.signals import sync_topic, tell
from services.status_sync.models import Difference, SyncDifference
from services.work import Work

PAGE = 20  # R42
LAST_PAGE = 1_000
# Told the dossier as it is, they agree; the others are for a person to clear up there.
MENDED_BY_TELLING = frozenset(
    {
        Difference.MISSING_THERE,
        Difference.STATUS_BEHIND,
        Difference.WRONG_FEE,
        Difference.MISSING_RESULT,
        Difference.WRONG_OWNER,
    }
)


@dataclass(frozen=True)
class DifferenceLine:
    """One difference; of people it names nobody."""

    id: UUID
    system: Outward
    kind: Difference
    code: str
    dossier_id: UUID | None
    ours: str
    theirs: str
    found_at: datetime
    sent_at: datetime | None
    may_tell: bool  # telling the dossier anew would mend it, and nobody has yet


@dataclass(frozen=True)
class DifferencePage:
    """One page of them, the latest first."""

    rows: tuple[DifferenceLine, ...]
    total: int
    page: int


def list_differences(
    work: Work, system: Outward | None = None, page: int = 1
) -> DifferencePage:
    """Return the open differences of the officer's unit, or of the whole province."""
    require_reader(work)
    conditions = [col(SyncDifference.settled_at).is_(None), _of_unit(work)]
    if system is not None:
        conditions.append(col(SyncDifference.system) == system)
    counted = select(func.count()).select_from(SyncDifference).where(*conditions)
    total = int(work.session.exec(counted).one())
    page = max(1, min(page, LAST_PAGE, -(-total // PAGE) or 1))
    query = (
        select(SyncDifference)
        .where(*conditions)
        .order_by(col(SyncDifference.found_at).desc(), col(SyncDifference.code))
        .offset((page - 1) * PAGE)
        .limit(PAGE)
    )
    rows = tuple(_line(row) for row in work.session.exec(query))
    return DifferencePage(rows, total, page)


def tell_anew(work: Work, difference_id: UUID) -> None:
    """Owe the system the dossier as it is now; pressed twice, it is told once."""
    officer = require_reader(work)
    query = select(SyncDifference).where(
        SyncDifference.id == difference_id, _of_unit(work)
    )
    row = work.session.exec(query.with_for_update()).one_or_none()
    if row is None:
        raise NotFound("difference")
    if row.sent_at is not None:
        return
    if row.settled_at or row.dossier_id is None or row.kind not in MENDED_BY_TELLING:
        raise Conflict("difference")
    dossier = work.session.get_one(Dossier, row.dossier_id)
    happened = Happened(
        dossier_id=dossier.id,
        cause_id=row.id,
        event=str(row.kind),
        procedure_code=str(dossier.frozen.get("procedure_code", "")),
        agency_id=dossier.agency_id,
    )
    owe(work, happened, [(Outward(row.system), MessageKind.DOSSIER)])
    row.sent_at, row.sent_by_id = work.now, officer
    work.session.add(row)
    record(work, "sync.told_anew", row.id, person_id=dossier.account_id, code=row.code)
    tell(work.session, sync_topic())


def _of_unit(work: Work) -> Any:  # Any: a condition
    if work.actor.agency_id is None:
        return col(SyncDifference.id).is_not(None)
    return col(SyncDifference.agency_id) == work.actor.agency_id


def _line(row: SyncDifference) -> DifferenceLine:
    is_ours = row.dossier_id is not None and row.kind in MENDED_BY_TELLING
    return DifferenceLine(
        id=row.id,
        system=Outward(row.system),
        kind=row.kind,
        code=row.code,
        dossier_id=row.dossier_id,
        ours=row.ours,
        theirs=row.theirs,
        found_at=row.found_at,
        sent_at=row.sent_at,
        may_tell=is_ours and row.sent_at is None,
    )
