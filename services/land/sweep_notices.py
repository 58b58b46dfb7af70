"""Forget what the land registry said long ago; run by the worker."""

from datetime import timedelta

from sqlmodel import col, update

from services.audit.record import record
from services.core.errors import Forbidden
from services.land.models import LandNotice
from services.work import Work

KEPT = timedelta(days=180)  # names of owners stand in it; the lines it left stay


def sweep_notices(work: Work) -> int:
    """Empty what came as it came; that it came, and what became of it, stays known."""
    if not work.actor.is_system:
        raise Forbidden("system")
    old = (
        update(LandNotice)
        .where(col(LandNotice.received_at) < work.now - KEPT)
        .where(col(LandNotice.body) != "")
        .values(body="")
    )
    count = work.session.connection().execute(old).rowcount
    record(work, "land.swept", count=count)
    return count
