"""The national payment platform behind the data gateway."""

import base64
import binascii
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

import httpx

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.gateway import GatewayLogin
from services.integrations.payment_gateways import checks, reading
from services.integrations.payment_gateways.national import wire
from services.integrations.payment_gateways.national.bill import bill_fields
from services.integrations.payment_gateways.port import (
    Begun,
    Failure,
    GatewayRefused,
    NoticeFault,
    NoticeRefused,
    Order,
    Outcome,
    RawNotice,
    RefundOrder,
    RefundTold,
    Reply,
    ReportLine,
    Told,
    Verdict,
)

WORDS_MOST = 255
CONFIRM_FIELDS = {*wire.HASHED[wire.CONFIRM].split(), "MaXacThuc"}
ALSO_KNOWN = {"MoTaLoi", "PhienBan"}  # harmless: neither hashed nor read
Kind = TypeVar("Kind", bound=wire.Answer)


@dataclass(frozen=True)
class Account:
    """The province's account at the platform."""

    partner: str  # MaDoiTac
    hash_secret: str  # of MaXacThuc
    key: str  # consumer key at the data gateway
    secret: str


@dataclass(frozen=True)
class PlatformBill:
    """The platform's own receipt; one of the two is there."""

    url: str
    pdf: bytes


class HttpNationalPayment:
    """Speaks for the province with signed messages."""

    def __init__(self, client: httpx.Client, account: Account) -> None:
        client.auth = GatewayLogin(client.base_url, account.key, account.secret)
        self._client, self._account = client, account

    def begin(self, order: Order) -> Begun:
        """Open the order (INIT); the same reference again is the same order."""
        fields: dict[str, str] = {
            **self._head(wire.INIT, order.number, order.begun_at),
            "SoTien": str(order.amount),
            "LoaiHinhThanhToan": "PAY",
            "MaKenhThanhToan": "1",
            "MaThietBi": "1",
            "NgonNgu": "vi-VN",
            "MaTienTe": wire.CURRENCY,
            "MaNganHang": order.bank_code or wire.ANY_BANK,
            "ThongTinGiaoDich": checks.bare(order.words, WORDS_MOST),
            "Ip": order.address,
        }
        # Neither address is hashed; the platform may know them from its own register.
        also = {
            "UrlTroVe": order.return_url,
            "UrlThongBao": order.notice_url,
            "ThongTinBienLai": bill_fields(order.bill, order.payer, order.words),
        }
        told = self._put(wire.INIT, fields, wire.InitAnswer, also)
        if told.MaLoi != wire.OK:
            raise GatewayRefused(f"{told.MaLoi} {told.MoTaLoi}")
        if not told.UrlThanhToan.startswith(("https://", "http://")):
            raise SystemUnavailable(wire.PATHS[wire.INIT])
        return Begun(told.UrlThanhToan)

    def read_notice(self, notice: RawNotice, now: datetime) -> Told:
        """Return what a confirm says: each field once, genuine, ours, not too early."""
        if notice.method != "POST" or notice.query:
            raise NoticeRefused(NoticeFault.MALFORMED)
        try:
            fields = reading.flat(notice.body.decode())
        except ValueError:
            raise NoticeRefused(NoticeFault.MALFORMED) from None
        if not CONFIRM_FIELDS - {"MaXacThuc"} <= fields.keys():
            raise NoticeRefused(NoticeFault.MALFORMED)
        if fields.keys() - CONFIRM_FIELDS - ALSO_KNOWN:
            raise NoticeRefused(NoticeFault.MALFORMED)
        wanted = self._hash(fields, wire.HASHED[wire.CONFIRM])
        reading.check_signature(wanted, fields.get("MaXacThuc", ""))
        return self._believed(wire.Known.model_validate(fields), now)

    def reply(self, verdict: Verdict, told: Told | None, now: datetime) -> Reply:
        """Return MaLoi; a repeat is answered 00 and changes nothing."""
        code, words = wire.ANSWERS[verdict]
        fields = {
            "MaLoi": code,
            "MoTaLoi": words,
            "MaDoiTac": self._account.partner,
            "MaThamChieu": told.number if told else "",
            "ThoiGianGD": checks.stamp(now),
        }
        fields["MaXacThuc"] = self._hash(fields, wire.HASHED_REPLY)
        return Reply(200, "application/json", json.dumps(fields).encode())

    def ask(self, number: str, begun_at: datetime) -> Told:
        """Return what the platform knows of an order (QUERY)."""
        fields = self._head(wire.QUERY, number, clock.now())
        known = self._put(wire.QUERY, fields, wire.Known)
        self._check(known, wire.HASHED[wire.CONFIRM], number)
        if known.MaLoi == wire.NO_ORDER:
            return Told(number, Outcome.UNKNOWN)
        is_proved = known.MaLoi == wire.OK and known.MaGiaoDich
        outcomes = {
            wire.PAID: Outcome.PAID if is_proved else Outcome.PENDING,
            wire.PENDING: Outcome.PENDING,
            wire.FAILED: Outcome.FAILED,
        }
        outcome = outcomes.get(known.TrangThaiGD)
        if known.LoaiBanTin != wire.QUERY or outcome is None:
            raise SystemUnavailable(wire.PATHS[wire.QUERY])
        return _told(known, outcome, checks.moment_of(known.ThoiGianGD))

    def bill(self, number: str) -> PlatformBill | None:
        """Return the platform's own receipt of a paid order (GET_BILL)."""
        path = wire.PATHS[wire.GET_BILL]
        fields = self._head(wire.GET_BILL, number, clock.now())
        told = self._put(wire.GET_BILL, fields, wire.BillAnswer)
        if told.MaLoi == wire.NO_ORDER:
            return None
        try:
            pdf = base64.b64decode(told.BienLai, validate=True)
        except binascii.Error:
            raise SystemUnavailable(path) from None
        has_url = told.UrlBienLai.startswith(("https://", "http://"))
        if told.MaLoi != wire.OK or not (has_url or pdf.startswith(b"%PDF")):
            raise SystemUnavailable(path)
        return PlatformBill(told.UrlBienLai if has_url else "", pdf)

    def refund(self, refund: RefundOrder) -> RefundTold:
        """Give back (sandbox contract); the same number twice is one refund."""
        fields = {
            **self._head(wire.REFUND, refund.order_number, clock.now()),
            "MaHoanTien": refund.number,
            "SoTien": str(refund.amount),
            "MaGiaoDich": refund.transaction_id,
        }
        told = self._put(wire.REFUND, fields, wire.RefundAnswer)
        self._check(told, wire.HASHED_REFUND_ANSWER, refund.order_number)
        if told.MaHoanTien != refund.number:
            raise SystemUnavailable(wire.PATHS[wire.REFUND])
        if told.MaLoi == wire.OK:
            return RefundTold(True, told.MaGiaoDichHoan)
        return RefundTold(False, refusal=f"{told.MaLoi} {told.MoTaLoi}")

    def report(self, day: date) -> tuple[ReportLine, ...]:
        """Return the platform's ledger of a day (sandbox contract)."""
        asked = f"{day:{checks.DAY}}"
        fields = {**self._head(wire.REPORT, "", clock.now()), "NgayDoiSoat": asked}
        told = self._put(wire.REPORT, fields, wire.ReportAnswer)
        self._check(told, wire.HASHED_REPORT_ANSWER, "")
        if told.MaLoi != wire.OK or told.NgayDoiSoat != asked:
            raise SystemUnavailable(wire.PATHS[wire.REPORT])
        lines = filter(None, told.DanhSach.split(wire.BETWEEN_LINES))
        return tuple(_line(line.split(wire.BETWEEN_FACTS)) for line in lines)

    def _head(self, kind: str, number: str, moment: datetime) -> dict[str, str]:
        return {
            "LoaiBanTin": kind,
            "PhienBan": wire.VERSION,
            "MaDoiTac": self._account.partner,
            "MaThamChieu": number,
            "ThoiGianGD": checks.stamp(moment),
        }

    def _put(
        self,
        kind: str,
        fields: Mapping[str, str],
        answer: type[Kind],
        also: Mapping[str, object] | None = None,
    ) -> Kind:
        digest = self._hash(fields, wire.HASHED[kind])
        told = {**fields, "MaXacThuc": digest, **(also or {})}
        message = wire.Message.model_validate(told)
        return transport.post(self._client, wire.PATHS[kind], message, answer)

    def _check(self, answer: wire.Answer, words: str, number: str) -> None:
        """Believe a signed answer about the order that was asked for, no other."""
        told = answer.model_dump()
        wanted = self._hash(told, words)
        is_genuine = hmac.compare_digest(wanted.encode(), answer.MaXacThuc.encode())
        is_ours = answer.MaDoiTac == self._account.partner
        if not (is_genuine and is_ours and answer.MaThamChieu == number):
            raise SystemUnavailable(words)

    def _believed(self, known: wire.Known, now: datetime) -> Told:
        """Read the fields of a genuine confirm."""
        # The answer to a QUERY is hashed alike: it must not pass for a confirm.
        if known.LoaiBanTin != wire.CONFIRM or not known.MaThamChieu:
            raise NoticeRefused(NoticeFault.MALFORMED)
        if known.MaDoiTac != self._account.partner:
            raise NoticeRefused(NoticeFault.MERCHANT)
        if known.MaTienTe != wire.CURRENCY:
            raise NoticeRefused(NoticeFault.CURRENCY)
        reading.money(known.SoTien)
        is_paid = known.MaLoi == wire.OK
        if is_paid and not known.MaGiaoDich:
            raise NoticeRefused(NoticeFault.MALFORMED)
        at = checks.past_moment(known.ThoiGianGD, now)
        return _told(known, Outcome.PAID if is_paid else Outcome.FAILED, at)

    def _hash(self, fields: Mapping[str, str], words: str) -> str:
        return wire.hashed(fields, words, self._account.hash_secret)


