"""Verify a signature over exactly our challenge."""

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from services.identities.certificate_faults import CertificateFault, CertificateRefused

LONGEST_SIGNATURE = 1024  # bytes; RSA of 8192 bits


def verify_signature(
    certificate: x509.Certificate, challenge: bytes, signature: bytes
) -> None:
    """Refuse what is not RSA PKCS #1 v1.5 or ECDSA with SHA-256 by this key."""
    key = certificate.public_key()
    try:
        if len(signature) > LONGEST_SIGNATURE:
            raise InvalidSignature
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, challenge, padding.PKCS1v15(), SHA256())
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, challenge, ec.ECDSA(SHA256()))
        else:
            raise InvalidSignature
    except InvalidSignature:
        raise CertificateRefused(CertificateFault.SIGNATURE_WRONG) from None
