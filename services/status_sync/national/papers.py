"""What was handed in and what was given back: TaiLieuNop and DanhSachGiayToKetQua."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from services.digitising.models import SavedPaper
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.rules import RESULT_OPEN
from services.dossiers.snapshot import FrozenFile, Snapshot, freeze_file
from services.papers.check_keys import PaperKind, check_url
from services.procedures.models import Procedure
from services.results.queries import standing_with_file
from services.status_sync.national.file_links import file_address
from services.supplements.models import SupplementPoint, SupplementRequest, TargetKind
from services.supplements.queries import files_by_slot, points_of
from services.supplements.rules import slot_of
from services.vault.models import DocumentSource
from services.work import Work

Fields = dict[str, Any]  # JSON of theirs
LONGEST_NAME = 4000
NOT_REUSED, REUSED = "0", "1"
ATTACHED = "1"  # LoaiGiayTo of what the list does not name


def handed_in(
    work: Work, dossier: Dossier, kept: Snapshot, asked: list[SupplementRequest]
) -> list[Fields]:
    """Return every file by its component: handed in at first, and later when asked."""
    sent = [
        (component.code, file)
        for component in kept.components
        for file in component.files
    ]
    sent += _sent_later(work, dossier.id, asked)
    saved = _digitised(work, [file.id for _, file in sent])
    return [_paper(work, code, file, file.id in saved) for code, file in sent]


def others(kept: Snapshot) -> list[Fields]:
    """Return the papers the list does not name: name, number, kind."""
    return [
        {"TenGiayTo": file.note or file.name, "SoLuong": 1, "LoaiGiayTo": ATTACHED}
        for file in kept.other_files
    ]


def given_back(work: Work, dossier: Dossier, status: DossierStatus) -> list[Fields]:
    """Return the result, once it is approved and paid for.

    One signed here is told by its check page, a scan by the address of its file.
    """
    if status not in RESULT_OPEN:
        return []
    found = standing_with_file(work.session, dossier.id, only_paid=True)
    if found is None:
        return []
    result, file = found
    procedure = work.session.get_one(Procedure, dossier.procedure_id)
    title = next(iter(procedure.results), procedure.name)
    if result.signed_at is not None:
        address = check_url(work, PaperKind.RESULT, result.id)
    else:
        address = file_address(work, file.id)
    return [
        {
            "TenGiayTo": f"{title} {result.number}".strip(),
            "MaThanhPhanHoSo": "",
            "GiayToId": str(result.id),
            "DuongDanTepTinKetQua": address,
            "MaGiayToKetQua": "",
        }
    ]


def _paper(work: Work, code: str, file: FrozenFile, is_saved: bool) -> Fields:
    is_national = file.origin == DocumentSource.NATIONAL_STORE
    return {
        "TepDinhKemId": str(file.id),
        "TenTepDinhKem": file.name[:LONGEST_NAME],
        "IsDeleted": "False",
        "MaThanhPhanHoSo": code,
        "DuongDanTaiTepTin": file_address(work, file.id),
        "DuocSoHoa": "1" if is_saved else "0",
        "DuocTaiSuDung": REUSED if file.origin else NOT_REUSED,
        "DuocLayTuKhoDMQG": "1" if is_national else "0",
        "MaKetQuaThayThe": "",
    }


def _sent_later(
    work: Work, dossier_id: UUID, asked: list[SupplementRequest]
) -> list[tuple[str, FrozenFile]]:
    answered = [one for one in asked if one.answered_at]
    if not answered:
        return []
    files = files_by_slot(work.session, dossier_id)
    points: list[SupplementPoint] = [
        point
        for group in points_of(work.session, [one.id for one in answered]).values()
        for point in group
        if point.kind is TargetKind.COMPONENT
    ]
    return [
        (point.target, freeze_file(file))
        for point in points
        for file in files.get(slot_of(point.id), ())
    ]


def _digitised(work: Work, file_ids: list[UUID]) -> set[UUID]:
    query = select(SavedPaper.file_id).where(col(SavedPaper.file_id).in_(file_ids))
    return set(work.session.exec(query)) if file_ids else set()


def asked_by(asked: list[SupplementRequest], by: datetime) -> list[SupplementRequest]:
    """Return the requests that had gone out by then, the earliest first."""
    sent = [one for one in asked if one.asked_at is not None and one.asked_at <= by]
    return sorted(sent, key=lambda one: one.number)
