"""The land registry (VBDLIS): takes dossiers, and calls the portal from its page."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import httpx
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.ministries.gateway_tokens import GatewayTokens
from sandbox.ministries.interlinked_papers import paper
from sandbox.ministries.land_ledger import RETURNED, SUPPLEMENTED, LandLedger
from sandbox.ministries.record_board import now
from sandbox.pages import is_foreign
from sandbox.settings import Settings

HOME = "/land-registry"
CALLS = {
    "ChuyenHoSo": "Chuyển bước xử lý",
    "YeuCauBoSungHoSo": "Yêu cầu bổ sung",
    "NhanBoSungHoSo": "Đã nhận bổ sung",
    "GuiKetQuaThue": "Gửi thông báo thuế",
    "KetThucHoSo": "Kết thúc, có kết quả",
    "TraLaiHoSo": "Kết thúc, trả lại hồ sơ",
}
GIVEN_BACK = "TraLaiHoSo"  # a KetThucHoSo with another TrangThaiKetThuc
MOST_TIMES = 20

Body = dict[str, Any]  # JSON


def verdict(success: bool, code: str, message: str, kind: str = "DATA") -> Body:
    """Return an answer in their shape."""
    status = {"success": success, "code": code, "type": kind, "message": message}
    return {"data": None, "status": {**status, "time": f"{now():%d/%m/%Y %H:%M:%S}"}}


SYSTEM = System(
    "land_registry",
    "Cơ sở dữ liệu đất đai (VBDLIS)",
    f"{HOME}/",
    verdict(False, "500", "Lỗi hệ thống", "SYSTEM"),
)


class LandRegistry:
    """Its calls, its board, and the calls it makes when a tester presses."""

    def __init__(self, settings: Settings, templates: Jinja2Templates) -> None:
        self._settings, self._templates = settings, templates
        self._tokens = GatewayTokens(settings)
        self._ledger = LandLedger(settings.data / "land_registry.jsonl")

    def routes(self) -> list[Route]:
        """Return the addresses of the contract, the board and what its buttons send."""
        ledger = self._ledger
        calls: dict[str, Callable[[Body], tuple[bool, str, str]]] = {
            "tiepnhan": ledger.receive,
            "capnhattrangthaibosunghoso": lambda row: ledger.update(
                row, SUPPLEMENTED, "NgayNhanBoSung"
            ),
            "capnhattrangthaitraketquahoso": lambda row: ledger.update(
                row, RETURNED, "NgayTraKetQua"
            ),
        }
        return [
            Route(HOME, self.board),
            Route(f"{HOME}.json", lambda _: JSONResponse(ledger.newest_first())),
            Route(f"{HOME}.call", self.call, methods=["POST"]),
            Route(f"{HOME}.thue/{{number}}", self.tax_notice),
            Route(f"{HOME}/token", self._tokens.token, methods=["POST"]),
            Route(f"{HOME}/giay-to/{{number}}", self.result),
            *(
                Route(f"{HOME}/{name}", self._behind(act), methods=["POST"])
                for name, act in calls.items()
            ),
        ]

    def board(self, request: Request) -> Response:
        """Show what came, and let the clerk call the portal."""
        context = {
            "home": HOME,
            "calls": CALLS,
            "rows": self._ledger.newest_first()[:50],
            "reaches": bool(self._portal()),
        }
        return self._templates.TemplateResponse(request, "land_registry.html", context)

    async def call(self, request: Request) -> Response:
        """Tell the portal something, as often as wished; its answer is kept."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        form = await request.form()
        number, call, words = (
            str(form.get(name) or "") for name in ("number", "call", "words")
        )
        times = str(form.get("times") or "1")
        if call not in CALLS or not number or not times.isdecimal():
            return Response("no such call", status_code=400)
        base = str(request.base_url).rstrip("/")
        body = said(call, number, words, base)
        for _ in range(min(int(times), MOST_TIMES)):
            answer = await run_in_threadpool(self._tell, call, body)
            await run_in_threadpool(self._ledger.note_call, number, call, answer)
        return RedirectResponse(HOME, status_code=303)

    def result(self, request: Request) -> Response:
        """Hand an invented certificate out to who has a token."""
        if no := self._tokens.refuse(request):
            return no
        data = paper("GIẤY CHỨNG NHẬN", str(request.path_params["number"]))
        return Response(data, media_type="application/pdf")

    def tax_notice(self, request: Request) -> Response:
        """Show an invented notice of the tax office to anybody with its address."""
        data = paper("THÔNG BÁO NỘP LỆ PHÍ", str(request.path_params["number"]))
        return Response(data, media_type="application/pdf")

    def _tell(self, call: str, body: Body) -> str:
        name = "KetThucHoSo" if call == GIVEN_BACK else call
        key = {"Authorization": f"Bearer {self._settings.key}"}
        address = f"{self._portal()}/api/dat-dai/{name}"
        try:
            answer = httpx.post(address, json=body, headers=key, timeout=15)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return f"không gọi được: {type(error).__name__}"
        return f"HTTP {answer.status_code} {answer.text[:300]}"

    def _portal(self) -> str:
        base = urlsplit(self._settings.bank_push_url)
        return f"{base.scheme}://{base.netloc}" if base.netloc else ""

    def _behind(self, act: Callable[[Body], tuple[bool, str, str]]) -> Any:
        async def ask(request: Request) -> Response:
            if no := self._tokens.refuse(request):
                return no
            try:
                asked = await request.json()
            except ValueError:
                asked = None
            if not isinstance(asked, dict):
                return JSONResponse(verdict(False, "400", "Dữ liệu không hợp lệ"))
            return JSONResponse(verdict(*await run_in_threadpool(act, asked)))

        return ask


