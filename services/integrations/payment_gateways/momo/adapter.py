"""The MoMo wallet over HTTP (contracts 4.4)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import uuid4

import httpx

from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.payment_gateways import reading
from services.integrations.payment_gateways.momo import wire
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

DONE, NOT_FOUND = 0, 42
# Begun, being worked on, or held by MoMo until it is captured.
PENDING = frozenset({1000, 7000, 7002, 9000})
THEIR_TROUBLE = frozenset({10, 99})  # maintenance, unknown
FIRST_OF_A_TRANSFER = 1000  # below it they speak of the question, not of the money
FAILURES = {
    10: Failure.MAINTENANCE,
    1001: Failure.FUNDS,
    1003: Failure.CANCELLED,
    1004: Failure.LIMIT,
    1005: Failure.TIMEOUT,
    1006: Failure.CANCELLED,
    1007: Failure.LOCKED,
    1017: Failure.CANCELLED,
    4001: Failure.LOCKED,
    4100: Failure.OTP,
    4010: Failure.OTP,
    4002: Failure.NOT_REGISTERED,
    1088: Failure.SUSPICIOUS,
}
# They repeat until 204; a repeat mends none of the first four.
STATUS = {
    Verdict.OK: 204,
    Verdict.ALREADY: 204,
    Verdict.BAD_AMOUNT: 204,
    Verdict.NOT_FOUND: 404,
    Verdict.BAD_SIGNATURE: 400,
    Verdict.OTHER: 500,
}


@dataclass(frozen=True)
class Merchant:
    """Who we are to MoMo."""

    partner_code: str
    access_key: str
    secret_key: str


class HttpMomo:
    """Opens orders, reads notices and asks, in the name of one partner."""

    def __init__(self, client: httpx.Client, merchant: Merchant) -> None:
        self._client, self._me = client, merchant

    def begin(self, order: Order) -> Begun:
        """Open the order; the number is its requestId too, so twice is once."""
        minutes = (order.expires_at - order.begun_at).total_seconds() // 60
        asked = wire.CreateAsked(
            partnerCode=self._me.partner_code,
            requestId=order.number,
            orderId=order.number,
            amount=order.amount,
            orderInfo=order.words,
            redirectUrl=order.return_url,
            ipnUrl=order.notice_url,
            orderExpireTime=max(1, int(minutes)),
        )
        answer = transport.post(
            self._client,
            wire.CREATE,
            self._signed(asked, wire.CREATE_SIGNS),
            wire.CreateAnswer,
        )
        if answer.resultCode in THEIR_TROUBLE:
            raise SystemUnavailable(wire.CREATE)
        if answer.resultCode != DONE:
            raise GatewayRefused(f"{answer.resultCode} {answer.message}")
        if answer.orderId != order.number or not answer.payUrl:
            raise SystemUnavailable(wire.CREATE)
        return Begun(answer.payUrl, answer.requestId)

    def read_notice(self, notice: RawNotice, now: datetime) -> Told:
        """Return what a genuine notice says."""
        said = reading.posted(notice)
        wanted = wire.sign(
            wire.NOTICE_SIGNS, said, self._me.access_key, self._me.secret_key
        )
        reading.check_signature(wanted, said.get("signature", "").lower())
        if said.get("partnerCode") != self._me.partner_code:
            raise NoticeRefused(NoticeFault.MERCHANT)
        if not said.get("orderId"):
            raise NoticeRefused(NoticeFault.MALFORMED)
        code = reading.whole(said.get("resultCode", ""))
        paper = reading.whole(said.get("transId") or "0")
        if code == DONE and not paper:
            raise NoticeRefused(NoticeFault.MALFORMED)
        outcome = _outcome(code)
        return Told(
            number=said["orderId"],
            outcome=outcome,
            amount=reading.money(said.get("amount", "")),
            transaction_id=str(paper) if outcome is Outcome.PAID else "",
            at=reading.moment(said.get("responseTime", ""), now),
            failure=_failure(outcome, code),
        )

    def reply(self, verdict: Verdict, told: Told | None, now: datetime) -> Reply:
        """Return the status alone: MoMo reads nothing else."""
        return Reply(STATUS[verdict], "application/json", b"")

    def ask(self, number: str, begun_at: datetime) -> Told:
        """Return what MoMo knows of an order."""
        asked = wire.QueryAsked(
            partnerCode=self._me.partner_code,
            requestId=uuid4().hex,
            orderId=number,
        )
        answer = transport.post(
            self._client,
            wire.QUERY,
            self._signed(asked, wire.QUERY_SIGNS),
            wire.QueryAnswer,
        )
        if answer.resultCode == NOT_FOUND:
            return Told(number, Outcome.UNKNOWN)
        is_of_the_money = answer.resultCode in (DONE, *PENDING) or (
            answer.resultCode >= FIRST_OF_A_TRANSFER
        )
        if not is_of_the_money or answer.orderId != number:
            raise SystemUnavailable(wire.QUERY)
        outcome = _outcome(answer.resultCode)
        return Told(
            number=number,
            outcome=outcome,
            amount=answer.amount,
            transaction_id=str(answer.transId) if outcome is Outcome.PAID else "",
            at=_at(answer.responseTime),
            failure=_failure(outcome, answer.resultCode),
        )

    def refund(self, refund: RefundOrder) -> RefundTold:
        """Give money back; the number is its requestId too, so twice is once."""
        if not refund.transaction_id.isdecimal():
            return RefundTold(False, refusal="transId")
        asked = wire.RefundAsked(
            partnerCode=self._me.partner_code,
            requestId=refund.number,
            orderId=refund.number,
            amount=refund.amount,
            transId=int(refund.transaction_id),
            description=refund.words,
        )
        answer = transport.post(
            self._client,
            wire.REFUND,
            self._signed(asked, wire.REFUND_SIGNS),
            wire.RefundAnswer,
        )
        if answer.resultCode in PENDING or answer.resultCode in THEIR_TROUBLE:
            raise SystemUnavailable(wire.REFUND)  # the same number is asked again
        if answer.resultCode != DONE:
            return RefundTold(False, refusal=f"{answer.resultCode} {answer.message}")
        return RefundTold(True, str(answer.transId or ""))

    def report(self, day: date) -> tuple[ReportLine, ...]:
        """Return the ledger of the day (sandbox contract)."""
        asked = wire.ReportAsked(
            partnerCode=self._me.partner_code,
            requestId=uuid4().hex,
            day=day.isoformat(),
        )
        answer = transport.post(
            self._client,
            wire.REPORT,
            self._signed(asked, wire.REPORT_SIGNS),
            wire.ReportAnswer,
        )
        if answer.resultCode != DONE:
            raise SystemUnavailable(wire.REPORT)
        return tuple(
            ReportLine(
                number=line.orderId,
                transaction_id=str(line.transId or ""),
                amount=line.amount,
                is_paid=line.resultCode == DONE,
                refunded=line.refunded,
                at=_at(line.responseTime),
            )
            for line in answer.transactions
        )

    def _signed(self, asked: wire.Asked, names: list[str]) -> wire.Asked:
        signature = wire.sign(
            names, asked.model_dump(), self._me.access_key, self._me.secret_key
        )
        return asked.model_copy(update={"signature": signature})


def _outcome(code: int) -> Outcome:
    if code == DONE:
        return Outcome.PAID
    return Outcome.PENDING if code in PENDING else Outcome.FAILED


def _failure(outcome: Outcome, code: int) -> Failure | None:
    return FAILURES.get(code, Failure.OTHER) if outcome is Outcome.FAILED else None


def _at(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
