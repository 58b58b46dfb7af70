"""What every use case is handed: the session, who acts, the moment, the systems."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session

from services.core.errors import Forbidden
from services.integrations.mobile_carriers.port import MobileCarriers
from services.integrations.sms.port import SmsGateway
from services.province import Province
from services.storage import Storage


class Role(StrEnum):
    """What an account may do at the one-stop desk (cán bộ)."""

    INTAKE = "intake"  # cán bộ một cửa: receives and returns
    PROCESSING = "processing"  # công chức thụ lý: appraises
    APPROVER = "approver"  # lãnh đạo: approves
    ADMINISTRATOR = "administrator"


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
    browser: str = ""  # hash of the browser's cookie: what an anonymous person owns
    address: str = ""  # network address, for limits only

    def require_citizen(self) -> UUID:
        """Return the signed-in citizen's account, or refuse."""
        if self.account_id is None or self.is_officer:
            raise Forbidden("citizen")
        return self.account_id

    def require_officer(self, *roles: Role) -> UUID:
        """Return the officer's account if any of the roles is held, or refuse."""
        if self.account_id is None or not self.is_officer:
            raise Forbidden("officer")
        if roles and not self.roles & set(roles):
            raise Forbidden("role")
        return self.account_id


ANONYMOUS = Actor()
SYSTEM = Actor(is_system=True, name="system")


@dataclass(frozen=True)
class Systems:
    """The other systems, each behind its port."""

    sms: SmsGateway
    carriers: MobileCarriers


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
