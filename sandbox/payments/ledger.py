"""The orders of every gateway, as these keep them: on the disk before any answer."""

import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from threading import RLock
from typing import Any
from zoneinfo import ZoneInfo

from sandbox.journal import Journal, Row

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


class State(StrEnum):
    """What became of an order."""

    OPEN = "open"
    PAID = "paid"
    FAILED = "failed"


class Reason(StrEnum):
    """Why it was not paid; each gateway has its own codes for these."""

    CANCELLED = "cancelled"
    FUNDS = "funds"
    LIMIT = "limit"
    OTP = "otp"
    LOCKED = "locked"
    NOT_REGISTERED = "not_registered"
    TIMEOUT = "timeout"
    MAINTENANCE = "maintenance"
    SUSPICIOUS = "suspicious"
    OTHER = "other"


class Impossible(Exception):
    """The ledger cannot do this; the word says why: unknown, unpaid, exceeds."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """An order as a merchant opens it; the number is the merchant's own."""

    gateway: str
    number: str
    amount: int  # đồng
    merchant: str
    words: str = ""
    return_url: str
    notice_url: str
    bank: str = ""  # code; empty: chosen on the page
    expires_at: str = ""  # ISO with offset; empty: never
    facts: dict[str, str] = field(default_factory=dict)  # what the dialect gives back


@dataclass(frozen=True)
class Refund:
    """Money given back; its number is the merchant's."""

    number: str
    amount: int
    transaction: str
    at: str


@dataclass(frozen=True, kw_only=True)
class Order(Asked):
    """An order and what became of it."""

    id: str  # of its page; hard to guess
    opened_at: str
    state: State = State.OPEN
    transaction: str = ""  # the gateway's number of the transfer
    paid: int = 0  # đồng taken; another than asked for when the tester wants so
    reason: Reason | None = None
    decided_at: str = ""
    refunds: tuple[Refund, ...] = ()

    @property
    def refunded(self) -> int:
        """Return how much was given back."""
        return sum(one.amount for one in self.refunds)

    @property
    def is_expired(self) -> bool:
        """Tell whether its time to be paid is over."""
        return bool(self.expires_at) and (
            datetime.fromisoformat(self.expires_at) < datetime.now(UTC)
        )

    def local(self, moment: str) -> datetime:
        """Return a moment of this order on the province's clock."""
        return datetime.fromisoformat(moment).astimezone(ZONE)


class Ledger:
    """Orders and events of all gateways, kept from one start to the next."""

    def __init__(self, folder: Path) -> None:
        self._opened = Journal(folder / "payment_orders.jsonl")
        self._events = Journal(folder / "payment_events.jsonl")
        self._lock = RLock()
        self._orders: dict[tuple[str, str], Order] = {}
        self._by_id: dict[str, tuple[str, str]] = {}
        for row in self._opened.rows:
            self._know(Order(**row))
        for row in self._events.rows:
            self._apply(row)

    def open_order(self, asked: Asked) -> Order:
        """Open an order; the same number again is the order that is there."""
        with self._lock:
            known = self.find(asked.gateway, asked.number)
            if known is not None:
                return known
            order = Order(**asdict(asked), id=secrets.token_hex(12), opened_at=_now())
            row = {**asdict(asked), "id": order.id, "opened_at": order.opened_at}
            self._opened.append(f"{asked.gateway}/{asked.number}", row)
            self._know(order)
            return order

    def find(self, gateway: str, number: str) -> Order | None:
        """Return an order by the merchant's number."""
        return self._orders.get((gateway, number))

    def by_id(self, id: str) -> Order | None:
        """Return an order by the address of its page."""
        key = self._by_id.get(id)
        return self._orders[key] if key else None

    def pay(
        self, gateway: str, number: str, amount: int | None = None, bank: str = ""
    ) -> Order:
        """Take the money, or another amount of it; twice takes it once."""
        with self._lock:
            order = self._needed(gateway, number)
            if order.state is State.PAID:
                return order
            transaction = f"{14_000_000 + len(self._events.rows)}"
            taken = order.amount if amount is None else amount
            facts = {"transaction": transaction, "paid": taken}
            return self._happen(order, "paid", **facts, bank=bank or order.bank)

    def refuse(self, gateway: str, number: str, reason: Reason) -> Order:
        """End an order without money; one that was paid stays paid."""
        with self._lock:
            order = self._needed(gateway, number)
            if order.state is not State.OPEN:
                return order
            return self._happen(order, "failed", reason=reason.value)

    def refund(self, gateway: str, number: str, refund: str, amount: int) -> Refund:
        """Give money back, once per number of refund; never more than was paid."""
        with self._lock:
            order = self._needed(gateway, number)
            for known in order.refunds:
                if known.number == refund:
                    return known
            if order.state is not State.PAID:
                raise Impossible("unpaid")
            if amount <= 0 or order.refunded + amount > order.paid:
                raise Impossible("exceeds")
            transaction = f"{74_000_000 + len(self._events.rows)}"
            done = {"number": refund, "amount": amount, "transaction": transaction}
            return self._happen(order, "refunded", refund=done).refunds[-1]

    def of_day(self, gateway: str, day: date) -> list[Order]:
        """Return the orders that a gateway decided on one local day."""
        return [
            order
            for order in self._orders.values()
            if order.gateway == gateway
            and order.decided_at
            and order.local(order.decided_at).date() == day
        ]

    def all(self) -> Iterable[Order]:
        """Return every order, newest first."""
        return reversed(list(self._orders.values()))

    def _needed(self, gateway: str, number: str) -> Order:
        order = self.find(gateway, number)
        if order is None:
            raise Impossible("unknown")
        return order

    def _happen(self, order: Order, kind: str, **facts: Any) -> Order:
        row = {"gateway": order.gateway, "number": order.number, "kind": kind}
        row |= {"at": _now(), **facts}
        self._events.append(f"{len(self._events.rows)}", row)
        return self._apply(row)

    def _know(self, order: Order) -> None:
        key = (order.gateway, order.number)
        self._orders[key] = order
        self._by_id[order.id] = key

    def _apply(self, row: Row) -> Order:
        order = self._orders[row["gateway"], row["number"]]
        match row["kind"]:
            case "paid":
                order = replace(
                    order,
                    state=State.PAID,
                    transaction=row["transaction"],
                    paid=row["paid"],
                    bank=row["bank"],
                    reason=None,
                    decided_at=row["at"],
                )
            case "failed":
                reason, at = Reason(row["reason"]), row["at"]
                order = replace(order, state=State.FAILED, reason=reason, decided_at=at)
            case "refunded":
                refund = Refund(**row["refund"], at=row["at"])
                order = replace(order, refunds=(*order.refunds, refund))
        self._know(order)
        return order


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
