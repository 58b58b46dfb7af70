"""Choose among the certificates a service keeps for somebody."""

from collections.abc import Iterable
from datetime import datetime

from cryptography import x509

from services.identities.certificate_faults import CertificateRefused
from services.identities.judge_signature import names
from services.identities.read_holder import read_holder
from services.integrations.remote_signing.port import RemoteCertificate


def choose_certificate(
    held: Iterable[RemoteCertificate], number: str
) -> RemoteCertificate | None:
    """Return the one in force the longest that names this very number.

    One that has expired is still better than none: the person is then told
    what is wrong with it.
    """
    dated = [
        (_valid_until(each), each) for each in held if _is_of(each.certificate, number)
    ]
    chosen = max(dated, key=lambda pair: pair[0], default=None)
    return chosen[1] if chosen else None


def _is_of(certificate: bytes, number: str) -> bool:
    try:
        holder = read_holder(x509.load_der_x509_certificate(certificate))
    except (CertificateRefused, ValueError):
        return False
    return names(holder, number)


def _valid_until(held: RemoteCertificate) -> datetime:
    read = x509.load_der_x509_certificate(held.certificate)
    return read.not_valid_after_utc
