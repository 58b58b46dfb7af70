"""Take a line the post pushes: kept as it came, then taken over once (OB-10)."""

from datetime import timedelta
from enum import StrEnum
from uuid import uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, delete, select

from services.accounts.register import Opener
from services.core.errors import Forbidden
from services.deliveries.models import PostalDelivery, PostEvent
from services.dossiers.models import Dossier
from services.dossiers.note_parcel import note_parcel
from services.dossiers.parcel_trouble import tell_of_parcel
from services.integrations.public_post.port import (
    ParcelEvent,
    ParcelStage,
    PublicPost,
    PushRefused,
)
from services.work import Work

KEPT = timedelta(days=30)
AT_ONCE = 100  # parked lines looked at in one round


class Push(StrEnum):
    """What became of it; all but the last two are kept, and need not come again."""

    TAKEN = "taken"
    KNOWN = "known"  # pushed before
    PARKED = "parked"  # of a journey nobody knows here
    FOREIGN = "foreign"  # of another customer
    UNREADABLE = "unreadable"
    FORGED = "forged"


def take_push(opener: Opener, body: bytes, signature: str) -> Push:
    """Judge a push, and keep it; what this returns is committed."""
    post = opener(the_post)
    try:
        event = post.read_push(body, signature)
    except PushRefused as refusal:
        return Push.FORGED if refusal.is_forged else Push.UNREADABLE
    if event is None:
        return Push.FOREIGN
    return opener(keep_push, event, body)


def the_post(work: Work) -> PublicPost:
    """Return who can tell what is genuine."""
    if not work.actor.is_system:
        raise Forbidden("system")
    return work.systems.public_post


def keep_push(work: Work, event: ParcelEvent, body: bytes) -> Push:
    """Keep the line once, and take it over; one of an unknown journey is parked."""
    row = PostEvent(
        their_id=event.id,
        order_number=event.order_number,
        at=event.at,
        received_at=work.now,
        parcel=event.parcel,
        stage=str(event.stage),
        words=event.words[:200],
        raw=body.decode(errors="replace").replace("\0", ""),
    ).model_dump() | {"id": uuid4()}
    kept = insert(PostEvent).values(**row).on_conflict_do_nothing()
    fresh = work.session.execute(kept.returning(col(PostEvent.id))).first()
    if fresh is None:
        return Push.KNOWN
    query = select(PostalDelivery).where(
        PostalDelivery.order_number == event.order_number
    )
    delivery = work.session.exec(query.with_for_update()).one_or_none()
    if delivery is None:
        work.session.get_one(PostEvent, fresh[0]).is_parked = True
        return Push.PARKED
    if note_parcel(work, delivery, event):
        tell_of_parcel(work, work.session.get_one(Dossier, delivery.dossier_id))
    return Push.TAKEN


def take_parked(work: Work) -> int:
    """Take over parked lines whose journey is known by now; forget what is old."""
    if not work.actor.is_system:
        raise Forbidden("system")
    work.session.exec(
        delete(PostEvent).where(col(PostEvent.received_at) < work.now - KEPT)
    )
    query = (
        select(PostEvent, PostalDelivery)
        .join(
            PostalDelivery,
            col(PostalDelivery.order_number) == PostEvent.order_number,
        )
        .where(col(PostEvent.is_parked))
        .order_by(col(PostEvent.at), col(PostEvent.their_id))
        .limit(AT_ONCE)
        .with_for_update()
    )
    found = work.session.exec(query).all()
    for line, delivery in found:
        line.is_parked = False
        work.session.add(line)
        if note_parcel(work, delivery, _event(line)):
            tell_of_parcel(work, work.session.get_one(Dossier, delivery.dossier_id))
    return len(found)


def _event(line: PostEvent) -> ParcelEvent:
    return ParcelEvent(
        id=line.their_id,
        order_number=line.order_number,
        parcel=line.parcel,
        stage=ParcelStage(line.stage),
        words=line.words,
        at=line.at,
    )
