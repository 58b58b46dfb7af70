"""Carries dossiers and their progress to the national portal (contracts 2)."""

from typing import Any

from services.core.errors import SystemUnavailable
from services.integrations.national_portal.port import (
    NationalFee,
    NationalPortal,
    Said,
    Way,
)
from services.outbox.courier import Answer, Outcome, Parcel
from services.outbox.models import MessageKind, OutboxMessage
from services.status_sync.national.dossier import dossier_fields
from services.status_sync.national.progress import progress_fields
from services.work import Systems, Work

ONLINE = "2"  # KenhThucHien
WAYS = {"1": Way.DIRECT, ONLINE: Way.ONLINE, "3": Way.POSTAL}


class NationalPortalCourier:
    """The dossier goes first, then what happened to it, one message after the other."""

    def compose(self, work: Work, message: OutboxMessage) -> dict[str, Any]:
        """Return HoSo, or TienDo."""
        if message.kind is MessageKind.PROGRESS:
            return progress_fields(work, message)
        return dossier_fields(work, message)

    def hand_over(self, systems: Systems, parcel: Parcel) -> Answer:
        """Send it, with what only they know: the TechID, the codes of their fees."""
        portal = systems.ministries.national_portal
        if parcel.kind is MessageKind.PROGRESS:
            told = portal.tell_progress([parcel.said])
        else:
            named = _with_fee_codes(portal, parcel.said)
            told = portal.save_dossier(_with_technical_id(portal, named))
        outcome = Outcome.DELIVERED if told.is_taken else Outcome.REFUSED
        reference = str(parcel.said.get("MaHoSo", "")) if told.is_taken else ""
        return Answer(outcome, told.code, told.words, reference)

    def settle(self, work: Work, message: OutboxMessage, answer: Answer) -> None:
        """Nothing follows here: they answer with no number of their own."""


def _with_technical_id(portal: NationalPortal, said: Said) -> Said:
    """Return HoSo with MaDoiTuong, which dossiers filed online have alone."""
    identity = said.get("DinhDanhCHS")
    if said.get("MaDoiTuong") or said["KenhThucHien"] != ONLINE or not identity:
        return said
    found = portal.technical_id(identity["SoDinhDanh"])
    return said | {"MaDoiTuong": found or None}


def _with_fee_codes(portal: NationalPortal, said: Said) -> Said:
    """Return HoSo with MaPhiLePhi where their catalogue leaves no doubt which it is.

    Their catalogue is no reason to hold a dossier back.
    """
    lines = said["DanhSachLePhi"]
    if all(line.get("MaPhiLePhi") for line in lines):
        return said
    try:
        known = portal.procedure(said["MaTTHC"])
    except SystemUnavailable:
        return said
    fees = known.fees if known else ()
    way = WAYS.get(said["KenhThucHien"])
    return said | {
        "DanhSachLePhi": [
            line | {"MaPhiLePhi": line.get("MaPhiLePhi") or _code_of(fees, way, line)}
            for line in lines
        ]
    }


def _code_of(fees: tuple[NationalFee, ...], way: Way | None, line: Said) -> str:
    amount = int(line["Gia"])
    codes = {fee.code for fee in fees if fee.way is way and fee.amount == amount}
    return codes.pop() if len(codes) == 1 else ""
