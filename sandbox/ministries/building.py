"""The Ministry of Construction: its permit register and its planning record."""

from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.ministries.generic_ledger import RecordRules
from sandbox.ministries.generic_ministry import (
    SYSTEM_FAULT,
    GenericMinistry,
    Ministry,
)
from sandbox.settings import Settings

PERMIT_KINDS = (
    "mới",
    "sửa chữa/cải tạo",
    "di dời",
    "giai đoạn",
    "có thời hạn",
    "điều chỉnh",
    "gia hạn",
    "cấp lại",
)
OF_BOTH = (
    "MaHoSo",
    "CoQuanCap",
    "NguoiKy",
    "ChuDauTu.Ten",
    "ChuDauTu.SoDinhDanh",
    "TepGiayPhep.Url",
)
PERMITS = Ministry(
    System(
        "construction_permits",
        "Bộ Xây dựng – giấy phép xây dựng",
        "/construction-permits/",
        SYSTEM_FAULT,
    ),
    "/construction-permits",
    "BXD",
    "giấy phép",
    RecordRules(
        needed=(
            *OF_BOTH,
            "SoGiayPhep",
            "NgayCap",
            "LoaiGiayPhep",
            "CongTrinh.Loai",
            "CongTrinh.DiaDiem",
        ),
        days=("NgayCap", "NgayHetHan"),
        number="SoGiayPhep",
        choices=("LoaiGiayPhep", PERMIT_KINDS),
    ),
)
PLANNING = Ministry(
    System(
        "planning_information",
        "Bộ Xây dựng – thông tin quy hoạch",
        "/planning-information/",
        SYSTEM_FAULT,
    ),
    "/planning-information",
    "QuyHoach",
    "văn bản",
    RecordRules(
        needed=(
            *OF_BOTH,
            "VanBan.SoVanBan",
            "VanBan.NgayBanHanh",
            "VanBan.LoaiQuyHoach",
            "VanBan.PhamVi",
        ),
        days=("VanBan.NgayBanHanh",),
        number="VanBan.SoVanBan",
    ),
)
SYSTEMS = (PERMITS.system, PLANNING.system)


def building_routes(settings: Settings, templates: Jinja2Templates) -> list[Route]:
    """Return the addresses of both."""
    return [
        route
        for one in (PERMITS, PLANNING)
        for route in GenericMinistry(settings, templates, one).routes()
    ]
