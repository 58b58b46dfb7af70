"""One thing that happened to a dossier: TienDo of contracts 2."""

from typing import Any

from services.dossiers.models import Dossier, TimelineEntry
from services.dossiers.rules import NATIONAL_NUMBER
from services.outbox.courier import CannotSay
from services.outbox.models import OutboxMessage
from services.status_sync.code_for import code_for
from services.status_sync.event_words import event_words
from services.status_sync.national.moments import written
from services.work import Work

Fields = dict[str, Any]  # JSON of theirs
LONGEST_NAME = 50


def progress_fields(work: Work, message: OutboxMessage) -> Fields:
    """Return the line of the timeline; what nobody did, the unit did."""
    dossier = work.session.get_one(Dossier, message.thread_id)
    entry = work.session.get(TimelineEntry, message.cause_id)
    if entry is None:
        raise CannotSay("ThoiDiemXuLy")
    unit = entry.unit or str(dossier.frozen["unit"]["name"])
    step = entry.facts.get("step", "")
    words = event_words(entry.event, entry.status)
    return {
        "MaHoSo": code_for(dossier, message.system),
        "NguoiXuLy": (entry.actor_name or unit)[:LONGEST_NAME],
        "ChucDanh": "",
        "ThoiDiemXuLy": written(entry.at),
        "PhongBanXuLy": unit,
        "NoiDungXuLy": f"{words}: {step}" if step else words,
        "TrangThai": str(NATIONAL_NUMBER[entry.status]),
        "NgayBatDau": written(entry.at),
        "NgayKetThucTheoQuyDinh": written(dossier.due_at),
    }
