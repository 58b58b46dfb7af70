"""A dossier filed at another system, on its way to a desk here."""

from datetime import date, datetime
from typing import Any
from uuid import uuid4

from services.arrivals.fetch_dossiers import fetch_dossiers
from services.core.clock import ZONE
from services.integrations.arriving import Arrival, ArrivedPaper, ArrivedPerson
from services.outbox.models import Outward
from services.work import SYSTEM, Work
from tests.factories.processing import Desk, acting
from tests.fake_national_portal import FakeNationalPortal
from tests.services.outbox.owing import in_place

NUMBER = "999195000411"


def make_filed(work: Work, desk: Desk, **values: Any) -> Arrival:
    """File a dossier at the national portal for a desk here."""
    given: dict[str, Any] = {
        "code": f"G22-261122-{uuid4().int % 10**9:09d}",
        "unit": desk.filing.agency.code,
        "procedure": desk.filing.procedure.code,
        "submitted_at": datetime(2026, 11, 22, 20, 0, tzinfo=ZONE),
        "submitter": ArrivedPerson(
            name="Hoàng Thị Mơ",
            number=NUMBER,
            birth_date=date(1995, 3, 12),
            phone="0900000411",
            address="Tổ 3, phường Linh Sơn",
        ),
        "request": "Cấp giấy phép xây dựng nhà ở riêng lẻ",
        "papers": (
            ArrivedPaper("don.pdf", b"%PDF-1.4 one", desk.filing.component.code),
            ArrivedPaper("khac.pdf", b"%PDF-1.4 two", "KHONG-CO"),
        ),
    }
    arrival = Arrival(**given | values)
    there(work).filed[arrival.code] = arrival
    return arrival


def there(work: Work) -> FakeNationalPortal:
    """Return the fake, with its own hands and feet."""
    found = work.systems.ministries.national_portal
    assert isinstance(found, FakeNationalPortal)
    return found


def fetched(work: Work) -> int:
    """Fetch what waits there, as the worker does."""
    return fetch_dossiers(in_place(acting(work, SYSTEM)), Outward.NATIONAL_PORTAL)
