"""What every use case is handed: the session, who acts, the moment, the systems."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session

from services.core.errors import Forbidden, ProofNeeded
from services.integrations.bank_feed.port import BankFeed
from services.integrations.certificate_authorities.port import CertificateAuthorities
from services.integrations.document_store.port import DocumentStore
from services.integrations.identity_provider.port import IdentityProvider
from services.integrations.mail.port import MailGateway
from services.integrations.mobile_carriers.port import MobileCarriers
from services.integrations.mobile_signing.port import MobileSigning
from services.integrations.payment_gateways.port import PaymentGateway
from services.integrations.population.port import Population
from services.integrations.post_identity.port import PostIdentity
from services.integrations.public_post.port import PublicPost
from services.integrations.remote_signing.port import RemoteSigning
from services.integrations.sms.port import SmsGateway
from services.integrations.social_insurance.port import SocialInsurance
from services.integrations.zalo.port import ZaloGateway
from services.ministries import Ministries
from services.province import Province
from services.storage import Storage

FRESH = timedelta(minutes=5)  # how long a proof of identity covers sensitive acts


class Role(StrEnum):
    """What an account may do at the one-stop desk (cán bộ)."""

    INTAKE = "intake"  # cán bộ một cửa: receives and returns
    PROCESSING = "processing"  # công chức thụ lý: appraises
    APPROVER = "approver"  # lãnh đạo: approves
    ADMINISTRATOR = "administrator"  # quản trị viên: accounts, roles, settings
    AUDITOR = "auditor"  # kiểm tra, thanh tra: reads the trail, changes nothing


@dataclass(frozen=True)
class Actor:
    """Who acts. Nobody signed in has no account_id; jobs act as the system."""

    account_id: UUID | None = None
    session_id: UUID | None = None
    name: str = ""
    is_officer: bool = False
    is_system: bool = False
    agency_id: UUID | None = None
    roles: frozenset[Role] = field(default_factory=frozenset)
    post_id: UUID | None = None  # the officer's post chosen for this session
    proved_at: datetime | None = None  # last second factor or password
    typed_by_id: UUID | None = None  # an officer at the counter types for this person
    browser: str = ""  # hash of the browser's cookie: what an anonymous person owns
    address: str = ""  # network address, for limits only

    def require_citizen(self) -> UUID:
        """Return the signed-in citizen's account, or refuse."""
        if self.account_id is None or self.is_officer:
            raise Forbidden("citizen")
        return self.account_id

    def require_officer(self, *roles: Role) -> UUID:
        """Return the officer's account if any of the roles is held, or refuse."""
        if self.account_id is None or not self.is_officer or not self.roles:
            raise Forbidden("officer")  # without a post in force an officer is nobody
        if roles and not self.roles & set(roles):
            raise Forbidden("role")
        return self.account_id

    def require_signed_in(self) -> UUID:
        """Return the account that acts, citizen or officer, or refuse."""
        if self.account_id is None:
            raise Forbidden("signed_in")
        return self.account_id

    def require_fresh_proof(self, now: datetime) -> None:
        """Ask for the second factor again before a sensitive act (AU-10)."""
        if self.proved_at is None or self.proved_at + FRESH < now:
            raise ProofNeeded


ANONYMOUS = Actor()
SYSTEM = Actor(is_system=True, name="system")


@dataclass(frozen=True)
class Systems:
    """The other systems, each behind its port."""

    sms: SmsGateway
    mail: MailGateway
    zalo: ZaloGateway
    carriers: MobileCarriers
    national_identity: IdentityProvider  # Cổng DVC quốc gia
    police_identity: IdentityProvider  # VNeID
    population: Population
    social_insurance: SocialInsurance
    post_identity: PostIdentity
    public_post: PublicPost
    smart_ca: RemoteSigning
    sim_signing: MobileSigning
    authorities: CertificateAuthorities
    document_store: DocumentStore  # Kho DMQG
    gateways: Mapping[str, PaymentGateway]  # by their key in providers.toml
    bank_feed: BankFeed  # credits of the beneficiary accounts
    ministries: Ministries  # told of dossiers, or looked up


@dataclass(frozen=True)
class Work:
    """One unit of work: one transaction, committed by whoever opened it."""

    session: Session
    actor: Actor
    now: datetime
    systems: Systems
    storage: Storage
    province: Province
    secret: bytes  # key for keyed hashes and signed links
