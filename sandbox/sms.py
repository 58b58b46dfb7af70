"""The VNPT brandname gateway: one order sends one text to a list of phones."""

import secrets
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.faults import System
from sandbox.messages import Messages
from sandbox.numbers import local
from sandbox.settings import Settings

# Numbers and strings both occur for the same field.
Text = Annotated[str, BeforeValidator(str)]
Given = Annotated[Text, Field(min_length=1)]

ACCEPTED, BAD_ORDER, BAD_LOGIN, BAD_NUMBER, NO_CREDIT = "0", "1", "3", "8", "31"


def answer(code: str, description: str) -> dict[str, Any]:
    """Return an answer in the gateway's envelope; HTTP says 200 in every case."""
    return {"RPLY": {"name": "send_sms_list", "ERROR": code, "ERROR_DESC": description}}


SYSTEM = System(
    "sms",
    "Tin nhắn SMS (VNPT brandname)",
    "/sms/",
    answer(NO_CREDIT, "account has no credit"),
)


class Param(BaseModel):
    """One blank of the template."""

    NUM: Text
    CONTENT: Given


class Order(BaseModel):
    """The fields of the contract that decide what happens."""

    name: str
    REQID: Given
    LABELID: Given
    CONTRACTTYPEID: Given
    CONTRACTID: Given
    TEMPLATEID: Given
    PARAMS: Annotated[list[Param], Field(min_length=1)]
    SCHEDULETIME: Text
    MOBILELIST: Given
    ISTELCOSUB: Text
    AGENTID: Given
    APIUSER: Text
    APIPASS: Text
    USERNAME: Text
    DATACODING: Text


class Question(BaseModel):
    """The envelope of an order."""

    RQST: Order


@dataclass(frozen=True)
class Gateway:
    """The gateway, its customer's login, and the phones behind it."""

    settings: Settings
    messages: Messages

    def routes(self) -> list[Route]:
        """Return the one address of the contract."""
        return [Route("/sms/api", self.receive, methods=["POST"])]

    async def receive(self, request: Request) -> Response:
        """Read an order; the message is on the disk before the answer leaves."""
        try:
            order = Question.model_validate_json(await request.body()).RQST
        except ValidationError:
            return JSONResponse(answer(BAD_ORDER, "invalid request"))
        return JSONResponse(await run_in_threadpool(self.take, order))

    def take(self, order: Order) -> dict[str, Any]:
        """Send the text once to each phone, or refuse the whole order."""
        if order.name != "send_sms_list":
            return answer(BAD_ORDER, "unknown function")
        if not self.is_customer(order):
            return answer(BAD_LOGIN, "wrong api user or password")
        phones = [local(phone.strip()) for phone in order.MOBILELIST.split(",")]
        known = [phone for phone in phones if phone]
        if len(known) < len(phones):
            return answer(BAD_NUMBER, "invalid mobile number")
        text = " ".join(param.CONTENT for param in order.PARAMS)
        for phone in known:
            self.messages.deliver(
                order.REQID, phone, text, channel="sms", sender=order.LABELID
            )
        return answer(ACCEPTED, "success")

    def is_customer(self, order: Order) -> bool:
        """Tell whether the login is the one this sandbox was started with."""
        given = f"{order.APIUSER}\n{order.APIPASS}".encode()
        wanted = f"{self.settings.sms_user}\n{self.settings.sms_password}".encode()
        return secrets.compare_digest(given, wanted)
