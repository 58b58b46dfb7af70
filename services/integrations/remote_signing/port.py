"""What the portal asks of a remote signing service, in the portal's words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from services.core.errors import ServiceError

MOST_DIGESTS = 20  # in one request


class SigningRefused(ServiceError):
    """The service read the request and will not carry it; `code` is its reason."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class SigningUnknown(SigningRefused):
    """The service never heard of the request: what was sent got lost."""


class SigningState(StrEnum):
    """Where a request for a signature stands."""

    WAITING = "waiting"  # on the person's phone
    SIGNED = "signed"
    REFUSED = "refused"  # by the person
    EXPIRED = "expired"  # the person did not answer


@dataclass(frozen=True)
class RemoteCertificate:
    """A certificate held for somebody; all three in DER."""

    reference: str  # the service's own name of it
    certificate: bytes
    chain: tuple[bytes, ...]


@dataclass(frozen=True)
class SignatureRequest:
    """What is to be signed. The transaction id is never used again."""

    transaction_id: str
    user_id: str  # number of the papers, or tax code
    certificate: RemoteCertificate
    digest: bytes  # SHA-256 of what is signed: only the hash leaves
    description: str  # shown on the person's phone


@dataclass(frozen=True)
class BatchRequest:
    """Several documents confirmed with one press. Its id is used once as well."""

    transaction_id: str
    user_id: str
    certificate: RemoteCertificate
    digests: Mapping[str, bytes]  # our name of a document → SHA-256
    description: str


@dataclass(frozen=True)
class SignatureAsked:
    """The request is on the person's phone."""

    reference: str  # by which the outcome is asked for
    code_to_compare: str = ""  # shown on both screens


@dataclass(frozen=True)
class SignatureOutcome:
    """What became of a request."""

    state: SigningState
    signature: bytes = b""  # PKCS #1 v1.5 or ECDSA over the digest
    # Of a batch: by our name of the document; who is missing was not signed.
    signatures: Mapping[str, bytes] = field(default_factory=dict)


class RemoteSigning(Protocol):
    """A service that holds people's keys and asks them by push (SmartCA, MySign)."""

    def certificates(self, user_id: str) -> tuple[RemoteCertificate, ...]:
        """Return the usable certificates of a person; none for an unknown one.

        Raises SigningRefused and SystemUnavailable.
        """

    def ask_signature(self, request: SignatureRequest) -> SignatureAsked:
        """Send the request to the person's phone. Raises as above."""

    def ask_signatures(self, request: BatchRequest) -> SignatureAsked:
        """Send several hashes in one call, at most MOST_DIGESTS. Raises as above."""

    def outcome(self, reference: str) -> SignatureOutcome:
        """Tell where the request stands. Raises as above."""
