"""Who is looking at a new dossier, so that two officers do not read the same one."""

from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import or_
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from services.accounts.models import Account
from services.dossiers.models import Dossier
from services.processing.models import ReceptionHold
from services.signals import desk_topics, tell
from services.work import Work

HOLD = timedelta(minutes=30)  # an officer called away keeps nobody waiting longer


def hold(work: Work, dossier: Dossier, officer_id: UUID) -> bool:
    """Hold a new dossier unless a colleague does; say whether it is the officer's."""
    until = work.now + HOLD
    row = insert(ReceptionHold).values(
        id=uuid4(), dossier_id=dossier.id, officer_id=officer_id, until=until
    )
    is_free = or_(
        col(ReceptionHold.until) <= work.now,
        col(ReceptionHold.officer_id) == officer_id,
    )
    held = work.session.execute(
        row.on_conflict_do_update(
            index_elements=[col(ReceptionHold.dossier_id)],
            set_={"officer_id": officer_id, "until": until},
            where=is_free,
        ).returning(col(ReceptionHold.id))
    ).first()
    if held is not None and dossier.agency_id is not None:
        tell(work.session, *desk_topics([dossier.agency_id]))
    return held is not None


def holder_of(work: Work, dossier: Dossier) -> str:
    """Return the name of the officer who is looking at the new dossier."""
    query = (
        select(Account.full_name)
        .join(ReceptionHold, col(ReceptionHold.officer_id) == Account.id)
        .where(
            ReceptionHold.dossier_id == dossier.id, col(ReceptionHold.until) > work.now
        )
    )
    return work.session.exec(query).first() or ""
