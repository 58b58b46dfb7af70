"""ZaloPay v2 (contracts 4.4): the wallet, from its published contract."""

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
    "zalopay",
    "Ví ZaloPay",
    "/zalopay/",
    {
        "return_code": 2,
        "return_message": "Giao dịch thất bại",
        "sub_return_code": -500,
        "sub_return_message": "Lỗi hệ thống",
    },
)
BASE = "/zalopay/v2"
DONE, FAILED, PROCESSING = 1, 2, 3
UNKNOWN, SAME, BAD_MAC, BAD_DATA = -101, -68, -402, -401
SAME_REFUND, NO_REFUND, OVER, EXPIRED = -27, -26, -14, -54
CODES = {
    Reason.CANCELLED: -49,
    Reason.FUNDS: -63,
    Reason.LIMIT: -61,
    Reason.OTP: -92,
    Reason.LOCKED: -1004,
    Reason.NOT_REGISTERED: -1006,
    Reason.TIMEOUT: -54,
    Reason.MAINTENANCE: -71,
    Reason.SUSPICIOUS: -1024,
    Reason.OTHER: -1,
}
# What each question signs after app_id, with key1.
SIGNS = {
    "create": "app_trans_id app_user amount app_time embed_data item",
    "refund": "zp_trans_id amount description timestamp",
    "query_refund": "m_refund_id timestamp",
    "report": "day timestamp",
}


class Create(BaseModel):
    """An order as it comes."""

    app_id: int
    app_user: str = Field(min_length=1, max_length=50)
    app_trans_id: str = Field(pattern=r"^\d{6}_.{1,33}$")
    app_time: int = Field(gt=0)
    amount: int = Field(gt=0)
    item: str
    embed_data: str
    description: str = Field(min_length=1, max_length=256)
    callback_url: str = Field(min_length=1)
    expire_duration_seconds: int = Field(default=900, ge=300, le=2_592_000)


