"""What pages and other use cases see of a challenge and of who signed it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.accounts.models import Party
from services.identities.models import CertificateWay
from services.integrations.remote_signing.port import SigningState


@dataclass(frozen=True)
class ChallengeBegun:
    """A text to be signed; a page hands it to the signing program of a USB token."""

    challenge_id: UUID
    challenge: str  # base64
    expires_at: datetime


@dataclass(frozen=True)
class UsbSignature:
    """What the signing program answered, in base64."""

    certificate: str
    chain: tuple[str, ...]
    signature: str


@dataclass(frozen=True)
class CertificateHolder:
    """Who a certificate names. A certificate does not tell agency from enterprise."""

    name: str  # of the person; empty when only an organisation is named
    citizen_id: str
    tax_code: str
    organisation: str

    @property
    def party(self) -> Party:
        """Return for whom the certificate stands: a tax code is an organisation's."""
        return Party.ENTERPRISE if self.tax_code else Party.CITIZEN


@dataclass(frozen=True)
class ProvedCertificate:
    """A certificate whose holder signed our challenge in this browser."""

    challenge_id: UUID
    way: CertificateWay
    holder: CertificateHolder
    fingerprint: str  # SHA-256
    serial_number: str
    issuer: str
    subject: str
    valid_until: datetime
    user: str  # number or phone the request was sent for


@dataclass(frozen=True)
class CertificateProgress:
    """Where a challenge stands; `fault` is the key of a sentence."""

    challenge_id: UUID
    way: CertificateWay
    state: SigningState
    code_to_compare: str
    fault: str
    expires_at: datetime
    proved: ProvedCertificate | None = None
