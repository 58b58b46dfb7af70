"""Declarations that another portal hands over, and a desk they arrive at."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from services.core.clock import ZONE
from services.eforms.load_eforms import load_eforms
from services.integrations.interlinked_services.port import (
    Declaration,
    SentFile,
    Waiting,
)
from services.interlinked.bundles import bundles
from services.interlinked_desk.fetch_arrivals import fetch_arrivals
from services.work import SYSTEM, Work
from tests.factories.dossiers import make_filing
from tests.factories.processing import Desk, acting, make_desk
from tests.fake_interlinked_services import FakeInterlinkedServices
from tests.services.civil_status.declared import make_linh_son
from tests.services.outbox.owing import in_place

HOME = {"maTinh": "19", "maXa": "05710", "dcChiTiet": "Tổ 3"}
BIRTH: dict[str, Any] = {
    "nycHoTen": "Hoàng Thị Mơ",
    "nycQuanHe": "Mẹ",
    "nycLoaiGiayToTuyThan": "5",
    "nycSoDDCN": "999195000301",
    "nycSoDienThoai": "0900000301",
    "nycNoiCuTru": HOME,
    "nksHoTen": "Nông Hoàng Minh",
    "nksGioiTinh": "1",
    "nksNgaySinh": "05/11/2026",
    "nksNoiSinh": HOME,
    "nksQueQuan": HOME,
    "nksDanToc": "02",
    "nksQuocTich": "VN",
    "nksLoaiKhaiSinh": "1",
    "maGCS": "GCS-0301",
    "ngayCapGCS": "2026-11-06",
    "meHoTen": "Hoàng Thị Mơ",
    "meNgaySinh": "12/03/1995",
}


def make_birth_desk(work: Work) -> Desk:
    """Return a desk with the form and the procedures of a birth bundle."""
    load_eforms(work)
    make_linh_son(work)
    desk = make_desk(work.session, code="2.002621")
    for leg in bundles()["2.002621"].leg:
        make_filing(work.session, code=leg.procedure)
    return desk


def make_filed(
    work: Work, unit: str, fields: dict[str, Any] | None = None, **values: Any
) -> Declaration:
    """File a declaration there."""
    mark = uuid4().hex[:8]
    given: dict[str, Any] = {
        "id": mark,
        "unit": unit,
        "procedure": "2.002621",
        "module": "LTKS",
        "code": f"LT-{mark}",
        "received_at": datetime(2026, 11, 23, 8, 0, tzinfo=ZONE),
    }
    file = SentFile("Giấy chứng sinh", "giay-chung-sinh.pdf", b"%PDF-1.4 invented")
    declaration = Declaration(
        Waiting(**given | values), "dvcqg", fields or BIRTH, (file,)
    )
    there(work).held[declaration.waiting.id] = declaration
    return declaration


def there(work: Work) -> FakeInterlinkedServices:
    """Return the fake, with its own hands and feet."""
    found = work.systems.ministries.interlinked_services
    assert isinstance(found, FakeInterlinkedServices)
    return found


def fetched(work: Work) -> int:
    """Fetch what waits there, as the worker does."""
    return fetch_arrivals(in_place(acting(work, SYSTEM)))