class ZaloPay:
    """The wallet; both keys of every application are the sandbox's."""

    key, name, chooses_bank = "zalopay", "Ví ZaloPay", False

    def __init__(self, settings: Settings, ledger: Ledger) -> None:
        self._key, self._ledger = settings.key, ledger

    def routes(self) -> list[Route]:
        """Return the addresses of the contract, and that of the ledger."""
        return [
            Route(f"{BASE}/create", self.create, methods=["POST"]),
            Route(f"{BASE}/query", self.query, methods=["POST"]),
            Route(f"{BASE}/refund", self.refund, methods=["POST"]),
            Route(f"{BASE}/query_refund", self.query_refund, methods=["POST"]),
            Route(f"{BASE}/report", self.report, methods=["POST"]),
        ]

    async def create(self, request: Request) -> Response:
        """Open an order; a number that was used is refused."""
        said = await read_json(request) or {}
        if not self._is_genuine("create", said):
            return _answer(FAILED, BAD_MAC)
        try:
            asked = Create.model_validate(said)
        except ValidationError:
            return _answer(FAILED, BAD_DATA)
        if self._ledger.find(self.key, _number(asked.app_trans_id)):
            return _answer(FAILED, SAME)
        order = await run_in_threadpool(self._open, asked)
        url = pay_url(request, order)
        return _answer(DONE, 1, order_url=url, zp_trans_token=order.id)

    async def query(self, request: Request) -> Response:
        """Tell what became of an order."""
        said = await read_json(request) or {}
        app, name = said.get("app_id"), str(said.get("app_trans_id"))
        if not is_same(self._sign(app, name, self._key), said.get("mac", "")):
            return _answer(FAILED, BAD_MAC)
        order = self._ledger.find(self.key, _number(name))
        if order is None or order.facts["app_trans_id"] != name:
            return _answer(FAILED, UNKNOWN)
        if order.state is State.OPEN and not order.is_expired:
            return _answer(PROCESSING, PROCESSING, is_processing=True)
        if order.state is not State.PAID:
            return _answer(FAILED, _sub(order), amount=order.amount)
        known = {"amount": order.paid, "zp_trans_id": int(order.transaction)}
        return _answer(DONE, 1, **known, server_time=millis(order.decided_at))

    async def refund(self, request: Request) -> Response:
        """Give money back; a name that was used is refused, and to be asked about."""
        said = await read_json(request) or {}
        if not self._is_genuine("refund", said):
            return _answer(FAILED, BAD_MAC)
        name, paper = str(said["m_refund_id"]), str(said["zp_trans_id"])
        if self._refund(name):
            return _answer(FAILED, SAME_REFUND)
        order = next(
            (one for one in self._orders() if one.transaction == paper),
            None,
        )
        if order is None:
            return _answer(FAILED, UNKNOWN)
        amount = int(said["amount"])
        act = self._ledger.refund
        try:
            done = await run_in_threadpool(act, self.key, order.number, name, amount)
        except Impossible:
            return _answer(FAILED, OVER)
        return _answer(DONE, 1, refund_id=int(done.transaction))

    async def query_refund(self, request: Request) -> Response:
        """Tell what became of a refund."""
        said = await read_json(request) or {}
        if not self._is_genuine("query_refund", said):
            return _answer(FAILED, BAD_MAC)
        paper = self._refund(str(said["m_refund_id"]))
        if not paper:
            return _answer(FAILED, NO_REFUND)
        return _answer(DONE, 1, refund_id=int(paper))

    async def report(self, request: Request) -> Response:
        """Tell the ledger of a local day."""
        said = await read_json(request) or {}
        if not self._is_genuine("report", said):
            return _answer(FAILED, BAD_MAC)
        lines = [
            {
                "app_trans_id": order.facts["app_trans_id"],
                "zp_trans_id": int(order.transaction or 0),
                "amount": order.paid or order.amount,
                "return_code": DONE if order.state is State.PAID else FAILED,
                "refunded": order.refunded,
                "server_time": millis(order.decided_at),
            }
            for order in self._ledger.of_day(self.key, date.fromisoformat(said["day"]))
            if order.merchant == str(said["app_id"])
        ]
        return _answer(DONE, 1, transactions=lines)

    def notice(self, order: Order) -> Notice | None:
        """Return the callback of what was paid; of anything else there is none."""
        if order.state is not State.PAID:
            return None
        said = {
            "app_id": int(order.merchant),
            "app_trans_id": order.facts["app_trans_id"],
            "app_time": int(order.facts["app_time"]),
            "app_user": order.facts["app_user"],
            "amount": order.paid,
            "embed_data": order.facts["embed_data"],
            "item": order.facts["item"],
            "zp_trans_id": int(order.transaction),
            "server_time": millis(order.decided_at),
            "channel": 38,
            "merchant_user_id": "sandbox",
            "user_fee_amount": 0,
            "discount_amount": 0,
        }
        data = json.dumps(said, ensure_ascii=False)
        told = {"data": data, "mac": _hex(self._key, data), "type": 1}
        headers = {"Content-Type": "application/json"}
        return Notice("POST", order.notice_url, headers, json.dumps(told).encode())

    def is_acknowledged(self, response: httpx.Response) -> bool:
        """Any code but 0 ends the telling: 1 and 2 say yes, the others no."""
        code = response.json().get("return_code")
        return isinstance(code, int) and code != 0

    def return_url(self, order: Order) -> str:
        """Return the way home; an order left open carries nothing."""
        if order.state is State.OPEN:
            return order.return_url
        status = 1 if order.state is State.PAID else _sub(order)
        said = {
            "appid": order.merchant,
            "apptransid": order.facts["app_trans_id"],
            "pmcid": 38,
            "bankcode": "",
            "amount": order.paid or order.amount,
            "discountamount": 0,
            "status": status,
        }
        checksum = _hex(self._key, "|".join(str(value) for value in said.values()))
        query = urlencode({**said, "checksum": checksum})
        return with_query(order.return_url, query)

    def _open(self, asked: Create) -> Order:
        ends = datetime.now(UTC) + timedelta(seconds=asked.expire_duration_seconds)
        home = json.loads(asked.embed_data).get("redirecturl", "")
        facts = asked.model_dump(
            include={"app_trans_id", "app_time", "app_user", "embed_data", "item"}
        )
        return self._ledger.open_order(
            Asked(
                gateway=self.key,
                number=_number(asked.app_trans_id),
                amount=asked.amount,
                merchant=str(asked.app_id),
                words=asked.description,
                return_url=home,
                notice_url=asked.callback_url,
                expires_at=ends.isoformat(),
                facts={name: str(value) for name, value in facts.items()},
            )
        )

    def _orders(self) -> list[Order]:
        return [one for one in self._ledger.all() if one.gateway == self.key]

    def _refund(self, name: str) -> str:
        """Return the number of a refund made under this name."""
        refunds = (refund for one in self._orders() for refund in one.refunds)
        return next((one.transaction for one in refunds if one.number == name), "")

    def _is_genuine(self, kind: str, said: Mapping[str, Any]) -> bool:
        values = [said.get(name, "") for name in SIGNS[kind].split()]
        wanted = self._sign(said.get("app_id"), *values)
        return is_same(wanted, said.get("mac", ""))

    def _sign(self, *values: object) -> str:
        return _hex(self._key, "|".join(str(value) for value in values))


def _hex(key: str, text: str) -> str:
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()


def _number(name: str) -> str:
    return name.partition("_")[2]


def _sub(order: Order) -> int:
    if order.state is State.OPEN:
        return EXPIRED
    return CODES[order.reason or Reason.OTHER]


def _answer(code: int, sub: int, **known: Any) -> Response:
    words = "Giao dịch thành công" if code == DONE else f"Mã {sub}"
    answer = {
        "return_code": code,
        "return_message": words,
        "sub_return_code": sub,
        "sub_return_message": words,
    }
    return JSONResponse({**answer, **known})
