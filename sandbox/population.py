"""The population database behind the data gateway: a token, then one question."""

import asyncio
import base64
import secrets
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.names import bare
from sandbox.settings import Settings

SYSTEM = System(
    "population",
    "Cơ sở dữ liệu quốc gia về dân cư (trục LGSP)",
    "/population/",
    {"fault": {"code": 900802, "message": "Message throttled out"}},
)
PEOPLE = Path(__file__).parent / "scenarios/population.toml"
RECORD, CONFIRM = "001", "037"
MATCH, MISMATCH, NOBODY = 1, 0, 2
TOKEN_LIVES = 3600
PATIENCE = 30  # seconds a silent question is kept open
NO_TOKEN = {"fault": {"code": 900901, "message": "Invalid Credentials"}}

Row = dict[str, Any]  # one person of the scenario, as TOML has it
Upto20 = Annotated[str, Field(max_length=20)]


class Question(BaseModel):
    """Whom is asked about; every field must be there, if only empty."""

    MaYeuCau: str = Field(min_length=1, max_length=40)
    MaDVC: str = Field(min_length=1, max_length=20)
    MaTichHop: Upto20
    MaDonVi: str = Field(min_length=1, max_length=35)
    MaCanBo: Upto20
    SoDinhDanh: str = Field(pattern=r"^(\d{12})?$")
    SoCMND: str = Field(pattern=r"^(\d{9})?$")
    HoVaTen: str
    NgayThangNamSinh: str = Field(pattern=r"^(\d{4}(-\d{2}-\d{2})?)?$")


@dataclass
class Population:
    """The gateway's tokens and the records behind it."""

    settings: Settings
    templates: Jinja2Templates
    tokens: set[str] = field(default_factory=set)
    scenario: Row = field(
        default_factory=lambda: tomllib.loads(PEOPLE.read_text("utf-8"))
    )

    def routes(self) -> list[Route]:
        """Return the token, the question, and a page of who is on file."""
        return [
            Route("/population", self.page),
            Route("/population/token", self.token, methods=["POST"]),
            Route("/population/apiCSDLDanCu/1.0/traCuu", self.answer, methods=["POST"]),
        ]

    def page(self, request: Request) -> Response:
        """Show the records there are."""
        people = [
            {"row": row, "name": whole_name(row), "day": shown_day(row)}
            for row in self.scenario["person"]
        ]
        context = {"people": people, "silent": self.scenario["silent"]["numbers"]}
        return self.templates.TemplateResponse(request, "population.html", context)

    async def token(self, request: Request) -> Response:
        """Give a token for the consumer's key and secret."""
        wanted = base64.b64encode(f"{self.settings.key}:{self.settings.key}".encode())
        given = request.headers.get("Authorization", "").removeprefix("Basic ")
        form = await request.form()
        if not secrets.compare_digest(given.encode(), wanted):
            return JSONResponse({"error": "invalid_client"}, status_code=401)
        if form.get("grant_type") != "client_credentials":
            return JSONResponse({"error": "unsupported_grant_type"}, status_code=400)
        token = secrets.token_hex(16)
        self.tokens.add(token)
        return JSONResponse(
            {
                "access_token": token,
                "token_type": "Bearer",
                "expires_in": TOKEN_LIVES,
                "scope": "default",
            }
        )

    async def answer(self, request: Request) -> Response:
        """Answer one question; the tokens are forgotten when the sandbox restarts."""
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if given not in self.tokens:
            return JSONResponse(NO_TOKEN, status_code=401)
        try:
            question = Question.model_validate_json(await request.body())
        except ValidationError:
            return JSONResponse({"MaLoi": "01", "MoTa": "invalid request"})
        number = question.SoDinhDanh or question.SoCMND
        if number in self.scenario["silent"]["numbers"]:
            await asyncio.sleep(PATIENCE)
            return Response("Gateway Timeout", status_code=504)
        if question.MaTichHop == CONFIRM:
            return JSONResponse(envelope("KetQuaXacNhan", self.verdict(question)))
        if question.MaTichHop == RECORD:
            return JSONResponse(envelope("CongdanCollection", self.record(question)))
        return JSONResponse({"MaLoi": "02", "MoTa": "unknown MaTichHop"})

    def on_file(self, question: Question) -> Row | None:
        """Return who bears the number asked about."""
        for row in self.scenario["person"]:
            if question.SoDinhDanh and row["number"] == question.SoDinhDanh:
                return dict(row)
            if question.SoCMND and row.get("old_number") == question.SoCMND:
                return dict(row)
        return None

    def record(self, question: Question) -> Row:
        """Return the record when number, name and birth date agree."""
        row = self.on_file(question)
        if row is None or differing(question, row):
            return {}
        return {"CongDan": as_written(row)}

    def verdict(self, question: Question) -> Row:
        """Return whether they agree and, if not, in what."""
        row = self.on_file(question)
        if row is None:
            return {"KetQua": NOBODY, "TruongSaiLech": []}
        wrong = differing(question, row)
        return {"KetQua": MISMATCH if wrong else MATCH, "TruongSaiLech": wrong}


def envelope(part: str, content: Row) -> Row:
    """Return the answer in its envelope."""
    return {"Envelope": {"Body": {part: content}}}


def differing(question: Question, row: Row) -> list[str]:
    """Name what does not agree; names are compared without marks and capitals."""
    wrong = []
    if bare(question.HoVaTen) != bare(whole_name(row)):
        wrong.append("HoVaTen")
    if question.NgayThangNamSinh != shown_birth(row):
        wrong.append("NgayThangNamSinh")
    return wrong


def whole_name(row: Row) -> str:
    """Return the three parts of a name as one."""
    return " ".join(part for part in row["name"] if part)


def shown_birth(row: Row) -> str:
    """Return the birth date as it is asked for: a day, or only the year."""
    born: date | None = row.get("born")
    return born.isoformat() if born else str(row["born_year"])


def shown_day(row: Row) -> str:
    """Return the birth date for the page."""
    born: date | None = row.get("born")
    return born.strftime("%d/%m/%Y") if born else str(row["born_year"])


def as_written(row: Row) -> Row:
    """Return a record in the words of the contract."""
    family, middle, given = row["name"]
    return {
        "SoDinhDanh": row["number"],
        "SoCMND": row.get("old_number"),
        "HoVaTen": {"Ho": family, "ChuDem": middle, "Ten": given},
        "GioiTinh": row["sex"],
        "DanToc": row.get("ethnicity", "01"),
        "TonGiao": None,
        "QuocTich": row.get("nationality", "VN"),
        "TinhTrangHonNhan": None,
        "NhomMau": None,
        "NgayThangNamSinh": {
            "Nam": shown_birth(row)[:4],
            "NgayThangNam": shown_birth(row) if "born" in row else None,
        },
        "QueQuan": place(row.get("birthplace", "")),
        "ThuongTru": place(row["home"]),
        "Cha": kin(row.get("father")),
        "Me": kin(row.get("mother")),
        "NguoiDaiDien": kin(row.get("guardian")),
    }


def place(detail: str) -> Row:
    """Return an address; the invented places have no codes."""
    return {
        "MaTinhThanh": None,
        "MaQuanHuyen": None,
        "MaPhuongXa": None,
        "ChiTiet": detail,
        "QuocGia": "VN",
    }


def kin(row: list[str] | None) -> Row | None:
    """Return somebody named in the record."""
    if row is None:
        return None
    return {
        "HoVaTen": row[0],
        "QuocTich": "VN",
        "SoDinhDanh": row[1],
        "SoCMND": None,
    }
