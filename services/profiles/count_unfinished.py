"""Count the dossiers that something is still to come from."""

from sqlmodel import col, func, select

from services.dossiers.models import Dossier
from services.profiles.rules import UNFINISHED
from services.work import Work


def count_unfinished(work: Work) -> int:
    """Return how many of the actor's dossiers are under way or wait to be fetched."""
    mine = select(func.count()).where(
        Dossier.account_id == work.actor.require_citizen(),
        col(Dossier.status).in_(UNFINISHED),
    )
    return work.session.exec(mine).one()