def said(call: str, number: str, words: str, base: str) -> Body:
    """Return what a call says; `base` is where this sandbox is reached."""
    moment = f"{now():%d/%m/%Y %H:%M:%S}"
    later = f"{now() + timedelta(days=5):%d/%m/%Y %H:%M:%S}"
    bodies: dict[str, Body] = {
        "ChuyenHoSo": {
            "MaCanBoChuyen": "CB01",
            "MaCanBoNhan": "CB02",
            "MaTrangThai": "DANGXULY",
            "LaTrangThaiChuyenLai": False,
            "NoiDungXuLy": words or "Chuyển thẩm tra hồ sơ địa chính",
            "NgayChuyen": moment,
            "HanXuLy": later,
        },
        "YeuCauBoSungHoSo": {
            "NgayChoBoSung": moment,
            "LaTamDung": True,
            "GhiChu": words or "Cần mảnh trích đo địa chính có xác nhận",
        },
        "NhanBoSungHoSo": {"NgayNhanBoSung": moment, "NgayHenTraMoi": later},
        "GuiKetQuaThue": {
            "NgayThongBao": moment,
            "DanhSachThongBaoThue": [
                {
                    "HoTenChu": "Người hư cấu",
                    "LoaiThue": words or "Lệ phí trước bạ",
                    "SoThongBaoThue": f"TB-{number[-4:]}",
                    "DuongDanThongBaoThue": f"{base}{HOME}.thue/TB-{number[-4:]}",
                }
            ],
        },
    }
    body = bodies[call] if call in bodies else _ended(call, number, words, base)
    return {"SoBienNhan": number, **body}


def _ended(call: str, number: str, words: str, base: str) -> Body:
    """Return the end: with a certificate, or given back without one."""
    results = [
        {
            "TenGiayTo": "Giấy chứng nhận quyền sử dụng đất",
            "KieuFile": "pdf",
            "LinkFile": f"{base}{HOME}/giay-to/GCN-{number[-4:]}",
            "SoBanSao": 0,
            "SoBanChinh": 1,
        }
    ]
    is_decided = call != GIVEN_BACK
    return {
        "NgayKetThuc": f"{now():%d/%m/%Y %H:%M:%S}",
        "NoiDungXuLy": words,
        "TrangThaiKetThuc": 0 if is_decided else 1,
        "DanhSachGiayToKetQua": results if is_decided else [],
    }
