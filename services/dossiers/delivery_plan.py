"""How papers and result travel (C13): places, days, and who stands at either end."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from services.core.clock import local_day
from services.dossiers.calendar import work_calendar
from services.dossiers.fields import Value
from services.dossiers.models import Delivery
from services.dossiers.queries import Draft
from services.integrations.public_post.port import Party
from services.places.models import Place
from services.places.queries import find_place, own_province
from services.procedures.models import Agency, AgencyLevel
from services.work import Work

DAYS_OFFERED = 5  # working days ahead on which the post comes
ADDRESS = "delivery_address"
COMMUNE, DETAIL = f"{ADDRESS}.commune", f"{ADDRESS}.detail"
CENTRE = "centre"


@dataclass(frozen=True)
class Counter:
    """A one-stop desk (Bộ phận TN&TKQ) at which a result can be fetched."""

    key: str  # unit, centre
    name: str
    address: str
    phone: str
    hours: str


def counters(session: Session, draft: Draft) -> tuple[Counter, ...]:
    """Return the desks to choose from: the unit's own and the service centre."""
    found = [("unit", draft.agency)] if draft.agency else []
    centre = service_centre(session)
    if centre and (draft.agency is None or centre.id != draft.agency.id):
        found.append((CENTRE, centre))
    return tuple(
        Counter(key, one.name, one.address, one.phone, one.hours) for key, one in found
    )


def service_centre(session: Session) -> Agency | None:
    """Return the province's service centre, if it is among the agencies."""
    query = select(Agency).where(
        Agency.level == AgencyLevel.PROVINCE, col(Agency.is_receiving)
    )
    return session.exec(query.order_by(col(Agency.code)).limit(1)).first()


def collection_days(work: Work, agency_id: UUID | None) -> tuple[date, ...]:
    """Return the agency's working days on which the post can come, from tomorrow."""
    calendar, days = work_calendar(work, agency_id), list[date]()
    day = local_day(work.now)
    while len(days) < DAYS_OFFERED:
        day = calendar.next_working_day(day + timedelta(days=1))
        days.append(day)
    return tuple(days)


def is_posted(answers: Mapping[str, Value]) -> bool:
    """Tell whether the result goes to the person by post."""
    return answers.get("delivery") == Delivery.POST


def is_collected(answers: Mapping[str, Value]) -> bool:
    """Tell whether the post fetches the papers at home."""
    return answers.get("home_collection") == "yes"


def needs_address(answers: Mapping[str, Value]) -> bool:
    """Tell whether anything travels by post."""
    return is_posted(answers) or is_collected(answers)


def address_line(session: Session, answers: Mapping[str, Value]) -> str:
    """Return the address in one line; empty while its commune is not known."""
    place = find_place(session, str(answers.get(COMMUNE, "")))
    if place is None:
        return ""
    detail = str(answers.get(DETAIL, "")).strip()
    return ", ".join(part for part in (detail, place.words) if part)


def ends_of(
    work: Work, agency: Agency, answers: Mapping[str, Value]
) -> tuple[Party, Party] | None:
    """Return person and unit as the post knows them; None while the place is unknown."""
    commune = str(answers.get(COMMUNE, ""))
    line = address_line(work.session, answers)
    if not line:
        return None
    above = select(Place.parent_code).where(Place.code == commune)
    person = Party(
        name=str(answers.get("recipient_name", "")),
        phone=str(answers.get("recipient_phone", "")),
        address=line,
        province=_number(work.session.exec(above).first()),
        commune=commune,
    )
    home = _number(own_province(work.session, work.province.name))
    unit = Party(agency.name, agency.phone, agency.address, home)
    return person, unit


def _number(code: str | None) -> int | None:
    return int(code) if code and code.isdigit() else None


def missing(answers: Mapping[str, Value], names: Iterable[str]) -> list[str]:
    """Return the fields among these that hold nothing."""
    return [name for name in names if not answers.get(name)]
