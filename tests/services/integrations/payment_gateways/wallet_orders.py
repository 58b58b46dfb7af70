"""One order of a wallet, and a wallet that answers what a test lays down."""

import json
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import httpx

from services.integrations.payment_gateways.port import (
    Bill,
    Order,
    Payer,
    RawNotice,
    RefundOrder,
)
from tests.conftest import NOON

NUMBER = "2026112309000001"
MILLIS = 1_795_399_200_000  # NOON
BILL = Bill("1.1", "Khai sinh", "H55.1", "Phường", "H55.1-261123-0001", "1", "A", "B")


def order(number: str = NUMBER, amount: int = 75_000) -> Order:
    return Order(
        number=number,
        amount=amount,
        words=f"TTHC {number}",
        begun_at=NOON,
        expires_at=NOON + timedelta(minutes=15),
        return_url="https://dvc.example.vn/r",
        notice_url="https://dvc.example.vn/n",
        payer=Payer("Lý Thị Sen", "999000000001", "0900000077"),
        bill=BILL,
    )


def refund(**values: Any) -> RefundOrder:  # Any: its fields
    given: dict[str, Any] = {
        "number": f"{NUMBER}R1",
        "order_number": NUMBER,
        "transaction_id": "14000001",
        "amount": 75_000,
        "paid": 75_000,
        "begun_at": NOON,
        "words": "Hoan phi",
        "is_whole": True,
    }
    return RefundOrder(**given | values)


@dataclass
class Wire:
    """Keeps what was asked, and answers in turn; the last answer stays."""

    answers: list[dict[str, Any]]  # Any: JSON
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def client(self) -> httpx.Client:
        """Return a client whose every question comes here."""
        return httpx.Client(
            base_url="https://wallet.example",
            transport=httpx.MockTransport(self._answer),
        )

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append((request.url.path, json.loads(request.content)))
        more = len(self.answers) > 1
        return httpx.Response(
            200, json=self.answers.pop(0) if more else self.answers[0]
        )


def posted(body: dict[str, Any] | bytes, **values: Any) -> RawNotice:  # Any: JSON
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    given: dict[str, Any] = {
        "method": "POST",
        "body": raw,
        "content_type": "application/json",
    }
    return RawNotice(**given | values)
