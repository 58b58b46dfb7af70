"""A land dossier that a desk received, and what the land registry may say of it."""

import json
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import select

from services.core.clock import ZONE
from services.eforms.load_eforms import load_eforms
from services.eforms.models import Eform
from services.integrations.land_registry.reading import read_call
from services.land.models import LandNotice, NoticeState
from services.land.take_notice import take_notice
from services.outbox.carry import carry
from services.outbox.models import Outward
from services.status_sync.all_couriers import COURIERS
from services.work import SYSTEM, Work
from tests.factories.dossiers import ANSWERS
from tests.factories.filled_forms import filled
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_received,
)
from tests.fake_land_registry import FakeLandRegistry
from tests.services.civil_status.declared import make_linh_son
from tests.services.outbox.owing import in_place

PROCEDURE, FORM = "1.012783", "CDGCN"
BEGUN = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)
CERTIFICATE = "https://land.example.vn/giay-to/1"
TAX = "https://land.example.vn/thue/1"
Said = dict[str, Any]  # JSON


def make_land_desk(work: Work) -> Desk:
    """Return a desk that receives renewals of land certificates."""
    load_eforms(work)
    make_linh_son(work)
    return make_desk(work.session, code=PROCEDURE)


def make_land_dossier(work: Work, desk: Desk) -> str:
    """Return the code of a received dossier with its form filled in."""
    query = select(Eform).where(Eform.code == FORM)
    form = work.session.exec(query).one()
    answers: Said = ANSWERS | filled(FORM)
    return make_received(work, desk, eform_id=form.id, answers=answers).code


def says(call: str, number: str, minutes: int = 0, **values: Any) -> Said:
    """Return what a call of theirs says, so many minutes after nine o'clock."""
    moment = f"{BEGUN + timedelta(minutes=minutes):%d/%m/%Y %H:%M:%S}"
    bodies: dict[str, Said] = {
        "ChuyenHoSo": {"NgayChuyen": moment, "NoiDungXuLy": "Chuyển thẩm tra"},
        "YeuCauBoSungHoSo": {
            "NgayChoBoSung": moment,
            "LaTamDung": True,
            "GhiChu": "Cần mảnh trích đo",
        },
        "NhanBoSungHoSo": {"NgayNhanBoSung": moment},
        "GuiKetQuaThue": {
            "NgayThongBao": moment,
            "DanhSachThongBaoThue": [
                {
                    "HoTenChu": "Nguyễn Hữu Nghĩa",
                    "LoaiThue": "Lệ phí trước bạ",
                    "SoThongBaoThue": "TB-1",
                    "DuongDanThongBaoThue": TAX,
                }
            ],
        },
        "KetThucHoSo": {
            "NgayKetThuc": moment,
            "TrangThaiKetThuc": 0,
            "DanhSachGiayToKetQua": [
                {"TenGiayTo": "Giấy chứng nhận", "LinkFile": CERTIFICATE}
            ],
        },
    }
    return {"SoBienNhan": number, **bodies[call], **values}


def tell(work: Work, call: str, said: Said) -> NoticeState:
    """Let the land registry say it; return what became of it."""
    body = json.dumps(said).encode()
    told = read_call(call, body, work.now)
    return take_notice(in_place(acting(work, SYSTEM)), told, body)


def notices(work: Work) -> list[LandNotice]:
    """Return what is kept of their calls."""
    query = select(LandNotice).execution_options(populate_existing=True)
    return list(work.session.exec(query))


def there(work: Work) -> FakeLandRegistry:
    """Return the fake, with its own hands and feet."""
    found = work.systems.ministries.land_registry
    assert isinstance(found, FakeLandRegistry)
    return found


def carried(work: Work, code: str) -> int:
    """Carry what the land registry is owed of a dossier; return how many arrived."""
    work.session.flush()
    as_worker = acting(work, SYSTEM)
    thread = dossier_of(work, code).id
    return carry(in_place(as_worker), COURIERS, Outward.LAND, thread)
