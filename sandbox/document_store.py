"""The national store of documents behind the data gateway: papers, then their files."""

import base64
import hashlib
import secrets
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.settings import Settings
from sandbox.signing.authority import Authority, open_authority
from sandbox.signing.holders import load_scenario
from sandbox.signing.sign_document import signed_paper

SYSTEM = System(
    "document_store",
    "Kho dữ liệu giấy tờ quốc gia (Kho DMQG, trục LGSP)",
    "/document-store/",
    {"errorCode": "99", "message": "Hệ thống bận", "result": None},
)
PAPERS = Path(__file__).parent / "scenarios/documents.toml"
SIGNER = "ubnd-phuong"
TOKEN_LIVES = 3600
NO_TOKEN = {"fault": {"code": 900901, "message": "Invalid Credentials"}}

Row = dict[str, Any]  # one paper of the scenario, as TOML has it


class Wanted(BaseModel):
    """One kind of paper asked for."""

    MaKetQua: str
    SoKyHieu: str


class Question(BaseModel):
    """Whose papers; every field must be there."""

    SoDinhDanhChuSoHuu: str = Field(pattern=r"^\d{12}$")
    HoTenNguoiYeuCau: str = Field(min_length=1)
    KenhThucHien: str = Field(pattern=r"^[12]$")
    SoDinhDanhNguoiYeuCau: str = Field(pattern=r"^\d{12}$")
    MaThuTuc: str = Field(min_length=1)
    DanhSachDanhMucKetQua: list[Wanted]


class FileQuestion(BaseModel):
    """Where a file lies."""

    CoQuanChuQuan: str
    DuongDan: str


@dataclass
class DocumentStore:
    """The gateway's tokens, the papers, and the files made of them when asked for."""

    settings: Settings
    templates: Jinja2Templates
    tokens: set[str] = field(default_factory=set)
    made: dict[str, bytes] = field(default_factory=dict)
    scenario: list[Row] = field(
        default_factory=lambda: list(tomllib.loads(PAPERS.read_text("utf-8"))["paper"])
    )

    def routes(self) -> list[Route]:
        """Return the token, the two questions, and a page of what is kept."""
        there = "/document-store"
        return [
            Route(there, self.page),
            Route(f"{there}/token", self.token, methods=["POST"]),
            Route(f"{there}/apiKhoDMQG/1.0/traCuuGiayTo", self.find, methods=["POST"]),
            Route(f"{there}/apiKhoDMQG/1.0/layTepTin", self.fetch, methods=["POST"]),
        ]

    def page(self, request: Request) -> Response:
        """Show the papers there are."""
        context = {"papers": self.scenario}
        return self.templates.TemplateResponse(request, "document_store.html", context)

    async def token(self, request: Request) -> Response:
        """Give a token for the consumer's key and secret."""
        wanted = base64.b64encode(f"{self.settings.key}:{self.settings.key}".encode())
        given = request.headers.get("Authorization", "").removeprefix("Basic ")
        if not secrets.compare_digest(given.encode(), wanted):
            return JSONResponse({"error": "invalid_client"}, status_code=401)
        token = secrets.token_hex(16)
        self.tokens.add(token)
        return JSONResponse({"access_token": token, "expires_in": TOKEN_LIVES})

    async def find(self, request: Request) -> Response:
        """Answer with the papers of one person, or of the kinds asked for."""
        if not self._is_known(request):
            return JSONResponse(NO_TOKEN, status_code=401)
        try:
            question = Question.model_validate_json(await request.body())
        except ValidationError:
            return JSONResponse({"errorCode": "01", "message": "invalid request"})
        found = [self._written(row) for row in self._papers_of(question)]
        result = {"DanhSachGiayToKetQua": found}
        signature = hashlib.sha256(repr(result).encode()).hexdigest()
        return JSONResponse(
            {
                "errorCode": "0",
                "message": "Thành công",
                "signature": signature,
                "result": result,
            }
        )

    async def fetch(self, request: Request) -> Response:
        """Answer with one file as base64."""
        if not self._is_known(request):
            return JSONResponse(NO_TOKEN, status_code=401)
        try:
            question = FileQuestion.model_validate_json(await request.body())
        except ValidationError:
            return JSONResponse({"errorCode": "01", "message": "invalid request"})
        for row in self.scenario:
            is_it = path_of(row) == question.DuongDan
            if is_it and row["issuer"] == question.CoQuanChuQuan:
                if row.get("broken"):
                    break
                data = await run_in_threadpool(self._content, row)
                coded = base64.b64encode(data).decode()
                return JSONResponse(
                    {"errorCode": "0", "message": "Thành công", "result": coded}
                )
        return JSONResponse({"errorCode": "404", "message": "Không có tệp"})

    def _is_known(self, request: Request) -> bool:
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return given in self.tokens

    def _papers_of(self, question: Question) -> list[Row]:
        wanted = {
            (one.MaKetQua, one.SoKyHieu) for one in question.DanhSachDanhMucKetQua
        }
        return [
            row
            for row in self.scenario
            if row["owner"] == question.SoDinhDanhChuSoHuu
            and (
                not wanted
                or (row["code"], row["number"]) in wanted
                or (row["code"], "") in wanted
            )
        ]

    def _written(self, row: Row) -> Row:
        name = f"{row['title']}.pdf"
        return {
            "MaKetQua": row["code"],
            "TenGiayTo": row["title"],
            "SoKyHieu": row["number"],
            "CoQuanChuQuan": row["issuer"],
            "DanhSachTepDinhKem": [{"TenTep": name, "DuongDan": path_of(row)}],
        }

    def _content(self, row: Row) -> bytes:
        key = path_of(row)
        if key not in self.made:
            authority = None if row.get("unsigned") else self._authority()
            self.made[key] = signed_paper(row, authority, SIGNER)
        return self.made[key]

    def _authority(self) -> Authority:
        return open_authority(self.settings, load_scenario())


def path_of(row: Row) -> str:
    """Return where the file lies; nobody can guess it from the paper."""
    told = f"{row['owner']}|{row['code']}|{row['number']}"
    return f"/kho/{hashlib.sha256(told.encode()).hexdigest()[:32]}.pdf"
