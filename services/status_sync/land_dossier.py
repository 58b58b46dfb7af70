"""A dossier as the land registry is told of it: tiepnhan and its two updates."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import select

from services.core.clock import local
from services.dossiers.models import Dossier, TimelineEntry
from services.dossiers.snapshot import FrozenComponent, Snapshot, read_snapshot
from services.eforms.current_eform import stored_definition
from services.outbox.courier import CannotSay
from services.outbox.models import OutboxMessage, Outward
from services.procedures.models import Agency, AgencyLevel
from services.processing.models import DossierReceipt
from services.settings import settings
from services.status_sync.national.owner import owner_of
from services.work import Work

Fields = dict[str, Any]  # JSON of theirs
MOMENT = "%d/%m/%Y %H:%M:%S"
NOT_THERE_YET = "ChuaChuyen"  # of a message that is not sent
PARCEL = ("SoThuTuThua", "SoHieuBanDo", "DienTich", "DiaChiChiTiet")


def received_fields(work: Work, message: OutboxMessage) -> Fields:
    """Return tiepnhan; a form that names no parcel is told without one."""
    dossier = work.session.get_one(Dossier, message.thread_id)
    query = select(DossierReceipt).where(DossierReceipt.dossier_id == dossier.id)
    receipt = work.session.exec(query).first()
    if receipt is None or not dossier.code:
        raise CannotSay("SoBienNhan")
    kept = read_snapshot(dossier)
    agency = work.session.get_one(Agency, dossier.agency_id)
    parcels = _parcels(work, dossier, kept)
    return {
        "LaQuyTrinhCapTinh": agency.level is not AgencyLevel.COMMUNE,
        "TinhId": settings().land_registry.province,
        "HuyenId": None,  # there are none since 2025
        "XaId": _commune(kept),
        "SoBienNhan": dossier.code,
        "MaHoSoMotCua": dossier.code,
        "NguoiTiepNhan": receipt.officer_name,
        "NgayTiepNhan": _written(receipt.issued_at),
        "NgayHenTra": _written(dossier.due_at),
        "DiaChiTaiSan": next(
            (one["DiaChiChiTiet"] for one in parcels if one["DiaChiChiTiet"]), ""
        ),
        "ThongTinNguoiNopDon": _applicant(work, dossier, kept),
        "ThongTinQuyTrinh": {
            "MaQuyTrinh": _workflow(work, kept.procedure_code),
            "TenQuyTrinh": kept.procedure_name,
        },
        "ThongTinThuaDat": parcels,
        "DanhSachGiayToDinhKem": [_paper(one) for one in kept.components if one.files],
    }


def supplement_fields(work: Work, message: OutboxMessage) -> Fields:
    """Return capnhattrangthaibosunghoso: the citizen has answered.

    What was asked for before the reception is told with the dossier itself.
    """
    dossier, entry = _told(work, message)
    if dossier.received_at is None or entry.at < dossier.received_at:
        return {"SoBienNhan": dossier.code, NOT_THERE_YET: True}
    return {
        "SoBienNhan": dossier.code,
        "NgayNhanBoSung": _written(entry.at),
        "NgayHenTraMoi": _written(dossier.due_at),
        "GhiChu": "",
    }


def returned_fields(work: Work, message: OutboxMessage) -> Fields:
    """Return capnhattrangthaitraketquahoso: the result was given."""
    dossier, entry = _told(work, message)
    return {
        "SoBienNhan": dossier.code,
        "NgayTraKetQua": _written(entry.at),
        "NguoiTraKetQua": entry.actor_name or entry.unit,
    }


def _told(work: Work, message: OutboxMessage) -> tuple[Dossier, TimelineEntry]:
    dossier = work.session.get_one(Dossier, message.thread_id)
    entry = work.session.get(TimelineEntry, message.cause_id)
    if entry is None or not dossier.code:
        raise CannotSay("SoBienNhan")
    return dossier, entry


def _applicant(work: Work, dossier: Dossier, kept: Snapshot) -> Fields:
    values = kept.values
    return {
        "HoTen": dossier.applicant_name or dossier.submitter_name,
        "SoChungMinh": owner_of(work, dossier, kept).number,
        "DiaChiChiTiet": str(values.get("submitter_address", "")),
        "SoDienThoai": dossier.submitter_phone,
        "Email": str(values.get("submitter_email", "")),
    }


def _parcels(work: Work, dossier: Dossier, kept: Snapshot) -> list[Fields]:
    """Return the parcels of the form, by the names its fields have in their contract."""
    definition = stored_definition(work.session, dossier.eform_id)
    if definition is None or kept.form is None:
        return []
    named = {
        field.code: field.contract
        for field in definition.fields()
        if field.contract in PARCEL
    }
    rows = [
        row
        for group in definition.group
        if group.repeat and any(field.code in named for field in group.field)
        for row in kept.form.values.get(group.code, ())
    ]
    told = [
        {named[code]: _text(value) for code, value in row.items() if code in named}
        for row in rows
    ]
    return [dict.fromkeys(PARCEL, "") | row for row in told if any(row.values())]


def _text(value: object) -> str:
    if isinstance(value, Mapping):
        return str(value.get("detail") or value.get("old") or "")
    return str(value)


def _commune(kept: Snapshot) -> str | None:
    """Return the commune of the first address the form's rows name."""
    for rows in (kept.form.values if kept.form else {}).values():
        for row in rows if isinstance(rows, list) else ():
            for value in row.values() if isinstance(row, Mapping) else ():
                if isinstance(value, Mapping) and value.get("commune"):
                    return str(value["commune"])
    return None


def _workflow(work: Work, procedure: str) -> str:
    """Return their number of the procedure, where the profile names one."""
    own = work.province.profile.get("systems", {}).get(str(Outward.LAND), {})
    return str(own.get("workflows", {}).get(procedure, procedure))


def _paper(component: FrozenComponent) -> Fields:
    return {
        "TenGiayTo": component.name,
        "SoBanChinh": 0,
        "SoBanSao": len(component.files),
        "TapTin": [{"name": file.name, "id": str(file.id)} for file in component.files],
    }


def _written(moment: datetime | None) -> str | None:
    return local(moment).strftime(MOMENT) if moment else None
