"""A dossier as a ministry of the shared contract is told of it (SBX-A, contracts 5.12)."""

from typing import Any

from services.outbox.models import OutboxMessage
from services.status_sync.national.dossier import dossier_fields
from services.work import Work

# The papers themselves are not theirs to keep, and the TechID is the national portal's.
NOT_THEIRS = ("TaiLieuNop", "DanhSachTepDinhKemKhac", "MaDoiTuong")


def ministry_dossier(work: Work, message: OutboxMessage) -> dict[str, Any]:
    """Return HoSo without what a ministry decides nothing by. Any: JSON."""
    said = dossier_fields(work, message)
    return {name: value for name, value in said.items() if name not in NOT_THEIRS}
