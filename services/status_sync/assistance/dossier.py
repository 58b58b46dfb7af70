"""The flat record of DongBoDVC: HoSo in the words of social assistance."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import select

from services.arrivals.models import ArrivedDossier
from services.core.clock import local, local_day
from services.dossiers.models import Dossier
from services.dossiers.snapshot import read_snapshot
from services.integrations.social_assistance_registry.port import PAPERS, RESULTS
from services.outbox.models import OutboxMessage, Outward
from services.procedures.models import Procedure
from services.results.queries import standing_result
from services.status_sync.assistance.person import person_fields
from services.status_sync.national.dossier import dossier_fields
from services.status_sync.national.moments import MOMENT as NATIONAL
from services.work import Work

Fields = dict[str, Any]  # Any: JSON of theirs
DOSSIERS = "100"  # LoaiDuLieu
MOMENT = "%d/%m/%Y %H:%M:%S"
SAME = (
    *("MaHoSo", "MaLinhVuc", "TenLinhVuc", "KenhThucHien", "LoaiDoiTuong"),
    *("MaTTHC", "TenTTHC", "DonViXuLy", "NoiNopHoSo", "HoSoCoThanhPhanSoHoa"),
    *("TaiKhoanDuocXacThucVoiVNeID", "DuocThanhToanTrucTuyen"),
)
OF_PAPERS = (
    *("TepDinhKemId", "TenTepDinhKem", "IsDeleted", "MaThanhPhanHoSo"),
    *("DuongDanTaiTepTin", "DuocSoHoa", "DuocTaiSuDung", "DuocLayTuKhoDMQG"),
    "MaKetQuaThayThe",
)


def assistance_dossier(work: Work, message: OutboxMessage) -> Fields:
    """Return the record; the papers stand as lists, which the adapter packs."""
    said = dossier_fields(work, message)
    dossier = work.session.get_one(Dossier, message.thread_id)
    databases = said["DSKetNoiCSDL"]
    results: list[Fields] = said["DanhSachGiayToKetQua"]
    return {
        "LoaiDuLieu": DOSSIERS,
        **{name: said[name] for name in SAME},
        "HinhThucTra": said["HinhThuc"],
        **person_fields(work.session, dossier, read_snapshot(dossier), said),
        "NgayTiepNhan": retold(said["NgayTiepNhan"]),
        "MaCSDL": databases[0]["MaCSDL"] if databases else "",
        "StatusId": said["TrangThaiHoSo"],
        "SubmitedDate": _filed_at(work, dossier) or retold(said["NgayNopHoSo"]),
        "UrlDetail": "",
        **_decision(work, dossier, results),
        PAPERS: [{name: one[name] for name in OF_PAPERS} for one in said["TaiLieuNop"]],
        RESULTS: results,
    }


def retold(moment: str | None) -> str:
    """Return a moment of the national form in theirs; none is nothing."""
    if not moment:
        return ""
    return datetime.strptime(moment, NATIONAL).strftime(MOMENT)  # noqa: DTZ007


def _filed_at(work: Work, dossier: Dossier) -> str:
    """Return when it was filed at the registry itself, if it was."""
    query = select(ArrivedDossier.submitted_at).where(
        ArrivedDossier.dossier_id == dossier.id,
        ArrivedDossier.system == Outward.SOCIAL_ASSISTANCE,
    )
    filed = work.session.exec(query).first()
    return local(filed).strftime(MOMENT) if filed else ""


def _decision(work: Work, dossier: Dossier, results: Sequence[Fields]) -> Fields:
    """Return what was decided, once it may be told; their kinds are not public."""
    result = standing_result(work.session, dossier.id) if results else None
    if result is None:
        names = ("SoQuyetDinh", "CoQuanBanHanh", "TrichYeu", "NgayBanHanh")
        return dict.fromkeys(("LoaiKetQua", *names), "")
    procedure = work.session.get_one(Procedure, dossier.procedure_id)
    issued = local_day(result.signed_at or result.attached_at)
    return {
        "LoaiKetQua": "",
        "SoQuyetDinh": result.number,
        "CoQuanBanHanh": str(dossier.frozen["unit"]["name"]),
        "TrichYeu": next(iter(procedure.results), procedure.name),
        "NgayBanHanh": f"{issued:%d/%m/%Y}",
    }
