"""What was asked for and answered: DanhSachHoSoBoSung."""

from datetime import datetime
from typing import Any

from services.dossiers.models import Dossier
from services.status_sync.national.moments import reached, written
from services.supplements.models import (
    SupplementPoint,
    SupplementRequest,
    TargetKind,
)
from services.supplements.queries import points_of
from services.work import Work

Fields = dict[str, Any]  # JSON of theirs
OPEN, ANSWERED = "0", "1"  # TrangThaiBoSung; not published: ours


def supplements_of(
    work: Work, dossier: Dossier, asked: list[SupplementRequest], by: datetime
) -> list[Fields]:
    """Return each request with its points, and its answer if it had come by then."""
    points = points_of(work.session, [one.id for one in asked]) if asked else {}
    return [_request(dossier, one, points[one.id], by) for one in asked]


def _request(
    dossier: Dossier,
    request: SupplementRequest,
    points: list[SupplementPoint],
    by: datetime,
) -> Fields:
    answered = reached(request.answered_at, by)
    unit = str(dossier.frozen["unit"]["name"])
    return {
        "HoSoBoSungId": str(request.id),
        "NguoiYeuCauBoSung": request.asked_by_name,
        "NoiDungBoSung": "; ".join(_said(point) for point in points),
        "NgayBoSung": written(request.asked_at),
        "NguoiTiepNhanBoSung": unit if answered else "",
        "ThongTinTiepNhan": request.note,
        "NgayTiepNhanBoSung": answered,
        "TrangThaiBoSung": ANSWERED if answered else OPEN,
        "DanhSachGiayToBoSung": [
            {"MaThanhPhanHoSo": point.target, "TenGiayTo": point.label}
            for point in points
            if point.kind is TargetKind.COMPONENT
        ],
        "DanhSachLePhiBoSung": [],
        "NgayHenTraTruoc": written(request.due_before),
        "NgayHenTraMoi": written(request.due_after) if answered else None,
    }


def _said(point: SupplementPoint) -> str:
    name = point.label or point.target
    return f"{name}: {point.reason}" if name else point.reason
