"""The journeys a dossier asked for, written down as it is handed in (C13)."""

from collections.abc import Mapping
from datetime import date

from services import jobs
from services.deliveries.models import Leg, PostalDelivery
from services.deliveries.quotes import journey_key, kept_quote
from services.dossiers.delivery_plan import ends_of, is_collected, is_posted
from services.dossiers.fields import Value
from services.dossiers.queries import Draft
from services.work import Work

JOB = "deliveries.order"
MARKS = {Leg.COLLECT: "N", Leg.RESULT: "T"}  # nhận hồ sơ, trả kết quả


def legs_of(values: Mapping[str, Value]) -> tuple[Leg, ...]:
    """Return the journeys these answers ask for."""
    asked = ((Leg.COLLECT, is_collected(values)), (Leg.RESULT, is_posted(values)))
    return tuple(leg for leg, is_asked in asked if is_asked)


def order_number(code: str, leg: Leg, attempt: int = 1) -> str:
    """Return the number of an order: the code of the dossier and the leg.

    A parcel that came back is another order, or the post would call it done.
    """
    return f"{code}-{MARKS[leg]}{attempt if attempt > 1 else ''}"


def write_legs(work: Work, draft: Draft, values: Mapping[str, Value]) -> None:
    """Keep each journey with its addresses; the worker orders and prices it later.

    A price told within a day is kept; the post itself is never asked here (OB-1).
    """
    legs = legs_of(values)
    if not legs:
        return
    assert draft.agency is not None  # the checks saw to it
    assert draft.dossier.code
    ends = ends_of(work, draft.agency, values)
    assert ends is not None  # likewise
    person, unit = ends
    for leg in legs:
        is_collection = leg is Leg.COLLECT
        ways = (person, unit) if is_collection else (unit, person)
        day = str(values["collection_day"]) if is_collection else ""
        row = PostalDelivery(
            dossier_id=draft.dossier.id,
            leg=leg,
            order_number=order_number(draft.dossier.code, leg),
            person_name=person.name,
            person_phone=person.phone,
            person_address=person.address,
            person_commune=person.commune,
            unit_name=unit.name,
            unit_phone=unit.phone,
            unit_address=unit.address,
            pickup_day=date.fromisoformat(day) if day else None,
            pickup_part=str(values["collection_part"]) if day else "",
            fee=kept_quote(work, journey_key(*ways)),
            created_at=work.now,
        )
        work.session.add(row)
        work.session.flush()
        if is_collection or row.fee is None:
            jobs.defer(work.session, JOB, delivery_id=str(row.id))
