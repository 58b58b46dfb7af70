"""What the authority publishes: its root, its revocation lists, and OCSP."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.faults import System
from sandbox.signing.authority import Authority
from sandbox.signing.issuing import Pair

SYSTEM = System("ca", "Tổ chức chứng thực chữ ký số (CRL, OCSP)", "/ca/", {"code": "1"})
LIST_LIVES, ANSWER_LIVES = timedelta(hours=1), timedelta(minutes=5)
PEM, DER = "application/x-pem-file", "application/pkix-cert"
CRL, OCSP = "application/pkix-crl", "application/ocsp-response"


@dataclass(frozen=True)
class AuthorityAnswers:
    """The addresses that stand in every certificate."""

    authority: Authority

    def routes(self) -> list[Route]:
        """Return what is published."""
        return [
            Route("/ca/root.pem", self.root),
            Route("/ca/issuing.cer", self.issuing),
            Route("/ca/root.crl", self.root_list),
            Route("/ca/issuing.crl", self.issuing_list),
            Route("/ca/ocsp", self.status, methods=["POST"]),
        ]

    def root(self, _request: Request) -> Response:
        """Return the root, for whoever trusts it."""
        content = self.authority.root.certificate.public_bytes(Encoding.PEM)
        return Response(content, media_type=PEM)

    def issuing(self, _request: Request) -> Response:
        """Return who issues below the root."""
        content = self.authority.issuing.certificate.public_bytes(Encoding.DER)
        return Response(content, media_type=DER)

    def root_list(self, _request: Request) -> Response:
        """Return the root's list: nobody below it was revoked."""
        return _published(self.authority.root, {})

    def issuing_list(self, _request: Request) -> Response:
        """Return the list of revoked certificates."""
        return _published(self.authority.issuing, self.authority.revoked)

    async def status(self, request: Request) -> Response:
        """Answer one OCSP question, signed by the issuing authority itself."""
        try:
            asked = ocsp.load_der_ocsp_request(await request.body())
            number = asked.serial_number
        except (ValueError, NotImplementedError):
            refused = ocsp.OCSPResponseStatus.MALFORMED_REQUEST
            answer = ocsp.OCSPResponseBuilder.build_unsuccessful(refused)
        else:
            if self.authority.knows(number):
                answer = await run_in_threadpool(self._answer, asked)
            else:
                refused = ocsp.OCSPResponseStatus.UNAUTHORIZED
                answer = ocsp.OCSPResponseBuilder.build_unsuccessful(refused)
        return Response(answer.public_bytes(Encoding.DER), media_type=OCSP)

    def _answer(self, asked: ocsp.OCSPRequest) -> ocsp.OCSPResponse:
        number = asked.serial_number
        pair = next(
            pair
            for pair in self.authority.held.values()
            if pair.certificate.serial_number == number
        )
        issuing = self.authority.issuing
        revoked_at = self.authority.revoked.get(number)
        is_good = revoked_at is None
        status = ocsp.OCSPCertStatus.GOOD if is_good else ocsp.OCSPCertStatus.REVOKED
        now = datetime.now(UTC)
        builder = ocsp.OCSPResponseBuilder().add_response(
            cert=pair.certificate,
            issuer=issuing.certificate,
            algorithm=asked.hash_algorithm,
            cert_status=status,
            this_update=now,
            next_update=now + ANSWER_LIVES,
            revocation_time=revoked_at,
            revocation_reason=None if is_good else x509.ReasonFlags.key_compromise,
        )
        builder = builder.responder_id(
            ocsp.OCSPResponderEncoding.HASH, issuing.certificate
        )
        for extension in asked.extensions:
            if isinstance(extension.value, x509.OCSPNonce):
                builder = builder.add_extension(extension.value, False)
        return builder.sign(issuing.key, SHA256())


def _published(issuer: Pair, revoked: dict[int, datetime]) -> Response:
    now = datetime.now(UTC)
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(now)
        .next_update(now + LIST_LIVES)
        .add_extension(x509.CRLNumber(int(now.timestamp())), False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key()),
            False,
        )
    )
    for number, at in revoked.items():
        reason = x509.CRLReason(x509.ReasonFlags.key_compromise)
        entry = x509.RevokedCertificateBuilder().serial_number(number)
        entry = entry.revocation_date(at).add_extension(reason, False)
        builder = builder.add_revoked_certificate(entry.build())
    signed = builder.sign(issuer.key, SHA256())
    return Response(signed.public_bytes(Encoding.DER), media_type=CRL)
