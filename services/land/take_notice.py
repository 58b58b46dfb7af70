"""The land registry tells us something: kept as it came, then judged, then answered."""

import hashlib
import json
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from services.accounts.register import Opener
from services.core.errors import Forbidden
from services.integrations.land_registry.port import LandTold
from services.land.judge_notice import judge_notice
from services.land.models import LandNotice, NoticeState
from services.work import Work


def take_notice(opener: Opener, told: LandTold, body: bytes) -> NoticeState:
    """Keep it, judge it, and return what became of it; both are committed by then.

    Told again, whenever, it is the row that is there: judged once.
    """
    notice_id = opener(keep_notice, told, body)
    return opener(judge_notice, notice_id, told)


def keep_notice(work: Work, told: LandTold, body: bytes) -> UUID:
    """Return the row of this call, a new one unless it was told before."""
    if not work.actor.is_system:
        raise Forbidden("system")
    digest = _digest(told, body)
    row = LandNotice(
        call=told.call,
        number=told.number,
        digest=digest,
        body=body.decode("utf-8", "replace").replace("\0", ""),
        said_at=told.at,
        received_at=work.now,
    )
    once = insert(LandNotice).values(**row.model_dump())
    work.session.execute(once.on_conflict_do_nothing(index_elements=["digest"]))
    query = select(LandNotice.id).where(col(LandNotice.digest) == digest)
    return work.session.exec(query).one()


def _digest(told: LandTold, body: bytes) -> str:
    """Name a call by what it says: order and spaces of its JSON say nothing."""
    said = json.dumps(json.loads(body), sort_keys=True)
    return hashlib.sha256(f"{told.call}\n{said}".encode()).hexdigest()
