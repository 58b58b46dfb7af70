"""The bank that holds the beneficiary accounts: transfers, its feed, its pushes."""

import asyncio
import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx
from pydantic import BaseModel, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.journal import Journal, Row
from sandbox.pages import is_foreign
from sandbox.payments.notifier import GAPS, PATIENCE
from sandbox.payments.vietqr import read_qr
from sandbox.payments.wallets import is_same
from sandbox.settings import Settings

SYSTEM = System(
    "bank_feed",
    "Biến động số dư (ngân hàng giữ tài khoản thu)",
    "/bank-feed/",
    {"error": "business error"},
)
MOST_SHOWN, MOST_TOLD = 50, 500
WRONG = "Chưa đọc được. Dán nội dung mã QR, hoặc ghi số tài khoản và số tiền."


@dataclass(frozen=True)
class Mangling:
    """What the payer's bank makes of the words."""

    key: str
    title: str
    make: Callable[[str], str]


def _banked(words: str) -> str:
    return f"MBVCB.123456789.{words.upper()}.CT tu 0900000701 LY THI SEN"


def _spaced(words: str) -> str:
    return " ".join(words[i : i + 4] for i in range(0, len(words), 4))


MANGLINGS = (
    Mangling("as_is", "Giữ nguyên nội dung", str),
    Mangling("banked", "Chữ hoa, thêm MBVCB… phía trước", _banked),
    Mangling("spaced", "Chèn dấu cách", _spaced),
    Mangling("lower", "Viết thường", str.lower),
    Mangling("cut_start", "Cắt mất chữ đầu", lambda words: words[3:]),
    Mangling("cut_end", "Cắt mất số cuối", lambda words: words[:-5]),
    Mangling("unknown", "Nội dung khác hẳn", lambda _: "CHUYEN TIEN"),
)


class Transfer(BaseModel):
    """A transfer as the page or a test orders it."""

    account: str = Field(min_length=1, max_length=34)
    amount: int = Field(gt=0, le=10**12)
    words: str = Field(default="", max_length=400)
    mangling: str = "as_is"
    times: int = Field(default=1, ge=1, le=20)
    copies: int = Field(default=1, ge=0, le=20)  # pushes of each; 0: the feed alone
    push_to: str = ""  # empty: where the settings say


@dataclass
class BankFeed:
    """Credits, kept from one start to the next."""

    settings: Settings
    templates: Jinja2Templates
    running: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._credits = Journal(self.settings.data / "bank_credits.jsonl")

    def routes(self) -> list[Route]:
        """Return the feed, the page of transfers and its like for tests."""
        return [
            Route("/bank-feed", self.page),
            Route("/bank-feed", self.transfer_by_form, methods=["POST"]),
            Route("/bank-feed.json", self.as_json),
            Route("/bank-feed.transfer", self.transfer, methods=["POST"]),
            Route("/bank-feed/credits", self.credits),
        ]

    def credits(self, request: Request) -> Response:
        """Return the lines after the cursor, the oldest first."""
        if not is_same(self.settings.key, request.headers.get("X-Api-Key", "")):
            return JSONResponse({"error": "key"}, status_code=401)
        after, size = (
            request.query_params.get("after", ""),
            request.query_params.get("size", "100"),
        )
        if not size.isdecimal() or not 0 < int(size) <= MOST_TOLD:
            return JSONResponse({"error": "size"}, status_code=400)
        later = [row for row in self._credits.rows if row["cursor"] > after]
        return JSONResponse({"credits": later[: int(size)]})

    def page(self, request: Request) -> Response:
        """Show the form and the latest lines."""
        return self._show(request)

    def as_json(self, _request: Request) -> Response:
        """Return the lines, newest first, for tests."""
        return JSONResponse(self._credits.rows[::-1])

    async def transfer(self, request: Request) -> Response:
        """Let money arrive, as a test orders it; answer with the lines."""
        try:
            wanted = Transfer.model_validate_json(await request.body())
        except ValidationError as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        return JSONResponse(await self._arrive(wanted))

    async def transfer_by_form(self, request: Request) -> Response:
        """Let money arrive, as a person typed or pasted it."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        form = await request.form()
        try:
            wanted = _read(form)
        except ValidationError:
            return self._show(request, form, WRONG)
        await self._arrive(wanted)
        return RedirectResponse("/bank-feed", 303)

    async def _arrive(self, wanted: Transfer) -> list[Row]:
        makes = {one.key: one.make for one in MANGLINGS}
        words = makes.get(wanted.mangling, str)(wanted.words)
        rows = []
        for _ in range(wanted.times):
            row = await run_in_threadpool(self._keep, wanted, words)
            rows.append(row)
            for _ in range(wanted.copies):
                self._push_later(row, wanted.push_to or self.settings.bank_push_url)
        return rows

    def _keep(self, wanted: Transfer, words: str) -> Row:
        reference = f"FT{secrets.randbelow(10**12):012d}"
        row = {
            "cursor": f"{len(self._credits.rows) + 1:012d}",
            "reference": reference,
            "account": wanted.account,
            "amount": wanted.amount,
            "words": words,
            "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        }
        self._credits.append(reference, row)
        return row

    def _push_later(self, row: Row, address: str) -> None:
        if address:
            task = asyncio.create_task(self._push(row, address))
            self.running.add(task)
            task.add_done_callback(self.running.discard)

    async def _push(self, row: Row, address: str) -> None:
        """Push until it is heard; a restart forgets what was not: the feed has it."""
        body = json.dumps(row, ensure_ascii=False).encode()
        key = self.settings.key.encode()
        signature = hmac.new(key, body, hashlib.sha256).hexdigest()
        headers = {"Content-Type": "application/json", "X-Signature": signature}
        for gap in (*GAPS, None):
            try:
                async with httpx.AsyncClient(
                    timeout=PATIENCE, trust_env=False
                ) as client:
                    answer = await client.post(address, content=body, headers=headers)
                if answer.is_success:
                    return
            except (httpx.HTTPError, httpx.InvalidURL):
                pass
            if gap is not None:
                await asyncio.sleep(gap)

    def _show(
        self, request: Request, form: FormData | None = None, fault: str = ""
    ) -> Response:
        context: dict[str, object] = {
            "lines": self._credits.rows[::-1][:MOST_SHOWN],
            "manglings": MANGLINGS,
            "typed": form or {},
            "fault": fault,
            "pushes": bool(self.settings.bank_push_url),
        }
        status = 422 if fault else 200
        return self.templates.TemplateResponse(
            request, "payments/bank_feed.html", context, status_code=status
        )


def _read(form: FormData) -> Transfer:
    """Return what was typed; a QR says what was left empty."""
    scanned = read_qr(str(form.get("qr", "")))
    typed = {name: str(form.get(name, "")).strip() for name in ("account", "words")}
    digits = "".join(sign for sign in str(form.get("amount", "")) if sign.isdecimal())
    return Transfer(
        account=typed["account"] or (scanned.account if scanned else ""),
        amount=int(digits or (scanned.amount if scanned else 0)),
        words=typed["words"] or (scanned.words if scanned else ""),
        mangling=str(form.get("mangling", "as_is")),
        times=2 if form.get("twice") else 1,
        copies=1 if form.get("push") else 0,
    )
