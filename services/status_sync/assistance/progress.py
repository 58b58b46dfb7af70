"""A line of XuLyHoSo: TienDo in the words of social assistance."""

from typing import Any

from services.outbox.models import OutboxMessage
from services.status_sync.assistance.dossier import retold
from services.status_sync.national.progress import progress_fields
from services.work import Work

Fields = dict[str, Any]  # Any: JSON of theirs


def assistance_progress(work: Work, message: OutboxMessage) -> Fields:
    """Return the line; as whose account it is told, the adapter says."""
    said = progress_fields(work, message)
    return {
        "MaHoSo": said["MaHoSo"],
        "NguoiXuLy": said["NguoiXuLy"],
        "ChucDanh": said["ChucDanh"],
        "ThoiDiemXuLy": retold(said["ThoiDiemXuLy"]),
        "DonViXuLy": said["PhongBanXuLy"],
        "NoiDungXuLy": said["NoiDungXuLy"],
        "StatusId": said["TrangThai"],
        "NgayBatDau": retold(said["NgayBatDau"]),
        "NgayKetThucTheoQuyDinh": retold(said["NgayKetThucTheoQuyDinh"]),
    }
