"""The public post: takes orders, prices journeys, moves parcels when told to."""

import base64
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import BaseModel, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.journal import Journal, Row
from sandbox.pages import is_foreign
from sandbox.post_pushes import PostPushes
from sandbox.settings import Settings

SYSTEM = System(
    "public_post",
    "Bưu chính công ích (VNPost BCCI)",
    "/public-post/",
    {"Status": "900", "Message": "business error"},
)
GATE = "/public-post/apiVNPostNGSP/p1.0/order"
NO_TOKEN = {"fault": {"code": 900901, "message": "Invalid Credentials"}}
TOKEN_LIVES = 3600
NEAR, FAR, GRAMS_FREE, PER_GRAMS, STEP = 26_000, 36_000, 250, 250, 6_000
STAGES = {
    "1": "Đã nhận đơn",
    "2": "Đã thu gom",
    "3": "Đang vận chuyển",
    "4": "Đã phát thành công",
    "5": "Phát không thành công, sẽ phát lại",
    "6": "Đã chuyển hoàn",
    "0": "Đã hủy",
}
NEXT = {"1": ("2",), "2": ("3",), "3": ("4", "5", "6"), "5": ("4", "6")}
HERE = timedelta(hours=7)
MOST_SHOWN = 50
MANY = 20  # copies of a line, for who wants to see that it counts once


class Asked(BaseModel):
    """An order as it comes; the flat names of the contract."""

    CustomerCode: str = Field(min_length=1)
    OrderNumber: str = Field(min_length=1, max_length=60)
    CODAmount: int = Field(ge=0)
    SenderProvince: int | None = None
    SenderDistrict: int | None = None
    SenderAddress: str = Field(min_length=1)
    SenderName: str = Field(min_length=1)
    SenderEmail: str = ""
    SenderTel: str = Field(pattern=r"^\+?[\d ]{8,15}$")
    SenderDesc: str = ""
    Description: str = ""
    ReceiverName: str = Field(min_length=1)
    ReceiverAddress: str = Field(min_length=1)
    ReceiverTel: str = Field(pattern=r"^\+?[\d ]{8,15}$")
    ReceiverProvince: int | None = None
    ReceiverDistrict: int | None = None
    ReceiverEmail: str = ""


class Priced(BaseModel):
    """A question about a price."""

    CustomerCode: str = Field(min_length=1)
    SenderProvince: int | None = None
    SenderCommune: str = ""
    ReceiverProvince: int | None = None
    ReceiverCommune: str = ""
    Weight: int = Field(gt=0, le=30_000)


