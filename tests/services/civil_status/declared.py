"""Dossiers of births, deaths and marriages, received and owed to the registry."""

from datetime import date

from sqlmodel import select

from services.eforms.load_eforms import load_eforms
from services.eforms.models import Eform
from services.outbox.carry import carry
from services.outbox.models import OutboxMessage, Outward
from services.places.models import Place, PlaceLevel
from services.status_sync.couriers.civil_status_registry import CivilStatusCourier
from services.work import SYSTEM, Work
from tests.factories.dossiers import ANSWERS
from tests.factories.filled_forms import LINH_SON, filled
from tests.factories.places import make_places
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_received,
)
from tests.fake_civil_status_registry import FakeCivilStatusRegistry
from tests.services.outbox.owing import in_place

PROCEDURES = {"KS": "1.001193", "KT": "1.000656", "KH": "1.000894"}
OFFICE = {
    "office_part": "yes",
    "e.registration_kind": "on_time",
    "e.mother_checked": "yes",
    "e.register_number": "12",
    "e.office_note": "Đã đối chiếu",
}


def make_linh_son(work: Work) -> None:
    """Write the commune the filled forms name."""
    make_places(work.session)
    commune = Place(
        code=LINH_SON.code,
        name="Linh Sơn",
        full_name=LINH_SON.name,
        level=PlaceLevel.COMMUNE,
        parent_code="19",
        folded=" phuong linh son ",
        valid_from=date(2025, 7, 1),
    )
    work.session.add(commune)
    work.session.flush()


def make_declared(
    work: Work, module: str = "KS", office: dict[str, str] | None = None
) -> tuple[Desk, str]:
    """Return a desk and the code of a dossier it has received."""
    load_eforms(work)
    make_linh_son(work)
    desk = make_desk(work.session, code=PROCEDURES[module])
    form = work.session.exec(select(Eform).where(Eform.code == module)).one()
    taken = make_received(
        work,
        desk,
        eform_id=form.id,
        answers=ANSWERS | filled(module),
        office_answers=OFFICE if office is None else office,
    )
    return desk, taken.code


def registry(work: Work) -> FakeCivilStatusRegistry:
    """Return the fake, with its own hands and feet."""
    found = work.systems.ministries.civil_status_registry
    assert isinstance(found, FakeCivilStatusRegistry)
    return found


def carried(work: Work, code: str) -> int:
    """Carry what the registry is owed of a dossier."""
    couriers = {Outward.CIVIL_STATUS: CivilStatusCourier()}
    thread = dossier_of(work, code).id
    as_worker = acting(work, SYSTEM)
    return carry(in_place(as_worker), couriers, Outward.CIVIL_STATUS, thread)


def owed_to_registry(work: Work) -> list[OutboxMessage]:
    """Return what the registry is owed, in order."""
    query = select(OutboxMessage).where(OutboxMessage.system == Outward.CIVIL_STATUS)
    return list(work.session.exec(query.order_by(OutboxMessage.sequence)))  # type: ignore[arg-type]
