"""The interlinked services: hand declarations over, take statuses of their legs."""

import base64
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.sax.saxutils import escape

from pydantic import BaseModel, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.journal import Journal, Row
from sandbox.ministries.interlinked_papers import INVENTED, paper
from sandbox.pages import is_foreign
from sandbox.settings import Settings

SYSTEM = System(
    "interlinked_services",
    "Dịch vụ công liên thông (DVCLT)",
    "/interlinked-services/",
    {"status": "0", "message": "Lỗi hệ thống"},
)
GATE = "/interlinked-services/api/lienthongdvclt"
LEGS = {
    "2.002621": ("1.001193", "1.004222", "1.014137"),
    "2.002622": ("1.000656", "1.003197", "1.014028"),
}
STATES = {
    0: "chưa có",
    1: "mới",
    2: "bổ sung",
    3: "đang xử lý",
    4: "có kết quả",
    5: "đã trả",
    6: "từ chối",
    7: "đã chuyển",
}
NEXT = {
    0: (1,),
    1: (2, 3, 6, 7),
    2: (2, 3, 6, 7),
    3: (2, 3, 4, 6, 7),
    7: (2, 3, 4, 6, 7),
    4: (5,),
}
HERE = timedelta(hours=7)
MOST_SHOWN = 50
NO_TOKEN = {"status": "0", "message": "Phiên đăng nhập không hợp lệ"}


class Status(BaseModel):
    """A status as it comes."""

    maTTHC: str = Field(pattern=r"^\d\.\d{6}$")
    soHoSoLT: str = Field(min_length=3)
    coQuanXuLy: str = Field(min_length=2)
    maHoSo: str = Field(min_length=3)
    trangThai: int = Field(ge=1, le=7)
    thoiGianThucHien: str = Field(pattern=r"^\d\d/\d\d/\d{4} \d\d:\d\d:\d\d$")
    ghiChu: str = ""
    ketQuaXuLy: str = ""
    noiDungXuLy: str = ""


