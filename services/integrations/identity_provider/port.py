"""What the portal asks of an identity provider, in the portal's words."""

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from services.core.errors import ServiceError


class IdentityRefused(ServiceError):
    """The provider answered, and what it says opens nothing.

    `reason` is a key of the wording: consent, expired, clock, invalid.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Authorization:
    """What one journey to the provider begins with; kept secret until it is back."""

    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)  # PKCE
    redirect_uri: str = ""


@dataclass(frozen=True)
class Identity:
    """Whom the provider vouches for (claims of contracts 3); empty is not said."""

    subject: str  # TechID
    party: str  # citizen, enterprise, state_agency
    full_name: str  # of the organisation, for an organisation
    level: int  # 1 declared by the person, 2 verified by the police
    is_from_police: bool = False  # loginIdp is BCA: TaiKhoanDuocXacThucVoiVNeID
    citizen_id: str = ""
    old_id_number: str = ""
    passport: str = ""
    nationality: str = ""
    birth_date: date | None = None
    sex: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    tax_code: str = ""
    representative: str = ""
    id_token: str = field(default="", repr=False)  # for signing out there


class IdentityProvider(Protocol):
    """Somebody people prove their identity to, by OpenID Connect."""

    def authorize_url(self, begin: Authorization) -> str:
        """Return the address the browser is sent to. Raises SystemUnavailable."""

    def redeem(self, code: str, begin: Authorization) -> Identity:
        """Return whom the code stands for, after every check of the assertion (AU-12).

        Signature, issuer, audience, nonce, times (60 s of skew) and the hash of
        the access token are checked. Raises IdentityRefused for an answer that
        does not hold, and SystemUnavailable when there is none.
        """

    def sign_out_url(self, id_token: str, back_to: str) -> str:
        """Return where the browser ends its session at the provider."""
