"""Look again at what nobody could be told of: the dossier may be here by now."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from services.accounts.register import Opener
from services.core.errors import Forbidden
from services.land.judge_notice import OPEN, judge_notice
from services.land.models import LandNotice
from services.land.read_again import read_again
from services.work import Work

BATCH = 200
FRESH = timedelta(minutes=1)  # younger ones are still being judged
BACK = timedelta(days=90)  # older ones stay to be read, and are not judged any more


def judge_parked(opener: Opener) -> int:
    """Judge what is open, in the order they said it; return how many found theirs."""
    found = 0
    for notice_id in opener(open_notices):
        found += opener(_judge_again, notice_id)
    return found


def open_notices(work: Work) -> list[UUID]:
    """Return what is parked, or was kept and never judged."""
    if not work.actor.is_system:
        raise Forbidden("system")
    query = (
        select(LandNotice.id)
        .where(col(LandNotice.state).in_(OPEN))
        .where(col(LandNotice.received_at) < work.now - FRESH)
        .where(col(LandNotice.received_at) > work.now - BACK)
        .order_by(col(LandNotice.said_at))
        .limit(BATCH)
    )
    return list(work.session.exec(query))


def _judge_again(work: Work, notice_id: UUID) -> int:
    notice = work.session.get_one(LandNotice, notice_id)
    return int(judge_notice(work, notice_id, read_again(notice)) not in OPEN)
