"""The mobile carriers' subscriber check: yes or no, and nothing else."""

import secrets
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.faults import System
from sandbox.names import spelling
from sandbox.numbers import local
from sandbox.scenarios import People
from sandbox.settings import Settings

SYSTEM = System(
    "carriers",
    "Kiểm tra thuê bao (nhà mạng di động)",
    "/carriers/",
    {"code": "99", "message": "business error"},
)


class Question(BaseModel):
    """Whose number it is said to be; the day is written yyyy-MM-dd."""

    msisdn: str
    fullName: str = Field(min_length=1)
    birthDate: date
    idNumber: str = Field(pattern=r"^(\d{9}|\d{12})$")
    requestId: str = Field(min_length=1)


@dataclass(frozen=True)
class Carriers:
    """The carriers, and who registered each number."""

    settings: Settings
    people: People

    def routes(self) -> list[Route]:
        """Return the one address of the contract."""
        return [Route("/carriers/verify", self.verify, methods=["POST"])]

    async def verify(self, request: Request) -> Response:
        """Compare what is asked with what is on file."""
        given = request.headers.get("X-Api-Key", "").encode()
        if not secrets.compare_digest(given, self.settings.carriers_key.encode()):
            return JSONResponse({"code": "1", "message": "wrong api key"})
        try:
            question = Question.model_validate_json(await request.body())
        except ValidationError:
            return JSONResponse({"code": "2", "message": "invalid request"})
        phone = local(question.msisdn)
        if phone is None:
            return JSONResponse({"code": "2", "message": "invalid request"})
        if phone in self.people.carrier_down:
            return Response("Service Unavailable", status_code=503)
        return JSONResponse({"code": "0", "matched": self.matches(phone, question)})

    def matches(self, phone: str, question: Question) -> bool:
        """All three must agree; a number that is not on file agrees with anybody."""
        subscriber = self.people.subscribers.get(phone)
        return subscriber is None or (
            spelling(subscriber.full_name) == spelling(question.fullName)
            and subscriber.birth_date == question.birthDate
            and subscriber.id_number == question.idNumber
        )
