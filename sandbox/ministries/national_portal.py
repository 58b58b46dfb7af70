"""The national portal behind its VXP adapter: a login, one address, its own ledger."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.identity.people import load_identities
from sandbox.ministries.national_catalogue import Catalogue
from sandbox.ministries.national_filings import NationalFilings
from sandbox.ministries.national_ledger import BAD, DONE, NO, NationalLedger
from sandbox.ministries.sync_words import STATUSES
from sandbox.pages import is_foreign
from sandbox.settings import Settings

NO_SESSION = {"error_code": "401", "message": "Session không hợp lệ hoặc đã hết hạn"}
SYSTEM = System(
    "national_portal",
    "Cổng Dịch vụ công quốc gia – đồng bộ hồ sơ (trục VXP)",
    "/national-portal/",
    {"error_code": "-1", "message": "Lỗi xử lý dữ liệu"},
    NO_SESSION,
)
HOME = "/national-portal"
LIVES = timedelta(minutes=20)
HERE = timedelta(hours=7)
MOST_SHOWN = 50
CHANGES = {
    "forget": "Bỏ hồ sơ ở đây",
    "status": "Đổi trạng thái",
    "owner": "Đổi chủ hồ sơ",
    "fee": "Đổi lệ phí",
    "no_result": "Bỏ kết quả",
    "double": "Nhân đôi",
}

Body = dict[str, Any]  # JSON


@dataclass
class NationalPortal:
    """Dossiers are kept from one start to the next; sessions are not."""

    settings: Settings
    templates: Jinja2Templates
    catalogue: Catalogue
    ledger: NationalLedger
    filings: NationalFilings
    sessions: dict[str, datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        claims = [person.claims for person in load_identities()]
        self._technical = {
            str(one["SoDinhDanh"]): str(one["TechID"])
            for one in claims
            if one.get("SoDinhDanh") and one.get("TechID")
        }
        self._services: dict[str, Callable[[Body], Body]] = {
            "LayDanhSachTTHC": lambda asked: _found(self.catalogue.all()),
            "LayThuTuc": self._procedure,
            "LayDanhMucLinhVuc": lambda asked: _found(self.catalogue.sectors()),
            "LayDanhMucCoQuan": lambda asked: _found(self.catalogue.units()),
            "TraCuuHoSo": self._look_up,
            "TraCuuTechID": self._technical_id,
            "DongBoHoSoMC": self._save,
            "CapNhatTienDoHoSoMC": self._progress,
            **self.filings.services(),
        }

    def routes(self) -> list[Route]:
        """Return the addresses of the adapter, and the page of the ledger."""
        return [
            Route(HOME, self.page),
            Route(f"{HOME}.json", self.as_json),
            Route(f"{HOME}.change", self.change, methods=["POST"]),
            Route(f"{HOME}.end-sessions", self.end_sessions, methods=["POST"]),
            Route(f"{HOME}/mapi/login", self.log_in, methods=["POST"]),
            Route(f"{HOME}/mapi/g", self.serve, methods=["POST"]),
            *self.filings.routes(),
        ]

    async def log_in(self, request: Request) -> Response:
        """Give a session for the account of the province."""
        asked = await _body(request)
        wanted = (self.settings.key, self.settings.key)
        if (asked.get("username"), asked.get("password")) != wanted:
            return JSONResponse({"error_code": -1, "message": "Sai tài khoản"})
        session = secrets.token_hex(16)
        self.sessions[session] = _now() + LIVES
        return JSONResponse({"error_code": 0, "session": session})

    async def serve(self, request: Request) -> Response:
        """Answer one service; HTTP is 200 whatever they say."""
        asked = await _body(request)
        if not request.headers.get("dstcode") or not asked.get("madonvi"):
            return _said(BAD, "Thiếu dstcode hoặc madonvi")
        if self.sessions.get(str(asked.get("session")), _now()) <= _now():
            return JSONResponse(NO_SESSION)
        service = self._services.get(str(asked.get("service")))
        if service is None:
            return _said(BAD, "Dịch vụ không có")
        return JSONResponse(await run_in_threadpool(service, asked))

    def page(self, request: Request) -> Response:
        """Show what is kept, with buttons that let it differ."""
        base = urlsplit(self.settings.bank_push_url)
        context = {
            "dossiers": self.ledger.newest_first()[:MOST_SHOWN],
            "count": len(self.ledger.dossiers),
            "changes": CHANGES,
            "statuses": STATUSES,
            "procedures": self.catalogue.rows,
            "portal": f"{base.scheme}://{base.netloc}" if base.netloc else "",
        }
        return self.templates.TemplateResponse(request, "national_portal.html", context)

    def as_json(self, _request: Request) -> Response:
        """Return the ledger, the newest first, for tests."""
        return JSONResponse(self.ledger.newest_first())

    async def change(self, request: Request) -> Response:
        """Change the ledger behind the province's back."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        form = await request.form()
        told = [str(form.get(name) or "") for name in ("code", "change", "value")]
        if told[1] not in ("status", "invent"):
            told[2] = ""  # the page sends the choice of a status with every change
        elif told[1] == "invent" and not told[2]:
            told[2] = (_now() + HERE).strftime("%Y%m%d%H%M%S")
        if not await run_in_threadpool(partial(self.ledger.change, *told)):
            return Response("no such dossier or change", status_code=400)
        return RedirectResponse(HOME, status_code=303)

    async def end_sessions(self, request: Request) -> Response:
        """Forget every session, as a restart of theirs does."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        self.sessions.clear()
        return RedirectResponse(HOME, status_code=303)

    def _procedure(self, asked: Body) -> Body:
        found = self.catalogue.find(str(asked.get("maTTHC")))
        return _found([found]) if found else _nothing("Không tìm thấy thủ tục")

    def _look_up(self, asked: Body) -> Body:
        code = str(asked.get("MaHoSo") or "")
        if code:
            return _found(self.ledger.find(code))
        begin, end = str(asked.get("TuNgay") or ""), str(asked.get("DenNgay") or "")
        return _found(self.ledger.between(begin, end))

    def _technical_id(self, asked: Body) -> Body:
        found = self._technical.get(str(asked.get("mstorcmnd")))
        return _found([{"TECHNICALID": found}] if found else [])

    def _save(self, asked: Body) -> Body:
        rows, updating = asked.get("data") or [], str(asked.get("isUpdating"))
        is_one = isinstance(rows, list) and len(rows) == 1 and isinstance(rows[0], dict)
        if not is_one or updating not in ("True", "False"):
            return _nothing("Dữ liệu không hợp lệ", BAD)
        unit = str(asked["madonvi"])
        code, words = self.ledger.save(rows[0], unit, updating == "True")
        return {"error_code": code, "message": words}

    def _progress(self, asked: Body) -> Body:
        rows = asked.get("data")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            return _nothing("Dữ liệu không hợp lệ", BAD)
        code, words = self.ledger.add_progress(rows)
        return {"error_code": code, "message": words}


def _found(rows: list[Any]) -> Body:
    return {"error_code": int(DONE), "message": "Thành công", "result": rows}


def _nothing(words: str, code: str = NO) -> Body:
    return {"error_code": code, "message": words, "result": None}


def _said(code: str, words: str) -> Response:
    return JSONResponse({"error_code": code, "message": words})


async def _body(request: Request) -> Body:
    try:
        told = await request.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _now() -> datetime:
    return datetime.now(UTC)
