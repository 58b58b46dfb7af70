"""The newer central interface of the national portal: tokens, files, dossiers, statuses."""

import base64
import binascii
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from sandbox.faults import System
from sandbox.journal import Journal
from sandbox.ministries.national_ledger import DONE, NO, NationalLedger
from sandbox.ministries.sync_words import STATUSES
from sandbox.pages import is_foreign
from sandbox.settings import Settings

SYSTEM = System(
    "central_portal",
    "Cổng Dịch vụ công quốc gia – giao diện tập trung mới",
    "/central-portal/",
    {"code": "500", "message": "Lỗi xử lý dữ liệu", "data": None},
)
HOME = "/central-portal"
BASE = f"{HOME}/api/v1"
LIVES = 300
RICH = {"5", "6", "9"}  # with these statuses alone fees and results are taken
NEEDED = ("MaHoSo", "MaTTHC", "MaDichVuCong", "ChuHoSo", "LoaiDoiTuong")
HERE = timedelta(hours=7)

Body = dict[str, Any]  # JSON


@dataclass
class CentralPortal:
    """Speaks of the same dossiers as the older interface, in the newer words."""

    settings: Settings
    ledger: NationalLedger
    tokens: dict[str, datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._files = Journal(self.settings.data / "central_files.jsonl")
        self._counter = 0

    def routes(self) -> list[Route]:
        """Return the addresses, and the files that came, for tests."""
        served: dict[str, Callable[[Body], Body]] = {
            "tep-tin": self._upload,
            "ho-so": self._create,
            "ho-so/trang-thai": self._status,
            "ho-so/tien-do": self._progress,
            "ho-so/tra-cuu": self._look_up,
            "ho-so/ma-tiep-theo": self._next_value,
        }
        return [
            Route(f"{HOME}.json", self.as_json),
            Route(f"{HOME}.end-sessions", self.end_sessions, methods=["POST"]),
            Route(f"{BASE}/token", self.token, methods=["POST"]),
            *(
                Route(f"{BASE}/{path}", self._guarded(act), methods=["POST"])
                for path, act in served.items()
            ),
        ]

    async def token(self, request: Request) -> Response:
        """Give a token for the client's id and secret."""
        asked = await _body(request)
        key = self.settings.key
        if (asked.get("client_id"), asked.get("client_secret")) != (key, key):
            return JSONResponse(_said("400", "Sai client_id hoặc client_secret"))
        token = secrets.token_hex(16)
        self.tokens[token] = datetime.now(UTC) + timedelta(seconds=LIVES)
        given = {"access_token": token, "expires_in": LIVES}
        return JSONResponse(_said(DONE, "Thành công", given))

    def as_json(self, _request: Request) -> Response:
        """Return the files that came, without their bytes."""
        return JSONResponse(self._files.rows)

    async def end_sessions(self, request: Request) -> Response:
        """Forget every token."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        self.tokens.clear()
        return RedirectResponse("/national-portal", status_code=303)

    def _guarded(self, act: Callable[[Body], Body]) -> Callable[[Request], Any]:
        async def serve(request: Request) -> Response:
            given = request.headers.get("Authorization", "").removeprefix("Bearer ")
            now = datetime.now(UTC)
            if self.tokens.get(given, now) <= now:
                return JSONResponse(_said("401", "Token không hợp lệ"))
            return JSONResponse(await run_in_threadpool(act, await _body(request)))

        return serve

    def _upload(self, asked: Body) -> Body:
        try:
            data = base64.b64decode(str(asked.get("NoiDung") or ""), validate=True)
        except binascii.Error:
            data = b""
        if not data or not asked.get("TenTepTin"):
            return _said("400", "Tệp tin không hợp lệ")
        digest = hashlib.sha256(data).hexdigest()
        row = {"IdTepTin": digest[:24], "HashTepTin": digest, "size": len(data)}
        self._files.append(digest, {**row, "TenTepTin": asked["TenTepTin"]})
        return _said(DONE, "Thành công", row)

    def _create(self, asked: Body) -> Body:
        for name in NEEDED:
            if not asked.get(name):
                return _said("400", f"Thiếu trường {name}")
        known = {row["IdTepTin"]: row["HashTepTin"] for row in self._files.rows}
        for part in asked.get("ThanhPhanHoSo") or []:
            for file in part.get("GiayToDinhKem") or []:
                if known.get(file.get("IdGiayTo")) != file.get("HashTepTin"):
                    return _said("400", "Tệp tin chưa được tải lên")
        told = asked.get("EformThongTinChiTiet") or {}
        row = {
            "MaHoSo": asked["MaHoSo"],
            "MaTTHC": asked["MaTTHC"],
            "ChuHoSo": asked["ChuHoSo"],
            "SoGiayToChuHoSo": (asked.get("ThongTinNguoiNop") or {}).get("SoDinhDanh"),
            "KenhThucHien": told.get("KenhThucHien") or "2",
            "NgayNopHoSo": told.get("NgayNopHoSo"),
            "TrangThaiHoSo": "1",
            "ThanhPhanHoSo": asked.get("ThanhPhanHoSo"),
        }
        unit = str(asked.get("MaDonViTiepNhan"))
        return _said(*self.ledger.save(row, unit, is_update=False))

    def _status(self, asked: Body) -> Body:
        kept = self.ledger.find(str(asked.get("MaHoSo")))
        status = str(asked.get("TrangThai"))
        if not kept:
            return _said(NO, "Mã hồ sơ không tồn tại")
        if status not in STATUSES:
            return _said("400", "Trạng thái không có trong danh mục")
        more = {
            name: asked[name]
            for name in ("DanhSachLePhi", "DanhSachGiayToKetQua")
            if asked.get(name) is not None
        }
        if more and status not in RICH:
            return _said("400", "Trạng thái này không nhận lệ phí và kết quả")
        row = {**kept[0], "TrangThaiHoSo": status, **more}
        return _said(*self.ledger.save(row, str(row.pop("madonvi")), is_update=True))

    def _progress(self, asked: Body) -> Body:
        rows = asked.get("data")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            return _said("400", "Dữ liệu không hợp lệ")
        return _said(*self.ledger.add_progress(rows))

    def _look_up(self, asked: Body) -> Body:
        code = str(asked.get("MaHoSo") or "")
        begin, end = str(asked.get("TuNgay") or ""), str(asked.get("DenNgay") or "")
        found = self.ledger.find(code) if code else self.ledger.between(begin, end)
        return _said(DONE, "Thành công", found)

    def _next_value(self, asked: Body) -> Body:
        """Number a dossier; the province numbers its own, so nobody asks."""
        self._counter += 1
        day = datetime.now(UTC) + HERE
        return _said(DONE, "Thành công", f"H55-{day:%y%m%d}-{self._counter:04d}")


def _said(code: str, words: str, data: object = None) -> Body:
    return {"code": code, "message": words, "data": data}


async def _body(request: Request) -> Body:
    try:
        told = await request.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
