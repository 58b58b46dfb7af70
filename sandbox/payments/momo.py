"""MoMo v2 (contracts 4.4): the wallet, from its published contract."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import httpx
from pydantic import BaseModel, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.faults import System
from sandbox.payments.ledger import (
    Asked,
    Impossible,
    Ledger,
    Order,
    Reason,
    State,
)
from sandbox.payments.notifier import Notice
from sandbox.payments.wallets import is_same, millis, pay_url, read_json, with_query
from sandbox.settings import Settings

SYSTEM = System(
    "momo",
    "Ví MoMo",
    "/momo/",
    {"resultCode": 99, "message": "Unknown error."},
)
BASE = "/momo/v2/gateway/api"
LEAST, MOST = 1_000, 50_000_000
OK, WAITING, NO_ORDER, BAD_SIGNATURE, BAD_FORMAT = 0, 1000, 42, 13, 20
OUT_OF_RANGE, SAME_ORDER, OVER, EXPIRED = 22, 41, 1080, 1005
CODES = {
    Reason.CANCELLED: 1006,
    Reason.FUNDS: 1001,
    Reason.LIMIT: 1004,
    Reason.OTP: 4100,
    Reason.LOCKED: 1007,
    Reason.NOT_REGISTERED: 4002,
    Reason.TIMEOUT: 1005,
    Reason.MAINTENANCE: 10,
    Reason.SUSPICIOUS: 1088,
    Reason.OTHER: 99,
}
SIGNS = {
    "create": (
        "accessKey amount extraData ipnUrl orderId orderInfo partnerCode "
        "redirectUrl requestId requestType"
    ),
    "query": "accessKey orderId partnerCode requestId",
    "refund": "accessKey amount description orderId partnerCode requestId transId",
    "report": "accessKey day partnerCode requestId",
    "notice": (
        "accessKey amount extraData message orderId orderInfo orderType partnerCode "
        "payType requestId responseTime resultCode transId"
    ),
}


class Create(BaseModel):
    """An order as it comes."""

    partnerCode: str = Field(min_length=1)
    requestId: str = Field(min_length=1, max_length=50)
    amount: int
    orderId: str = Field(min_length=1, max_length=200)
    orderInfo: str = Field(min_length=1)
    redirectUrl: str = Field(min_length=1)
    ipnUrl: str = Field(min_length=1)
    requestType: str = Field(pattern="^captureWallet$")
    extraData: str
    orderExpireTime: int = Field(default=100, gt=0)


class Momo:
    """The wallet; every partner's keys are the sandbox's."""

    key, name, chooses_bank = "momo", "Ví MoMo", False

    def __init__(self, settings: Settings, ledger: Ledger) -> None:
        self._key, self._ledger = settings.key, ledger

    def routes(self) -> list[Route]:
        """Return the addresses of the contract, and that of the ledger."""
        return [
            Route(f"{BASE}/create", self.create, methods=["POST"]),
            Route(f"{BASE}/query", self.query, methods=["POST"]),
            Route(f"{BASE}/refund", self.refund, methods=["POST"]),
            Route(f"{BASE}/report", self.report, methods=["POST"]),
        ]

    async def create(self, request: Request) -> Response:
        """Open an order; the same requestId is answered as it was."""
        said = await self._genuine(request, "create")
        if isinstance(said, int):
            return self._answer({}, said)
        try:
            asked = Create.model_validate(said)
        except ValidationError:
            return self._answer(said, BAD_FORMAT)
        if not LEAST <= asked.amount <= MOST:
            return self._answer(said, OUT_OF_RANGE)
        order = await run_in_threadpool(self._open, asked)
        if order.facts["requestId"] != asked.requestId or order.amount != asked.amount:
            return self._answer(said, SAME_ORDER)
        return self._answer(said, OK, payUrl=pay_url(request, order))

    async def query(self, request: Request) -> Response:
        """Tell what became of an order."""
        said = await self._genuine(request, "query")
        if isinstance(said, int):
            return self._answer({}, said)
        order = self._mine(said)
        if order is None:
            return self._answer(said, NO_ORDER)
        paper = int(order.transaction or 0)
        known = {"amount": order.paid or order.amount, "transId": paper}
        if order.decided_at:
            known["responseTime"] = millis(order.decided_at)
        return self._answer(said, _code(order), **known)

    async def refund(self, request: Request) -> Response:
        """Give money back; the same requestId is answered as it was."""
        said = await self._genuine(request, "refund")
        if isinstance(said, int):
            return self._answer({}, said)
        paper, amount = str(said.get("transId")), said.get("amount")
        order = next(
            (
                one
                for one in self._ledger.all()
                if one.gateway == self.key and one.transaction == paper
            ),
            None,
        )
        if order is None or not isinstance(amount, int):
            return self._answer(said, NO_ORDER)
        try:
            done = await run_in_threadpool(
                self._ledger.refund, self.key, order.number, said["requestId"], amount
            )
        except Impossible:
            return self._answer(said, OVER)
        return self._answer(said, OK, transId=int(done.transaction))

    async def report(self, request: Request) -> Response:
        """Tell the ledger of a local day."""
        said = await self._genuine(request, "report")
        if isinstance(said, int):
            return self._answer({}, said)
        orders = self._ledger.of_day(self.key, date.fromisoformat(said["day"]))
        lines = [
            {
                "orderId": order.number,
                "transId": int(order.transaction or 0),
                "amount": order.paid or order.amount,
                "resultCode": _code(order),
                "refunded": order.refunded,
                "responseTime": millis(order.decided_at),
            }
            for order in orders
            if order.merchant == said["partnerCode"]
        ]
        return self._answer(said, OK, transactions=lines)

    def notice(self, order: Order) -> Notice:
        """Return the signed message to the partner's server."""
        headers = {"Content-Type": "application/json"}
        body = json.dumps(self._told(order), ensure_ascii=False).encode()
        return Notice("POST", order.notice_url, headers, body)

    def is_acknowledged(self, response: httpx.Response) -> bool:
        """Nothing but 204 ends the telling."""
        return response.status_code == 204

    def return_url(self, order: Order) -> str:
        """Return the way home with the notice's fields; an open order has none."""
        if order.state is State.OPEN:
            return order.return_url
        return with_query(order.return_url, urlencode(self._told(order)))

    def _told(self, order: Order) -> dict[str, Any]:
        code = _code(order)
        told: dict[str, Any] = {
            "partnerCode": order.merchant,
            "orderId": order.number,
            "requestId": order.facts["requestId"],
            "amount": order.paid or order.amount,
            "orderInfo": order.words,
            "orderType": "momo_wallet",
            "transId": int(order.transaction or 0),
            "resultCode": code,
            "message": "Thành công." if code == OK else "Giao dịch thất bại.",
            "payType": "qr",
            "responseTime": millis(order.decided_at),
            "extraData": order.facts["extraData"],
        }
        return {**told, "signature": self._sign("notice", told)}

    def _open(self, asked: Create) -> Order:
        ends = datetime.now(UTC) + timedelta(minutes=asked.orderExpireTime)
        return self._ledger.open_order(
            Asked(
                gateway=self.key,
                number=asked.orderId,
                amount=asked.amount,
                merchant=asked.partnerCode,
                words=asked.orderInfo,
                return_url=asked.redirectUrl,
                notice_url=asked.ipnUrl,
                expires_at=ends.isoformat(),
                facts={"requestId": asked.requestId, "extraData": asked.extraData},
            )
        )

    def _mine(self, said: Mapping[str, Any]) -> Order | None:
        order = self._ledger.find(self.key, str(said.get("orderId")))
        is_mine = order and order.merchant == said.get("partnerCode")
        return order if is_mine else None

    async def _genuine(self, request: Request, kind: str) -> dict[str, Any] | int:
        """Return the question, or the code of its fault."""
        said = await read_json(request)
        if said is None:
            return BAD_FORMAT
        if not is_same(self._sign(kind, said), said.get("signature", "")):
            return BAD_SIGNATURE
        return said

    def _sign(self, kind: str, said: Mapping[str, Any]) -> str:
        known = {**said, "accessKey": self._key}
        text = "&".join(f"{name}={known.get(name, '')}" for name in SIGNS[kind].split())
        return hmac.new(self._key.encode(), text.encode(), hashlib.sha256).hexdigest()

    def _answer(self, said: Mapping[str, Any], code: int, **known: Any) -> Response:
        answer = {
            "partnerCode": said.get("partnerCode", ""),
            "orderId": said.get("orderId", ""),
            "requestId": said.get("requestId", ""),
            "responseTime": int(datetime.now(UTC).timestamp() * 1000),
            "resultCode": code,
            "message": "Thành công." if code == OK else f"Lỗi {code}.",
        }
        return JSONResponse({**answer, **known})


def _code(order: Order) -> int:
    if order.state is State.PAID:
        return OK
    if order.state is State.FAILED:
        return CODES[order.reason or Reason.OTHER]
    return EXPIRED if order.is_expired else WAITING