@dataclass
class PublicPost:
    """Orders and events, kept from one start to the next; tokens are not."""

    settings: Settings
    templates: Jinja2Templates
    tokens: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._orders = Journal(self.settings.data / "post_orders.jsonl")
        self._events = Journal(self.settings.data / "post_events.jsonl")
        self._pushes = PostPushes(self.settings)

    def routes(self) -> list[Route]:
        """Return the addresses of the contract, and the board of parcels."""
        return [
            Route("/public-post", self.board),
            Route("/public-post.json", self.as_json),
            Route("/public-post.move", self.move, methods=["POST"]),
            Route("/public-post.push", self.push, methods=["POST"]),
            Route("/public-post/token", self.token, methods=["POST"]),
            Route(f"{GATE}/post", self.create, methods=["POST"]),
            Route(f"{GATE}/fee", self.price, methods=["POST"]),
            Route(f"{GATE}/cancel", self.cancel),
            Route(GATE, self.tracking),
        ]

    async def token(self, request: Request) -> Response:
        """Give a token for the consumer's key and secret."""
        wanted = base64.b64encode(f"{self.settings.key}:{self.settings.key}".encode())
        given = request.headers.get("Authorization", "").removeprefix("Basic ")
        if not secrets.compare_digest(given.encode(), wanted):
            return JSONResponse({"error": "invalid_client"}, status_code=401)
        token = secrets.token_hex(16)
        self.tokens.add(token)
        told = {"access_token": token, "token_type": "Bearer"}
        return JSONResponse({**told, "expires_in": TOKEN_LIVES, "scope": "default"})

    async def create(self, request: Request) -> Response:
        """Take an order; the same number again is already created."""
        if self._is_stranger(request):
            return JSONResponse(NO_TOKEN, status_code=401)
        try:
            asked = Asked.model_validate_json(await request.body())
        except ValidationError:
            return JSONResponse({"Status": "500", "Message": "Dữ liệu không hợp lệ"})
        parcel = f"CE{secrets.randbelow(10**9):09d}VN"
        row = {**asked.model_dump(), "ItemCode": parcel, "at": _now().isoformat()}
        is_new = await run_in_threadpool(self._orders.append, asked.OrderNumber, row)
        if not is_new:
            return JSONResponse({"Status": "101", "Message": "Đơn hàng đã tồn tại"})
        self._pushes.later([await run_in_threadpool(self._happen, row, "1")])
        return JSONResponse({"Status": "100", "Message": "Thành công"})

    async def price(self, request: Request) -> Response:
        """Price a journey: nearer is cheaper, heavier is dearer."""
        if self._is_stranger(request):
            return JSONResponse(NO_TOKEN, status_code=401)
        try:
            asked = Priced.model_validate_json(await request.body())
        except ValidationError:
            return JSONResponse({"Status": "500", "Message": "Dữ liệu không hợp lệ"})
        near = asked.SenderProvince == asked.ReceiverProvince
        over = max(0, asked.Weight - GRAMS_FREE)
        fee = (NEAR if near else FAR) + -(-over // PER_GRAMS) * STEP
        return JSONResponse({"Status": "100", "Message": "Thành công", "Fee": fee})

    async def cancel(self, request: Request) -> Response:
        """Take an order back while nobody has collected it."""
        if self._is_stranger(request):
            return JSONResponse(NO_TOKEN, status_code=401)
        order = self._order(request.query_params.get("OrderNumber", ""))
        if order is None:
            return JSONResponse({"Status": "500", "Message": "Không có đơn hàng"})
        stage = self._stage(order["OrderNumber"])
        if stage not in ("0", "1"):
            return JSONResponse({"Status": "500", "Message": "Đơn hàng đã thu gom"})
        if stage == "1":
            await run_in_threadpool(self._happen, order, "0")
        return JSONResponse({"Status": "100", "Message": "Thành công"})

    def tracking(self, request: Request) -> Response:
        """Return the lines after the cursor; cancelling is no line of theirs."""
        if self._is_stranger(request):
            return JSONResponse(NO_TOKEN, status_code=401)
        last = request.query_params.get("lastId", "")
        size = int(request.query_params.get("pagesize", "100"))
        told = [e for e in self._told() if e["_id"]["$oid"] > last][:size]
        return JSONResponse({"_embedded": {"rh:doc": told}})

    def board(self, request: Request) -> Response:
        """Show the parcels, with buttons that move them."""
        context = {
            "parcels": self._parcels()[:MOST_SHOWN],
            "stages": STAGES,
            "pushes": bool(self._pushes.address),
            "copies": MANY,
        }
        return self.templates.TemplateResponse(request, "public_post.html", context)

    def as_json(self, _request: Request) -> Response:
        """Return the parcels, newest first, for tests."""
        return JSONResponse(self._parcels())

    async def move(self, request: Request) -> Response:
        """Let something happen to a parcel."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        form = await request.form()
        order, stage = self._order(str(form.get("order"))), str(form.get("stage"))
        if order is None or stage not in NEXT.get(
            self._stage(order["OrderNumber"]), ()
        ):
            return Response("no such parcel or stage", status_code=400)
        self._pushes.later([await run_in_threadpool(self._happen, order, stage)])
        return RedirectResponse("/public-post", status_code=303)

    async def push(self, request: Request) -> Response:
        """Push the lines of a parcel once more: many times, or in reversed order."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        form = await request.form()
        number = str(form.get("order"))
        lines = [row for row in self._told() if row["OrderNumber"] == number]
        if not lines:
            return Response("no such parcel", status_code=400)
        is_reversed = form.get("how") == "reversed"
        self._pushes.later(lines[::-1] if is_reversed else lines * MANY)
        return RedirectResponse("/public-post", status_code=303)

    def _told(self) -> list[Row]:
        return [row for row in self._events.rows if row["StatusCode"] != "0"]

    def _happen(self, order: Row, stage: str) -> Row:
        number = f"{len(self._events.rows) + 1:024x}"
        row = {
            "_id": {"$oid": number},
            "CustomerCode": order["CustomerCode"],
            "OrderNumber": order["OrderNumber"],
            "EventTime": (_now() + HERE).strftime("%d/%m/%Y %H:%M:%S"),
            "POSID": "250000",
            "ItemCode": order["ItemCode"],
            "StatusCode": stage,
            "StatusMessage": STAGES[stage],
            "Notes": None,
        }
        self._events.append(number, row)
        return row

    def _order(self, number: str) -> Row | None:
        found = [row for row in self._orders.rows if row["OrderNumber"] == number]
        return found[0] if found else None

    def _stage(self, number: str) -> str:
        mine = [e for e in self._events.rows if e["OrderNumber"] == number]
        return str(mine[-1]["StatusCode"]) if mine else "1"

    def _parcels(self) -> list[dict[str, Any]]:
        # Any: rows of JSON.
        found = []
        for row in reversed(self._orders.rows):
            stage = self._stage(row["OrderNumber"])
            found.append({**row, "stage": stage, "next": NEXT.get(stage, ())})
        return found

    def _is_stranger(self, request: Request) -> bool:
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return given not in self.tokens


def _now() -> datetime:
    return datetime.now(UTC)
