"""The carriers' signature service (ETSI TS 102 204): a key in the SIM card."""

import base64
import binascii
import secrets
from dataclasses import dataclass
from uuid import uuid4

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.faults import System
from sandbox.numbers import local
from sandbox.settings import Settings
from sandbox.signing import soap
from sandbox.signing.authority import Authority
from sandbox.signing.holders import Holder, Place, Scenario
from sandbox.signing.keys import sign_as_cms
from sandbox.signing.waiting import Requests, Standing, Waiting

SYSTEM = System(
    "sim_signing",
    "Ký số bằng SIM (MSSP của nhà mạng)",
    "/sim-signing/MSS_",
    {"code": "900"},
)
XML = "application/soap+xml; charset=utf-8"
LONGEST_DATA = 4096
ACCEPTED, WRONG_PARAM, UNAUTHORIZED, UNKNOWN_CLIENT = "100", "101", "104", "105"
CODES = {
    Standing.WAITING: "504",
    Standing.REFUSED: "401",
    Standing.EXPIRED: "208",
    Standing.SIGNED: "500",
}


class Refused(Exception):
    """A fault of the standard."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code, self.reason = code, reason


@dataclass(frozen=True)
class SimSigning:
    """The service, the SIM cards with a key, and the requests on their phones."""

    settings: Settings
    scenario: Scenario
    authority: Authority
    requests: Requests

    def routes(self) -> list[Route]:
        """Return one address for each of the two operations."""
        at = "/sim-signing"
        return [
            Route(f"{at}/MSS_SignaturePort", self.sign, methods=["POST"]),
            Route(f"{at}/MSS_StatusQueryPort", self.status, methods=["POST"]),
        ]

    async def sign(self, request: Request) -> Response:
        """Put a request on the phone, and answer before anybody looks at it."""
        body = await request.body()
        try:
            waiting = await run_in_threadpool(self._take, body)
        except Refused as refused:
            return _refusal(refused)
        written = soap.answer("MSS_SignatureResp", ACCEPTED, waiting.id)
        return Response(written, media_type=XML)

    async def status(self, request: Request) -> Response:
        """Tell where a request stands."""
        body = await request.body()
        try:
            written = await run_in_threadpool(self._told, body)
        except Refused as refused:
            return _refusal(refused)
        return Response(written, media_type=XML)

    def _take(self, body: bytes) -> Waiting:
        asked = self._read(body, "MSS_SignatureReq")
        if asked.attribute("MessagingMode") != "asynchClientServer":
            raise Refused(WRONG_PARAM, "only asynchClientServer")
        waiting = Waiting(
            id=str(uuid4()),
            place=Place.SIM,
            holder=self._holder(local(asked.text("MSISDN"))),
            shown=asked.text("DataToBeDisplayed"),
            data=_data(asked),
        )
        if not self.requests.take(asked.attribute("AP_TransID", "AP_Info"), waiting):
            raise Refused(WRONG_PARAM, "AP_TransID was used before")
        return waiting

    def _told(self, body: bytes) -> bytes:
        asked = self._read(body, "MSS_StatusReq")
        waiting = self.requests.find(Place.SIM, asked.attribute("MSSP_TransID"))
        if waiting is None:
            raise Refused(WRONG_PARAM, "unknown MSSP_TransID")
        signature = ""
        if waiting.standing is Standing.SIGNED:
            pair = self.authority.held[waiting.holder.key]
            signed = sign_as_cms(pair, waiting.data, self.authority)
            signature = base64.b64encode(signed).decode()
        code = CODES[waiting.standing]
        return soap.answer("MSS_StatusResp", code, waiting.id, signature)

    def _read(self, body: bytes, name: str) -> soap.Asked:
        try:
            asked = soap.read(body, name)
        except soap.Unreadable:
            raise Refused(WRONG_PARAM, "unreadable") from None
        names = ("AP_ID", "AP_PWD")
        given = "\n".join(asked.attribute(name, "AP_Info") for name in names).encode()
        wanted = f"{self.settings.key}\n{self.settings.key}".encode()
        if not secrets.compare_digest(given, wanted):
            raise Refused(UNAUTHORIZED, "wrong AP_ID or AP_PWD")
        return asked

    def _holder(self, phone: str | None) -> Holder:
        for holder in self.scenario.kept_at(Place.SIM):
            if phone and holder.phone == phone:
                return holder
        raise Refused(UNKNOWN_CLIENT, "no key in this SIM card")


def _data(asked: soap.Asked) -> bytes:
    try:
        data = base64.b64decode(asked.text("DataToBeSigned"), validate=True)
    except (binascii.Error, ValueError):
        raise Refused(WRONG_PARAM, "DataToBeSigned is no base64") from None
    if not 0 < len(data) <= LONGEST_DATA:
        raise Refused(WRONG_PARAM, "DataToBeSigned is too long or empty")
    return data


def _refusal(refused: Refused) -> Response:
    return Response(soap.fault(refused.code, refused.reason), 500, media_type=XML)
