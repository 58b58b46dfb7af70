"""Rows of what was asked to be signed: found, locked, ended."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from services.audit.record import record
from services.core.errors import NotFound
from services.dossiers.models import Dossier
from services.results.models import Result
from services.results.signing_views import BatchView, ItemView
from services.signals import person_topic, tell
from services.signing.models import OPEN, SigningBatch, SigningItem, SigningState
from services.work import Work


def lock_batch(session: Session, batch_id: UUID) -> SigningBatch:
    """Return the batch, locked."""
    query = select(SigningBatch).where(SigningBatch.id == batch_id).with_for_update()
    return session.exec(query.execution_options(populate_existing=True)).one()


def items_of(session: Session, batch_id: UUID) -> Sequence[SigningItem]:
    """Return the documents of a batch, in an order that never changes."""
    query = select(SigningItem).where(SigningItem.batch_id == batch_id)
    return session.exec(query.order_by(col(SigningItem.id))).all()


def end_batch(work: Work, batch_id: UUID, state: SigningState, fault: str = "") -> None:
    """End a batch and what is still open in it; what was signed stays signed."""
    batch = lock_batch(work.session, batch_id)
    if batch.state not in OPEN:
        return
    for item in items_of(work.session, batch_id):
        if item.state in OPEN:
            item.state, item.fault, item.ended_at = state, fault, work.now
            work.session.add(item)
    batch.state, batch.fault, batch.ended_at = state, fault, work.now
    work.session.add(batch)
    record(work, "signing_ended", batch.id, str(state), fault=fault)
    tell(work.session, person_topic(batch.officer_id))


def keep_for_later(work: Work, batch_id: UUID) -> None:
    """Keep a batch whose service does not answer: a job asks again."""
    batch = lock_batch(work.session, batch_id)
    if batch.state not in OPEN or batch.reference:
        return
    batch.state = SigningState.KEPT
    for item in items_of(work.session, batch_id):
        if item.state in OPEN:
            item.state = SigningState.KEPT
            work.session.add(item)
    work.session.add(batch)


def view_batch(work: Work, batch_id: UUID) -> BatchView:
    """Return where a press of this officer stands."""
    officer_id = work.actor.require_officer()
    batch = work.session.get(SigningBatch, batch_id)
    if batch is None or batch.officer_id != officer_id:
        raise NotFound("signing")
    found = work.session.exec(
        select(SigningItem, Dossier.code, Result.number)
        .join(Dossier, col(Dossier.id) == SigningItem.dossier_id)
        .join(Result, col(Result.id) == SigningItem.result_id)
        .where(SigningItem.batch_id == batch_id)
        .order_by(col(Dossier.code), col(SigningItem.id))
    ).all()
    return BatchView(
        id=batch.id,
        way=batch.way,
        state=batch.state,
        code_to_compare=batch.code_to_compare,
        fault=batch.fault,
        until=batch.until,
        certificate=batch.certificate,
        items=tuple(
            ItemView(i.id, code or "", number, i.state, i.fault, i.digest)
            for i, code, number in found
        ),
        is_open=batch.state in OPEN,
    )
