"""Fetch declarations from the interlinked services; acknowledge what is committed."""

from uuid import UUID

from sqlmodel import col, select

from services.accounts.register import Opener
from services.core.errors import Forbidden, SystemUnavailable
from services.integrations.interlinked_services.port import Declaration, Waiting
from services.interlinked_desk.models import ArrivedBundle
from services.interlinked_desk.take_over import take_over
from services.work import Work

BATCH = 50  # of one round; the next one goes on


def fetch_arrivals(opener: Opener) -> int:
    """Take over what waits there; return how many were acknowledged.

    Whatever stops it between two steps, the next round finds the declaration in
    their list still: ours is kept once by their id, and acknowledged then.
    """
    count = 0
    try:
        for waiting in opener(ask_in_turn):
            count += _fetch(opener, waiting)
    except SystemUnavailable:
        return count  # the next round goes on
    return count


def ask_in_turn(work: Work) -> tuple[Waiting, ...]:
    """Return the next ones: parked ones come last, so that they hold up no other."""
    if not work.actor.is_system:
        raise Forbidden("system")
    waiting = work.systems.ministries.interlinked_services.waiting()
    query = select(ArrivedBundle.their_id).where(
        ArrivedBundle.parked != "",
        col(ArrivedBundle.their_id).in_([one.id for one in waiting]),
    )
    parked = set(work.session.exec(query))
    return tuple(sorted(waiting, key=lambda one: one.id in parked)[:BATCH])


def ask_declaration(work: Work, their_id: str) -> Declaration | None:
    """Read one whole; the session is not used."""
    return work.systems.ministries.interlinked_services.declaration(their_id)


def tell_received(work: Work, their_id: str) -> None:
    """Acknowledge; the session is not used."""
    work.systems.ministries.interlinked_services.acknowledge(their_id)


def is_kept(work: Work, their_id: str) -> bool:
    """Tell whether it is a dossier of ours already."""
    query = select(ArrivedBundle.id).where(
        ArrivedBundle.their_id == their_id,
        col(ArrivedBundle.dossier_id).is_not(None),
    )
    return work.session.exec(query).first() is not None


def note_acknowledged(work: Work, their_id: str) -> UUID | None:
    """Write down that they know."""
    query = select(ArrivedBundle).where(ArrivedBundle.their_id == their_id)
    arrived = work.session.exec(query.with_for_update()).one()
    arrived.acknowledged_at = arrived.acknowledged_at or work.now
    work.session.add(arrived)
    return arrived.dossier_id


def _fetch(opener: Opener, waiting: Waiting) -> int:
    if not opener(is_kept, waiting.id):
        declaration = opener(ask_declaration, waiting.id)
        if declaration is None or opener(take_over, declaration).parked:
            return 0
    opener(tell_received, waiting.id)
    opener(note_acknowledged, waiting.id)
    return 1
