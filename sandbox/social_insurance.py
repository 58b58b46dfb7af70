"""The social insurance: which number the criteria belong to, or none."""

import secrets
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.faults import System
from sandbox.names import bare
from sandbox.settings import Settings

SYSTEM = System(
    "social_insurance",
    "Bảo hiểm xã hội Việt Nam",
    "/social-insurance/",
    {"errorCode": 99, "errorMessage": "business error"},
)
INSURED = Path(__file__).parent / "scenarios/insured.toml"

Row = dict[str, Any]  # one person of the scenario, as TOML has it


class Question(BaseModel):
    """The criteria of a search."""

    hoTen: str = Field(min_length=1)
    ngaySinh: str = Field(pattern=r"^\d{8}$")
    loaiNgaySinh: str = Field(pattern="^[012]$")
    gioiTinh: str = Field(pattern="^[123]$")
    maTinhKs: str
    maHuyenKs: str
    maXaKs: str
    isKs: str = Field(pattern="^[01]$")
    soDinhDanh: str = Field(pattern=r"^(\d{9}|\d{12})$")
    maSoBhxh: str = Field(pattern=r"^\d{10}$")


@dataclass
class SocialInsurance:
    """The agency and the people it insures."""

    settings: Settings
    scenario: Row = field(
        default_factory=lambda: tomllib.loads(INSURED.read_text("utf-8"))
    )

    def routes(self) -> list[Route]:
        """Return the one address of the contract that the portal uses."""
        path = "/social-insurance/getMaSoBhxhTheoTieuChi"
        return [Route(path, self.answer, methods=["POST"])]

    async def answer(self, request: Request) -> Response:
        """Return the number when everything agrees, and none otherwise."""
        given = request.headers.get("X-Api-Key", "").encode()
        if not secrets.compare_digest(given, self.settings.key.encode()):
            return JSONResponse({"errorCode": 1, "errorMessage": "wrong api key"})
        try:
            question = Question.model_validate_json(await request.body())
        except ValidationError:
            return JSONResponse({"errorCode": 2, "errorMessage": "invalid request"})
        if question.maSoBhxh in self.scenario["silent"]["numbers"]:
            return Response("Service Unavailable", status_code=503)
        number = question.maSoBhxh if self.matches(question) else ""
        return JSONResponse({"errorCode": 0, "maSoBhxh": number, "trangThai": 1})

    def matches(self, question: Question) -> bool:
        """All must agree; a number that is not on file agrees with anybody."""
        numbers = {row["number"]: row for row in self.scenario["insured"]}
        row = numbers.get(question.maSoBhxh)
        return row is None or (
            bare(row["full_name"]) == bare(question.hoTen)
            and f"{row['birth_date']:%Y%m%d}" == question.ngaySinh
            and row["id_number"] == question.soDinhDanh
        )
