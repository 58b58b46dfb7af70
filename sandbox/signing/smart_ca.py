"""VNPT SmartCA: keys held far away, and a phone that says yes or no."""

import base64
import secrets
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pydantic import BaseModel, BeforeValidator, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.faults import System
from sandbox.settings import Settings
from sandbox.signing.authority import Authority
from sandbox.signing.holders import Case, Holder, Place, Scenario
from sandbox.signing.keys import sign_hash
from sandbox.signing.waiting import Requests, Standing, Waiting, new_code

BAD_REQUEST, BAD_LOGIN, BAD_CREDENTIAL = 400, 401, 403
MOST_FILES = 20  # hashes in one transaction, confirmed with one press
Text = Annotated[str, BeforeValidator(str)]
Given = Annotated[Text, Field(min_length=1)]
Asked = TypeVar("Asked", bound=BaseModel)


def answer(code: int, message: str, **data: Any) -> dict[str, Any]:
    """Return an answer in the service's envelope; HTTP says 200 in every case."""
    return {"status_code": code, "message": message, "data": data or None}


SYSTEM = System(
    "smart_ca",
    "VNPT SmartCA (ký số từ xa)",
    "/smart-ca/v1/",
    answer(BAD_LOGIN, "SP_CREDENTIAL_INVALID"),
)


class Login(BaseModel):
    """Which service provider asks."""

    sp_id: Text
    sp_password: Text


class CertificateQuestion(Login):
    """Whose certificates."""

    user_id: Given
    serial_number: Text = ""
    transaction_id: Given


class SignFile(BaseModel):
    """One hash."""

    data_to_be_signed: Annotated[str, Field(pattern="^[0-9a-fA-F]{64}$")]
    doc_id: Given
    file_type: str
    sign_type: Annotated[str, Field(pattern="^hash$")]


class SignQuestion(CertificateQuestion):
    """What is to be signed by whom."""

    transaction_desc: Given
    time_stamp: Text
    sign_files: Annotated[list[SignFile], Field(min_length=1, max_length=MOST_FILES)]


@dataclass(frozen=True)
class SmartCa:
    """The service, the keys it holds, and the requests on people's phones."""

    settings: Settings
    scenario: Scenario
    authority: Authority
    requests: Requests

    def routes(self) -> list[Route]:
        """Return the addresses of the contract."""
        at = "/smart-ca/v1"
        return [
            Route(
                f"{at}/credentials/get_certificate", self.certificates, methods=["POST"]
            ),
            Route(f"{at}/signatures/sign", self.sign, methods=["POST"]),
            Route(f"{at}/signatures/sign/{{id}}/status", self.status, methods=["POST"]),
        ]

    async def certificates(self, request: Request) -> Response:
        """List the certificates of a person; of a stranger there are none."""
        asked = await self._read(request, CertificateQuestion)
        if isinstance(asked, Response):
            return asked
        found = [self._described(one) for one in self._held(asked)]
        return JSONResponse(answer(200, "success", user_certificates=found))

    async def sign(self, request: Request) -> Response:
        """Put a request on the phone; a transaction id is good once."""
        asked = await self._read(request, SignQuestion)
        if isinstance(asked, Response):
            return asked
        held = self._held(asked)
        if not held or held[0].case is Case.EXPIRED:
            return JSONResponse(answer(BAD_CREDENTIAL, "CREDENTIAL_STATUS_INVALID"))
        waiting = Waiting(
            id=asked.transaction_id,
            place=Place.SMART_CA,
            holder=held[0],
            shown=asked.transaction_desc,
            data=bytes.fromhex(asked.sign_files[0].data_to_be_signed),
            code=new_code(),
            documents=tuple(
                (one.doc_id, bytes.fromhex(one.data_to_be_signed))
                for one in asked.sign_files
            ),
        )
        if len(dict(waiting.documents)) != len(asked.sign_files):
            return JSONResponse(answer(BAD_REQUEST, "DOC_ID_DUPLICATED"))
        if not await run_in_threadpool(self.requests.take, waiting.id, waiting):
            return JSONResponse(answer(BAD_REQUEST, "TRANSACTION_ID_EXISTED"))
        told = {"transaction_id": waiting.id, "tran_code": waiting.code}
        return JSONResponse(answer(200, "sig_wait_for_user_confirm", **told))

    async def status(self, request: Request) -> Response:
        """Tell where a request stands, with the signature when there is one."""
        asked = await self._read(request, Login)
        if isinstance(asked, Response):
            return asked
        waiting = self.requests.find(Place.SMART_CA, request.path_params["id"])
        if waiting is None:
            return JSONResponse(answer(BAD_REQUEST, "TRANSACTION_NOT_FOUND"))
        return JSONResponse(self._standing(waiting))

    def _standing(self, waiting: Waiting) -> dict[str, Any]:
        match waiting.standing:
            case Standing.WAITING:
                told = {"transaction_id": waiting.id, "tran_code": waiting.code}
                return answer(200, "sig_wait_for_user_confirm", **told)
            case Standing.REFUSED:
                return answer(BAD_REQUEST, "sig_rejected_by_user")
            case Standing.EXPIRED:
                return answer(BAD_REQUEST, "sig_transaction_expired")
        pair = self.authority.held[waiting.holder.key]
        signed = [
            {
                "doc_id": document,
                "signature_value": base64.b64encode(sign_hash(pair, digest)).decode(),
                "timestamp_signature": None,
            }
            for document, digest in waiting.documents
            if document not in waiting.skipped
        ]
        return answer(200, "success", transaction_id=waiting.id, signatures=signed)

    def _held(self, asked: CertificateQuestion) -> list[Holder]:
        return [
            holder
            for holder in self.scenario.kept_at(Place.SMART_CA)
            if asked.user_id in (holder.citizen_id, holder.tax_code)
            and asked.serial_number in ("", self._serial(holder))
        ]

    def _serial(self, holder: Holder) -> str:
        return f"{self.authority.held[holder.key].certificate.serial_number:x}"

    def _described(self, holder: Holder) -> dict[str, Any]:
        certificate = self.authority.held[holder.key].certificate
        ca, root = self.authority.chain()
        return {
            "service_type": "SMARTCA",
            "cert_id": holder.key,
            "cert_status": "EXPIRED" if holder.case is Case.EXPIRED else "VALID",
            "serial_number": self._serial(holder),
            "cert_subject": certificate.subject.rfc4514_string(),
            "cert_valid_from": certificate.not_valid_before_utc.isoformat(),
            "cert_valid_to": certificate.not_valid_after_utc.isoformat(),
            "cert_data": encoded(certificate),
            "chain_data": {"ca_cert": encoded(ca), "root_cert": encoded(root)},
        }

    async def _read(self, request: Request, kind: type[Asked]) -> Asked | Response:
        body = await request.body()
        try:
            login = Login.model_validate_json(body)
        except ValidationError:
            return JSONResponse(answer(BAD_REQUEST, "INVALID_REQUEST"))
        given = f"{login.sp_id}\n{login.sp_password}".encode()
        wanted = f"{self.settings.key}\n{self.settings.key}".encode()
        if not secrets.compare_digest(given, wanted):
            return JSONResponse(answer(BAD_LOGIN, "SP_CREDENTIAL_INVALID"))
        try:
            return kind.model_validate_json(body)
        except ValidationError:
            return JSONResponse(answer(BAD_REQUEST, "INVALID_REQUEST"))


def encoded(certificate: x509.Certificate) -> str:
    """Return DER in base64."""
    return base64.b64encode(certificate.public_bytes(Encoding.DER)).decode()
