"""The transport registry: dossiers of a period, and GPLX with a session of its own."""

import json
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.journal import Row
from sandbox.ministries.gateway_tokens import GatewayTokens
from sandbox.ministries.record_board import (
    Fields,
    RecordBoard,
    Words,
    read_slashed,
    today,
)
from sandbox.settings import Settings

SYSTEM = System(
    "transport_registry",
    "Đăng ký vận tải, giấy phép lái xe",
    "/transport-registry/",
    {"total": -304, "data": []},
)
BASE = "/transport-registry"
AGENCY = "000.00.15.H55"
WAITING, DONE, RETURNED, CANCELLED = (
    "Đang xử lý",
    "Đã có kết quả",
    "Đã trả kết quả",
    "Đã hủy",
)
CODES = {WAITING: "4", DONE: "9", RETURNED: "10", CANCELLED: "7"}
PROCEDURES = (
    ("1.002801", "Đổi giấy phép lái xe do ngành giao thông vận tải cấp", "Đường bộ"),
    ("2.002288", "Cấp phù hiệu xe ô tô kinh doanh vận tải", "Vận tải"),
    ("1.001023", "Cấp giấy phép liên vận", "Vận tải"),
)
OWNERS = ("Nguyễn Văn Lái", "Trần Thị Xe", "Lê Văn Đường", "Hợp tác xã Vận tải Mẫu")
WORDS = Words(
    "Đăng ký vận tải",
    "Hồ sơ vận tải, giấy phép lái xe (hư cấu) mà cổng tra cứu được.",
    BASE,
    (WAITING, DONE, RETURNED, CANCELLED),
)
FIELDS = Fields("MaHoSo", "TenTTHC", "TenTrangThaiHoSo", ("ChuHoSo", "NgayTiepNhan"))


@dataclass
class TransportRegistry:
    """Dossiers, moved on by a clerk; sessions are forgotten at a restart."""

    settings: Settings
    templates: Jinja2Templates

    def __post_init__(self) -> None:
        self._tokens, self._sessions = GatewayTokens(self.settings), set[str]()
        path = self.settings.data / "transport_registry.jsonl"
        self._board = RecordBoard(path, _seed, FIELDS, WORDS)

    def routes(self) -> list[BaseRoute]:
        """Return the addresses of the contract, and the clerk's page."""
        return [
            *self._board.routes(self.templates),
            Route(f"{BASE}/token", self._tokens.token, methods=["POST"]),
            Route(f"{BASE}/apiGTVT/danhsachhoso", self.received),
            Route(f"{BASE}/mapi/login", self.login, methods=["POST"]),
            Route(f"{BASE}/mapi/g", self.ask, methods=["POST"]),
            Route(f"{BASE}.forget", self.forget, methods=["POST"]),
        ]

    async def received(self, request: Request) -> Response:
        """Return the dossiers of a period, or one of the refusals -300 to -303."""
        if no := self._tokens.refuse(request):
            return no
        query = request.query_params
        if code := self._refusal(query.get("GovAgencyCode"), query.get("APIKey")):
            return JSONResponse({"total": code, "data": []})
        first = read_slashed(query.get("ReceiveFromDate"))
        last = read_slashed(query.get("ReceiveToDate"))
        if first is None or last is None:
            return Response("dates are dd/MM/yyyy", status_code=400)
        rows = await run_in_threadpool(self._board.rows)
        mine = [
            _told(row)
            for row in rows
            if first <= date.fromisoformat(row["NgayTiepNhan"]) <= last
        ]
        start, end = int(query.get("Start", "-1")), int(query.get("End", "-1"))
        part = mine if start < 0 or end < 0 else mine[start:end]
        return JSONResponse({"total": len(mine), "data": part})

    def _refusal(self, agency: str | None, key: str | None) -> int:
        if not agency:
            return -300
        if not key:
            return -301
        if not secrets.compare_digest(key, self.settings.key):
            return -302
        return 0 if agency == AGENCY else -303

    async def login(self, request: Request) -> Response:
        """Give a session for the account of GPLX."""
        if no := self._tokens.refuse(request):
            return no
        body = _json(await request.body())
        wanted = self.settings.key
        if body.get("username") != wanted or body.get("password") != wanted:
            return JSONResponse({"session": "", "error_code": "401"})
        session = secrets.token_hex(12)
        self._sessions.add(session)
        return JSONResponse({"session": session})

    async def ask(self, request: Request) -> Response:
        """Answer TraCuuHoSo to who has a session."""
        if no := self._tokens.refuse(request):
            return no
        body = _json(await request.body())
        if body.get("session") not in self._sessions:
            return JSONResponse({"error_code": "401", "total": 0, "data": []})
        if body.get("service") != "TraCuuHoSo":
            return JSONResponse({"error_code": "404", "total": 0, "data": []})
        rows = await run_in_threadpool(self._board.rows)
        found = [_told(row) for row in rows if row["MaHoSo"] == body.get("mahoso")]
        return JSONResponse({"total": len(found), "data": found or None})

    def forget(self, _request: Request) -> Response:
        """End every session, as the night does."""
        self._sessions.clear()
        return Response(status_code=204)


def _seed(day: date) -> list[Row]:
    if day.isoweekday() == 7:
        return []
    return [_dossier(day, number) for number in range(1, 5 + day.toordinal() % 4)]


def _dossier(day: date, number: int) -> Row:
    turn = day.toordinal() + number
    code, name, sector = PROCEDURES[turn % len(PROCEDURES)]
    due = day + timedelta(days=5)
    ended = day + timedelta(days=7 if turn % 6 == 0 else 4)
    is_done = ended <= today()
    return {
        "MaHoSo": f"{AGENCY}-{day:%y%m%d}-{number:04d}",
        "MaTTHC": code,
        "TenTTHC": name,
        "TenLinhVuc": sector,
        "TrichYeuHoSo": f"{name} – {OWNERS[turn % len(OWNERS)]}",
        "KenhThucHien": "2" if turn % 3 else "1",
        "DonViXuLy": "Sở Xây dựng tỉnh Thái Nguyên",
        "MaDonViXuLy": AGENCY,
        "ChuHoSo": OWNERS[turn % len(OWNERS)],
        "SoDienThoai": "0900000097",
        "Email": "chu-ho-so@example.vn",
        "DiaChi": "Phường Tích Lương, tỉnh Thái Nguyên",
        "NgayGuiHoSo": day.isoformat(),
        "NgayTiepNhan": day.isoformat(),
        "NgayHenTra": due.isoformat(),
        "NgayKetThucXuLy": ended.isoformat() if is_done else None,
        "NgayTra": None,
        "NgayHuyHoSo": None,
        "TenTrangThaiHoSo": DONE if is_done else WAITING,
    }


def _told(row: Row) -> Row:
    """Return a row as it is sent, with the dates a clerk's move brings along."""
    told = {name: value for name, value in row.items() if name != "moved_at"}
    told["TrangThaiHoSo"] = CODES[row["TenTrangThaiHoSo"]]
    moved = read_slashed(str(row.get("moved_at", "")).split(" ")[0])
    if moved is None:
        return told
    day = moved.isoformat()
    ended = {DONE: "NgayKetThucXuLy", RETURNED: "NgayTra", CANCELLED: "NgayHuyHoSo"}
    if name := ended.get(row["TenTrangThaiHoSo"]):
        told[name] = day
        told["NgayKetThucXuLy"] = told["NgayKetThucXuLy"] or day
    else:
        told["NgayKetThucXuLy"] = None
    return told


def _json(raw: bytes) -> dict[str, Any]:
    try:
        found = json.loads(raw)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
