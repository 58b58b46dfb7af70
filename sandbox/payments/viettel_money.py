"""Viettel Money (contracts 4.4): a signed address, a callback, questions by command."""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode, urljoin

import httpx
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

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
from sandbox.payments.pages import page_of
from sandbox.payments.wallets import is_same, millis, read_json, with_query
from sandbox.settings import Settings

SYSTEM = System(
    "viettel_money",
    "Viettel Money (ViettelPay)",
    "/viettel-money/",
    {"error_code": "99", "error_msg": "business error"},
)
NEEDED = "billcode command merchant_code order_id return_url trans_amount version"
STATUSES = {State.OPEN: "0", State.PAID: "1", State.FAILED: "2"}
CODES = {
    Reason.CANCELLED: "V06",
    Reason.FUNDS: "16",
    Reason.LIMIT: "P48",
    Reason.OTP: "V02",
    Reason.LOCKED: "M02",
    Reason.NOT_REGISTERED: "M01",
    Reason.TIMEOUT: "W04",
    Reason.MAINTENANCE: "S_MAINTAIN",
    Reason.SUSPICIOUS: "R99",
    Reason.OTHER: "99",
}
# What each message signs after the access code, in this order.
SIGNS = {
    "PAYMENT": "billcode command merchant_code order_id trans_amount version",
    "TRANS_INQUIRY": "cmd merchant_code order_id version",
    "REFUND_PAYMENT": (
        "cmd merchant_code order_id originalRequestId refundType trans_amount version"
    ),
    "TRANS_REPORT": "cmd day merchant_code version",
    "notice": (
        "billcode cust_msisdn error_code merchant_code order_id payment_status "
        "trans_amount vt_transaction_id"
    ),
}


