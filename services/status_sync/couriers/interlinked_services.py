"""Tells the interlinked services what happens to the legs of declarations (contracts 5.1)."""

import json
from datetime import datetime
from typing import Any

from sqlmodel import Session, select

from services.core.clock import local
from services.dossiers.models import Dossier, DossierStatus, TimelineEntry
from services.integrations.interlinked_services.port import Verdict
from services.interlinked_desk.models import ArrivedBundle
from services.outbox.courier import Answer, CannotSay, Outcome, Parcel
from services.outbox.models import OutboxMessage
from services.results.queries import standing_result
from services.work import Systems, Work

S = DossierStatus
STATES = {
    S.SUBMITTED: 1,
    S.SUPPLEMENT: 2,
    S.RECEIVED: 3,
    S.PROCESSING: 3,
    S.AWAITING_PAYMENT: 3,
    S.RESULT_READY: 4,
    S.RETURNED: 5,
    S.REFUSED: 6,
    S.WITHDRAWN: 6,
    S.STOPPED: 6,
}
OUTCOMES = {
    Verdict.TAKEN: Outcome.DELIVERED,
    Verdict.LATER: Outcome.LATER,
    Verdict.REFUSED: Outcome.REFUSED,
}


class InterlinkedCourier:
    """One status after the other, each leg by itself.

    They take a step only after the one before. The ledger keeps that order; when
    they answer that the one before is missing, it is tried again later.
    """

    def compose(self, work: Work, message: OutboxMessage) -> dict[str, Any]:
        """Return the status as it was when it happened, not as it is now."""
        entry = work.session.get(TimelineEntry, message.cause_id)
        if entry is None or message.dossier_id is None:
            raise CannotSay("trangThai")
        leg = work.session.get_one(Dossier, message.dossier_id)
        state = STATES[entry.status]
        return {
            "maTTHC": str(leg.frozen["procedure_code"]),
            "soHoSoLT": _bundle_code(work.session, leg),
            "coQuanXuLy": str(leg.frozen["unit"]["code"]),
            "maHoSo": leg.code or "",
            "trangThai": state,
            "thoiGianThucHien": _moment(entry.at),
            "ketQuaXuLy": _outcome(work.session, leg) if state in (4, 5) else "",
            "nguoiXuLy": entry.actor_name,
            "phongBanXuLy": entry.unit,
            "noiDungXuLy": entry.facts.get("reason", ""),
            "ngayBatDau": _moment(leg.received_at),
            "ngayKetThucTheoQuyDinh": _moment(leg.due_at),
            "hanBoSungHoSo": _moment(leg.supplement_by) if state == 2 else "",
        }

    def hand_over(self, systems: Systems, parcel: Parcel) -> Answer:
        """Tell it, and see by their words what follows."""
        told = systems.ministries.interlinked_services.tell_status(parcel.said)
        number = str(parcel.said["maHoSo"]) if told.verdict is Verdict.TAKEN else ""
        return Answer(OUTCOMES[told.verdict], told.code, told.words, number)

    def settle(self, work: Work, message: OutboxMessage, answer: Answer) -> None:
        """Nothing follows here: they answer with no number of their own."""


def _bundle_code(session: Session, leg: Dossier) -> str:
    """Return their code of a declaration they handed over, else ours."""
    if leg.declaration_id is None:
        raise CannotSay("soHoSoLT")
    theirs = select(ArrivedBundle.code).where(
        ArrivedBundle.dossier_id == leg.declaration_id
    )
    if code := session.exec(theirs).first():
        return code
    ours = select(Dossier.code).where(Dossier.id == leg.declaration_id)
    return session.exec(ours).one() or ""


def _outcome(session: Session, leg: Dossier) -> str:
    result = standing_result(session, leg.id)
    said = {"soKetQua": result.number, **result.facts} if result else {}
    return json.dumps(said, ensure_ascii=False) if said else ""


def _moment(moment: datetime | None) -> str:
    return f"{local(moment):%d/%m/%Y %H:%M:%S}" if moment else ""
