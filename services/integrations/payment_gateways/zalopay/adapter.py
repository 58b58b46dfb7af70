"""The ZaloPay wallet over HTTP (contracts 4.4)."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime

import httpx

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.payment_gateways import reading
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
from services.integrations.payment_gateways.zalopay import wire

DONE, FAILED, PROCESSING = 1, 2, 3
UNKNOWN_ORDER, SAME_REFUND = -101, -27
# Maintenance, unknown trouble, an application or a signature they do not take.
THEIR_TROUBLE = frozenset({-500, -999, -401, -402, -2})
FAILURES = {
    -49: Failure.CANCELLED,
    -54: Failure.TIMEOUT,
    -63: Failure.FUNDS,
    -61: Failure.LIMIT,
    -71: Failure.MAINTENANCE,
    -92: Failure.OTP,
    -1004: Failure.LOCKED,
    -1006: Failure.NOT_REGISTERED,
    -1024: Failure.SUSPICIOUS,
}
USER = "dvc"  # nobody's name or phone leaves for a wallet
ORDER_PAID = 1  # `type` of a callback: an order, not a stored card
LEAST_SECONDS = 300  # of an order's life
# 1 and 2 end their telling, as does any other code but 0.
REPLIES = {
    Verdict.OK: (1, "success"),
    Verdict.ALREADY: (2, "duplicate"),
    Verdict.BAD_SIGNATURE: (-1, "mac not equal"),
    Verdict.NOT_FOUND: (-2, "order not found"),
    Verdict.BAD_AMOUNT: (-3, "amount not equal"),
    Verdict.OTHER: (0, "try again"),
}


@dataclass(frozen=True)
class Merchant:
    """Who we are to ZaloPay; key1 signs our questions, key2 their callbacks."""

    app_id: int
    key1: str
    key2: str


class HttpZaloPay:
    """Opens orders, reads callbacks and asks, in the name of one application."""

    def __init__(self, client: httpx.Client, merchant: Merchant) -> None:
        self._client, self._me = client, merchant

    def begin(self, order: Order) -> Begun:
        """Open the order; one already open is refused by ZaloPay."""
        embed = wire.embedded(order.return_url)
        name, at = _named(order.number, order.begun_at), _millis(order.begun_at)
        seconds = (order.expires_at - order.begun_at).total_seconds()
        signed = (name, USER, order.amount, at, embed, wire.NO_ITEMS)
        asked = wire.CreateAsked(
            app_id=self._me.app_id,
            app_user=USER,
            app_trans_id=name,
            app_time=at,
            amount=order.amount,
            embed_data=embed,
            description=order.words,
            callback_url=order.notice_url,
            expire_duration_seconds=max(LEAST_SECONDS, int(seconds)),
            mac=self._mac(*signed),
        )
        answer = transport.post(self._client, wire.CREATE, asked, wire.CreateAnswer)
        if answer.sub_return_code in THEIR_TROUBLE:
            raise SystemUnavailable(wire.CREATE)
        if answer.return_code != DONE:
            raise GatewayRefused(_words(answer))
        if not answer.order_url:
            raise SystemUnavailable(wire.CREATE)
        return Begun(answer.order_url, answer.zp_trans_token)

    def read_notice(self, notice: RawNotice, now: datetime) -> Told:
        """Return what a genuine callback says; they call for what was paid alone."""
        told = reading.posted(notice)
        data = told.get("data", "")
        wanted = wire.sign(self._me.key2, data)
        reading.check_signature(wanted, told.get("mac", "").lower())
        if reading.whole(told.get("type", "")) != ORDER_PAID:
            raise NoticeRefused(NoticeFault.MALFORMED)
        said = _flat(data)
        if said.get("app_id") != str(self._me.app_id):
            raise NoticeRefused(NoticeFault.MERCHANT)
        paper = reading.money(said.get("zp_trans_id", ""))
        return Told(
            number=_number(said.get("app_trans_id", "")),
            outcome=Outcome.PAID,
            amount=reading.money(said.get("amount", "")),
            transaction_id=str(paper),
            at=reading.moment(said.get("server_time", ""), now),
        )

    def reply(self, verdict: Verdict, told: Told | None, now: datetime) -> Reply:
        """Return the code of the verdict; HTTP is 200 whatever happened."""
        code, words = REPLIES[verdict]
        body = json.dumps({"return_code": code, "return_message": words})
        return Reply(200, "application/json", body.encode())

    def ask(self, number: str, begun_at: datetime) -> Told:
        """Return what ZaloPay knows of an order."""
        name = _named(number, begun_at)
        mac = wire.sign(self._me.key1, self._me.app_id, name, self._me.key1)
        asked = wire.QueryAsked(app_id=self._me.app_id, app_trans_id=name, mac=mac)
        answer = transport.post(self._client, wire.QUERY, asked, wire.QueryAnswer)
        if answer.sub_return_code == UNKNOWN_ORDER:
            return Told(number, Outcome.UNKNOWN)
        if answer.sub_return_code in THEIR_TROUBLE:
            raise SystemUnavailable(wire.QUERY)
        outcome = _outcome(answer.return_code)
        failure = FAILURES.get(answer.sub_return_code, Failure.OTHER)
        return Told(
            number=number,
            outcome=outcome,
            amount=answer.amount,
            transaction_id=str(answer.zp_trans_id) if outcome is Outcome.PAID else "",
            at=_at(answer.server_time),
            failure=failure if outcome is Outcome.FAILED else None,
        )

    def refund(self, refund: RefundOrder) -> RefundTold:
        """Give money back; a number they know already is asked about instead."""
        name = self._refund_name(refund)
        at = _millis(clock.now())
        paper = refund.transaction_id
        asked = wire.RefundAsked(
            m_refund_id=name,
            app_id=self._me.app_id,
            zp_trans_id=paper,
            amount=refund.amount,
            timestamp=at,
            description=refund.words,
            mac=self._mac(paper, refund.amount, refund.words, at),
        )
        answer = transport.post(self._client, wire.REFUND, asked, wire.RefundAnswer)
        if answer.return_code == PROCESSING or answer.sub_return_code == SAME_REFUND:
            return self._ask_refund(name)
        return _refunded(answer, wire.REFUND)

    def report(self, day: date) -> tuple[ReportLine, ...]:
        """Return the ledger of the day (sandbox contract)."""
        at, asked_day = _millis(clock.now()), day.isoformat()
        mac = self._mac(asked_day, at)
        asked = wire.ReportAsked(
            app_id=self._me.app_id, day=asked_day, timestamp=at, mac=mac
        )
        answer = transport.post(self._client, wire.REPORT, asked, wire.ReportAnswer)
        if answer.return_code != DONE:
            raise SystemUnavailable(wire.REPORT)
        return tuple(
            ReportLine(
                number=line.app_trans_id.partition("_")[2],
                transaction_id=str(line.zp_trans_id or ""),
                amount=line.amount,
                is_paid=line.return_code == DONE,
                refunded=line.refunded,
                at=_at(line.server_time),
            )
            for line in answer.transactions
        )

    def _ask_refund(self, name: str) -> RefundTold:
        at = _millis(clock.now())
        asked = wire.RefundQueryAsked(
            m_refund_id=name,
            app_id=self._me.app_id,
            timestamp=at,
            mac=self._mac(name, at),
        )
        path = wire.REFUND_QUERY
        return _refunded(
            transport.post(self._client, path, asked, wire.RefundAnswer), path
        )

    def _refund_name(self, refund: RefundOrder) -> str:
        """Return the same name however late it is asked again."""
        day = clock.local(refund.begun_at)
        return f"{day:%y%m%d}_{self._me.app_id}_{refund.number}"

    def _mac(self, *values: object) -> str:
        return wire.sign(self._me.key1, self._me.app_id, *values)


def _named(number: str, begun_at: datetime) -> str:
    """Return app_trans_id: the day in Việt Nam, then our number."""
    return f"{clock.local(begun_at):%y%m%d}_{number}"


def _number(name: str) -> str:
    day, _, number = name.partition("_")
    if len(day) != len("yymmdd") or not day.isdecimal() or not number:
        raise NoticeRefused(NoticeFault.MALFORMED)
    return number


def _flat(data: str) -> dict[str, str]:
    try:
        return reading.flat(data)
    except ValueError:
        raise NoticeRefused(NoticeFault.MALFORMED) from None


def _outcome(code: int) -> Outcome:
    known = {DONE: Outcome.PAID, FAILED: Outcome.FAILED, PROCESSING: Outcome.PENDING}
    if code not in known:
        raise SystemUnavailable(wire.QUERY)
    return known[code]


def _refunded(answer: wire.RefundAnswer, path: str) -> RefundTold:
    if answer.return_code == DONE:
        return RefundTold(True, str(answer.refund_id or ""))
    if answer.return_code != FAILED or answer.sub_return_code in THEIR_TROUBLE:
        raise SystemUnavailable(path)  # not known yet: asked again by the same name
    return RefundTold(False, refusal=_words(answer))


def _words(answer: wire.Answer) -> str:
    told = answer.sub_return_message or answer.return_message
    return f"{answer.sub_return_code} {told}"


def _millis(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _at(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
