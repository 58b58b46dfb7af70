"""What the portal asks of a mobile signature service, in the portal's words."""

from dataclasses import dataclass
from typing import Protocol

from services.integrations.remote_signing.port import SigningState


@dataclass(frozen=True)
class MobileSignatureRequest:
    """What a SIM is to sign. The transaction id is never used again."""

    transaction_id: str
    phone: str
    data: bytes  # what is signed, whole: the SIM hashes it
    shown: str  # the text on the phone


@dataclass(frozen=True)
class MobileSignatureOutcome:
    """What became of a request; the certificate comes with the signature, in DER."""

    state: SigningState
    signature: bytes = b""  # over SHA-256 of the data
    certificate: bytes = b""
    chain: tuple[bytes, ...] = ()


class MobileSigning(Protocol):
    """The carriers' signature service behind SIM cards with a key."""

    def ask_signature(self, request: MobileSignatureRequest) -> str:
        """Ask the SIM, without waiting; return the service's reference.

        Raises SigningRefused (for a SIM without a key too) and SystemUnavailable.
        """

    def outcome(self, reference: str) -> MobileSignatureOutcome:
        """Tell where the request stands. Raises as above."""
