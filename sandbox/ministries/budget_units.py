"""The register of budget units: its dossiers by day, one of them, and its statistics."""

from collections import Counter
from collections.abc import Callable, Mapping
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
    slashed,
    today,
)
from sandbox.settings import Settings

SYSTEM = System(
    "budget_unit_registry",
    "Mã số có quan hệ ngân sách (Bộ Tài chính)",
    "/budget-units/",
    {"error_code": "9", "message": "Lỗi nghiệp vụ", "total": 0, "result": []},
)
BASE = "/budget-units/apiMSNS"
WAITING, DONE, BACK = "Đang xử lý", "Đã cấp mã", "Trả lại"
MOST_ROWS = 100
UNITS = (
    ("Trường Mầm non Hoa Mẫu", "Đơn vị sự nghiệp", "622", "01"),
    ("Ủy ban nhân dân phường Ví Dụ", "Cơ quan nhà nước", "800", "01"),
    ("Ban quản lý dự án Cầu Thử Nghiệm", "Dự án đầu tư", "599", "02"),
    ("Dự án Đường Minh Họa giai đoạn 1", "Dự án đầu tư", "599", "03"),
)
WORDS = Words(
    "Mã số có quan hệ ngân sách",
    "Hồ sơ cấp mã (hư cấu) mà cổng tra cứu được. Bấm để xử lý một hồ sơ.",
    "/budget-units",
    (WAITING, DONE, BACK),
)
FIELDS = Fields("MaHoSo", "TenDonVi", "TrangThai", ("LoaiHinh", "NgayNop"))
Query = Mapping[str, str]


class Refused(Exception):
    """The register's own no: a code and words."""


@dataclass
class BudgetUnits:
    """Dossiers of codes, moved on by a clerk."""

    settings: Settings
    templates: Jinja2Templates

    def __post_init__(self) -> None:
        self._tokens = GatewayTokens(self.settings)
        path = self.settings.data / "budget_units.jsonl"
        self._board = RecordBoard(path, _seed, FIELDS, WORDS)

    def routes(self) -> list[BaseRoute]:
        """Return the addresses of the contract, and the clerk's page."""
        calls: dict[str, Callable[[Query], dict[str, Any]]] = {
            "danhSachHoSo": self._list,
            "chiTietHoSo": self._details,
            "thongKe": self._counts,
        }
        return [
            *self._board.routes(self.templates),
            Route("/budget-units/token", self._tokens.token, methods=["POST"]),
            *(
                Route(f"{BASE}/{name}", self._call(call))
                for name, call in calls.items()
            ),
        ]

    def _call(self, answer: Callable[[Query], dict[str, Any]]) -> Any:
        async def ask(request: Request) -> Response:
            if no := self._tokens.refuse(request):
                return no
            try:
                told = await run_in_threadpool(answer, request.query_params)
            except Refused as refused:
                code, words = refused.args
                none: dict[str, Any] = {"total": 0, "result": []}
                return JSONResponse({"error_code": code, "message": words, **none})
            return JSONResponse({"error_code": 0, "message": "", **told})

        return ask

    def _list(self, query: Query) -> dict[str, Any]:
        rows = self._between(query)
        try:
            page = int(query.get("trang", "1"))
            size = int(query.get("kichThuoc", "20"))
        except ValueError:
            raise Refused("2", "trang, kichThuoc phải là số") from None
        if page < 1 or not 0 < size <= MOST_ROWS:
            raise Refused("2", "kichThuoc từ 1 đến 100")
        part = rows[(page - 1) * size : page * size]
        return {"total": len(rows), "result": [_told(row) for row in part]}

    def _details(self, query: Query) -> dict[str, Any]:
        number = query.get("maHoSo")
        found = [row for row in self._board.rows() if row["MaHoSo"] == number]
        if not found:
            raise Refused("1", "Không tìm thấy hồ sơ")
        return {"total": 1, "result": _told(found[0])}

    def _counts(self, query: Query) -> dict[str, Any]:
        rows = self._between(query)
        sums = Counter((row["LoaiDangKy"], row["TrangThai"]) for row in rows)
        told = [
            {"LoaiDangKy": kind, "TrangThai": state, "SoLuong": count}
            for (kind, state), count in sorted(sums.items())
        ]
        return {"total": len(rows), "result": told}

    def _between(self, query: Query) -> list[Row]:
        first = read_slashed(query.get("tuNgay"))
        last = read_slashed(query.get("denNgay"))
        if first is None or last is None or last < first:
            raise Refused("2", "Ngày phải theo dạng dd/MM/yyyy")
        days = [(row, read_slashed(row["NgayNop"])) for row in self._board.rows()]
        return [row for row, day in days if day and first <= day <= last]


def _seed(day: date) -> list[Row]:
    if day.isoweekday() > 5:
        return []
    return [_dossier(day, number) for number in range(1, 3 + day.toordinal() % 3)]


def _dossier(day: date, number: int) -> Row:
    unit, kind, chapter, form = UNITS[(day.toordinal() + number) % len(UNITS)]
    is_done = today() - day >= timedelta(days=3)
    return {
        "MaHoSo": f"MSNS-{day:%y%m%d}-{number:04d}",
        "LoaiDangKy": form,
        "TenDonVi": unit,
        "MaDVQHNS": f"3{day:%m%d}{number:02d}",
        "LoaiHinh": kind,
        "ChuongNS": chapter,
        "DiaBan": "Tỉnh Thái Nguyên",
        "CoQuanChuQuan": "Ủy ban nhân dân tỉnh Thái Nguyên",
        "NgayNop": slashed(day),
        "NgayCap": slashed(day + timedelta(days=3)) if is_done else "",
        "TrangThai": DONE if is_done else WAITING,
        "NguoiLienHe": "Phạm Thị Liên Hệ, 0900000098",
    }


def _told(row: Row) -> Row:
    """Return a row as it is sent: a code only once it is given."""
    told = {name: value for name, value in row.items() if name != "moved_at"}
    if row["TrangThai"] != DONE:
        return {**told, "MaDVQHNS": "", "NgayCap": ""}
    given = str(row.get("moved_at", "")).split(" ")[0] or row["NgayCap"]
    return {**told, "NgayCap": given}
