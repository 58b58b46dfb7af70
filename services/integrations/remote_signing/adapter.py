"""VNPT SmartCA over HTTP."""

import base64
import binascii
from uuid import uuid4

import httpx
from pydantic import BaseModel, ValidationError

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations import octets
from services.integrations.remote_signing import wire
from services.integrations.remote_signing.port import (
    BatchRequest,
    RemoteCertificate,
    SignatureAsked,
    SignatureOutcome,
    SignatureRequest,
    SigningRefused,
    SigningState,
    SigningUnknown,
)

HEADERS = {"Content-Type": "application/json"}
ANSWERS = frozenset({400, 401, 403, 404, 409})  # their body says why
# What a message says of a transaction, whatever else it is made of.
TOLD = (
    ("wait", SigningState.WAITING),
    ("reject", SigningState.REFUSED),
    ("expired", SigningState.EXPIRED),
    ("timeout", SigningState.EXPIRED),
)


class HttpSmartCa:
    """Translates the three calls of version 1: certificates, sign, status."""

    def __init__(self, client: httpx.Client, sp_id: str, sp_password: str) -> None:
        self._client, self._sp_id, self._sp_password = client, sp_id, sp_password

    def certificates(self, user_id: str) -> tuple[RemoteCertificate, ...]:
        """Return what the service keeps, but for what it says is out of use."""
        question = wire.CertificateQuestion(
            sp_id=self._sp_id,
            sp_password=self._sp_password,
            user_id=user_id,
            transaction_id=str(uuid4()),
        )
        data = self._accepted("v1/credentials/get_certificate", question)
        return tuple(
            _certificate(each)
            for each in data.user_certificates or []
            if each.cert_status.upper() not in wire.NOT_USABLE
        )

    def ask_signature(self, request: SignatureRequest) -> SignatureAsked:
        """Send the hash; the answer comes at once, the signature later."""
        digests = {request.transaction_id: request.digest}
        return self.ask_signatures(
            BatchRequest(
                request.transaction_id,
                request.user_id,
                request.certificate,
                digests,
                request.description,
            )
        )

    def ask_signatures(self, request: BatchRequest) -> SignatureAsked:
        """Send the hashes, each under our name of its document."""
        question = wire.SignQuestion(
            sp_id=self._sp_id,
            sp_password=self._sp_password,
            user_id=request.user_id,
            transaction_id=request.transaction_id,
            transaction_desc=request.description,
            time_stamp=clock.local(clock.now()).strftime("%Y%m%d%H%M%S"),
            serial_number=request.certificate.reference,
            sign_files=[
                wire.SignFile(data_to_be_signed=digest.hex(), doc_id=name)
                for name, digest in request.digests.items()
            ],
        )
        data = self._accepted("v1/signatures/sign", question)
        return SignatureAsked(
            data.transaction_id or request.transaction_id, data.tran_code
        )

    def outcome(self, reference: str) -> SignatureOutcome:
        """Tell where it stands: signatures, or a message that names the state."""
        question = wire.StatusQuestion(sp_id=self._sp_id, sp_password=self._sp_password)
        answer = self._ask(f"v1/signatures/sign/{reference}/status", question)
        signed = (answer.data.signatures if answer.data else None) or []
        if answer.status_code == wire.DONE and signed:
            made = {one.doc_id: _octets(one.signature_value) for one in signed}
            first = _octets(signed[0].signature_value)
            return SignatureOutcome(SigningState.SIGNED, first, made)
        if answer.message == wire.NOT_FOUND:
            raise SigningUnknown(answer.message)
        for part, state in TOLD:
            if part in answer.message.lower():
                return SignatureOutcome(state)
        if answer.status_code == wire.DONE and answer.data and signed == []:
            return SignatureOutcome(SigningState.REFUSED)  # each was left out
        raise SigningRefused(answer.message or answer.status_code)

    def _accepted(self, path: str, question: BaseModel) -> wire.Data:
        answer = self._ask(path, question)
        if answer.status_code != wire.DONE:
            raise SigningRefused(answer.message or answer.status_code)
        return answer.data or wire.Data()

    def _ask(self, path: str, question: BaseModel) -> wire.Answer:
        body = question.model_dump_json().encode()
        content = octets.send(self._client, path, body, HEADERS, ANSWERS)
        try:
            answer = wire.Answer.model_validate_json(content)
        except ValidationError:
            raise SystemUnavailable(path) from None
        if answer.status_code.startswith(wire.FAILED):
            raise SystemUnavailable(path)
        return answer


def _certificate(held: wire.UserCertificate) -> RemoteCertificate:
    chain = held.chain_data or wire.Chain()
    return RemoteCertificate(
        reference=held.serial_number or held.cert_id,
        certificate=_octets(held.cert_data),
        chain=tuple(_octets(each) for each in (chain.ca_cert, chain.root_cert) if each),
    )


def _octets(text: str) -> bytes:
    """Decode base64, with the lines of PEM or without."""
    lines = (line for line in text.splitlines() if not line.startswith("-----"))
    try:
        return base64.b64decode("".join("".join(lines).split()), validate=True)
    except (binascii.Error, ValueError):
        raise SystemUnavailable("base64") from None
