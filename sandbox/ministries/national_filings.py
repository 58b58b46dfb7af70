"""Dossiers filed at the national portal: the page, and how a province takes them over."""

import base64
import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.journal import Journal
from sandbox.ministries.interlinked_papers import paper
from sandbox.ministries.national_catalogue import Catalogue
from sandbox.ministries.national_ledger import BAD, DONE, NO, NationalLedger
from sandbox.pages import is_foreign
from sandbox.settings import Settings

HOME = "/national-portal.nop-ho-so"
HERE = timedelta(hours=7)
MOST_ROWS = 100
MOMENT = "%Y%m%d%H%M%S"
NEEDED = ("MaTTHC", "MaDonVi", "TenNguoiNop", "NgaySinh", "SoDienThoai", "TrichYeuHoSo")
ASKED = (*NEEDED, "SoDinhDanhNguoiNop", "ChuHoSo", "Email", "DiaChi")

Body = dict[str, Any]  # JSON


class NationalFilings:
    """Kept from one start to the next; a dossier waits until it is acknowledged."""

    def __init__(
        self,
        settings: Settings,
        templates: Jinja2Templates,
        catalogue: Catalogue,
        ledger: NationalLedger,
    ) -> None:
        self._templates, self._catalogue = templates, catalogue
        self._ledger, self._lock = ledger, Lock()
        self._journal = Journal(settings.data / "national_filings.jsonl")
        self._filed: dict[str, Body] = {}
        self._taken: dict[str, str] = {}  # their code → the province's
        for row in self._journal.rows:
            self._apply(row)

    def services(self) -> dict[str, Callable[[Body], Body]]:
        """Return what the adapter serves of them."""
        return {
            "LayDanhSachHoSoChoTiepNhan": self._waiting,
            "ChiTietHoSo": self._detail,
            "LayTepDinhKem": self._file,
            "XacNhanDaNhan": self._take,
        }

    def routes(self) -> list[Route]:
        """Return the page to file at, and what was filed, for tests."""
        return [
            Route(HOME, self.page),
            Route(HOME, self.file, methods=["POST"]),
            Route(f"{HOME}.json", self.as_json),
        ]

    def page(self, request: Request) -> Response:
        """Show the form, and where everything filed stands."""
        return self._drawn(request, {})

    async def file(self, request: Request) -> Response:
        """Hand in; what lacks is said, and what was typed stays."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        form = await request.form()
        told = {name: str(form.get(name) or "").strip()[:500] for name in ASKED}
        lacking = [name for name in NEEDED if not told[name]]
        if lacking or not self._catalogue.knows(told["MaTTHC"]):
            return self._drawn(request, told, lacking or ["MaTTHC"])
        await run_in_threadpool(self._keep, told)
        return RedirectResponse(HOME, status_code=303)

    def as_json(self, _request: Request) -> Response:
        """Return what was filed, the newest first, with the province's code."""
        return JSONResponse(self._shown())

    def _drawn(
        self, request: Request, typed: Body, lacking: list[str] | None = None
    ) -> Response:
        context = {
            "procedures": self._catalogue.rows,
            "rows": self._shown(),
            "typed": typed,
            "lacking": lacking or [],
        }
        page = "national_filings.html"
        status = 400 if lacking else 200
        return self._templates.TemplateResponse(
            request, page, context, status_code=status
        )

    def _shown(self) -> list[Body]:
        states = {
            row["MaHoSo"]: row["words"] for row in reversed(self._ledger.newest_first())
        }
        return [
            {
                **row,
                "province": self._taken.get(code, ""),
                "words": states.get(code),
                "moment": _told(row["NgayNopHoSo"]),
            }
            for code, row in reversed(self._filed.items())
        ]

    def _keep(self, told: Body) -> None:
        with self._lock:
            now = datetime.now(UTC) + HERE
            code = f"G22-{now:%y%m%d}-{len(self._filed) + 1:06d}"
            found = self._catalogue.find(told["MaTTHC"]) or {}
            row = {
                **told,
                "MaHoSo": code,
                "TenTTHC": found.get("TENTTHC", ""),
                "ChuHoSo": told["ChuHoSo"] or told["TenNguoiNop"],
                "NgayNopHoSo": now.strftime(MOMENT),
                "KenhThucHien": "2",
                "TrangThaiHoSo": "1",
                "HinhThuc": "0",
                "TaiLieuNop": [
                    {
                        "TepDinhKemId": f"{code}.1",
                        "TenTepDinhKem": "giấy tờ nộp kèm.pdf",
                        "MaThanhPhanHoSo": "G01",
                    }
                ],
            }
            line = {"act": "file", "row": row}
            self._journal.append(code, line)
            self._apply(line)
            self._ledger.save(row, told["MaDonVi"], is_update=False)

    def _apply(self, line: Body) -> None:
        row = line["row"]
        if line["act"] == "file":
            self._filed[row["MaHoSo"]] = row
        else:
            self._taken[row["MaHoSo"]] = row["MaHoSoDiaPhuong"]

    def _waiting(self, asked: Body) -> Body:
        size = min(_number(asked.get("KichThuoc"), MOST_ROWS), MOST_ROWS)
        begin = (_number(asked.get("Trang"), 1) - 1) * size
        codes = [
            code
            for code, row in self._filed.items()
            if code not in self._taken and _is_under(row["MaDonVi"], asked["madonvi"])
        ]
        rows = [{"MaHoSo": code} for code in codes[begin : begin + size]]
        return {**_said(DONE, "Thành công"), "total": len(codes), "result": rows}

    def _detail(self, asked: Body) -> Body:
        row = self._filed.get(str(asked.get("MaHoSo")))
        if row is None:
            return {**_said(NO, "Mã hồ sơ không tồn tại"), "result": None}
        return {**_said(DONE, "Thành công"), "result": [row]}

    def _file(self, asked: Body) -> Body:
        wanted = str(asked.get("TepDinhKemId"))
        row = self._filed.get(wanted.rpartition(".")[0])
        if row is None:
            return {**_said(NO, "Không tìm thấy tệp"), "result": None}
        data = paper("GIẤY TỜ NỘP KÈM", row["MaHoSo"])
        file = {
            "TenTepDinhKem": row["TaiLieuNop"][0]["TenTepDinhKem"],
            "DuLieu": base64.b64encode(data).decode(),
            "Hash": hashlib.sha256(data).hexdigest(),
        }
        return {**_said(DONE, "Thành công"), "result": [file]}

    def _take(self, asked: Body) -> Body:
        code, ours = (
            str(asked.get(name) or "") for name in ("MaHoSo", "MaHoSoDiaPhuong")
        )
        with self._lock:
            if code not in self._filed:
                return _said(NO, "Mã hồ sơ không tồn tại")
            if not ours:
                return _said(BAD, "Thiếu trường MaHoSoDiaPhuong")
            if self._taken.setdefault(code, ours) != ours:
                return _said(BAD, "Hồ sơ đã được đơn vị khác nhận")
            line = {"act": "take", "row": {"MaHoSo": code, "MaHoSoDiaPhuong": ours}}
            self._journal.append(f"{code}:taken", line)
            return _said(DONE, "Thành công")


def _is_under(unit: str, asking: object) -> bool:
    """Tell whether the province that asks is the unit's: H55 of H55.242."""
    return str(asking).split(".")[-1] == unit.split(".")[0]


def _told(moment: str) -> str:
    there = datetime.strptime(moment, MOMENT).replace(tzinfo=UTC)  # as it is written
    return f"{there:%H:%M ngày %d/%m/%Y}"


def _number(value: object, otherwise: int) -> int:
    text = str(value)
    return int(text) if text.isdecimal() and int(text) > 0 else otherwise


def _said(code: str, words: str) -> Body:
    return {"error_code": code, "message": words}
