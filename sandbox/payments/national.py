"""The payment platform of the national portal (contracts 4.1), behind its gateway."""

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import httpx
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.payments.ledger import ZONE, Asked, Impossible, Ledger, Order, State
from sandbox.payments.notifier import Notice
from sandbox.payments.pages import page_of
from sandbox.payments.signed_fields import is_same, with_query
from sandbox.payments.vnpay import CODES, STAMP
from sandbox.settings import Settings

SYSTEM = System(
    "national",
    "Nền tảng thanh toán của Cổng DVCQG",
    "/national-payment/",
    {"error_code": "-1", "message": "business error"},
)
AT = "/national-payment"
NO_TOKEN = {"fault": {"code": 900901, "message": "Invalid Credentials"}}
TOKEN_LIVES = 3600
ASKING = "LoaiBanTin PhienBan MaDoiTac MaThamChieu ThoiGianGD"
INIT = (
    "LoaiBanTin PhienBan MaDoiTac MaThamChieu SoTien LoaiHinhThanhToan "
    "MaKenhThanhToan MaThietBi NgonNgu MaTienTe MaNganHang ThongTinGiaoDich "
    "ThoiGianGD Ip"
)
CONFIRM = (
    "LoaiBanTin MaLoi MaDoiTac MaThamChieu SoTien MaTienTe MaGiaoDich MaNganHang "
    "ThoiGianGD ThongTinGiaoDich"
)
REPLY = "MaLoi MaDoiTac MaThamChieu ThoiGianGD"
REFUND = f"{ASKING} MaHoanTien SoTien MaGiaoDich"
REFUND_ANSWER = "MaLoi MaDoiTac MaThamChieu MaHoanTien MaGiaoDichHoan ThoiGianGD"
REPORT = f"{ASKING} NgayDoiSoat"
REPORT_ANSWER = "MaLoi MaDoiTac NgayDoiSoat DanhSach"
STATES = {State.PAID: "1", State.OPEN: "3", State.FAILED: "4"}
REFUSALS = {"unknown": "01", "unpaid": "95", "exceeds": "02"}
ANY_BANK = "PAYMENT"
Told = dict[str, str]


