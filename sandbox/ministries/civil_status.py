"""The civil status registry: takes declarations, and enters them when told to."""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.journal import Journal, Row
from sandbox.ministries.civil_status_rules import (
    NAMES,
    OK,
    PAPERS,
    SUBJECT,
    TITLES,
    Refused,
    read_declared,
)
from sandbox.ministries.gateway_tokens import GatewayTokens
from sandbox.pages import is_foreign
from sandbox.settings import Settings
from sandbox.signing.sign_document import signed_paper

SYSTEM = System(
    "civil_status_registry",
    "Hộ tịch điện tử (Bộ Tư pháp)",
    "/civil-status/",
    {
        "status": "0",
        "statusDescription": NAMES["500"],
        "errorCode": "500",
        "errorDescription": NAMES["500"],
    },
)
BASE = "/civil-status/apiHoTichTuPhap/1.0"
INTERLINKED = "/civil-status/apiLienThongKSKT/1.0/nhanHoSoDKHT"
PROVINCES = ("19", "51", "62")  # the numbers of the provinces it is asked from
STATES = {
    "1": "Đã tiếp nhận, chờ xử lý",
    "2": "Yêu cầu bổ sung",
    "3": "Đủ điều kiện, đang xử lý",
    "4": "Đã vào sổ",
    "6": "Từ chối",
}
NEXT = {"1": ("3", "2", "4", "6"), "3": ("4", "2", "6"), "2": ("3", "6")}
WORDS = {
    "2": "Đề nghị bổ sung: đối chiếu lại ngày cấp Giấy chứng sinh với cơ sở y tế.",
    "6": "Từ chối: việc đã được đăng ký tại đơn vị khác.",
}
TAKEN = {
    "status": OK,
    "statusDescription": "Tiếp nhận hồ sơ thành công",
    "errorCode": "0",
    "errorDescription": "",
}
HERE = timedelta(hours=7)
MOST_SHOWN = 50


