"""A ministry of the shared contract (SBX-A): its calls, its look-up, its board."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.ministries.gateway_tokens import GatewayTokens
from sandbox.ministries.generic_ledger import (
    BAD,
    DONE,
    GenericLedger,
    RecordRules,
    value_at,
)
from sandbox.ministries.national_catalogue import load_catalogue
from sandbox.pages import is_foreign
from sandbox.settings import Settings

SYSTEM_FAULT = {"error_code": "-9", "message": "Lỗi hệ thống, gửi lại sau"}
MOST_SHOWN = 50
MOST_ROWS = 100

Body = dict[str, Any]  # JSON


@dataclass(frozen=True)
class Ministry:
    """What tells one ministry from another."""

    system: System
    path: str  # /construction-permits
    he: str  # of /api{He}/
    noun: str  # what it keeps, in words
    rules: RecordRules


class GenericMinistry:
    """Dossiers, progress and records of one ministry, over its own file."""

    def __init__(
        self, settings: Settings, templates: Jinja2Templates, ministry: Ministry
    ) -> None:
        self._templates, self._ministry = templates, ministry
        self._tokens = GatewayTokens(settings)
        path = settings.data / f"{ministry.system.key}.jsonl"
        self._ledger = GenericLedger(path, load_catalogue(), ministry.rules)

    def routes(self) -> list[Route]:
        """Return the addresses of the contract, the public look-up and the board."""
        home, he = self._ministry.path, self._ministry.he
        calls: dict[str, Callable[[Body], Body]] = {
            f"{home}/api{he}/1.0/dongBoHoSo": self._save,
            f"{home}/api{he}/1.0/capNhatTienDo": self._progress,
            f"{home}/api{he}/dongBoGiayPhep": self._record,
        }
        return [
            Route(home, self.board),
            Route(f"{home}.json", self.as_json),
            Route(f"{home}.tra-cuu", self.look_up),
            Route(f"{home}.refuse", self.refuse, methods=["POST"]),
            Route(f"{home}/token", self._tokens.token, methods=["POST"]),
            *(
                Route(path, behind(self._tokens, call), methods=["POST"])
                for path, call in calls.items()
            ),
        ]

    def board(self, request: Request) -> Response:
        """Show what is kept, and let the clerk give a record back."""
        context = {
            "title": self._ministry.system.title,
            "noun": self._ministry.noun,
            "home": self._ministry.path,
            "rows": [self._shown(row) for row in self._newest()[:MOST_SHOWN]],
        }
        return self._templates.TemplateResponse(request, "generic_board.html", context)

    def as_json(self, _request: Request) -> Response:
        """Return the ledger, the newest first, for tests and the comparison."""
        return JSONResponse(self._newest())

    def look_up(self, request: Request) -> Response:
        """Let anybody see where a dossier stands: no names, no numbers."""
        code = request.query_params.get("MaHoSo", "").strip()[:60]
        found = self._ledger.show(code) if code in self._ledger.dossiers else None
        context = {
            "title": self._ministry.system.title,
            "noun": self._ministry.noun,
            "code": code,
            "found": self._shown(found) if found else None,
        }
        return self._templates.TemplateResponse(
            request, "generic_look_up.html", context
        )

    async def refuse(self, request: Request) -> Response:
        """Give the next record of a dossier back, as a clerk who found a fault."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        form = await request.form()
        told = [str(form.get(name) or "").strip() for name in ("code", "words")]
        if not await run_in_threadpool(self._ledger.refuse_next, *told):
            return Response("no such dossier, or no words", status_code=400)
        return RedirectResponse(self._ministry.path, status_code=303)

    def _save(self, asked: Body) -> Body:
        updating = str(asked.get("isUpdating"))
        if updating not in ("True", "False"):
            return said(BAD, "Thiếu isUpdating")
        return each(asked, lambda row: self._ledger.save(row, updating == "True"))

    def _progress(self, asked: Body) -> Body:
        return each(asked, self._ledger.add_progress)

    def _record(self, asked: Body) -> Body:
        code, words, number = self._ledger.keep_record(asked)
        return {**said(code, words), "MaDongBo": number}

    def _newest(self) -> list[Body]:
        return self._ledger.newest_first()

    def _shown(self, row: Body) -> Body:
        rules = self._ministry.rules
        return {
            **row,
            "records": [
                {
                    "number": value_at(one, rules.number),
                    "day": value_at(one, rules.days[0]),
                    "issuer": one["CoQuanCap"],
                    "theirs": one["MaDongBo"],
                    "url": value_at(one, "TepGiayPhep.Url"),
                }
                for one in row["GiayPhep"]
            ],
        }


def behind(tokens: GatewayTokens, answer: Callable[[Body], Body]) -> Any:
    """Return an address: a token is asked for, a no is an HTTP 200."""

    async def ask(request: Request) -> Response:
        if no := tokens.refuse(request):
            return no
        try:
            asked = await request.json()
        except ValueError:
            asked = None
        if not isinstance(asked, dict):
            return JSONResponse(said(BAD, "Dữ liệu không hợp lệ"))
        return JSONResponse(await run_in_threadpool(answer, asked))

    return ask


def each(asked: Body, act: Callable[[Body], tuple[str, str]]) -> Body:
    """Answer each row by its own verdict."""
    rows: Any = asked.get("data")
    is_rows = isinstance(rows, list) and 0 < len(rows) <= MOST_ROWS
    if not is_rows or not all(isinstance(row, dict) for row in rows):
        return said(BAD, "Dữ liệu không hợp lệ")
    result = []
    for row in rows:
        code, words = act(row)
        result.append({"MaHoSo": str(row.get("MaHoSo") or ""), **said(code, words)})
    return {**said(DONE, "Đã nhận"), "result": result}


def said(code: str, words: str) -> Body:
    """Return an answer in their words."""
    return {"error_code": code, "message": words}