class National:
    """The platform; every province shares one secret."""

    chooses_bank = True
    key = "national"
    name = "Nền tảng thanh toán quốc gia"

    def __init__(
        self, settings: Settings, ledger: Ledger, templates: Jinja2Templates
    ) -> None:
        self._secret, self._ledger, self._templates = settings.key, ledger, templates
        self._tokens: set[str] = set()

    def routes(self) -> list[Route]:
        """Return the addresses of the contract, and the platform's own receipt."""
        posts = {
            "token": self.token,
            "init": self.init,
            "query": self.query,
            "getBill": self.get_bill,
            "refund": self.refund,
            "report": self.report,
        }
        return [
            Route("/national-bill/{id}", self.bill),
            *(Route(f"{AT}/{at}", do, methods=["POST"]) for at, do in posts.items()),
        ]

    async def token(self, request: Request) -> Response:
        """Give a token for the consumer's key and secret."""
        wanted = base64.b64encode(f"{self._secret}:{self._secret}".encode()).decode()
        given = request.headers.get("Authorization", "").removeprefix("Basic ")
        if not is_same(wanted, given):
            return JSONResponse({"error": "invalid_client"}, status_code=401)
        token = secrets.token_hex(16)
        self._tokens.add(token)
        told = {"access_token": token, "token_type": "Bearer"}
        return JSONResponse({**told, "expires_in": TOKEN_LIVES})

    async def init(self, request: Request) -> Response:
        """Open an order; its answer comes wrapped, as it sometimes does."""
        told, refusal = await self._heard(request, INIT)
        if refusal:
            return refusal
        bill = told.get("ThongTinBienLai") or {}
        asked = Asked(
            gateway=self.key,
            number=told["MaThamChieu"],
            amount=int(told["SoTien"]),
            merchant=told["MaDoiTac"],
            words=told["ThongTinGiaoDich"],
            return_url=told.get("UrlTroVe", ""),
            notice_url=told.get("UrlThongBao", ""),
            bank="" if told["MaNganHang"] == ANY_BANK else told["MaNganHang"],
            facts={"MaHoSo": str(bill.get("MaHoSo", "")), "bill": json.dumps(bill)},
        )
        order = await run_in_threadpool(self._ledger.open_order, asked)
        if order.amount != asked.amount:
            return JSONResponse({"MaLoi": "94", "MoTaLoi": "Trung ma tham chieu"})
        page = f"{request.base_url}".rstrip("/") + page_of(order)
        inner = {"MaLoi": "00", "MoTaLoi": "Thanh cong", "UrlThanhToan": page}
        inner["MaThamChieu"] = order.number
        return JSONResponse({"error_code": "0", "message": json.dumps(inner)})

    async def query(self, request: Request) -> Response:
        """Tell what became of an order."""
        told, refusal = await self._heard(request, ASKING)
        if refusal:
            return refusal
        order = self._order(told)
        if order is None:
            facts = {"LoaiBanTin": "QUERY", "MaLoi": "01", "MoTaLoi": "Khong tim thay"}
            return self._answer({**facts, **_names(told)}, CONFIRM)
        facts = {**self._facts(order, "QUERY"), "TrangThaiGD": STATES[order.state]}
        return self._answer(facts, CONFIRM)

    async def get_bill(self, request: Request) -> Response:
        """Tell where the platform's receipt lies."""
        told, refusal = await self._heard(request, ASKING)
        if refusal:
            return refusal
        order = self._order(told)
        if order is None or order.state is not State.PAID:
            return JSONResponse({"MaLoi": "01", "MoTaLoi": "Chua co bien lai"})
        url = f"{request.base_url}national-bill/{order.id}"
        return JSONResponse({"MaLoi": "00", "MoTaLoi": "", "UrlBienLai": url})

    async def refund(self, request: Request) -> Response:
        """Give money back (sandbox contract)."""
        told, refusal = await self._heard(request, REFUND)
        if refusal:
            return refusal
        facts = {**_names(told), "MaHoanTien": told["MaHoanTien"], "MaLoi": "00"}
        facts["ThoiGianGD"] = f"{datetime.now(ZONE):{STAMP}}"
        order = self._order(told)
        if order is None or told["MaGiaoDich"] != order.transaction:
            return self._answer({**facts, "MaLoi": "01"}, REFUND_ANSWER)
        act, number = self._ledger.refund, told["MaHoanTien"]
        amount, key = int(told["SoTien"]), (self.key, order.number)
        try:
            done = await run_in_threadpool(act, *key, number, amount)
        except Impossible as why:
            code = REFUSALS.get(str(why), "99")
            return self._answer({**facts, "MaLoi": code}, REFUND_ANSWER)
        facts["MaGiaoDichHoan"] = done.transaction
        return self._answer(facts, REFUND_ANSWER)

    async def report(self, request: Request) -> Response:
        """Return the ledger of a day (sandbox contract)."""
        told, refusal = await self._heard(request, REPORT)
        if refusal:
            return refusal
        asked, partner = told["NgayDoiSoat"], told["MaDoiTac"]
        day = datetime.strptime(asked, "%Y%m%d").date()  # noqa: DTZ007
        orders = [
            o for o in self._ledger.of_day(self.key, day) if o.merchant == partner
        ]
        lines = ";".join(_line(one) for one in orders)
        facts = {"MaLoi": "00", "MaDoiTac": partner, "NgayDoiSoat": asked}
        return self._answer({**facts, "DanhSach": lines}, REPORT_ANSWER)

    def bill(self, request: Request) -> Response:
        """Show the platform's own receipt."""
        order = self._ledger.by_id(request.path_params["id"])
        if order is None or order.state is not State.PAID:
            return self._templates.TemplateResponse(
                request, "payments/lost.html", status_code=404
            )
        bill = json.loads(order.facts.get("bill", "{}"))
        paid_on = f"{order.local(order.decided_at):%H:%M %d/%m/%Y}"
        context = {"order": order, "told": bill, "paid_on": paid_on, "bank": self.name}
        return self._templates.TemplateResponse(
            request, "payments/national_bill.html", context
        )

    def notice(self, order: Order) -> Notice:
        """Return the confirm."""
        facts = self._facts(order, "CONFIRM")
        body = json.dumps({**facts, "MaXacThuc": self._hash(facts, CONFIRM)})
        headers = {"Content-Type": "application/json"}
        return Notice("POST", order.notice_url, headers, body.encode())

    def is_acknowledged(self, response: httpx.Response) -> bool:
        """Tell whether the province has taken the confirm, in its own hand."""
        told = {k: str(v) for k, v in response.json().items()}
        is_theirs = is_same(self._hash(told, REPLY), told.get("MaXacThuc", ""))
        return is_theirs and told.get("MaLoi") == "00"

    def return_url(self, order: Order) -> str:
        """Return the way home; what it carries proves nothing."""
        if order.state is State.OPEN:
            return order.return_url
        code = self._facts(order, "CONFIRM")["MaLoi"]
        return with_query(order.return_url, f"MaThamChieu={order.number}&MaLoi={code}")

    def _facts(self, order: Order, kind: str) -> Told:
        failed = CODES[order.reason] if order.reason else "00"
        moment = order.local(order.decided_at or order.opened_at)
        return {
            "LoaiBanTin": kind,
            "MaLoi": failed,
            "MaDoiTac": order.merchant,
            "MaThamChieu": order.number,
            "SoTien": str(order.paid or order.amount),
            "MaTienTe": "VND",
            "MaGiaoDich": order.transaction,
            "MaNganHang": order.bank or "NCB",
            "ThoiGianGD": f"{moment:{STAMP}}",
            "ThongTinGiaoDich": order.words,
        }

    async def _heard(
        self, request: Request, words: str
    ) -> tuple[dict[str, Any], Response | None]:
        """Return the question, or why it is not heard. Any: JSON."""
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if given not in self._tokens:
            return {}, JSONResponse(NO_TOKEN, status_code=401)
        told = await request.json()
        if not is_same(self._hash(told, words), str(told.get("MaXacThuc", ""))):
            return {}, JSONResponse({"MaLoi": "97", "MoTaLoi": "Sai ma xac thuc"})
        return told, None

    def _order(self, told: Mapping[str, str]) -> Order | None:
        order = self._ledger.find(self.key, told["MaThamChieu"])
        is_theirs = order is not None and order.merchant == told["MaDoiTac"]
        return order if is_theirs else None

    def _answer(self, facts: Told, words: str) -> Response:
        return JSONResponse({**facts, "MaXacThuc": self._hash(facts, words)})

    def _hash(self, facts: Mapping[str, str], words: str) -> str:
        values = [*(str(facts.get(word, "")) for word in words.split()), self._secret]
        return hashlib.sha256("|".join(values).encode()).hexdigest()


def _names(told: Mapping[str, str]) -> Told:
    return {"MaDoiTac": told["MaDoiTac"], "MaThamChieu": told["MaThamChieu"]}


def _line(order: Order) -> str:
    facts = (
        order.number,
        order.transaction,
        str(order.paid or order.amount),
        STATES[order.state],
        str(order.refunded),
        f"{order.local(order.decided_at):{STAMP}}",
    )
    return ",".join(facts)
