"""The journeys of one's dossier: numbers of parcels, and how far they got."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from services.core.errors import NotFound
from services.core.faults import Unreadable
from services.core.identifiers import read_dossier_code
from services.deliveries.models import Leg, PostalDelivery, PostalState, Trouble
from services.dossiers.access import visible_to
from services.dossiers.models import Dossier
from services.work import Work


@dataclass(frozen=True)
class ParcelView:
    """One journey, for the person."""

    dossier_id: UUID
    leg: Leg
    state: PostalState
    parcel: str
    last_word: str
    last_event_at: datetime | None
    fee: int | None
    pickup_day: date | None
    pickup_part: str
    address: str
    is_refused: bool
    trouble: Trouble = Trouble.NONE
    counter: str = ""  # where to go instead


def show_parcels(work: Work, code: str) -> tuple[ParcelView, ...]:
    """Return the journeys of a dossier the actor sees."""
    work.actor.require_citizen()
    try:
        wanted = read_dossier_code(code)
    except Unreadable:
        raise NotFound("dossier") from None
    found = work.session.exec(
        select(Dossier.id, PostalDelivery)
        .outerjoin(PostalDelivery, col(PostalDelivery.dossier_id) == Dossier.id)
        .where(Dossier.code == wanted, visible_to(work))
        .order_by(col(PostalDelivery.leg))
    ).all()
    if not found:
        raise NotFound("dossier")
    rows: list[PostalDelivery | None] = [row for _, row in found]
    return tuple(_view(row) for row in rows if row is not None)


def _view(row: PostalDelivery) -> ParcelView:
    return ParcelView(
        dossier_id=row.dossier_id,
        leg=row.leg,
        state=row.state,
        parcel=row.parcel,
        last_word=row.last_word,
        last_event_at=row.last_event_at,
        fee=row.fee,
        pickup_day=row.pickup_day,
        pickup_part=row.pickup_part,
        address=row.person_address,
        is_refused=bool(row.refusal),
        trouble=row.trouble,
        counter=row.counter,
    )
