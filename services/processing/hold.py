"""Who is looking at a new dossier, so that two officers do not read the same one."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import or_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from services.accounts.models import Account
from services.audit.record import record
from services.core.errors import Conflict
from services.dossiers.models import Dossier, DossierStatus
from services.processing.models import ReceptionHold
from services.processing.queries import agency_dossier
from services.signals import desk_topics, dossier_topic, tell
from services.work import Role, Work

HOLD = timedelta(minutes=30)  # an officer called away keeps nobody waiting longer


@dataclass(frozen=True)
class Held:
    """A colleague's name while the colleague looks; and who would take it over."""

    by: str = ""  # empty: the officer who asks holds it, or nobody does
    asked_by: str = ""
    is_mine_to_wait: bool = False  # this officer has asked, and waits


def hold(work: Work, dossier: Dossier, officer_id: UUID) -> Held | None:
    """Hold a new dossier unless a colleague does; None when one does.

    Who asks the holder for it is named with the same statement.
    """
    until = work.now + HOLD
    row = insert(ReceptionHold).values(
        id=uuid4(), dossier_id=dossier.id, officer_id=officer_id, until=until
    )
    is_free = or_(
        col(ReceptionHold.until) <= work.now,
        col(ReceptionHold.officer_id) == officer_id,
    )
    asker = select(Account.full_name).where(Account.id == ReceptionHold.asked_by_id)
    held = work.session.execute(
        row.on_conflict_do_update(
            index_elements=[col(ReceptionHold.dossier_id)],
            set_={"officer_id": officer_id, "until": until},
            where=is_free,
        ).returning(asker.scalar_subquery())
    ).first()
    if held is None:
        return None
    if dossier.agency_id is not None:
        tell(work.session, *desk_topics([dossier.agency_id]))
    return Held(asked_by=held[0] or "")


def holder_of(work: Work, dossier: Dossier) -> Held:
    """Return who is looking at the new dossier, if somebody is."""
    asker = aliased(Account)
    query = (
        select(Account.full_name, asker.full_name, ReceptionHold.asked_by_id)
        .join(ReceptionHold, col(ReceptionHold.officer_id) == Account.id)
        .outerjoin(asker, col(asker.id) == ReceptionHold.asked_by_id)
        .where(
            ReceptionHold.dossier_id == dossier.id, col(ReceptionHold.until) > work.now
        )
    )
    found = work.session.exec(query).first()
    if found is None:
        return Held()
    by, asked_by, asked_by_id = found
    return Held(by, asked_by or "", asked_by_id == work.actor.account_id)


def ask_for_hold(work: Work, code: str) -> None:
    """Ask the colleague who looks at the dossier to leave it; asked twice, asked once."""
    officer_id = work.actor.require_officer(Role.INTAKE)
    dossier, held = _held(work, code)
    if held is None or held.officer_id == officer_id or held.until <= work.now:
        return  # free by now: the next look holds it
    if held.asked_by_id != officer_id:
        held.asked_by_id = officer_id
        work.session.add(held)
        record(work, "ask_for_hold", dossier.id)
        tell(work.session, dossier_topic(dossier.id))


def give_hold(work: Work, code: str) -> None:
    """Leave the dossier to the colleague who asked for it."""
    officer_id = work.actor.require_officer(Role.INTAKE)
    dossier, held = _held(work, code)
    if held is None or held.officer_id != officer_id or held.asked_by_id is None:
        return
    held.officer_id, held.asked_by_id = held.asked_by_id, None
    held.until = work.now + HOLD
    work.session.add(held)
    record(work, "give_hold", dossier.id)
    agencies = [dossier.agency_id] if dossier.agency_id else []
    tell(work.session, dossier_topic(dossier.id), *desk_topics(agencies))


def _held(work: Work, code: str) -> tuple[Dossier, ReceptionHold | None]:
    dossier = agency_dossier(work, code)
    if dossier.status != DossierStatus.SUBMITTED:
        raise Conflict("received_already")
    query = select(ReceptionHold).where(ReceptionHold.dossier_id == dossier.id)
    return dossier, work.session.exec(query.with_for_update()).first()
