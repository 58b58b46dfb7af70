"""Fetch what a system hands over; acknowledge what is committed."""

from sqlmodel import Session, col, select

from services.accounts.register import Opener
from services.arrivals.models import ArrivedDossier
from services.arrivals.sources import SOURCES
from services.arrivals.take_over_dossier import take_over_dossier
from services.core.errors import Forbidden, SystemUnavailable
from services.dossiers.models import Dossier
from services.integrations.arriving import Arrival
from services.outbox.models import Outward
from services.work import Work

BATCH = 50  # of one round; the next one goes on
PATIENCE = 3  # questions in a row without an answer


def fetch_dossiers(opener: Opener, system: Outward) -> int:
    """Take over what waits there; return how many were acknowledged.

    Whatever stops it between two steps, the next round finds the dossier in their
    list still: ours is kept once by their code, and acknowledged then. One that
    cannot be read holds up no other; a system that is silent is left alone.
    """
    count = silences = 0
    for code in opener(ask_in_turn, system):
        try:
            count += _fetch(opener, system, code)
            silences = 0
        except SystemUnavailable:
            silences += 1
            if silences == PATIENCE:
                break
    return count


def ask_in_turn(work: Work, system: Outward) -> tuple[str, ...]:
    """Return the next ones: parked ones come last, so that they hold up no other."""
    if not work.actor.is_system:
        raise Forbidden("system")
    try:
        codes = SOURCES[system](work.systems.ministries).waiting()
    except SystemUnavailable:
        return ()  # the next round asks again
    query = select(ArrivedDossier.their_code).where(
        ArrivedDossier.system == system,
        ArrivedDossier.parked != "",
        col(ArrivedDossier.their_code).in_(codes),
    )
    parked = set(work.session.exec(query))
    return tuple(sorted(codes, key=lambda code: code in parked)[:BATCH])


def ask_arrival(work: Work, system: Outward, code: str) -> Arrival | None:
    """Read one whole; the session is not used."""
    return SOURCES[system](work.systems.ministries).arrival(code)


def tell_received(work: Work, system: Outward, code: str, ours: str) -> None:
    """Acknowledge; the session is not used."""
    SOURCES[system](work.systems.ministries).acknowledge(code, ours)


def our_code(work: Work, system: Outward, code: str) -> str:
    """Return which dossier of ours it is already; empty: none yet."""
    query = (
        select(Dossier.code)
        .join(ArrivedDossier)
        .where(ArrivedDossier.system == system, ArrivedDossier.their_code == code)
    )
    return work.session.exec(query).first() or ""


def note_acknowledged(work: Work, system: Outward, code: str) -> None:
    """Write down that they know."""
    arrived = _row(work.session, system, code)
    arrived.acknowledged_at = arrived.acknowledged_at or work.now
    work.session.add(arrived)


def _row(session: Session, system: Outward, code: str) -> ArrivedDossier:
    query = select(ArrivedDossier).where(
        ArrivedDossier.system == system, ArrivedDossier.their_code == code
    )
    return session.exec(query.with_for_update()).one()


def _fetch(opener: Opener, system: Outward, code: str) -> int:
    ours = opener(our_code, system, code)
    if not ours:
        arrival = opener(ask_arrival, system, code)
        if arrival is None or opener(take_over_dossier, system, arrival).parked:
            return 0
        ours = opener(our_code, system, code)
    opener(tell_received, system, code, ours)
    opener(note_acknowledged, system, code)
    return 1
