"""VNPAY: a signed address to pay at, a signed notice by GET, signed questions."""

import json
from collections.abc import Mapping
from datetime import date, datetime

import httpx

from services.core.errors import SystemUnavailable
from services.integrations.payment_gateways import checks, reading
from services.integrations.payment_gateways.port import (
    Begun,
    Failure,
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
from services.integrations.payment_gateways.vnpay import wire
from services.integrations.payment_gateways.vnpay.questions import HASH, Questions

NOWHERE = "127.0.0.1"  # a payer whose address is not known
CURRENCY = "VND"
HASH_TYPE = "SecureHashType"
WORDS_MOST = 255


class HttpVnpay:
    """Speaks for one merchant; the names of the fields are the gateway's own."""

    def __init__(
        self,
        client: httpx.Client,
        merchant: str,
        secret: str,
        names: wire.Names = wire.VNPAY,
    ) -> None:
        self._client, self._merchant, self._secret = client, merchant, secret
        self._names = names
        self._questions = Questions(client, merchant, secret, names)

    def begin(self, order: Order) -> Begun:
        """Return the signed address; they learn of the order when it is opened."""
        words = {
            "Version": self._names.version,
            "Command": "pay",
            "Merchant": self._merchant,
            "Amount": str(order.amount * self._names.scale),
            "CreateDate": checks.stamp(order.begun_at),
            "ExpireDate": checks.stamp(order.expires_at),
            "CurrCode": CURRENCY,
            "IpAddr": order.address or NOWHERE,
            "Locale": "vn",
            "OrderInfo": checks.bare(order.words, WORDS_MOST),
            "OrderType": "other",
            "ReturnUrl": order.return_url,
            "Order": order.number,
            "BankCode": order.bank_code,
        }
        given = {self._names.field(w): value for w, value in words.items() if value}
        query = wire.canonical(given)
        base = self._client.base_url.join(self._names.pay)
        return Begun(f"{base}?{query}&{self._names.field(HASH)}={self._hash(query)}")

    def read_notice(self, notice: RawNotice, now: datetime) -> Told:
        """Return what a notice says: each field once, genuine, ours, not too early."""
        if notice.method != "GET" or notice.body:
            raise NoticeRefused(NoticeFault.MALFORMED)
        fields = checks.fields_of(notice.query)
        if any(not name.startswith(self._names.prefix) for name in fields):
            raise NoticeRefused(NoticeFault.MALFORMED)
        given = fields.pop(self._names.field(HASH), "").lower()
        fields.pop(self._names.field(HASH_TYPE), None)
        # The upper half of hex is the same hash; some releases send it so.
        reading.check_signature(self._hash(wire.canonical(fields)), given)
        return self._believed(fields, now)

    def reply(self, verdict: Verdict, told: Told | None, now: datetime) -> Reply:
        """Return RspCode; after anything but 00 and 02 they tell again."""
        code, words = wire.ANSWERS[verdict]
        body = json.dumps({"RspCode": code, "Message": words}).encode()
        return Reply(200, "application/json", body)

    def ask(self, number: str, begun_at: datetime) -> Told:
        """Return what they know of an order (querydr)."""
        told = self._questions.query(number, begun_at)
        if told["ResponseCode"] == wire.NO_ORDER:
            return Told(number, Outcome.UNKNOWN)
        if told["ResponseCode"] != wire.OK:
            raise SystemUnavailable(self._names.api)
        # A refund leaves the order paid; its own status tells of the refund.
        was_paid = told["TransactionType"] in (wire.WHOLE_REFUND, wire.PART_REFUND)
        status = wire.OK if was_paid else told["TransactionStatus"]
        outcome, failure = _outcome(wire.OK, status)
        return Told(
            number=number,
            outcome=outcome,
            amount=self._dong(told["Amount"]),
            transaction_id=told["TransactionNo"] if outcome is Outcome.PAID else "",
            at=checks.moment_of(told["PayDate"]),
            bank_code=told["BankCode"],
            failure=failure,
        )

    def refund(self, refund: RefundOrder) -> RefundTold:
        """Give back; “asked before” (94) is done when the order says so."""
        told = self._questions.refund(refund)
        if told["ResponseCode"] == wire.DOUBLED:
            told = self._questions.query(refund.order_number, refund.begun_at)
            if told["TransactionType"] not in (wire.WHOLE_REFUND, wire.PART_REFUND):
                raise SystemUnavailable(self._names.api)
        is_done = told["ResponseCode"] == wire.OK
        if is_done:
            return RefundTold(True, told["TransactionNo"])
        return RefundTold(False, refusal=f"{told['ResponseCode']} {told['Message']}")

    def report(self, day: date) -> tuple[ReportLine, ...]:
        """Return their ledger of a day."""
        told = self._questions.report(day)
        if told["ResponseCode"] != wire.OK:
            raise SystemUnavailable(self._names.report)
        lines = filter(None, told["Lines"].split(wire.BETWEEN_LINES))
        return tuple(self._line(line.split(wire.BETWEEN_FACTS)) for line in lines)

    def _believed(self, fields: Mapping[str, str], now: datetime) -> Told:
        """Read the fields of a genuine notice."""

        def told(word: str) -> str:
            return fields.get(self._names.field(word), "")

        number, amount = told("Order"), self._dong(told("Amount"))
        if not number or amount is None or not told("ResponseCode"):
            raise NoticeRefused(NoticeFault.MALFORMED)
        if told("Merchant") != self._merchant:
            raise NoticeRefused(NoticeFault.MERCHANT)
        if told("CurrCode") not in ("", CURRENCY):
            raise NoticeRefused(NoticeFault.CURRENCY)
        outcome, failure = _outcome(told("ResponseCode"), told("TransactionStatus"))
        is_paid = outcome is Outcome.PAID
        if is_paid and not told("TransactionNo"):
            raise NoticeRefused(NoticeFault.MALFORMED)
        when = told("PayDate")
        return Told(
            number=number,
            outcome=outcome,
            amount=amount,
            transaction_id=told("TransactionNo") if is_paid else "",
            # What was not paid may come without a moment.
            at=checks.past_moment(when, now) if when or is_paid else None,
            bank_code=told("BankCode"),
            failure=failure,
        )

    def _line(self, facts: list[str]) -> ReportLine:
        told = dict(zip(wire.LINE.split(), facts, strict=False))
        at = checks.moment_of(told.get("PayDate", ""))
        amount = self._dong(told.get("Amount", ""))
        if at is None or amount is None:
            raise SystemUnavailable(self._names.report)
        return ReportLine(
            number=told["Order"],
            transaction_id=told["TransactionNo"],
            amount=amount,
            is_paid=told["TransactionStatus"] == wire.OK,
            refunded=self._dong(told["Refunded"]) or 0,
            at=at,
        )

    def _dong(self, text: str) -> int | None:
        """Return đồng; None for what is no whole number of them."""
        if not reading.WHOLE.fullmatch(text):
            return None
        dong, rest = divmod(int(text), self._names.scale)
        return dong if dong > 0 and not rest else None

    def _hash(self, text: str) -> str:
        return checks.keyed(self._secret, text, self._names.digest)


def _outcome(response: str, status: str) -> tuple[Outcome, Failure | None]:
    """Paid is 00 and 00 alone; money that is held back is not yet decided."""
    if wire.HELD in (response, status):
        return Outcome.PENDING, Failure.SUSPICIOUS
    if response == wire.OK and status == wire.OK:
        return Outcome.PAID, None
    if response == wire.OK and status == wire.UNFINISHED:
        return Outcome.PENDING, None
    return Outcome.FAILED, wire.FAILURES.get(response, Failure.OTHER)
