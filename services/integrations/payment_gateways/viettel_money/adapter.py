"""The Viettel Money wallet over HTTP (contracts 4.4)."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlencode

import httpx

from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.payment_gateways import reading
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
from services.integrations.payment_gateways.viettel_money import wire

DONE, UNKNOWN_ORDER = frozenset({"00", "0"}), frozenset({"01", "1"})
INVOICE_DIGITS = 14  # of an order's number; the rest counts the attempts
OUTCOMES = {
    "-1": Outcome.PENDING,  # nothing done yet
    "0": Outcome.PENDING,
    "1": Outcome.PAID,
    "2": Outcome.FAILED,
    "3": Outcome.PENDING,  # they do not know themselves
}
FAILURES = {
    "16": Failure.FUNDS,
    "21": Failure.OTP,
    "22": Failure.OTP,
    "685": Failure.OTP,
    "V02": Failure.OTP,
    "V03": Failure.OTP,
    "V06": Failure.CANCELLED,
    "M01": Failure.NOT_REGISTERED,
    "M02": Failure.LOCKED,
    "M04": Failure.NOT_REGISTERED,
    "P48": Failure.LIMIT,
    "W04": Failure.TIMEOUT,
    "S_MAINTAIN": Failure.MAINTENANCE,
    "R99": Failure.SUSPICIOUS,
}
REPLIES = {
    Verdict.OK: "00",
    Verdict.ALREADY: "00",
    Verdict.NOT_FOUND: "01",
    Verdict.BAD_AMOUNT: "02",
    Verdict.BAD_SIGNATURE: "03",
    Verdict.OTHER: "03",
}


@dataclass(frozen=True)
class Merchant:
    """Who we are to Viettel; the access code is signed and never sent."""

    merchant_code: str
    access_code: str
    hash_key: str


class HttpViettelMoney:
    """Leads to the page, reads callbacks and asks, in the name of one merchant."""

    def __init__(self, client: httpx.Client, merchant: Merchant) -> None:
        self._client, self._me = client, merchant

    def begin(self, order: Order) -> Begun:
        """Return the signed address of the page; nobody is asked."""
        me, bill = self._me.merchant_code, order.number[:INVOICE_DIGITS]
        signed = (bill, wire.PAYMENT, me, order.number, order.amount, wire.VERSION)
        query = {
            "billcode": bill,
            "command": wire.PAYMENT,
            "desc": order.words,
            "locale": "Vi",
            "merchant_code": me,
            "order_id": order.number,
            "return_url": order.return_url,
            "cancel_url": order.return_url,
            "trans_amount": order.amount,
            "version": wire.VERSION,
            "check_sum": self._sum(*signed),
        }
        base = str(self._client.base_url).rstrip("/")
        return Begun(f"{base}/{wire.PAY}?{urlencode(query)}")

    def read_notice(self, notice: RawNotice, now: datetime) -> Told:
        """Return what a genuine callback says; it carries no time of its own."""
        said = reading.posted(notice)
        wanted = self._sum(
            said.get("billcode", ""),
            said.get("cust_msisdn", ""),
            said.get("error_code", ""),
            said.get("merchant_code", ""),
            said.get("order_id", ""),
            said.get("payment_status", ""),
            said.get("trans_amount", ""),
            said.get("vt_transaction_id", ""),
        )
        reading.check_signature(wanted, said.get("check_sum", ""))
        if said.get("merchant_code") != self._me.merchant_code:
            raise NoticeRefused(NoticeFault.MERCHANT)
        number = said.get("order_id", "")
        outcome = OUTCOMES.get(said.get("payment_status", ""))
        paper = said.get("vt_transaction_id", "")
        is_whole = paper or outcome is not Outcome.PAID
        # Values are joined by nothing: a bill of another order shows a shifted split.
        is_ours = said.get("billcode") == number[:INVOICE_DIGITS]
        if outcome is None or not number or not is_whole or not is_ours:
            raise NoticeRefused(NoticeFault.MALFORMED)
        return Told(
            number=number,
            outcome=outcome,
            amount=reading.money(said.get("trans_amount", "")),
            transaction_id=paper if outcome is Outcome.PAID else "",
            at=now,
            failure=_failure(outcome, said.get("error_code", "")),
        )

    def reply(self, verdict: Verdict, told: Told | None, now: datetime) -> Reply:
        """Return the code of the verdict, signed; HTTP is 200 but when we fail."""
        code, me = REPLIES[verdict], self._me.merchant_code
        number = told.number if told else ""
        said = {
            "error_code": code,
            "merchant_code": me,
            "order_id": number,
            "return_bill_code": "",
            "return_other_info": "",
            "return_url": "",
            "check_sum": self._sum(code, me, number),
        }
        status = 500 if verdict is Verdict.OTHER else 200
        return Reply(status, "application/json", json.dumps(said).encode())

    def ask(self, number: str, begun_at: datetime) -> Told:
        """Return what Viettel knows of an order."""
        me = self._me.merchant_code
        asked = wire.InquiryAsked(
            cmd=wire.INQUIRY,
            merchant_code=me,
            order_id=number,
            check_sum=self._sum(wire.INQUIRY, me, number, wire.VERSION),
        )
        answer = transport.post(self._client, wire.ASK, asked, wire.InquiryAnswer)
        if answer.error_code in UNKNOWN_ORDER:
            return Told(number, Outcome.UNKNOWN)
        outcome = OUTCOMES.get(answer.payment_status)
        is_of_it = answer.error_code in DONE and answer.order_id == number
        if outcome is None or not is_of_it:
            raise SystemUnavailable(wire.ASK)
        paper = answer.vt_transaction_id
        return Told(
            number=number,
            outcome=outcome,
            amount=answer.trans_amount,
            transaction_id=paper if outcome is Outcome.PAID else "",
            failure=_failure(outcome, answer.trans_error_code),
        )

    def refund(self, refund: RefundOrder) -> RefundTold:
        """Give money back; the number is the refund's order_id, so twice is once."""
        me, kind = self._me.merchant_code, "0" if refund.is_whole else "1"
        asked = wire.RefundAsked(
            cmd=wire.REFUND,
            merchant_code=me,
            order_id=refund.number,
            original_request_id=refund.transaction_id,
            refund_type=kind,
            trans_amount=refund.amount,
            trans_content=refund.words,
            check_sum=self._sum(
                wire.REFUND,
                me,
                refund.number,
                refund.transaction_id,
                kind,
                refund.amount,
                wire.VERSION,
            ),
        )
        answer = transport.post(self._client, wire.ASK, asked, wire.RefundAnswer)
        if answer.error_code in ("99", "S_MAINTAIN", "W04"):
            raise SystemUnavailable(wire.ASK)  # the same number is asked again
        if answer.error_code not in DONE:
            return RefundTold(False, refusal=f"{answer.error_code} {answer.error_msg}")
        return RefundTold(True, answer.vt_transaction_id)

    def report(self, day: date) -> tuple[ReportLine, ...]:
        """Return the ledger of the day (sandbox contract)."""
        me, asked_day = self._me.merchant_code, day.isoformat()
        asked = wire.ReportAsked(
            cmd=wire.REPORT,
            merchant_code=me,
            day=asked_day,
            check_sum=self._sum(wire.REPORT, asked_day, me, wire.VERSION),
        )
        answer = transport.post(self._client, wire.ASK, asked, wire.ReportAnswer)
        if answer.error_code not in DONE:
            raise SystemUnavailable(wire.ASK)
        return tuple(
            ReportLine(
                number=line.order_id,
                transaction_id=line.vt_transaction_id,
                amount=line.trans_amount,
                is_paid=OUTCOMES.get(line.payment_status) is Outcome.PAID,
                refunded=line.refunded,
                at=datetime.fromtimestamp(line.at / 1000, UTC),
            )
            for line in answer.transactions
        )

    def _sum(self, *values: object) -> str:
        return wire.sign(self._me.hash_key, self._me.access_code, *values)


def _failure(outcome: Outcome, code: str) -> Failure | None:
    return FAILURES.get(code, Failure.OTHER) if outcome is Outcome.FAILED else None