@dataclass
class CivilStatus:
    """Declarations and what became of them, kept from one start to the next."""

    settings: Settings
    templates: Jinja2Templates

    def __post_init__(self) -> None:
        self._tokens = GatewayTokens(self.settings)
        self._kept = Journal(self.settings.data / "civil_status.jsonl")

    def routes(self) -> list[Route]:
        """Return the addresses of the contract, and the registrar's page."""
        calls: dict[str, Callable[[bytes], dict[str, Any]]] = {
            f"{BASE}/dangKyHoTich": lambda raw: self._declare(raw, False),
            INTERLINKED: lambda raw: self._declare(raw, True),
            f"{BASE}/layKetQua": self._results,
            f"{BASE}/traTrangThaiHoSo": self._state,
        }
        return [
            Route("/civil-status", self.board),
            Route("/civil-status.json", self.as_json),
            Route("/civil-status.move", self.move, methods=["POST"]),
            Route("/civil-status/token", self._tokens.token, methods=["POST"]),
            *(
                Route(path, self._call(call), methods=["POST"])
                for path, call in calls.items()
            ),
        ]

    def _call(self, answer: Callable[[bytes], dict[str, Any]]) -> Any:
        """Return an address: a token is asked for, a no is an HTTP 200."""

        async def ask(request: Request) -> Response:
            if no := self._tokens.refuse(request):
                return no
            raw = await request.body()
            try:
                return JSONResponse(await run_in_threadpool(answer, raw))
            except Refused as refused:
                return JSONResponse(refused.told())

        return ask

    def _declare(self, raw: bytes, is_interlinked: bool) -> dict[str, Any]:
        declared, fields = read_declared(raw, is_interlinked)
        code = declared.maHoSoMCDT or declared.maHoSo
        known = self._of(code)
        if known is not None and known["state"] != "2":
            words = "Hồ sơ đã được tiếp nhận" if is_interlinked else "Hồ sơ đã tồn tại"
            raise Refused("500", words)
        round_ = known["round"] + 1 if known else 0
        row = declared.model_dump(exclude={"data"})
        self._happen(code, f"{code}:declared:{round_}", {**row, "fields": fields})
        return TAKEN

    def _results(self, raw: bytes) -> dict[str, Any]:
        asked = _json(raw)
        if str(asked.get("maTinh")) not in PROVINCES:
            raise Refused("108", "Mã tỉnh không đúng")
        codes, module = asked.get("maDinhDanhHoSo", []), asked.get("module")
        found = [self._of(str(code)) for code in codes]
        mine = [_told(row) for row in found if row and row["module"] == module]
        return {**TAKEN, "statusDescription": "", "value": mine}

    def _state(self, raw: bytes) -> dict[str, Any]:
        asked = _json(raw)
        row = self._of(str(asked.get("maHoSo", "")))
        if row is None or row["maDonVi"] != str(asked.get("maDonVi")):
            raise Refused("201", "Không tìm thấy hồ sơ")
        told = _told(row)
        told["ketQuaXuLy"] = None
        return {**TAKEN, "statusDescription": "", "value": told}

    def board(self, request: Request) -> Response:
        """Show the declarations, with what a registrar may do."""
        shown = list(reversed(self._all()))[:MOST_SHOWN]
        context = {"rows": shown, "states": STATES, "next": NEXT, "words": WORDS}
        return self.templates.TemplateResponse(request, "civil_status.html", context)

    def as_json(self, _request: Request) -> Response:
        """Return the declarations, newest first, for tests and for comparison."""
        return JSONResponse(list(reversed(self._all())))

    async def move(self, request: Request) -> Response:
        """Let the registrar act upon one declaration."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        form = await request.form()
        code, state = str(form.get("code")), str(form.get("state"))
        row = self._of(code)
        if row is None or state not in NEXT.get(row["state"], ()):
            return Response("no such dossier or state", status_code=400)
        words = str(form.get("words") or WORDS.get(state, ""))
        told: Row = {"state": state, "words": words, "changed": _now()}
        if state == "4":
            number = sum(one["state"] == "4" for one in self._all()) + 1
            told["entry"] = _entry(row, number)
        key = f"{code}:{state}:{row['moves']}"
        await run_in_threadpool(self._happen, code, key, told)
        return RedirectResponse("/civil-status", status_code=303)

    def _happen(self, code: str, key: str, told: Row) -> None:
        self._kept.append(key, {"code": code, **told})

    def _of(self, code: str) -> Row | None:
        return next((row for row in self._all() if row["code"] == code), None)

    def _all(self) -> list[Row]:
        """Fold what happened: a declaration, then moves; a new one begins again."""
        found: dict[str, Row] = {}
        for line in list(self._kept.rows):
            row = found.setdefault(line["code"], {"round": -1, "moves": 0})
            row["moves"] += 1
            if "fields" in line:
                begun = {"state": "1", "words": "", "round": row["round"] + 1}
                row |= {**line, **begun, "name": _name(line)}
            else:
                row |= line
        return list(found.values())


def _told(row: Row) -> dict[str, Any]:
    """Return a declaration as layKetQua says it."""
    entry = row.get("entry")
    return {
        "maHoSoLT": row["maHoSoLT"],
        "maHoSoMCDT": row["code"],
        "trangThai": row["state"],
        "thoiGianThucHien": row.get("changed", row["ngayTiepNhan"]),
        "ghiChu": "",
        "ketQuaXuLy": _paper(row, entry) if entry else None,
        "nguoiXuLy": "Công chức hộ tịch (hư cấu)",
        "chucDanh": "Công chức tư pháp – hộ tịch",
        "phongBanXuLy": "Tư pháp – Hộ tịch",
        "noiDungXuLy": row["words"],
        "hanBoSungHoSo": _in_days(5) if row["state"] == "2" else None,
        "errors": None,
    }


def _paper(row: Row, entry: Row) -> dict[str, str]:
    module = row["module"].removeprefix("LT")
    lines = [f"Họ và tên: {row['name']}", f"Quyển số: {entry['quyenSo']}"]
    if entry["soDinhDanh"]:
        lines.append(f"Số định danh cá nhân: {entry['soDinhDanh']}")
    facts = {
        "title": TITLES[module],
        "number": entry["soDangKy"],
        "lines": lines,
        "issuer": "ỦY BAN NHÂN DÂN (hư cấu)",
    }
    pdf = signed_paper(facts, None, "")
    return {**entry, PAPERS[module]: base64.b64encode(pdf).decode()}


def _entry(row: Row, number: int) -> Row:
    is_birth = row["module"].endswith("KS")
    day = datetime.now(UTC) + HERE
    return {
        "soDangKy": f"{number}/{day.year}",
        "quyenSo": f"01/{day.year}",
        "trangSo": str(number),
        "soDinhDanh": f"999{day.year % 100:02d}{number:07d}" if is_birth else "",
        "ngayDangKy": f"{day:%d/%m/%Y}",
    }


def _name(line: Row) -> str:
    module = str(line["module"]).removeprefix("LT")
    return str(line["fields"][SUBJECT[module]])


def _now() -> str:
    return (datetime.now(UTC) + HERE).strftime("%d/%m/%Y %H:%M:%S")


def _in_days(days: int) -> str:
    return (datetime.now(UTC) + HERE + timedelta(days=days)).strftime("%d/%m/%Y")


def _json(raw: bytes) -> dict[str, Any]:
    try:
        found = json.loads(raw)
    except ValueError:
        raise Refused("302", "Dữ liệu gửi lên không phải JSON") from None
    if not isinstance(found, dict):
        raise Refused("302", "Dữ liệu gửi lên sai cấu trúc")
    return found
