"""What the portal asks of certification authorities (tổ chức chứng thực chữ ký số)."""

from typing import Protocol


class CertificateAuthorities(Protocol):
    """Where trust begins, and who tells whether a certificate was revoked."""

    def roots(self) -> tuple[bytes, ...]:
        """Return the trusted root certificates, in DER. Raises SystemUnavailable."""

    def revocation_list(self, address: str) -> bytes:
        """Return the revocation list (CRL) published there, in DER.

        Only addresses of hosts the deployment names are asked, since the address
        stands in a certificate somebody else sent. Raises SystemUnavailable.
        """

    def ask_status(self, address: str, question: bytes) -> bytes:
        """Return the OCSP answer to an OCSP request, both in DER. Raises as above."""
