"""VNPAY 2.1.0 (contracts 4.2): a signed address, a notice by GET, signed questions."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import parse_qsl, urljoin
from uuid import uuid4

import httpx
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.payments.ledger import (
    ZONE,
    Asked,
    Impossible,
    Ledger,
    Order,
    Reason,
    State,
)
from sandbox.payments.notifier import Notice
from sandbox.payments.pages import page_of
from sandbox.payments.signed_fields import (
    QUERY_ANSWER,
    QUERYDR,
    REFUND,
    REFUND_ANSWER,
    REPORT,
    REPORT_ANSWER,
    Shape,
    canonical,
    is_same,
    with_query,
)
from sandbox.settings import Settings

STAMP = "%Y%m%d%H%M%S"
ANY_BANK = "VNBANK"  # chosen on the page
CODES = {
    Reason.CANCELLED: "24",
    Reason.FUNDS: "51",
    Reason.LIMIT: "65",
    Reason.OTP: "13",
    Reason.LOCKED: "12",
    Reason.NOT_REGISTERED: "09",
    Reason.TIMEOUT: "11",
    Reason.MAINTENANCE: "75",
    Reason.SUSPICIOUS: "07",
    Reason.OTHER: "99",
}
NEEDED = (
    "Version Command Merchant Amount CreateDate CurrCode IpAddr OrderInfo ReturnUrl"
)
REFUSALS = {"unknown": "91", "unpaid": "95", "exceeds": "02"}


VNPAY = Shape(
    system=System(
        "vnpay",
        "VNPAY (cổng thanh toán)",
        "/vnpay/",
        {"vnp_ResponseCode": "99", "vnp_Message": "business error"},
    ),
    name="VNPAY",
    prefix="vnp_",
    merchant="TmnCode",
    order="TxnRef",
    digest="sha512",
    scale=100,
    pay="/vnpay/paymentv2/vpcpay.html",
    api="/vnpay/merchant_webapi/api/transaction",
    report="/vnpay/merchant_webapi/api/report",
)
SYSTEM = VNPAY.system


class Vnpay:
    """The gateway; its merchants share one secret."""

    chooses_bank = True

    def __init__(
        self,
        settings: Settings,
        ledger: Ledger,
        templates: Jinja2Templates,
        shape: Shape = VNPAY,
    ) -> None:
        self._secret, self._ledger, self._templates = settings.key, ledger, templates
        self._shape = shape
        self.key, self.name = shape.system.key, shape.name

    def routes(self) -> list[Route]:
        """Return the addresses of the contract."""
        return [
            Route(self._shape.pay, self.arrive),
            Route(self._shape.api, self.transaction, methods=["POST"]),
            Route(self._shape.report, self.report, methods=["POST"]),
        ]

    async def arrive(self, request: Request) -> Response:
        """Open the order that the address tells of, and lead to its page."""
        fields = dict(parse_qsl(request.url.query, keep_blank_values=True))
        given = fields.pop(self._shape.field("SecureHash"), "").lower()
        fields.pop(self._shape.field("SecureHashType"), None)
        told = self._shape.by_word(fields)
        if not is_same(self._shape.hashed(self._secret, canonical(fields)), given):
            return self._stop(request, "Sai chữ ký (mã 70).")
        if not all(told.get(word) for word in (*NEEDED.split(), "Order")):
            return self._stop(request, "Yêu cầu thiếu thông tin (mã 03).")
        order = await run_in_threadpool(self._ledger.open_order, self._asked(told))
        if order.amount * self._shape.scale != int(told["Amount"]):
            return self._stop(request, "Mã đơn hàng đã dùng (mã 94).")
        return RedirectResponse(page_of(order), 302)

    async def transaction(self, request: Request) -> Response:
        """Answer querydr and refund."""
        fields: dict[str, str] = await request.json()
        told = self._shape.by_word(fields)
        words = {"querydr": QUERYDR, "refund": REFUND}.get(told.get("Command", ""))
        if words is None or not self._is_genuine(words, fields):
            return self._answer(REFUND_ANSWER, told, "97", "Invalid signature")
        order = self._ledger.find(self.key, told["Order"])
        if order is None or order.merchant != told["Merchant"]:
            return self._answer(self._words(told), told, "91", "Order not found")
        if told["Command"] == "querydr":
            return self._answer(QUERY_ANSWER, told, "00", "Success", self._state(order))
        return await self._refund(order, told)

    async def report(self, request: Request) -> Response:
        """Return the ledger of a day."""
        fields: dict[str, str] = await request.json()
        told = self._shape.by_word(fields)
        if not self._is_genuine(REPORT, fields):
            return self._answer(REPORT_ANSWER, told, "97", "Invalid signature")
        day = datetime.strptime(told["ReportDate"], "%Y%m%d").date()  # noqa: DTZ007
        orders = self._ledger.of_day(self.key, day)
        lines = ";".join(
            self._line(one) for one in orders if one.merchant == told["Merchant"]
        )
        known = {"ReportDate": told["ReportDate"], "Lines": lines}
        return self._answer(REPORT_ANSWER, told, "00", "Success", known)

    def notice(self, order: Order) -> Notice:
        """Return the notice: the fields of the return, to the server."""
        return Notice("GET", with_query(order.notice_url, self._told(order)))

    def is_acknowledged(self, response: httpx.Response) -> bool:
        """Tell whether it is done: 00 and 02 are."""
        return response.json().get("RspCode") in ("00", "02")

    def return_url(self, order: Order) -> str:
        """Return the way home; an order left open carries nothing."""
        if order.state is State.OPEN:
            return order.return_url
        return with_query(order.return_url, self._told(order))

    def _told(self, order: Order) -> str:
        state = self._state(order)
        failed = CODES[order.reason or Reason.OTHER]
        words = {
            "Amount": state["Amount"],
            "BankCode": state["BankCode"],
            "CardType": "ATM",
            "OrderInfo": order.words,
            "PayDate": state["PayDate"],
            "ResponseCode": "00" if order.state is State.PAID else failed,
            "Merchant": order.merchant,
            "TransactionNo": state["TransactionNo"],
            "TransactionStatus": state["TransactionStatus"],
            "Order": order.number,
        }
        fields = {self._shape.field(w): value for w, value in words.items() if value}
        query = canonical(fields)
        return f"{query}&{self._shape.field('SecureHash')}={self._shape.hashed(self._secret, query)}"

    def _state(self, order: Order) -> dict[str, str]:
        """Return what an answer says of an order."""
        statuses = {State.OPEN: "01", State.PAID: "00", State.FAILED: "02"}
        held = order.reason is Reason.SUSPICIOUS
        kind = "03" if order.refunded < order.paid else "02"
        amount = order.paid or order.amount
        paid_on = f"{order.local(order.decided_at):{STAMP}}" if order.decided_at else ""
        return {
            "Amount": str(amount * self._shape.scale),
            "BankCode": order.bank or "NCB",
            "PayDate": paid_on,
            "TransactionNo": order.transaction or "0",
            "TransactionType": kind if order.refunds else "01",
            "TransactionStatus": "07" if held else statuses[order.state],
            "OrderInfo": order.words,
        }

    def _line(self, order: Order) -> str:
        state = self._state(order)
        refunded = str(order.refunded * self._shape.scale)
        facts = (
            order.number,
            order.transaction,
            state["Amount"],
            "00" if order.state is State.PAID else state["TransactionStatus"],
            refunded,
            state["PayDate"],
        )
        return ",".join(facts)

    async def _refund(self, order: Order, told: dict[str, str]) -> Response:
        number, amount = told["RequestId"], int(told["Amount"]) // self._shape.scale
        if any(one.number == number for one in order.refunds):
            return self._answer(REFUND_ANSWER, told, "94", "Duplicate request")
        if told["TransactionNo"] != order.transaction:
            return self._answer(REFUND_ANSWER, told, "91", "Transaction not found")
        act, key = self._ledger.refund, (self.key, order.number)
        try:
            refund = await run_in_threadpool(act, *key, number, amount)
        except Impossible as why:
            code = REFUSALS.get(str(why), "99")
            return self._answer(REFUND_ANSWER, told, code, "Refund refused")
        order = self._ledger.find(*key) or order
        state = {**self._state(order), "TransactionNo": refund.transaction}
        state |= {"Amount": told["Amount"], "TransactionStatus": "05"}
        return self._answer(REFUND_ANSWER, told, "00", "Success", state)

    def _answer(
        self,
        words: str,
        told: Mapping[str, str],
        code: str,
        message: str,
        known: Mapping[str, str] | None = None,
    ) -> Response:
        facts = {
            "ResponseId": uuid4().hex,
            "Command": told.get("Command", ""),
            "ResponseCode": code,
            "Message": message,
            "Merchant": told.get("Merchant", ""),
            "Order": told.get("Order", ""),
            "ReportDate": told.get("ReportDate", ""),
            **(known or {}),
        }
        fields = {self._shape.field(w): facts.get(w, "") for w in words.split()}
        fields[self._shape.field("SecureHash")] = self._shape.joined_hash(
            self._secret, words, fields
        )
        return JSONResponse(fields)

    def _words(self, told: Mapping[str, str]) -> str:
        return QUERY_ANSWER if told["Command"] == "querydr" else REFUND_ANSWER

    def _asked(self, told: Mapping[str, str]) -> Asked:
        # The notice address is registered with them; the sandbox knows the portal's.
        home = urljoin(told["ReturnUrl"], f"/api/thanh-toan/thong-bao/{self.key}")
        return Asked(
            gateway=self.key,
            number=told["Order"],
            amount=int(told["Amount"]) // self._shape.scale,
            merchant=told["Merchant"],
            words=told["OrderInfo"],
            return_url=told["ReturnUrl"],
            notice_url=home,
            bank=told.get("BankCode", "").replace(ANY_BANK, ""),
            expires_at=_iso(told.get("ExpireDate", "")),
        )

    def _is_genuine(self, words: str, fields: Mapping[str, str]) -> bool:
        given = fields.get(self._shape.field("SecureHash"), "").lower()
        wanted = self._shape.joined_hash(self._secret, words, fields)
        return is_same(wanted, given)

    def _stop(self, request: Request, why: str) -> Response:
        return self._templates.TemplateResponse(
            request, "payments/lost.html", {"why": why}, status_code=400
        )


def _iso(stamped: str) -> str:
    """Return a moment of theirs as the ledger keeps it."""
    if not stamped:
        return ""
    return datetime.strptime(stamped, STAMP).replace(tzinfo=ZONE).isoformat()
