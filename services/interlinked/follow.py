"""Follow the legs of a declaration: open the next ones, and say where it stands."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.errors import Forbidden
from services.dossiers.access import owner_topics
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.note_event import note_event
from services.dossiers.rules import move
from services.interlinked.open_leg import open_legs, places_of
from services.interlinked.queries import Leg, legs_of
from services.interlinked.rules import moves_to, status_of_declaration
from services.signals import dossier_topic, tell
from services.work import Work


def follow(work: Work, declaration_id: UUID) -> DossierStatus:
    """Bring the declaration up to its legs; run again, it changes nothing.

    The job of every act upon a leg. The declaration is locked first, so two legs
    that end at once open the next one only once.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    declaration = work.session.exec(
        select(Dossier)
        .where(Dossier.id == declaration_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    open_legs(work, declaration)
    legs = legs_of(work.session, declaration_id)
    wanted = status_of_declaration(places_of(legs))
    for place, status in enumerate(moves_to(declaration.status, wanted)):
        move(declaration, status)
        _write(work, declaration, place)
    _dates(work, declaration, legs)
    tell(work.session, dossier_topic(declaration.id), *owner_topics(declaration))
    return declaration.status


def _write(work: Work, declaration: Dossier, place: int) -> None:
    declaration.updated_at = work.now
    note_event(work, declaration, f"declaration_{declaration.status}", place=place)
    record(work, "follow_declaration", declaration.id, status=str(declaration.status))


def _dates(work: Work, declaration: Dossier, legs: Sequence[Leg]) -> None:
    """Take the dates over from the legs: first received, last promised, last done."""
    own = [dossier for _, dossier in legs if dossier is not None]
    received = [one.received_at for one in own if one.received_at]
    promised = [one.due_at for one in own if one.due_at]
    if received:
        declaration.received_at = min(received)
    if promised:
        declaration.due_at = max(promised)
    if declaration.status in (DossierStatus.RESULT_READY, DossierStatus.RETURNED):
        done = [one.finished_at for one in own if one.finished_at]
        declaration.finished_at = max(done) if done else work.now
    if declaration.status is DossierStatus.RETURNED:
        returned = [one.returned_at for one in own if one.returned_at]
        declaration.returned_at = max(returned) if returned else work.now
    work.session.add(declaration)
