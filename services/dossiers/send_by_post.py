"""Orders, prices and follows the journeys by post; run by the worker (C13).

The post is asked between transactions, never inside one (OB-1). Every order carries
a number of ours, so that a lost answer or a killed worker orders nothing twice.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, or_, select

from services.accounts.register import Opener
from services.core.errors import Forbidden, SystemUnavailable
from services.deliveries.models import Leg, PostalDelivery, PostalState, Trouble
from services.deliveries.quotes import journey_key, keep_quote
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.parcel_trouble import in_trouble, no_trouble, tell_of_parcel
from services.dossiers.rules import ENDED
from services.integrations.public_post.port import (
    Order,
    Party,
    PostRefused,
    PublicPost,
)
from services.notifications.models import Subject
from services.notifications.notify import News, notify
from services.places.models import Place
from services.places.queries import own_province
from services.work import Work

ENDS = ENDED - {DossierStatus.RESULT_READY, DossierStatus.RETURNED}
DESCRIPTION = "Ho so dich vu cong"  # said to the post; no word of what is inside
AT_ONCE = 50
SILENT_AFTER = 6  # tries: half an hour of asking, then the desk is told


@dataclass(frozen=True)
class Errand:
    """What is to be done for one journey, and the post that does it."""

    post: PublicPost
    order: Order
    is_priced: bool
    is_due: bool  # to be ordered now
    is_over: bool  # to be taken back


def order_leg(opener: Opener, delivery_id: UUID) -> None:
    """Price and order one journey, or take it back; a second time changes nothing."""
    errand = opener(_errand, delivery_id)
    if errand is None:
        return
    order = errand.order
    try:
        if errand.is_over:
            if errand.post.cancel(order.number):
                opener(_cancelled, delivery_id)
            return
        if not errand.is_priced:
            fee = errand.post.quote(order.sender, order.receiver)
            opener(_priced, delivery_id, order, fee)
        if errand.is_due:
            errand.post.create(order)
            opener(_ordered, delivery_id)
    except PostRefused as refusal:
        opener(_refused, delivery_id, str(refusal))
    except SystemUnavailable:
        opener(_unanswered, delivery_id)
        raise


def catch_up(opener: Opener) -> int:
    """See to every journey that waits; return how many were seen to."""
    waiting = opener(_waiting)
    for done, delivery_id in enumerate(waiting):
        try:
            order_leg(opener, delivery_id)
        except SystemUnavailable:
            return done  # the others would fare no better
    return len(waiting)


def _errand(work: Work, delivery_id: UUID) -> Errand | None:
    _require_system(work)
    row = work.session.get(PostalDelivery, delivery_id)
    if row is None:
        return None
    dossier = work.session.get_one(Dossier, row.dossier_id)
    is_over = dossier.status in ENDS and row.state is PostalState.REGISTERED
    is_due = row.state is PostalState.NONE and not row.refusal and _is_due(row, dossier)
    is_given_up = dossier.status in ENDS or row.state is PostalState.CANCELLED
    is_priced = row.fee is not None or is_given_up
    if not (is_over or is_due) and is_priced:
        return None
    order = _order(work, row)
    return Errand(work.systems.public_post, order, is_priced, is_due, is_over)


def _is_due(row: PostalDelivery, dossier: Dossier) -> bool:
    """Papers are fetched once handed in, a result is sent once it is ready."""
    if row.leg is Leg.RESULT:
        return dossier.status is DossierStatus.RESULT_READY
    return dossier.status not in ENDED


def _order(work: Work, row: PostalDelivery) -> Order:
    above = select(Place.parent_code).where(Place.code == row.person_commune)
    province = work.session.exec(above).first()
    home = own_province(work.session, work.province.name)
    person = Party(
        row.person_name,
        row.person_phone,
        row.person_address,
        int(province) if province else None,
        row.person_commune,
    )
    phone = row.unit_phone or work.province.hotline
    address = row.unit_address or work.province.service_centre
    unit = Party(row.unit_name, phone, address, int(home) if home else None)
    is_collection = row.leg is Leg.COLLECT
    return Order(
        number=row.order_number,
        sender=person if is_collection else unit,
        receiver=unit if is_collection else person,
        description=DESCRIPTION,
        pickup_day=row.pickup_day,
        pickup_part=row.pickup_part,
    )


def _waiting(work: Work) -> list[UUID]:
    _require_system(work)
    ready = col(Dossier.status) == DossierStatus.RESULT_READY
    is_result = col(PostalDelivery.leg) == Leg.RESULT
    ended, is_open = col(Dossier.status).in_(ENDS), col(PostalDelivery.refusal) == ""
    unordered = col(PostalDelivery.state) == PostalState.NONE
    given_up = col(PostalDelivery.state) == PostalState.CANCELLED
    query = (
        select(PostalDelivery.id)
        .join(Dossier, col(Dossier.id) == PostalDelivery.dossier_id)
        .where(
            is_open,
            or_(
                unordered & ~is_result & ~col(Dossier.status).in_(ENDED),
                unordered & is_result & ready,
                col(PostalDelivery.fee).is_(None) & ~ended & ~given_up,
                (col(PostalDelivery.state) == PostalState.REGISTERED) & ended,
            ),
        )
        .order_by(col(PostalDelivery.created_at))
    )
    return list(work.session.exec(query.limit(AT_ONCE)))


def _locked(work: Work, delivery_id: UUID) -> PostalDelivery:
    query = select(PostalDelivery).where(PostalDelivery.id == delivery_id)
    row = work.session.exec(query.with_for_update()).one()
    work.session.add(row)
    return row


def _priced(work: Work, delivery_id: UUID, order: Order, fee: int) -> None:
    row = _locked(work, delivery_id)
    keep_quote(work, journey_key(order.sender, order.receiver), fee)
    if row.fee is not None:
        return
    row.fee = fee
    if row.trouble is Trouble.SILENT:
        no_trouble(row)
    dossier = _tell(work, row)
    news = News(
        subject=Subject.POST_PRICED,
        key=f"post_priced:{row.order_number}",
        path=f"/ho-so/{dossier.code}",
        reference=dossier.id,
        facts={"code": str(dossier.code), "fee": str(fee), "leg": str(row.leg)},
    )
    notify(work, dossier.account_id, news)


def _ordered(work: Work, delivery_id: UUID) -> None:
    row = _locked(work, delivery_id)
    if row.state is PostalState.NONE:
        row.state, row.ordered_at = PostalState.REGISTERED, work.now
        no_trouble(row)
        _tell(work, row)


def _refused(work: Work, delivery_id: UUID, words: str) -> None:
    row = _locked(work, delivery_id)
    if row.state is not PostalState.NONE or row.counter:
        return  # brought to the counter meanwhile
    row.refusal = words[:200] or "refused"
    in_trouble(work, row, Trouble.REFUSED)
    _tell(work, row)


def _unanswered(work: Work, delivery_id: UUID) -> None:
    """Count a question nobody answered; the worker goes on asking all the same."""
    row = _locked(work, delivery_id)
    row.tries += 1
    if row.tries >= SILENT_AFTER and row.trouble is Trouble.NONE:
        in_trouble(work, row, Trouble.SILENT)
        _tell(work, row)


def _cancelled(work: Work, delivery_id: UUID) -> None:
    row = _locked(work, delivery_id)
    row.state = PostalState.CANCELLED
    _tell(work, row)


def _tell(work: Work, row: PostalDelivery) -> Dossier:
    dossier = work.session.get_one(Dossier, row.dossier_id)
    tell_of_parcel(work, dossier)
    return dossier


def _require_system(work: Work) -> None:
    if not work.actor.is_system:
        raise Forbidden("system")
