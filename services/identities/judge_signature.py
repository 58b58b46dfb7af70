"""Judge a signed challenge whole: signature, certificate, and who it names."""

from dataclasses import dataclass

from cryptography import x509

from services.identities.certificate_faults import CertificateFault, CertificateRefused
from services.identities.read_holder import read_holder
from services.identities.verify_certificate import GivenCertificate, verify_certificate
from services.identities.verify_signature import verify_signature
from services.identities.views import CertificateHolder
from services.work import Work


@dataclass(frozen=True)
class SignedChallenge:
    """A challenge of ours, and what is said to be its signature."""

    challenge: bytes
    given: GivenCertificate
    signature: bytes
    user: str = ""  # whose certificate was asked for; empty when anybody's will do


def judge_signature(work: Work, signed: SignedChallenge) -> str:
    """Return why it does not hold, or nothing when it does.

    The session stays untouched, so no transaction is open while certification
    authorities are waited for (OB-1). Raises SystemUnavailable as they do.
    """
    try:
        certificate = _readable(signed.given.certificate)
        verify_signature(certificate, signed.challenge, signed.signature)
        verify_certificate(work.systems.authorities, signed.given, work.now)
        holder = read_holder(certificate)
        if signed.user and not names(holder, signed.user):
            raise CertificateRefused(CertificateFault.OTHER_HOLDER)
    except CertificateRefused as refused:
        return refused.fault
    return ""


def names(holder: CertificateHolder, number: str) -> bool:
    """Tell whether the certificate is of this personal number or tax code."""
    return number in (holder.citizen_id, holder.tax_code)


def _readable(certificate: bytes) -> x509.Certificate:
    try:
        read = x509.load_der_x509_certificate(certificate)
        read.public_key()
    except Exception as error:
        raise CertificateRefused(CertificateFault.UNREADABLE) from error
    return read