@dataclass
class InterlinkedServices:
    """Declarations and statuses, kept from one start to the next; tokens are not."""

    settings: Settings
    templates: Jinja2Templates
    tokens: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._filed = Journal(self.settings.data / "interlinked_filed.jsonl")
        self._taken = Journal(self.settings.data / "interlinked_taken.jsonl")
        self._told = Journal(self.settings.data / "interlinked_told.jsonl")

    def routes(self) -> list[Route]:
        """Return the addresses of the contract, and the page of declarations."""
        return [
            Route("/interlinked-services", self.board),
            Route("/interlinked-services.json", self.as_json),
            Route("/interlinked-services.file", self.file, methods=["POST"]),
            Route(f"{GATE}/login", self.login, methods=["POST"]),
            Route(f"{GATE}/hosomoi", self._behind(self._new)),
            Route(f"{GATE}/hosolienthong/{{id}}", self._behind(self._one)),
            Route(
                f"{GATE}/xacnhan/{{id}}",
                self._behind(self._acknowledge),
                methods=["PUT"],
            ),
            Route(
                f"{GATE}/capnhattrangthai", self._behind(self._status), methods=["POST"]
            ),
        ]

    async def login(self, request: Request) -> Response:
        """Give a token for name and password."""
        given, key = await request.json(), self.settings.key
        if given.get("userName") != key or given.get("password") != key:
            return JSONResponse(NO_TOKEN, status_code=401)
        token = secrets.token_hex(16)
        self.tokens.add(token)
        ends = (datetime.now(UTC) + timedelta(days=1)).isoformat()
        told = {"token": token, "refreshToken": secrets.token_hex(16)}
        return JSONResponse({**told, "refreshTokenExpiryTime": ends})

    def _behind(self, answer: Callable[[Request, bytes], Response]) -> Any:
        async def ask(request: Request) -> Response:
            given = request.headers.get("Authorization", "").removeprefix("Bearer ")
            if given not in self.tokens:
                return JSONResponse(NO_TOKEN, status_code=401)
            return await run_in_threadpool(answer, request, await request.body())

        return ask

    def _new(self, _request: Request, _raw: bytes) -> Response:
        taken = {row["id"] for row in self._taken.rows}
        rows = [_head(row) for row in self._filed.rows if row["id"] not in taken]
        return JSONResponse({"data": rows})

    def _one(self, request: Request, _raw: bytes) -> Response:
        row = self._of(request.path_params["id"])
        if row is None:
            return JSONResponse({"data": None}, status_code=404)
        content = base64.b64encode(paper(row["title"], row["code"])).decode()
        file = {
            "id": "1",
            "loaiGiayTo": row["paper"],
            "tenGiayTo": row["paper"],
            "tenTepDinhKem": "giay-to.pdf",
            "duLieuTepDinhKem": content,
        }
        told = {"data": _xml(row["fields"]), "nguonNop": row["door"]}
        return JSONResponse({"data": {**_head(row), **told, "fileDinhKem": [file]}})

    def _acknowledge(self, request: Request, _raw: bytes) -> Response:
        row = self._of(request.path_params["id"])
        if row is None:
            return JSONResponse({"status": "0", "message": "Không tìm thấy hồ sơ"})
        is_new = self._taken.append(row["id"], {"id": row["id"], "at": _now()})
        words = "Xác nhận thành công" if is_new else "Xác nhận đã tồn tại"
        return JSONResponse({"status": "1", "message": words})

    def _status(self, _request: Request, raw: bytes) -> Response:
        try:
            said = Status.model_validate_json(raw)
        except ValidationError:
            return _no("Logic xử lý không hợp lệ: thiếu hoặc sai thông tin")
        if said.maTTHC not in {leg for legs in LEGS.values() for leg in legs}:
            return _no("Logic xử lý không hợp lệ: thủ tục không thuộc liên thông")
        key = f"{said.maHoSo}:{said.trangThai}:{said.thoiGianThucHien}"
        mine = [row for row in self._told.rows if row["maHoSo"] == said.maHoSo]
        last = int(mine[-1]["trangThai"]) if mine else 0
        if any(row["key"] == key for row in mine):
            return JSONResponse({"status": "1", "message": "Trạng thái đã tồn tại"})
        if last == 6:
            return _no("Hồ sơ bị từ chối nên không thể cập nhật")
        if said.trangThai not in NEXT.get(last, ()):
            is_early = said.trangThai > last
            early = (
                f"Hồ sơ chưa cập nhật trạng thái {STATES[1] if not last else 'trước'}"
            )
            return _no(early if is_early else "Logic xử lý không hợp lệ")
        self._told.append(key, {**said.model_dump(), "key": key, "at": _now()})
        return JSONResponse({"status": "1", "message": "Cập nhật thành công"})

    def board(self, request: Request) -> Response:
        """Show the declarations, their legs, and a way to file an invented one."""
        context = {"rows": self._all()[:MOST_SHOWN], "states": STATES}
        return self.templates.TemplateResponse(
            request, "interlinked_services.html", context | {"invented": INVENTED}
        )

    def as_json(self, _request: Request) -> Response:
        """Return declarations and statuses, newest first, for tests."""
        return JSONResponse(self._all())

    async def file(self, request: Request) -> Response:
        """File an invented declaration, at the national portal or at their own."""
        if is_foreign(request):
            return Response("foreign form", status_code=403)
        form = await request.form()
        kind, unit = str(form.get("kind")), str(form.get("unit", ""))
        if kind not in INVENTED or not unit:
            return Response("no such declaration or unit", status_code=400)
        number = len(self._filed.rows) + 1
        day = datetime.now(UTC) + HERE
        code = f"LT-{day:%y%m%d}-{secrets.token_hex(4)}"
        row = {
            **INVENTED[kind],
            "id": f"{number}-{secrets.token_hex(4)}",
            "code": code,
            "unit": unit,
            "door": str(form.get("door") or "dvcqg"),
            "at": _now(),
        }
        await run_in_threadpool(self._filed.append, code, row)
        return RedirectResponse("/interlinked-services", status_code=303)

    def _of(self, their_id: str) -> Row | None:
        return next((row for row in self._filed.rows if row["id"] == their_id), None)

    def _all(self) -> list[Row]:
        """Return every bundle known, filed here or told of, the newest first."""
        taken = {row["id"] for row in self._taken.rows}
        found: dict[str, Row] = {}
        for row in self._filed.rows:
            facts = {"id": row["id"], "name": row["name"], "door": row["door"]}
            kept = {**facts, "unit": row["unit"], "is_taken": row["id"] in taken}
            found[row["code"]] = {"code": row["code"], **kept, "legs": {}, "steps": {}}
        for told in self._told.rows:
            empty: Row = {"code": told["soHoSoLT"], "name": "", "door": "province"}
            fresh = {**empty, "legs": {}, "steps": {}}
            bundle = found.setdefault(told["soHoSoLT"], fresh)
            leg, steps = told["maHoSo"], bundle["steps"]
            bundle["legs"][leg] = told
            steps[leg] = steps.get(leg, 0) + 1
        return list(reversed(found.values()))


def _head(row: Row) -> Row:
    return {
        "id": row["id"],
        "maDonVi": row["unit"],
        "maTTHC": row["procedure"],
        "module": row["module"],
        "maHoSo": row["code"],
        "ngayTiepNhan": row["at"],
        "techId": "",
    }


def _xml(fields: dict[str, Any]) -> str:
    return f"<hoTich><hoSo>{_inner(fields)}</hoSo></hoTich>"


def _inner(fields: dict[str, Any]) -> str:
    return "".join(
        f"<{name}>{_inner(said) if isinstance(said, dict) else escape(said)}</{name}>"
        for name, said in fields.items()
    )


def _no(words: str) -> Response:
    return JSONResponse({"status": "0", "message": words})


def _now() -> str:
    return (datetime.now(UTC) + HERE).strftime("%d/%m/%Y %H:%M:%S")
