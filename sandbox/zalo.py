"""Zalo: the notification service, its single-use tokens, and the page people follow."""

import json
import secrets
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.journal import replace_file
from sandbox.messages import Messages
from sandbox.numbers import local
from sandbox.pages import is_foreign
from sandbox.settings import Settings

SCENARIO = Path(__file__).parent / "scenarios" / "zalo.toml"
ACCEPTED = 0
BAD_NUMBER, BAD_DATA, NO_ZALO, BAD_BODY, BAD_TOKEN, REFUSES = (
    -108,
    -112,
    -118,
    -122,
    -124,
    -139,
)
BAD_SECRET, BAD_REFRESH = -14004, -14014
BLANKS = ("ma_ho_so", "ten_dich_vu", "trang_thai", "loi_nhan", "duong_dan")
LONGEST_BLANK = 400
ACCESS_LIVES = timedelta(seconds=90_000)
Given = Annotated[str, Field(min_length=1)]


def answer(code: int, message: str, **data: str) -> dict[str, Any]:
    """Return an answer of the notification service; HTTP says 200 in every case."""
    return {"error": code, "message": message, "data": data}


def refusal(code: int, description: str) -> dict[str, Any]:
    """Return a refusal of the token endpoint."""
    return {"error": code, "error_name": description, "error_description": description}


SYSTEM = System(
    "zalo",
    "Tin nhắn Zalo (ZNS)",
    "/zalo/",
    answer(NO_ZALO, "Zalo account not existed"),
)
OAUTH = System(
    "zalo_oauth",
    "Cấp token Zalo",
    "/zalo-oauth/",
    refusal(BAD_REFRESH, "Invalid refresh token"),
)


class Order(BaseModel):
    """The fields of the contract."""

    phone: Given
    template_id: Given
    template_data: dict[str, str]
    tracking_id: Annotated[str, Field(min_length=1, max_length=48)]


class Tokens:
    """The pair in force, kept from one start to the next.

    The configured key stands for a token fresh from Zalo's console, so it is taken
    at any time; every other refresh token works once.
    """

    def __init__(self, folder: Path, key: str) -> None:
        self._path, self._key, self._lock = folder / "zalo.json", key, Lock()
        kept = self._path.read_text("utf-8") if self._path.exists() else "{}"
        self._held: dict[str, str] = json.loads(kept)

    def exchange(self, refresh: str) -> dict[str, Any] | None:
        """Spend the refresh token for a new pair; None when it is not taken."""
        with self._lock:
            if refresh not in (self._key, self._held.get("refresh")):
                return None
            self._held = {
                "access": secrets.token_urlsafe(24),
                "refresh": secrets.token_urlsafe(24),
                "until": (datetime.now(UTC) + ACCESS_LIVES).isoformat(),
            }
            self._keep()
            return {
                "access_token": self._held["access"],
                "refresh_token": self._held["refresh"],
                "expires_in": str(int(ACCESS_LIVES.total_seconds())),
            }

    def is_valid(self, access: str) -> bool:
        """Tell whether the access token is the one in force."""
        held, until = self._held.get("access", ""), self._held.get("until", "")
        if not until or datetime.fromisoformat(until) < datetime.now(UTC):
            return False
        return secrets.compare_digest(access.encode(), held.encode())

    def end(self, what: str) -> None:
        """Let the access token or the refresh token end before its time."""
        with self._lock:
            self._held.pop("until" if what == "access" else "refresh", None)
            self._keep()

    def _keep(self) -> None:
        replace_file(self._path, json.dumps(self._held))


@dataclass(frozen=True)
class Zalo:
    """The service, its tokens and the phones behind it."""

    settings: Settings
    messages: Messages
    tokens: Tokens
    templates: Jinja2Templates

    def routes(self) -> list[Route]:
        """Return the two addresses of the contract, and the pages."""
        return [
            Route("/zalo/message/template", self.receive, methods=["POST"]),
            Route("/zalo-oauth/v4/oa/access_token", self.exchange, methods=["POST"]),
            Route("/zalo/oa/{oa}", self.page),
            Route("/zalo-console", self.console),
            Route("/zalo-console/{what}", self.end, methods=["POST"]),
        ]

    async def receive(self, request: Request) -> Response:
        """Read an order; the message is on the disk before the answer leaves."""
        if not self.tokens.is_valid(request.headers.get("access_token", "")):
            return JSONResponse(answer(BAD_TOKEN, "Access token invalid"))
        try:
            order = Order.model_validate_json(await request.body())
        except ValidationError:
            return JSONResponse(answer(BAD_BODY, "Body data invalid"))
        return JSONResponse(await run_in_threadpool(self.take, order))

    def take(self, order: Order) -> dict[str, Any]:
        """Deliver the filled template once, or say why not."""
        phone = local(order.phone)
        if phone is None or not order.phone.startswith("84"):
            return answer(BAD_NUMBER, "Phone number invalid")
        given = order.template_data
        is_whole = set(given) == set(BLANKS) and all(given.values())
        if not is_whole or any(len(text) > LONGEST_BLANK for text in given.values()):
            return answer(BAD_DATA, "Template data invalid")
        scenario = tomllib.loads(SCENARIO.read_text("utf-8"))
        if phone in scenario["without_zalo"]["phones"]:
            return answer(NO_ZALO, "Zalo account not existed")
        if phone in scenario["refuses"]["phones"]:
            return answer(REFUSES, "User rejected this type of message")
        self.messages.deliver(
            order.tracking_id, phone, filled(given), channel="zalo", sender="DVC"
        )
        return answer(ACCEPTED, "Success", msg_id=order.tracking_id)

    async def exchange(self, request: Request) -> Response:
        """Exchange a refresh token, which is spent by it."""
        secret = request.headers.get("secret_key", "").encode()
        if not secrets.compare_digest(secret, self.settings.key.encode()):
            return JSONResponse(refusal(BAD_SECRET, "Invalid secret key"))
        form = {name: str(value) for name, value in (await request.form()).items()}
        if form.get("grant_type") != "refresh_token" or not form.get("app_id"):
            return JSONResponse(refusal(BAD_REFRESH, "Invalid request"))
        refresh = form.get("refresh_token", "")
        pair = await run_in_threadpool(self.tokens.exchange, refresh)
        return JSONResponse(pair or refusal(BAD_REFRESH, "Invalid refresh token"))

    def page(self, request: Request) -> Response:
        """Show the account of the province, where a person presses “Quan tâm”."""
        return self.templates.TemplateResponse(request, "zalo_page.html", {})

    def console(self, request: Request) -> Response:
        """Show the buttons that end a token before its time."""
        return self.templates.TemplateResponse(request, "zalo_console.html", {})

    async def end(self, request: Request) -> Response:
        """End the access token or the refresh token."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        what = request.path_params["what"]
        await run_in_threadpool(self.tokens.end, what)
        return RedirectResponse("/zalo-console", status_code=303)


def build_zalo(
    settings: Settings, messages: Messages, templates: Jinja2Templates
) -> Zalo:
    """Return the stand-in over the sandbox's folder."""
    tokens = Tokens(settings.data, settings.key)
    return Zalo(settings, messages, tokens, templates)


def filled(given: dict[str, str]) -> str:
    """Return the message as a phone shows the registered template."""
    return (
        f"{given['trang_thai']}\n"
        f"Mã hồ sơ: {given['ma_ho_so']}\n"
        f"Dịch vụ: {given['ten_dich_vu']}\n"
        f"{given['loi_nhan']}\n"
        f"[Xem trên Cổng] {given['duong_dan']}"
    )
