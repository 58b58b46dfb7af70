"""Journeys by post that did not go, for the office whose papers they carry (C13)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, func, select

from services.audit.record import record
from services.core.errors import NotFound
from services.core.identifiers import mask_name
from services.deliveries.models import Leg, PostalDelivery, PostalState, Trouble
from services.dossiers.models import Dossier, DossierStatus
from services.places.queries import find_place
from services.processing.desk import of_agency
from services.work import Role, Work

READERS = (Role.INTAKE, Role.PROCESSING, Role.APPROVER)
MENDERS = (Role.INTAKE, Role.PROCESSING)
# Withdrawn, refused, stopped, returned: nothing travels any more.
OVER = (
    DossierStatus.RETURNED,
    DossierStatus.REFUSED,
    DossierStatus.WITHDRAWN,
    DossierStatus.STOPPED,
)
PAGE = 20  # R42
LAST_PAGE = 1_000


@dataclass(frozen=True)
class StuckParcel:
    """One journey in the list; the person's name is masked (PII-5)."""

    id: UUID
    code: str
    leg: Leg
    trouble: Trouble
    words: str  # what the post said
    person: str
    since: datetime | None


@dataclass(frozen=True)
class StuckParcels:
    """One page of them."""

    rows: tuple[StuckParcel, ...]
    total: int
    page: int


@dataclass(frozen=True)
class ParcelDetail:
    """What an officer needs to set a journey right."""

    id: UUID
    dossier_id: UUID
    code: str
    leg: Leg
    state: PostalState
    trouble: Trouble
    words: str
    since: datetime | None
    number: str  # of the order
    parcel: str
    attempt: int
    tries: int
    person_name: str
    person_phone: str
    person_address: str
    person_commune: str
    person_detail: str  # the address without its commune, to be corrected
    pickup_day: date | None
    pickup_part: str
    counter: str
    may_send: bool
    may_readdress: bool
    may_give_up: bool


def list_parcels(work: Work, page: int) -> StuckParcels:
    """Return the journeys that need somebody, who waits longest first."""
    where = _stuck(work)
    page = min(max(page, 1), LAST_PAGE)
    found = work.session.exec(
        select(PostalDelivery, Dossier.code)
        .join(Dossier, col(Dossier.id) == PostalDelivery.dossier_id)
        .where(*where)
        .order_by(col(PostalDelivery.trouble_at), col(PostalDelivery.id))
        .offset((page - 1) * PAGE)
        .limit(PAGE)
    ).all()
    counted = (
        select(func.count(col(PostalDelivery.id)))
        .join(Dossier, col(Dossier.id) == PostalDelivery.dossier_id)
        .where(*where)
    )
    record(work, "parcels.listed", rows=len(found))
    return StuckParcels(
        rows=tuple(_line(row, code or "") for row, code in found),
        total=int(work.session.exec(counted).one()),
        page=page,
    )


def open_parcel(work: Work, parcel_id: UUID) -> ParcelDetail:
    """Return one journey of the office, in trouble or set right already."""
    row, dossier = office_parcel(work, parcel_id)
    record(work, "parcel.read", dossier.id, person_id=dossier.account_id)
    return view_parcel(work, row, dossier)


def office_parcel(
    work: Work, parcel_id: UUID, lock: bool = False
) -> tuple[PostalDelivery, Dossier]:
    """Return a journey of the officer's agency; one answer for all others (AZ-4)."""
    query = (
        select(PostalDelivery, Dossier)
        .join(Dossier, col(Dossier.id) == PostalDelivery.dossier_id)
        .where(PostalDelivery.id == parcel_id, _here(work))
    )
    if lock:
        query = query.with_for_update(of=PostalDelivery).execution_options(
            populate_existing=True
        )
    found = work.session.exec(query).first()
    if found is None:
        raise NotFound("parcel")
    return found[0], found[1]


def view_parcel(work: Work, row: PostalDelivery, dossier: Dossier) -> ParcelDetail:
    """Return a journey with what this officer may do about it."""
    mends = bool(work.actor.roles & set(MENDERS)) and dossier.status not in OVER
    return ParcelDetail(
        id=row.id,
        dossier_id=dossier.id,
        code=dossier.code or "",
        leg=row.leg,
        state=row.state,
        trouble=row.trouble,
        words=said_by_post(row),
        since=row.trouble_at,
        number=row.order_number,
        parcel=row.parcel,
        attempt=row.attempt,
        tries=row.tries,
        person_name=row.person_name,
        person_phone=row.person_phone,
        person_address=row.person_address,
        person_commune=row.person_commune,
        person_detail=_detail(work, row),
        pickup_day=row.pickup_day,
        pickup_part=row.pickup_part,
        counter=row.counter,
        may_send=mends and may_send(row),
        may_readdress=mends and may_readdress(row),
        may_give_up=mends and may_send(row),
    )


def _detail(work: Work, row: PostalDelivery) -> str:
    place = find_place(work.session, row.person_commune)
    words = place.words if place else ""
    return row.person_address.removesuffix(words).rstrip(", ")


def may_send(row: PostalDelivery) -> bool:
    """Tell whether a journey can be ordered anew: the post does not hold the parcel."""
    return row.trouble not in (Trouble.NONE, Trouble.MISSED)


def may_readdress(row: PostalDelivery) -> bool:
    """Tell whether another address would help; silence is not about the address."""
    return row.trouble in (Trouble.REFUSED, Trouble.RETURNED)


def said_by_post(row: PostalDelivery) -> str:
    """Return the post's own words about the trouble, if it said any."""
    if row.trouble is Trouble.REFUSED:
        return row.refusal
    return row.last_word if row.trouble in (Trouble.MISSED, Trouble.RETURNED) else ""


def _line(row: PostalDelivery, code: str) -> StuckParcel:
    return StuckParcel(
        id=row.id,
        code=code,
        leg=row.leg,
        trouble=row.trouble,
        words=said_by_post(row),
        person=mask_name(row.person_name),
        since=row.trouble_at,
    )


def _stuck(work: Work) -> tuple[Any, ...]:  # Any: SQL conditions
    here = _here(work)
    is_stuck = col(PostalDelivery.trouble) != Trouble.NONE
    return (here, is_stuck, col(Dossier.status).not_in(OVER))


def _here(work: Work) -> Any:  # Any: an SQL condition
    work.actor.require_officer(*READERS)
    if work.actor.agency_id is None:
        raise NotFound("agency")
    return of_agency(work.actor.agency_id)
