"""The social assistance registry (BTXH): its calls, its look-up, its board."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.ministries.assistance_ledger import FORM, AssistanceLedger
from sandbox.ministries.assistance_papers import HERE, PAPERS, PEOPLE, filing, paper
from sandbox.ministries.assistance_rules import (
    BAD,
    MOMENT,
    NO_KEY,
    PROCEDURES,
    Row,
)
from sandbox.ministries.gateway_tokens import GatewayTokens
from sandbox.pages import is_foreign
from sandbox.settings import Settings

SYSTEM = System(
    "social_assistance_registry",
    "Bảo trợ xã hội (BTXH)",
    "/social-assistance/",
    {"error_code": -9, "message": "Lỗi hệ thống, gửi lại sau"},
)
HOME = "/social-assistance"
GATE = f"{HOME}/apiBTXH"
PROVINCES = ("19", "51", "62")  # the numbers of the provinces that ask
MOST_SHOWN = 50
MOST_DAYS = 31  # of one question


class SocialAssistance:
    """The registry's calls and pages over its own file."""

    def __init__(self, settings: Settings, templates: Jinja2Templates) -> None:
        self._settings, self._templates = settings, templates
        self._tokens = GatewayTokens(settings)
        path = settings.data / "social_assistance_registry.jsonl"
        self._ledger = AssistanceLedger(path)

    def routes(self) -> list[Route]:
        """Return the addresses of the contract, the public look-up and the board."""
        calls: dict[str, Callable[[Row], Row]] = {
            "DongBoDVC": self._save,
            "XuLyHoSo": self._progress,
            "LayHoSo": self._pull,
        }
        acts = {"register": self.register, "advance": self.advance}
        return [
            Route(HOME, self.board),
            Route(f"{HOME}.json", self.as_json),
            Route(f"{HOME}.tra-cuu", self.look_up),
            *(
                Route(f"{HOME}.{name}", act, methods=["POST"])
                for name, act in {**acts, "refuse": self.refuse}.items()
            ),
            Route(f"{HOME}/token", self._tokens.token, methods=["POST"]),
            Route(f"{GATE}/tep/{{code}}/{{component}}", self.file),
            *(
                Route(f"{GATE}/{name}", self._call(call), methods=["POST"])
                for name, call in calls.items()
            ),
        ]

    def board(self, request: Request) -> Response:
        """Show what is kept; let people file, and the clerk act."""
        context = {
            "title": SYSTEM.title,
            "rows": self._ledger.newest_first()[:MOST_SHOWN],
            "people": PEOPLE,
            "procedures": {code: PROCEDURES[code] for code in PAPERS},
        }
        return self._templates.TemplateResponse(
            request, "social_assistance.html", context
        )

    def as_json(self, _request: Request) -> Response:
        """Return the ledger, the newest first, for tests and the comparison."""
        return JSONResponse(self._ledger.newest_first())

    def look_up(self, request: Request) -> Response:
        """Let anybody see where a dossier stands: no names, no numbers."""
        code = request.query_params.get("MaHoSo", "").strip()[:60]
        context = {"code": code, "found": self._ledger.find(code) if code else None}
        return self._templates.TemplateResponse(
            request, "social_assistance_look_up.html", context
        )

    async def register(self, request: Request) -> Response:
        """File a dossier of an invented person, as a citizen or a ward officer."""
        form = await request.form()
        number, procedure = str(form.get("person")), str(form.get("procedure"))
        unit = str(form.get("unit") or "").strip()
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        if number not in PEOPLE or procedure not in PAPERS or not unit:
            return Response("no such person, procedure or unit", status_code=400)
        day = datetime.now(UTC) + HERE
        code = f"BTXH-{day:%y%m%d}-{secrets.randbelow(10**6):06d}"
        row = filing(code, number, procedure, unit)
        await run_in_threadpool(self._ledger.file, row)
        return RedirectResponse(HOME, status_code=303)

    async def advance(self, request: Request) -> Response:
        """Move a dossier on by the registry's own hand."""
        return await self._act(request, lambda code, _: self._ledger.advance(code))

    async def refuse(self, request: Request) -> Response:
        """Give the next message of a dossier back, as a clerk who found a fault."""
        return await self._act(request, self._ledger.refuse_next)

    async def file(self, request: Request) -> Response:
        """Return a paper of what was filed here, to who has a token."""
        if no := self._tokens.refuse(request):
            return no
        code = request.path_params["code"]
        component = request.path_params["component"]
        if code not in self._ledger.filed:
            return Response(status_code=404)
        data = await run_in_threadpool(paper, code, component)
        if data is None:
            return Response(status_code=404)
        return Response(data, media_type="application/pdf")

    async def _act(self, request: Request, act: Callable[[str, str], bool]) -> Response:
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        form = await request.form()
        told = [str(form.get(name) or "").strip() for name in ("code", "words")]
        if not await run_in_threadpool(act, *told):
            return Response("no such dossier, or nothing to do", status_code=400)
        return RedirectResponse(HOME, status_code=303)

    def _call(self, answer: Callable[[Row], Row]) -> Any:
        """Return an address: a token and the key are asked for, a no is HTTP 200."""

        async def ask(request: Request) -> Response:
            if no := self._tokens.refuse(request):
                return no
            try:
                asked = await request.json()
            except ValueError:
                asked = None
            if not isinstance(asked, dict):
                return JSONResponse(_said(BAD, "Dữ liệu không hợp lệ"))
            if asked.pop("AcceptKey", None) != self._settings.key:
                return JSONResponse(_said(NO_KEY, "AcceptKey không đúng"))
            return JSONResponse(await run_in_threadpool(answer, asked))

        return ask

    def _save(self, asked: Row) -> Row:
        return _said(*self._ledger.save(asked))

    def _progress(self, asked: Row) -> Row:
        code, words = self._ledger.add_progress(asked)
        return {"error_code": int(code), "message": words}  # a number, in this call

    def _pull(self, asked: Row) -> Row:
        times = [str(asked.get(f"ThoiGian{one}")) for one in ("BatDau", "KetThuc")]
        is_known = str(asked.get("MaTinh")) in PROVINCES
        if not is_known or str(asked.get("LoaiDuLieu")) != "100":
            return _wrapped(int(BAD), "MaTinh hoặc LoaiDuLieu không đúng", [])
        if not all(MOMENT.fullmatch(one) for one in times):
            return _wrapped(int(BAD), "Thời gian sai định dạng dd/MM/yyyy HH:mm:ss", [])
        begins, ends = (datetime.strptime(one, FORM) for one in times)  # noqa: DTZ007
        if not 0 <= (ends - begins).days < MOST_DAYS:
            return _wrapped(int(BAD), "Mỗi lần hỏi tối đa 31 ngày", [])
        found = self._ledger.filed_between(begins, ends)
        return _wrapped(0, "Thành công", [_camel(row) for row in found])


def _said(code: str, words: str) -> Row:
    return {"error_code": code, "message": words}


def _wrapped(code: int, words: str, rows: list[Row]) -> Row:
    """Return the list as their framework wraps it."""
    return {"result": {"message": words, "error_code": code, "data": rows}}


def _camel(row: Row) -> Row:
    """Return the names as their framework writes them: maHoSo, hktT_MaXa."""
    return {_lowered(name): value for name, value in row.items()}


def _lowered(name: str) -> str:
    run = len(name) - len(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    if run == len(name):
        return name.lower()
    cut = max(run - 1, 1)
    return name[:cut].lower() + name[cut:]