def _told(known: wire.Known, outcome: Outcome, at: datetime | None) -> Told:
    failure = wire.FAILURES.get(known.MaLoi, Failure.OTHER)
    is_held = failure is Failure.SUSPICIOUS  # taken, and looked into
    is_failed = outcome is Outcome.FAILED
    return Told(
        number=known.MaThamChieu,
        outcome=Outcome.PENDING if is_failed and is_held else outcome,
        amount=int(known.SoTien) if reading.WHOLE.fullmatch(known.SoTien) else None,
        transaction_id=known.MaGiaoDich if outcome is Outcome.PAID else "",
        at=at,
        bank_code=known.MaNganHang,
        failure=failure if is_failed else None,
    )


def _line(facts: list[str]) -> ReportLine:
    told = dict(zip(wire.LINE.split(), facts, strict=False))
    at = checks.moment_of(told.get("ThoiGianGD", ""))
    amounts = (told.get("SoTien", ""), told.get("SoTienHoan", ""))
    if at is None or not all(reading.WHOLE.fullmatch(one) for one in amounts):
        raise SystemUnavailable(wire.PATHS[wire.REPORT])
    return ReportLine(
        number=told["MaThamChieu"],
        transaction_id=told["MaGiaoDich"],
        amount=int(amounts[0]),
        is_paid=told["TrangThaiGD"] == wire.PAID,
        refunded=int(amounts[1]),
        at=at,
    )
