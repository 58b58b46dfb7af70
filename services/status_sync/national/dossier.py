"""The dossier as it was when something happened: HoSo of contracts 2."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, select

from services.dossiers.models import Delivery, Dossier, DossierStatus, TimelineEntry
from services.dossiers.rules import ENDED, NATIONAL_NUMBER
from services.dossiers.snapshot import Snapshot, read_snapshot
from services.outbox.courier import CannotSay
from services.outbox.models import OutboxMessage, Outward
from services.procedures.models import Channel
from services.processing.models import DossierReceipt
from services.processing.reception_models import CheckOutcome, PersonCheck
from services.status_sync.code_for import code_for
from services.status_sync.national.moments import reached, written
from services.status_sync.national.money import fees_of, paid_online
from services.status_sync.national.owner import owner_fields, owner_of
from services.status_sync.national.papers import (
    asked_by,
    given_back,
    handed_in,
    others,
)
from services.status_sync.national.supplements import supplements_of
from services.supplements.queries import requests_of
from services.work import Work

Fields = dict[str, Any]  # JSON of theirs
CHANNELS = {Channel.DIRECT: "1", Channel.ONLINE: "2", Channel.POSTAL: "3"}
BY_POST, AT_COUNTER = "1", "0"  # HinhThuc
THERE, HERE = "1", "2"  # NoiNopHoSo: at the national portal, at a province's
POPULATION = "1"  # MaCSDL
LONGEST_SUMMARY = 1000


def dossier_fields(work: Work, message: OutboxMessage) -> Fields:
    """Return HoSo; a message that waited tells the state it was written for.

    Otherwise a dossier told late would stand at its end before its own steps.
    """
    dossier = work.session.get_one(Dossier, message.thread_id)
    entry = work.session.get(TimelineEntry, message.cause_id)
    status = entry.status if entry else dossier.status
    by = entry.at if entry else work.now
    code = code_for(dossier, message.system)
    if not dossier.applicant_name:
        raise CannotSay("ChuHoSo")
    kept = read_snapshot(dossier)
    asked = asked_by(list(requests_of(work.session, dossier.id)), by)
    papers = handed_in(work, dossier, kept, asked)
    return {
        "MaHoSo": code,
        **_head(dossier, kept),
        **owner_fields(owner_of(work, dossier, kept), dossier.channel),
        **_moments(dossier, status, by),
        "TrangThaiHoSo": str(NATIONAL_NUMBER[status]),
        "SoBienNhan": _receipt_number(work.session, dossier.id),
        "HoSoCoThanhPhanSoHoa": _flag(any(p["DuocSoHoa"] == "1" for p in papers)),
        "DuocThanhToanTrucTuyen": paid_online(work.session, dossier.id),
        "TaiLieuNop": papers,
        "DanhSachLePhi": fees_of(work.session, dossier.id, kept),
        "DanhSachTepDinhKemKhac": others(kept),
        "DanhSachHoSoBoSung": supplements_of(work, dossier, asked, by),
        "DanhSachGiayToKetQua": given_back(work, dossier, status),
        "DSKetNoiCSDL": _asked_databases(work.session, dossier.id),
    }


def _head(dossier: Dossier, kept: Snapshot) -> Fields:
    is_posted = dossier.delivery is Delivery.POST
    return {
        "MaTTHC": kept.procedure_code,
        "TenTTHC": kept.procedure_name,
        "MaLinhVuc": "",  # theirs follows from the procedure
        "TenLinhVuc": kept.sector,
        "KenhThucHien": CHANNELS[dossier.channel],
        "Email": str(kept.values.get("submitter_email", "")),
        "Fax": "",
        "SoDienThoai": dossier.submitter_phone,
        "ThongTinKhac": "",
        "TrichYeuHoSo": str(kept.values.get("request", ""))[:LONGEST_SUMMARY],
        "GhiChu": "",
        "HinhThuc": BY_POST if is_posted else AT_COUNTER,
        "ThongTinTra": _return_address(kept),
        "DonViXuLy": kept.unit.name,
        "NoiNopHoSo": THERE if _came_from_there(dossier) else HERE,
    }


def _came_from_there(dossier: Dossier) -> bool:
    return dossier.arrived_from == Outward.NATIONAL_PORTAL


def _moments(dossier: Dossier, status: DossierStatus, by: datetime) -> Fields:
    is_refused = status is DossierStatus.REFUSED
    ended = dossier.finished_at or dossier.ended_at
    received = reached(dossier.received_at, by)
    return {
        "NgayNopHoSo": written(dossier.submitted_at),
        "NgayTiepNhan": received,
        "NgayHenTra": written(dossier.due_at) if received else None,
        "NgayTra": reached(dossier.returned_at, by),
        "NgayKetThucXuLy": reached(ended, by) if status in ENDED else None,
        "NgayTuChoi": reached(dossier.ended_at, by) if is_refused else None,
    }


def _return_address(kept: Snapshot) -> str:
    terms = kept.delivery
    if terms is None:
        return ""
    return terms.address or terms.place_name


def _receipt_number(session: Session, dossier_id: UUID) -> str:
    query = select(DossierReceipt.number).where(DossierReceipt.dossier_id == dossier_id)
    number = session.exec(query).first()
    return str(number) if number is not None else ""


def _asked_databases(session: Session, dossier_id: UUID) -> list[Fields]:
    query = select(PersonCheck.id).where(
        PersonCheck.dossier_id == dossier_id,
        PersonCheck.outcome != CheckOutcome.UNREACHED,
    )
    was_asked = session.exec(query).first() is not None
    return [{"MaCSDL": POPULATION}] if was_asked else []


def _flag(value: bool) -> str:
    return "1" if value else "0"
