"""Set right a journey that did not go: again, to another address, or at the counter."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, RuleViolation
from services.core.faults import Fault, Unreadable
from services.core.readers import read_name, read_note, read_phone
from services.core.text import clean
from services.deliveries.models import Leg, PostalDelivery, PostalState, Trouble
from services.dossiers.delivery_plan import (
    COMMUNE,
    DETAIL,
    address_line,
    collection_days,
)
from services.dossiers.models import Dossier
from services.dossiers.parcel_trouble import no_trouble, tell_of_parcel
from services.dossiers.post_legs import JOB, order_number
from services.dossiers.rules import Problem
from services.dossiers.tell_people import people_of
from services.jobs import defer
from services.notifications.models import Subject
from services.notifications.notify import News, notify
from services.procedures.models import Agency
from services.processing.parcel_desk import (
    MENDERS,
    ParcelDetail,
    may_readdress,
    may_send,
    office_parcel,
    view_parcel,
)
from services.work import Work

DETAIL_LENGTHS = (1, 200)


@dataclass(frozen=True)
class Address:
    """To whom and where, as the officer typed it after asking the person."""

    name: str
    phone: str
    commune: str
    detail: str


def _read_detail(text: str) -> str:
    return read_note(clean(text), *DETAIL_LENGTHS)


READERS: dict[str, Callable[[str], str]] = {
    "name": read_name,
    "phone": read_phone,
    "detail": _read_detail,
}


def send_again(work: Work, parcel_id: UUID) -> ParcelDetail:
    """Ask the post once more; pressed twice, it is asked once."""
    row, dossier = _held(work, parcel_id)
    if row.trouble is Trouble.NONE and not row.counter:
        return view_parcel(work, row, dossier)  # pressed before
    if not may_send(row):
        raise Conflict("parcel_moved_on")
    _order_anew(work, row, dossier, is_new=row.trouble is Trouble.RETURNED)
    record(work, "parcel.sent_again", dossier.id, attempt=row.attempt)
    return view_parcel(work, row, dossier)


def readdress(work: Work, parcel_id: UUID, given: Address) -> ParcelDetail:
    """Correct who and where, and ask the post again; it is another order.

    The address is the person's own: they are told, and read it on their dossier.
    """
    row, dossier = _held(work, parcel_id)
    read = _read(work, given)
    line = address_line(work.session, {COMMUNE: read.commune, DETAIL: read.detail})
    if row.trouble is Trouble.NONE and row.person_address == line:
        return view_parcel(work, row, dossier)  # pressed before
    if not may_readdress(row):
        raise Conflict("parcel_moved_on")
    row.person_name, row.person_phone = read.name, read.phone
    row.person_commune, row.person_address = read.commune, line
    _order_anew(work, row, dossier, is_new=True)
    record(work, "parcel.readdressed", dossier.id, attempt=row.attempt)
    return view_parcel(work, row, dossier)


def give_to_counter(work: Work, parcel_id: UUID) -> ParcelDetail:
    """Give the journey up: the person comes to the office's counter instead."""
    row, dossier = _held(work, parcel_id)
    if row.counter:
        return view_parcel(work, row, dossier)
    if not may_send(row):
        raise Conflict("parcel_moved_on")
    agency = work.session.get_one(Agency, dossier.agency_id)
    place = ", ".join(part for part in (agency.name, agency.address) if part)
    row.counter, row.state, row.refusal = place, PostalState.CANCELLED, ""
    no_trouble(row)
    work.session.add(row)
    work.session.flush()
    record(work, "parcel.to_counter", dossier.id)
    facts = {"place": place, "hours": agency.hours}
    _notify(work, row, dossier, Subject.POST_TO_COUNTER, facts)
    tell_of_parcel(work, dossier)
    return view_parcel(work, row, dossier)


def _held(work: Work, parcel_id: UUID) -> tuple[PostalDelivery, Dossier]:
    work.actor.require_officer(*MENDERS)
    return office_parcel(work, parcel_id, lock=True)


def _order_anew(
    work: Work, row: PostalDelivery, dossier: Dossier, is_new: bool
) -> None:
    """Let the worker order it; a new order has a number and a price of its own."""
    if is_new:
        row.attempt += 1
        row.order_number = order_number(dossier.code or "", row.leg, row.attempt)
        row.parcel, row.fee, row.ordered_at = "", None, None
        row.last_word, row.last_event_at = "", None
    row.state, row.refusal = PostalState.NONE, ""
    no_trouble(row)
    _renew_day(work, row, dossier)
    work.session.add(row)
    work.session.flush()
    facts = {"address": row.person_address}
    if row.pickup_day is not None:
        facts["day"] = row.pickup_day.isoformat()
    _notify(work, row, dossier, Subject.POST_AGAIN, facts)
    defer(work.session, JOB, delivery_id=str(row.id))
    tell_of_parcel(work, dossier)


def _renew_day(work: Work, row: PostalDelivery, dossier: Dossier) -> None:
    """Move a collection whose day has gone by to the next on which the post comes."""
    if row.leg is not Leg.COLLECT or row.pickup_day is None:
        return
    if row.pickup_day <= local_day(work.now):
        row.pickup_day = collection_days(work, dossier.agency_id)[0]


def _read(work: Work, given: Address) -> Address:
    problems: dict[str, str] = {}
    read: dict[str, str] = {}
    for name, reader in READERS.items():
        try:
            read[name] = reader(getattr(given, name))
        except Unreadable as fault:
            problems[name] = fault.key
    commune = clean(given.commune)
    if not commune:
        problems["commune"] = Fault.REQUIRED
    elif not address_line(work.session, {COMMUNE: commune, DETAIL: "1"}):
        problems["commune"] = Problem.COMMUNE_MISSING
    if problems:
        raise RuleViolation(problems)
    return Address(commune=commune, **read)


def _notify(
    work: Work,
    row: PostalDelivery,
    dossier: Dossier,
    subject: Subject,
    facts: dict[str, str],
) -> None:
    news = News(
        subject=subject,
        key=f"{subject}:{row.order_number}",
        path=f"/ho-so/{dossier.code}",
        reference=dossier.id,
        facts={"code": dossier.code or "", "leg": str(row.leg), **facts},
    )
    for account_id in people_of(work, dossier):
        notify(work, account_id, news)
