"""Journeys to identity providers, and challenges that certificates sign."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from services.core.table import Table, choice, json_column
from services.integrations.remote_signing.port import SigningState


class JourneyPurpose(StrEnum):
    """Why a browser is sent to an identity provider."""

    SIGN_IN = "sign_in"
    REGISTER = "register"  # through the police (Bộ Công An)
    LINK = "link"  # to an account that is signed in
    RECOVERY = "recovery"
    OFFICER = "officer"  # an officer's door; the second factor still follows
    OFFICER_LINK = "officer_link"  # to the officer who is signed in


class IdentityJourney(Table, table=True):
    """One journey to a provider and back: ten minutes, one use, one browser."""

    __table_args__ = (
        Index(None, "browser", "created_at"),
        Index(None, "network_address", "created_at"),
    )
    state_hash: str = Field(unique=True)
    provider: str  # national, police
    purpose: JourneyPurpose = choice(JourneyPurpose)
    browser: str
    network_address: str = ""
    secrets: str  # state, nonce and PKCE verifier, sealed
    account_id: UUID | None = Field(default=None, foreign_key="account.id", index=True)
    return_to: str = ""
    created_at: datetime
    expires_at: datetime = Field(index=True)
    used_at: datetime | None = None


class IdentityClaim(Table, table=True):
    """A proved identity whose account the person has yet to choose or confirm.

    The person is kept sealed, and is forgotten when the claim ends.
    """

    browser: str = Field(index=True)
    provider: str
    subject: str
    person: str  # sealed
    account_ids: list[str] = json_column(list)  # candidates to link
    return_to: str = ""
    expires_at: datetime = Field(index=True)
    used_at: datetime | None = None


class CertificateWay(StrEnum):
    """Where the key of a certificate is kept."""

    USB = "usb"
    SIM = "sim"
    SMART_CA = "smart_ca"


class CertificateChallenge(Table, table=True):
    """A text of ours that a certificate signs once, to prove who holds it."""

    browser: str = Field(index=True)
    way: CertificateWay = choice(CertificateWay)
    challenge: str  # base64 of what is signed
    user: str = ""  # number, tax code or phone the request was sent for
    reference: str = ""  # of the service
    code_to_compare: str = ""
    state: SigningState = choice(SigningState, SigningState.WAITING)
    certificate: str = ""  # base64 of DER, of a remote key
    chain: list[str] = json_column(list)
    fault: str = ""  # why a signature did not hold: key of a sentence
    network_address: str = ""
    created_at: datetime
    asked_at: datetime | None = None  # a request goes to a phone once
    expires_at: datetime = Field(index=True)
    used_at: datetime | None = None


class AccountCertificate(Table, table=True):
    """A certificate an account was proved with; only its public half exists here."""

    account_id: UUID = Field(foreign_key="account.id", index=True)
    fingerprint: str = Field(unique=True)  # SHA-256
    way: CertificateWay = choice(CertificateWay)
    serial_number: str
    issuer: str
    subject: str
    valid_until: datetime
    added_at: datetime
    removed_at: datetime | None = None


class DocumentVault(Table, table=True):
    """Opened by the first national sign-in (“đăng nhập ít nhất 01 lần”)."""

    account_id: UUID = Field(foreign_key="account.id", unique=True)
    opened_at: datetime
