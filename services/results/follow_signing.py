"""The job that carries on with what was asked to be signed (O16)."""

from uuid import UUID

from sqlmodel import col, select

from services.accounts.register import Opener
from services.core.errors import SystemUnavailable
from services.results.sign_results import follow_batch
from services.results.signing_rows import end_batch
from services.signing.models import OPEN, SigningBatch, SigningState, SigningWay
from services.work import Work

MOST = 200


def follow_signing(opener: Opener) -> int:
    """Follow every open batch once; one that fails does not hold up the others."""
    waiting = opener(_open)
    for batch_id in waiting:
        try:
            follow_batch(opener, batch_id)
        except SystemUnavailable:
            continue
    for batch_id in opener(_left_at_window):
        opener(end_batch, batch_id, SigningState.EXPIRED)
    return len(waiting)


def _open(work: Work) -> tuple[UUID, ...]:
    query = select(SigningBatch.id).where(
        col(SigningBatch.state).in_(OPEN), SigningBatch.way == SigningWay.SMART_CA
    )
    return tuple(
        work.session.exec(query.order_by(col(SigningBatch.asked_at)).limit(MOST))
    )


def _left_at_window(work: Work) -> tuple[UUID, ...]:
    """Return what was begun with a token whose page was closed."""
    query = select(SigningBatch.id).where(
        col(SigningBatch.state).in_(OPEN),
        SigningBatch.way == SigningWay.USB,
        col(SigningBatch.until) < work.now,
    )
    return tuple(work.session.exec(query.limit(MOST)))
