"""Fetch what tells of revocation, for each certificate on the way to a root."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from asn1crypto import crl as asn1_crl
from asn1crypto import ocsp as asn1_ocsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.ocsp import (
    OCSPRequestBuilder,
    OCSPResponse,
    OCSPResponseStatus,
    load_der_ocsp_response,
)

from services.core.errors import SystemUnavailable
from services.integrations.certificate_authorities.port import CertificateAuthorities

MOST_ADDRESSES = 2  # of one kind that a certificate may send us to


@dataclass(frozen=True)
class Issued:
    """A certificate and the one that signed it."""

    certificate: asn1.Certificate
    issuer: asn1.Certificate

    @property
    def statuses_at(self) -> Sequence[str]:
        """Return where OCSP is said to answer."""
        return list(self.certificate.ocsp_urls)[:MOST_ADDRESSES]

    @property
    def lists_at(self) -> Sequence[str]:
        """Return where the list is said to be published."""
        points = self.certificate.crl_distribution_points
        return [point.url for point in points if point.url][:MOST_ADDRESSES]


def fetch_statuses(
    authorities: CertificateAuthorities, issued: Iterable[Issued]
) -> list[bytes]:
    """Return the OCSP answers that can be read; who is not heard is left out."""
    answers = (_first_status(authorities, each) for each in issued)
    return [answer for answer in answers if answer]


def fetch_lists(
    authorities: CertificateAuthorities, issued: Iterable[Issued]
) -> list[bytes]:
    """Return the revocation lists that can be had and read."""
    lists = (_first_list(authorities, each) for each in issued)
    return [found for found in lists if found]


def _first_status(authorities: CertificateAuthorities, issued: Issued) -> bytes:
    nonce = secrets.token_bytes(16)
    question = _question(issued, nonce)
    for address in issued.statuses_at:
        try:
            answer = authorities.ask_status(address, question)
        except SystemUnavailable:
            continue
        if _is_answer(answer, nonce):
            return answer
    return b""


def _first_list(authorities: CertificateAuthorities, issued: Issued) -> bytes:
    for address in issued.lists_at:
        try:
            found = authorities.revocation_list(address)
            asn1_crl.CertificateList.load(found, strict=True)
        except (SystemUnavailable, ValueError, TypeError):
            continue
        return found
    return b""


def _question(issued: Issued, nonce: bytes) -> bytes:
    # SHA-1 only names the certificate here; older responders know no other.
    builder = OCSPRequestBuilder().add_certificate(
        x509.load_der_x509_certificate(issued.certificate.dump()),
        x509.load_der_x509_certificate(issued.issuer.dump()),
        SHA1(),
    )
    asked = builder.add_extension(x509.OCSPNonce(nonce), critical=False)
    return asked.build().public_bytes(Encoding.DER)


def _is_answer(answer: bytes, nonce: bytes) -> bool:
    """Tell whether it can be read and, if it repeats a number, repeats ours.

    A responder that signs ahead of time repeats none; then the times it
    states tell whether it is fresh.
    """
    try:
        read = load_der_ocsp_response(answer)
        asn1_ocsp.OCSPResponse.load(answer, strict=True)
        is_heard = read.response_status is OCSPResponseStatus.SUCCESSFUL
        return is_heard and _repeated(read) in (None, nonce)
    except (ValueError, TypeError):
        return False


def _repeated(answer: OCSPResponse) -> bytes | None:
    try:
        return answer.extensions.get_extension_for_class(x509.OCSPNonce).value.nonce
    except x509.ExtensionNotFound:
        return None
