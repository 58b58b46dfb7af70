"""What a dossier costs and how it was paid: DanhSachLePhi, DuocThanhToanTrucTuyen."""

from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from services.dossiers.snapshot import Snapshot
from services.fees.rule import Due
from services.payments.models import (
    DueMoment,
    Payment,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.queries import lines_of, requests_of
from services.procedures.models import FeeKind

Fields = dict[str, Any]  # JSON of theirs
AT_RECEIPT, AT_SUPPLEMENT, AT_RETURN = "1", "2", "4"  # HinhThucThu
WHEN = {
    DueMoment.BEFORE_FILING: AT_RECEIPT,
    DueMoment.RECEPTION: AT_RECEIPT,
    DueMoment.NOTICE: AT_SUPPLEMENT,
    DueMoment.RESULT: AT_RETURN,
}
CHARGE, FEE = "1", "2"  # LoaiPhiLePhi, as at the payment platform (contracts 4.1)
NOT_ONLINE, ON_THEIRS, ON_OURS = "0", "1", "2"  # contracts 2, F766
THEIR_PLATFORM = "national"
BY_HAND = frozenset({"cash", "bank_feed"})  # handed over, or sent from a bank
GONE = RequestState.CANCELLED


def fees_of(session: Session, dossier_id: UUID, kept: Snapshot) -> list[Fields]:
    """Return what was asked for; before anything is, what the dossier was told."""
    asked = [one for one in requests_of(session, dossier_id) if one.state is not GONE]
    if asked:
        return [line for one in asked for line in _asked(one)]
    return [
        _line(
            fee.name or str(fee.kind),
            str(fee.kind),
            fee.amount,
            AT_RETURN if fee.due == Due.RESULT else AT_RECEIPT,
        )
        for fee in kept.fees
        if fee.amount is not None
    ]


def paid_online(session: Session, dossier_id: UUID) -> str:
    """Tell where it was paid: at their platform, through a gateway of ours, not online."""
    query = (
        select(Payment.gateway)
        .join(PaymentRequest, col(PaymentRequest.id) == Payment.request_id)
        .where(PaymentRequest.dossier_id == dossier_id)
        .where(Payment.state == PaymentState.PAID)
    )
    gateways = set(session.exec(query)) - BY_HAND
    if not gateways:
        return NOT_ONLINE
    return ON_THEIRS if THEIR_PLATFORM in gateways else ON_OURS


def _asked(request: PaymentRequest) -> list[Fields]:
    moment = WHEN[request.moment]
    return [
        _line(line.name, line.kind, line.amount, moment, line.code)
        for line in lines_of(request)
    ]


def _line(
    name: str, kind: str, amount: int | None, moment: str, code: str = ""
) -> Fields:
    return {
        "TenPhiLePhi": name,
        "MaPhiLePhi": code,
        "HinhThucThu": moment,
        "Gia": str(amount or 0),
        "LoaiPhiLePhi": FEE if kind == FeeKind.FEE else CHARGE,
    }
