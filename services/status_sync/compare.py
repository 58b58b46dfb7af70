"""Compare a system's dossiers with ours, and keep what differs (nightly, issue 7).

The generic part: who joins hands over both sides as Standing, with what its contract
cannot tell left as None, so that it is not compared.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from services.audit.record import record
from services.core.errors import Forbidden
from services.outbox.models import Outward
from services.procedures.models import Agency
from services.signals import sync_topic, tell
from services.status_sync.models import Difference, SyncDifference
from services.work import Work

D = Difference


@dataclass(frozen=True)
class Standing:
    """How a dossier stands on one side; None: not told, not compared."""

    status: int | None = None
    fee: int | None = None
    has_result: bool | None = None
    owner: str | None = None  # folded name, and number when it is known


@dataclass(frozen=True)
class Ours(Standing):
    """Our side, which knows where the dossier stood before."""

    dossier_id: UUID | None = None
    agency_id: UUID | None = None
    before: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Found:
    """One difference, with what each side says."""

    code: str
    kind: Difference
    ours: str = ""
    theirs: str = ""


@dataclass(frozen=True)
class Sides:
    """What was asked: every code of ours has its answer, be it that nothing is there."""

    ours: Mapping[str, Ours]
    theirs: Mapping[str, Sequence[Standing]]


def compare(sides: Sides) -> tuple[Found, ...]:
    """Return all that differs, by code."""
    found: list[Found] = []
    for code in sorted({*sides.ours, *sides.theirs}):
        mine, kept = sides.ours.get(code), sides.theirs.get(code, ())
        if mine is None:
            found += [Found(code, D.UNKNOWN_HERE)] if kept else []
        elif not kept:
            found.append(Found(code, D.MISSING_THERE))
        else:
            if len(kept) > 1:
                found.append(Found(code, D.DOUBLE, "1", str(len(kept))))
            found += _of_one(code, mine, kept[0])
    return tuple(found)


def keep_differences(work: Work, system: Outward, sides: Sides) -> tuple[int, int]:
    """Write what is new, settle what agrees again; return how many of each.

    What was not asked this time stays as it is.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    found = {(one.code, one.kind): one for one in compare(sides)}
    asked = {*sides.ours, *sides.theirs}
    query = select(SyncDifference).where(
        SyncDifference.system == system,
        col(SyncDifference.settled_at).is_(None),
        col(SyncDifference.code).in_(asked),
    )
    known = {
        (row.code, row.kind): row for row in work.session.exec(query.with_for_update())
    }
    fresh = [one for key, one in found.items() if key not in known]
    gone = [row for key, row in known.items() if key not in found]
    for one in fresh:
        mine = sides.ours.get(one.code)
        work.session.add(_row(work, system, one, mine))
    for row in gone:
        row.settled_at = work.now
        work.session.add(row)
    if fresh or gone:
        count = len(fresh)
        record(
            work, "sync.compared", system=str(system), found=count, settled=len(gone)
        )
        tell(work.session, sync_topic())
    return len(fresh), len(gone)


def _of_one(code: str, mine: Ours, kept: Standing) -> list[Found]:
    found: list[Found] = []
    if _differs(mine.status, kept.status):
        kind = D.STATUS_BEHIND if kept.status in mine.before else D.STATUS_AHEAD
        found.append(Found(code, kind, str(mine.status), str(kept.status)))
    if _differs(mine.fee, kept.fee):
        found.append(Found(code, D.WRONG_FEE, str(mine.fee), str(kept.fee)))
    if mine.has_result and kept.has_result is False:
        found.append(Found(code, D.MISSING_RESULT))
    if _differs(mine.owner, kept.owner):
        found.append(Found(code, D.WRONG_OWNER))
    return found


def _differs(ours: object, theirs: object) -> bool:
    return ours is not None and theirs is not None and ours != theirs


def _row(work: Work, system: Outward, one: Found, mine: Ours | None) -> SyncDifference:
    return SyncDifference(
        system=system,
        kind=one.kind,
        code=one.code,
        dossier_id=mine.dossier_id if mine else None,
        agency_id=mine.agency_id if mine else _unit_of(work, one.code),
        ours=one.ours,
        theirs=one.theirs,
        found_at=work.now,
    )


def _unit_of(work: Work, code: str) -> UUID | None:
    """Return the unit a code of a dossier begins with: it looks into what it lacks."""
    unit = code.rsplit("-", 2)[0]
    return work.session.exec(select(Agency.id).where(Agency.code == unit)).first()
