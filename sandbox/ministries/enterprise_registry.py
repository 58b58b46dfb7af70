"""The enterprise registry: read by number, by period, by day and by dossier."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.journal import Row
from sandbox.ministries import enterprise_records as records
from sandbox.ministries.gateway_tokens import GatewayTokens
from sandbox.ministries.record_board import (
    Fields,
    RecordBoard,
    Words,
    now,
    read_slashed,
    today,
)
from sandbox.settings import Settings

SYSTEM = System(
    "enterprise_registry",
    "Đăng ký doanh nghiệp (Bộ Tài chính)",
    "/enterprise-registry/",
    {"Status": 0, "Message": "Lỗi nghiệp vụ"},
)
SERVICES = ("apiCSDLDKDN", "apiCSDLDKDN/1.0")  # both ways the gateway calls it
LONGEST = timedelta(days=4)  # both ends count: five days
MOST_ROWS = 100
WORDS = Words(
    "Đăng ký doanh nghiệp",
    "Hồ sơ đăng ký doanh nghiệp (hư cấu) mà cổng tra cứu được. Bấm để xử lý một hồ sơ "
    "ngay hôm nay.",
    "/enterprise-registry",
    records.STATES,
)
FIELDS = Fields(
    "IN_JOURNAL_NO", "NAME", "PROCESS_STATUS", ("DOCUMENT_TYPE", "RECEIPT_DATE")
)
OURS = ("done_on", "minute", "moved_at")  # never sent
Query = Mapping[str, str]


class Refused(Exception):
    """The registry's own no."""


@dataclass
class EnterpriseRegistry:
    """Enterprises that never change, and dossiers a clerk moves on."""

    settings: Settings
    templates: Jinja2Templates

    def __post_init__(self) -> None:
        self._tokens = GatewayTokens(self.settings)
        path = self.settings.data / "enterprise_registry.jsonl"
        self._board = RecordBoard(path, _seed, FIELDS, WORDS)

    def routes(self) -> list[BaseRoute]:
        """Return the addresses of the contract, and the clerk's page."""
        calls: dict[str, Callable[[Query], dict[str, Any]]] = {
            "chiTietDoanhNghiep": _details,
            "danhSachHoSo": self._received,
            "danhSachHoSoTrongNgay": self._today,
            "tinhTrangHoSo": self._state,
        }
        base = "/enterprise-registry"
        return [
            *self._board.routes(self.templates),
            Route(f"{base}/token", self._tokens.token, methods=["POST"]),
            *(
                Route(f"{base}/{service}/{name}", self._call(answer))
                for service in SERVICES
                for name, answer in calls.items()
            ),
        ]

    def _call(self, answer: Callable[[Query], dict[str, Any]]) -> Any:
        async def ask(request: Request) -> Response:
            if no := self._tokens.refuse(request):
                return no
            try:
                told = await run_in_threadpool(answer, request.query_params)
            except Refused as refused:
                return JSONResponse({"Status": 0, "Message": str(refused)})
            return JSONResponse(told)

        return ask

    def _received(self, query: Query) -> dict[str, Any]:
        first = read_slashed(query.get("from_date"))
        last = read_slashed(query.get("to_date"))
        if first is None or last is None or last < first:
            raise Refused("Ngày phải theo dạng dd/MM/yyyy")
        if last - first > LONGEST:
            raise Refused("Khoảng thời gian không quá 5 ngày")
        return _page(self._between(first, last), query)

    def _between(self, first: date, last: date) -> list[Row]:
        days = [(row, read_slashed(row["RECEIPT_DATE"])) for row in self._board.rows()]
        return [row for row, day in days if day and first <= day <= last]

    def _today(self, query: Query) -> dict[str, Any]:
        first, last = _minute(query.get("from_ts")), _minute(query.get("to_ts"))
        if first is None or last is None:
            raise Refused("Giờ phải theo dạng HH:mm")
        day = f"{today():%d/%m/%Y}"
        done = [(row, str(_told(row)["PROCESSED_DATE"])) for row in self._board.rows()]
        mine = [
            row
            for row, at in done
            if at.startswith(day) and first <= (_minute(at[-5:]) or 0) <= last
        ]
        return _page(mine, query)

    def _state(self, query: Query) -> dict[str, Any]:
        number = query.get("in_journal_no")
        found = [row for row in self._board.rows() if row["IN_JOURNAL_NO"] == number]
        if not found:
            raise Refused("Không tìm thấy hồ sơ")
        return {"Data": [_told(found[0])], "DataCount": 1, "Status": 1, "Message": ""}


def _seed(day: date) -> list[Row]:
    """Return a day's dossiers as they stand at this moment."""
    return [_standing(row) for row in records.registrations(day)]


def _standing(row: Row) -> Row:
    done = date.fromisoformat(row["done_on"])
    at = datetime.combine(done, datetime.min.time()) + timedelta(minutes=row["minute"])
    is_done = at <= now().replace(tzinfo=None)
    state = records.DONE if is_done else records.WAITING
    moment = at.strftime("%d/%m/%Y %H:%M") if is_done else ""
    return {**row, "PROCESS_STATUS": state, "PROCESSED_DATE": moment}


def _told(row: Row) -> Row:
    moved = {"PROCESSED_DATE": row["moved_at"]} if "moved_at" in row else {}
    return {name: value for name, value in row.items() if name not in OURS} | moved


def _page(rows: list[Row], query: Query) -> dict[str, Any]:
    try:
        offset, limit = int(query.get("offset", "0")), int(query.get("limit", "20"))
    except ValueError:
        raise Refused("offset, limit phải là số") from None
    if offset < 0 or not 0 < limit <= MOST_ROWS:
        raise Refused("limit từ 1 đến 100")
    page = [_told(row) for row in rows[offset : offset + limit]]
    return {"Data": page, "DataCount": len(rows), "Status": 1, "Message": ""}


def _details(query: Query) -> dict[str, Any]:
    found = records.ENTERPRISES.get(query.get("msdn", ""))
    if found is None:
        raise Refused("Không tìm thấy doanh nghiệp")
    return {**found, "DataCount": 1, "Status": "1", "Message": ""}


def _minute(text: str | None) -> int | None:
    try:
        moment = datetime.strptime(text or "", "%H:%M")  # noqa: DTZ007
    except ValueError:
        return None
    return moment.hour * 60 + moment.minute