class ViettelMoney:
    """The wallet; the access code and the key of every merchant are the sandbox's."""

    key, name, chooses_bank = "viettel_money", "Viettel Money", False

    def __init__(
        self, settings: Settings, ledger: Ledger, templates: Jinja2Templates
    ) -> None:
        self._key, self._ledger, self._templates = settings.key, ledger, templates

    def routes(self) -> list[Route]:
        """Return the addresses of the contract."""
        asking = "/viettel-money/PaymentAPI/webresources/postData"
        return [
            Route("/viettel-money/PaymentGateway/payment", self.arrive),
            Route(asking, self.answer, methods=["POST"]),
        ]

    async def arrive(self, request: Request) -> Response:
        """Open the order that the address tells of, and lead to its page."""
        told = dict(request.query_params)
        given = told.get("check_sum", "")
        if not is_same(self._sum("PAYMENT", told), given):
            return self._stop(request, "Sai chữ ký.")
        is_whole = all(told.get(name) for name in NEEDED.split())
        if not is_whole or not told["trans_amount"].isdecimal():
            return self._stop(request, "Yêu cầu thiếu thông tin.")
        order = await run_in_threadpool(self._open, told)
        if order.amount != int(told["trans_amount"]):
            return self._stop(request, "Mã đơn hàng đã dùng.")
        return RedirectResponse(page_of(order), 302)

    async def answer(self, request: Request) -> Response:
        """Answer a command."""
        said = await read_json(request) or {}
        acts = {
            "TRANS_INQUIRY": self._inquire,
            "REFUND_PAYMENT": self._refund,
            "TRANS_REPORT": self._report,
        }
        act = acts.get(str(said.get("cmd")))
        if act is None or not is_same(
            self._sum(said["cmd"], said), said.get("check_sum", "")
        ):
            return JSONResponse({"error_code": "03", "error_msg": "Sai chữ ký"})
        known = await run_in_threadpool(act, said)
        answer = {"merchant_code": said["merchant_code"], "error_code": "00"}
        return JSONResponse({**answer, "order_id": said.get("order_id", ""), **known})

    def notice(self, order: Order) -> Notice:
        """Return the form to the merchant's server."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode(self._told(order)).encode()
        return Notice("POST", order.notice_url, headers, body)

    def is_acknowledged(self, response: httpx.Response) -> bool:
        """Nothing but error_code 00 ends the telling."""
        return bool(response.json().get("error_code") == "00")

    def return_url(self, order: Order) -> str:
        """Return the way home; an order left open carries nothing."""
        if order.state is State.OPEN:
            return order.return_url
        return with_query(order.return_url, urlencode(self._told(order)))

    def _inquire(self, said: Mapping[str, Any]) -> dict[str, Any]:
        order = self._ledger.find(self.key, str(said["order_id"]))
        if order is None or order.merchant != said["merchant_code"]:
            return {"error_code": "01", "error_msg": "Không có giao dịch"}
        status = "2" if order.is_expired and order.state is State.OPEN else None
        return {
            "payment_status": status or STATUSES[order.state],
            "trans_amount": order.paid or order.amount,
            "vt_transaction_id": order.transaction,
            "trans_error_code": _code(order),
        }

    def _refund(self, said: Mapping[str, Any]) -> dict[str, Any]:
        paper = str(said["originalRequestId"])
        mine = (one for one in self._ledger.all() if one.gateway == self.key)
        order = next((one for one in mine if one.transaction == paper), None)
        if order is None:
            return {"error_code": "01", "error_msg": "Không có giao dịch"}
        amount = int(said["trans_amount"])
        if said["refundType"] == "0" and amount != order.paid:
            return {"error_code": "02", "error_msg": "Sai số tiền"}
        try:
            done = self._ledger.refund(
                self.key, order.number, str(said["order_id"]), amount
            )
        except Impossible:
            return {"error_code": "02", "error_msg": "Vượt số tiền còn lại"}
        return {"vt_transaction_id": done.transaction}

    def _report(self, said: Mapping[str, Any]) -> dict[str, Any]:
        orders = self._ledger.of_day(self.key, date.fromisoformat(str(said["day"])))
        lines = [
            {
                "order_id": order.number,
                "vt_transaction_id": order.transaction,
                "trans_amount": order.paid or order.amount,
                "payment_status": STATUSES[order.state],
                "refunded": order.refunded,
                "at": millis(order.decided_at),
            }
            for order in orders
            if order.merchant == said["merchant_code"]
        ]
        return {"transactions": lines}

    def _told(self, order: Order) -> dict[str, str]:
        told = {
            "billcode": order.facts["billcode"],
            "cust_msisdn": "84900000701",
            "error_code": _code(order),
            "merchant_code": order.merchant,
            "order_id": order.number,
            "payment_status": STATUSES[order.state],
            "trans_amount": str(order.paid or order.amount),
            "vt_transaction_id": order.transaction,
        }
        return {**told, "check_sum": self._sum("notice", told)}

    def _open(self, told: Mapping[str, str]) -> Order:
        # The notice address is registered with them; the sandbox knows the portal's.
        path = f"/api/thanh-toan/thong-bao/{self.key}"
        return self._ledger.open_order(
            Asked(
                gateway=self.key,
                number=told["order_id"],
                amount=int(told["trans_amount"]),
                merchant=told["merchant_code"],
                words=told.get("desc", ""),
                return_url=told["return_url"],
                notice_url=urljoin(told["return_url"], path),
                facts={"billcode": told["billcode"]},
            )
        )

    def _sum(self, kind: str, said: Mapping[str, Any]) -> str:
        values = [str(said.get(name, "")) for name in SIGNS[kind].split()]
        text = "".join([self._key, *values])
        digest = hmac.new(self._key.encode(), text.encode(), hashlib.sha1)
        return base64.b64encode(digest.digest()).decode()

    def _stop(self, request: Request, why: str) -> Response:
        return self._templates.TemplateResponse(
            request, "payments/lost.html", {"why": why}, status_code=400
        )


def _code(order: Order) -> str:
    if order.state is State.FAILED:
        return CODES[order.reason or Reason.OTHER]
    return "00"
