"""The mobile signature service over SOAP (ETSI TS 102 204)."""

import base64
import binascii
from datetime import UTC
from uuid import uuid4
from xml.etree import ElementTree

import httpx
from asn1crypto import cms, x509

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations import octets
from services.integrations.mobile_signing import wire
from services.integrations.mobile_signing.port import (
    MobileSignatureOutcome,
    MobileSignatureRequest,
)
from services.integrations.msisdn import msisdn
from services.integrations.remote_signing.port import SigningRefused, SigningState

FAULT = frozenset({400, 500})  # SOAP says with these that the body is a fault
SECONDS_TO_ANSWER = "180"


class SoapMobileSigning:
    """Asks without waiting (asynchClientServer), then for the status."""

    def __init__(self, client: httpx.Client, ap_id: str, ap_password: str) -> None:
        self._client, self._ap_id, self._ap_password = client, ap_id, ap_password

    def ask_signature(self, request: MobileSignatureRequest) -> str:
        """Send the text to the SIM; the service's own id of it is the reference."""
        phone = msisdn(request.phone)
        if phone is None:
            raise SigningRefused("phone")
        message = wire.request("MSS_SignatureReq", self._party(request.transaction_id))
        message.set("MessagingMode", "asynchClientServer")
        message.set("TimeOut", SECONDS_TO_ANSWER)
        user = wire.element(message, "MobileUser")
        wire.element(user, "MSISDN", f"+{phone}")
        data = base64.b64encode(request.data).decode()
        signed = wire.element(message, "DataToBeSigned", data)
        signed.set("MimeType", "text/plain")
        signed.set("Encoding", "base64")
        shown = wire.element(message, "DataToBeDisplayed", request.shown)
        shown.set("MimeType", "text/plain")
        shown.set("Encoding", "UTF-8")
        form = wire.element(message, "MSS_Format")
        wire.element(form, "mssURI", wire.FORMAT)
        answer = self._ask("MSS_SignaturePort", message)
        if answer.code != wire.REQUEST_OK:
            raise SigningRefused(answer.code)
        if not answer.reference:
            raise SystemUnavailable("reference")
        return answer.reference

    def outcome(self, reference: str) -> MobileSignatureOutcome:
        """Tell where it stands, with the certificate that came with the signature."""
        message = wire.request("MSS_StatusReq", self._party(str(uuid4())))
        message.set("MSSP_TransID", reference)
        answer = self._ask("MSS_StatusQueryPort", message)
        match answer.code:
            case wire.OUTSTANDING | wire.REQUEST_OK:
                return MobileSignatureOutcome(SigningState.WAITING)
            case wire.USER_CANCEL:
                return MobileSignatureOutcome(SigningState.REFUSED)
            case wire.EXPIRED_TRANSACTION:
                return MobileSignatureOutcome(SigningState.EXPIRED)
            case wire.SIGNATURE | wire.VALID_SIGNATURE:
                return _signed(answer.signature)
        raise SigningRefused(answer.code)

    def _party(self, transaction_id: str) -> wire.Party:
        instant = clock.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        # The standard wants a name, and a name begins with a letter.
        transaction = f"T{transaction_id}"
        return wire.Party(self._ap_id, self._ap_password, transaction, instant)

    def _ask(self, port: str, message: ElementTree.Element) -> wire.Answer:
        body = wire.envelope(message)
        return wire.read(octets.send(self._client, port, body, wire.HEADERS, FAULT))


def _signed(text: str) -> MobileSignatureOutcome:
    """Take signature and certificates out of the CMS; nothing is judged here."""
    try:
        content = cms.ContentInfo.load(
            base64.b64decode("".join(text.split()), validate=True), True
        )
        data = content["content"]
        (signer,) = data["signer_infos"]
        named = signer["sid"].chosen
        sent = [each.chosen for each in data["certificates"]]
        mine = [each for each in sent if _is_named(each, named)]
        has_attributes = signer["signed_attrs"].native is not None
    except (binascii.Error, ValueError, TypeError, KeyError, AttributeError):
        raise SystemUnavailable("cms") from None
    if has_attributes or len(mine) != 1:
        raise SystemUnavailable("cms")
    return MobileSignatureOutcome(
        SigningState.SIGNED,
        signer["signature"].native,
        mine[0].dump(),
        tuple(each.dump() for each in sent if each is not mine[0]),
    )


def _is_named(certificate: x509.Certificate, named: object) -> bool:
    if not isinstance(named, cms.IssuerAndSerialNumber):
        return False
    issuer, serial = certificate.issuer, certificate.serial_number
    return bool(named["issuer"] == issuer and named["serial_number"].native == serial)
