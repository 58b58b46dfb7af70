"""Compare lately changed dossiers with the national portal's side, every night."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, case, col, exists, or_, select, union

from services.accounts.register import Opener
from services.arrivals.models import ArrivedDossier
from services.core.errors import Forbidden, SystemUnavailable
from services.core.text import name_key
from services.dossiers.models import Dossier, DossierStatus, TimelineEntry
from services.dossiers.rules import NATIONAL_NUMBER
from services.dossiers.snapshot import Snapshot, read_snapshot
from services.integrations.national_portal.port import KeptDossier
from services.outbox.followers import EVERY, procedures_of
from services.outbox.models import MessageState, OutboxMessage, Outward
from services.status_sync.code_for import code_for
from services.status_sync.compare import Ours, Sides, Standing, keep_differences
from services.status_sync.models import Difference, SyncDifference
from services.status_sync.national.money import fees_of
from services.status_sync.national.owner import owner_of
from services.status_sync.national.papers import given_back
from services.work import Work

SYSTEM = Outward.NATIONAL_PORTAL
BACK = timedelta(days=3)
AT_ONCE = 200  # dossiers of one round: read, asked about, written
DRAFT = DossierStatus.DRAFT
# Under which code a dossier is told there: their own of what they handed over.
THERE = case(
    (col(Dossier.arrived_from) == SYSTEM, col(Dossier.their_code)),
    else_=col(Dossier.code),
)


@dataclass
class Night:
    """What a night found; it is not whole when they stopped answering."""

    asked: int = 0
    found: int = 0
    settled: int = 0
    is_whole: bool = False

    def note(self, asked: int, kept: tuple[int, int]) -> None:
        """Count one round."""
        self.asked += asked
        self.found += kept[0]
        self.settled += kept[1]


def compare_national(opener: Opener) -> Night:
    """Ask about every dossier changed lately, then about what only they know.

    When they stop answering, what was asked before is kept, and the next night asks
    anew. Nothing is locked while they are waited for.
    """
    night, last = Night(), None
    try:
        while ours := opener(our_side, last):
            last = max(ours)
            theirs = {code: opener(_ask, code) for code in ours}
            kept = opener(keep_differences, SYSTEM, Sides(ours, theirs))
            night.note(len(ours), kept)
        unknown: dict[str, tuple[Standing, ...]] = opener(_unknown_here)
        for code in opener(_unknown_before):
            if code not in unknown:
                unknown[code] = opener(_ask, code)
        night.note(0, opener(keep_differences, SYSTEM, Sides({}, unknown)))
        night.is_whole = True
    except SystemUnavailable:
        pass
    return night


def our_side(work: Work, after: str | None = None) -> dict[str, Ours]:
    """Return the next dossiers by code: changed lately, or found to differ before.

    One with a message still on its way is left for another night.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    procedures = procedures_of(work.province, SYSTEM)
    if not procedures:
        return {}
    query = (
        select(Dossier)
        .where(Dossier.status != DRAFT, col(Dossier.code).is_not(None))
        .where(_lately(work.now), ~_on_its_way())
        .order_by(THERE)
        .limit(AT_ONCE)
    )
    if after is not None:
        query = query.where(after < THERE)
    if EVERY not in procedures:
        code = col(Dossier.frozen)["procedure_code"].as_string()
        query = query.where(code.in_(procedures))
    found = work.session.exec(query).all()
    return {
        code_for(one, SYSTEM): _standing(work, one, read_snapshot(one)) for one in found
    }


def _lately(now: datetime) -> Any:  # Any: a condition
    changed = exists().where(
        col(TimelineEntry.dossier_id) == Dossier.id,
        col(TimelineEntry.at) > now - BACK,
    )
    differed = exists().where(
        col(SyncDifference.dossier_id) == Dossier.id,
        col(SyncDifference.system) == SYSTEM,
        col(SyncDifference.settled_at).is_(None),
    )
    return or_(changed, differed)


def _on_its_way() -> Any:  # Any: a condition
    return exists().where(
        col(OutboxMessage.dossier_id) == Dossier.id,
        col(OutboxMessage.system) == SYSTEM,
        col(OutboxMessage.state) == MessageState.WAITING,
    )


def _standing(work: Work, dossier: Dossier, kept: Snapshot) -> Ours:
    owner = owner_of(work, dossier, kept)
    lines = fees_of(work.session, dossier.id, kept)
    return Ours(
        status=NATIONAL_NUMBER[dossier.status],
        fee=sum(int(line["Gia"]) for line in lines),
        has_result=bool(given_back(work, dossier, dossier.status)),
        owner=_owner(owner.name, owner.number),
        dossier_id=dossier.id,
        agency_id=dossier.agency_id,
        before=_before(work.session, dossier),
    )


def _before(session: Session, dossier: Dossier) -> frozenset[int]:
    query = select(TimelineEntry.status).where(TimelineEntry.dossier_id == dossier.id)
    return frozenset(NATIONAL_NUMBER[DossierStatus(one)] for one in session.exec(query))


def _ask(work: Work, code: str) -> tuple[Standing, ...]:
    # The session stays untouched: no transaction is open while they are waited for.
    found = work.systems.ministries.national_portal.find_dossier(code)
    return tuple(_theirs(one) for one in found)


def _theirs(kept: KeptDossier) -> Standing:
    return Standing(
        status=kept.status,
        fee=kept.fee,
        has_result=kept.has_result,
        owner=_owner(kept.owner_name, kept.owner_number),
    )


def _owner(name: str, number: str) -> str:
    return f"{name_key(name)}|{number}"


def _unknown_here(work: Work) -> dict[str, tuple[Standing, ...]]:
    """Return what they have of the unit and we do not."""
    portal = work.systems.ministries.national_portal
    told = {one.code: one for one in portal.changed_dossiers(work.now - BACK, work.now)}
    ours = select(Dossier.code).where(col(Dossier.code).in_(told))
    theirs = select(ArrivedDossier.their_code).where(
        ArrivedDossier.system == SYSTEM, col(ArrivedDossier.their_code).in_(told)
    )
    known = set(work.session.execute(union(ours, theirs)).scalars()) if told else set()
    return {code: (_theirs(one),) for code, one in told.items() if code not in known}


def _unknown_before(work: Work) -> tuple[str, ...]:
    """Return what was unknown here on another night: it may be gone there."""
    query = select(SyncDifference.code).where(
        SyncDifference.system == SYSTEM,
        SyncDifference.kind == Difference.UNKNOWN_HERE,
        col(SyncDifference.settled_at).is_(None),
    )
    return tuple(work.session.exec(query))
