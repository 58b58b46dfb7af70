"""Fakes of the gateways and the bank feed: the same promises, kept in memory."""

import json
from dataclasses import dataclass, field
from datetime import date, datetime

from services.core.clock import local_day
from services.core.errors import SystemUnavailable
from services.integrations.bank_feed.port import BankEntry
from services.integrations.payment_gateways.port import (
    Begun,
    Failure,
    GatewayRefused,
    NoticeFault,
    NoticeRefused,
    Outcome,
    RawNotice,
    RefundOrder,
    RefundTold,
    Reply,
    ReportLine,
    Told,
    Verdict,
)
from services.integrations.payment_gateways.port import Order as GatewayOrder


@dataclass
class FakeGateway:
    """Keeps orders; a notice is genuine when its signature header says so.

    The body of a notice is the JSON of `notice`: number, outcome, amount,
    transaction_id, failure. `answers` is what asking for an order gives.
    """

    key: str
    orders: dict[str, GatewayOrder] = field(default_factory=dict)
    answers: dict[str, Told] = field(default_factory=dict)
    refunds: dict[str, RefundOrder] = field(default_factory=dict)
    lines: list[ReportLine] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    refusal: str = ""
    refund_refusal: str = ""
    is_down: bool = False

    def begin(self, order: GatewayOrder) -> Begun:
        """Open the order once per number."""
        self._answer()
        if self.refusal:
            raise GatewayRefused(self.refusal)
        self.orders.setdefault(order.number, order)
        return Begun(f"https://{self.key}.example/{order.number}", f"R{order.number}")

    def read_notice(self, notice: RawNotice, now: datetime) -> Told:
        """Return what the notice says."""
        if notice.headers.get("x-sign") != "good":
            raise NoticeRefused(NoticeFault.SIGNATURE)
        said = json.loads(notice.body)
        failure = Failure(said["failure"]) if said.get("failure") else None
        return Told(
            number=said["number"],
            outcome=Outcome(said["outcome"]),
            amount=said["amount"],
            transaction_id=said.get("transaction_id", ""),
            at=now,
            failure=failure,
        )

    def reply(self, verdict: Verdict, told: Told | None, now: datetime) -> Reply:
        """Answer with the verdict's own name."""
        return Reply(200, "text/plain", verdict.value.encode())

    def ask(self, number: str, begun_at: datetime) -> Told:
        """Return what the test laid down; an order without it is pending."""
        self._answer()
        self.asked.append(number)
        known = Outcome.PENDING if number in self.orders else Outcome.UNKNOWN
        return self.answers.get(number, Told(number, known))

    def refund(self, refund: RefundOrder) -> RefundTold:
        """Give back once per number."""
        self._answer()
        if self.refund_refusal:
            return RefundTold(False, refusal=self.refund_refusal)
        self.refunds.setdefault(refund.number, refund)
        return RefundTold(True, f"F{refund.number}")

    def report(self, day: date) -> tuple[ReportLine, ...]:
        """Return the lines of the day."""
        self._answer()
        return tuple(line for line in self.lines if local_day(line.at) == day)

    def _answer(self) -> None:
        if self.is_down:
            raise SystemUnavailable(self.key)


@dataclass
class FakeBankFeed:
    """Keeps lines in order; a push is the JSON of a line, genuine as a gateway's."""

    lines: list[BankEntry] = field(default_factory=list)
    is_down: bool = False

    def entries(self, after: str, most: int) -> tuple[BankEntry, ...]:
        """Return the lines after the cursor."""
        if self.is_down:
            raise SystemUnavailable("bank_feed")
        return tuple(line for line in self.lines if line.cursor > after)[:most]

    def read_notice(self, notice: RawNotice, now: datetime) -> BankEntry:
        """Return the line of this reference."""
        if notice.headers.get("x-sign") != "good":
            raise NoticeRefused(NoticeFault.SIGNATURE)
        reference = json.loads(notice.body)["reference"]
        return next(line for line in self.lines if line.reference == reference)
