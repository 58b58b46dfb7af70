"""People who sign in, their sessions, and the proofs they gave."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ARRAY, Index, Text
from sqlmodel import Field

from services.core.table import Table, choice


class AccountKind(StrEnum):
    """Citizens file dossiers; officers handle them."""

    CITIZEN = "citizen"
    OFFICER = "officer"


class AccountStatus(StrEnum):
    """Only an active account signs in."""

    ACTIVE = "active"
    CLOSED = "closed"


class Account(Table, table=True):
    """A person who signs in. Any of number, phone and email names a citizen."""

    kind: AccountKind = choice(AccountKind, AccountKind.CITIZEN)
    status: AccountStatus = choice(AccountStatus, AccountStatus.ACTIVE)
    sign_in_name: str | None = Field(default=None, unique=True)  # officers
    citizen_id: str | None = Field(default=None, unique=True)
    phone: str | None = Field(default=None, unique=True)
    email: str | None = Field(default=None, unique=True)
    full_name: str
    birth_date: date | None = None
    address: str = ""
    password_hash: str
    totp_secret: str = ""  # officers; encrypted
    totp_last_step: int = 0  # a code is good once
    agency_id: UUID | None = Field(default=None, foreign_key="agency.id", index=True)
    roles: list[str] = Field(default_factory=list, sa_type=ARRAY(Text))
    assurance_level: int = 0  # IAL: 2 after a carrier's check (QĐ 766 group 4)
    assurance_source: str = ""
    created_at: datetime


class SignInFailures(Table, table=True):
    """Wrong passwords in a row for one name or from one network address.

    Kept by a keyed hash of what was typed, so that a name nobody has is
    slowed exactly like a real one (AU-4).
    """

    key_hash: str = Field(unique=True)
    failures: int = 0
    last_failed_at: datetime = Field(index=True)
    paused_until: datetime | None = None


class Registration(Table, table=True):
    """A registration under way, from its form to the password."""

    browser: str = Field(index=True)  # only the browser that began may go on
    full_name: str
    birth_date: date
    citizen_id: str
    phone: str
    email: str | None = None
    return_to: str = ""
    created_at: datetime
    verified_at: datetime | None = None
    finished_at: datetime | None = None


class CodeDelivery(StrEnum):
    """What is known of a message with a code."""

    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


class OneTimeCode(Table, table=True):
    """A code sent to a phone (F13): five minutes, five tries, once."""

    __table_args__ = (
        Index(None, "phone", "sent_at"),
        Index(None, "network_address", "sent_at"),
        Index(None, "sent_at"),
    )
    registration_id: UUID = Field(foreign_key="registration.id", index=True)
    phone: str
    code_hash: str  # keyed, so the database alone does not tell the code
    sent_at: datetime
    expires_at: datetime
    tries_left: int = 5
    used_at: datetime | None = None
    delivery: CodeDelivery = choice(CodeDelivery, CodeDelivery.SENDING)
    network_address: str = ""


class SignInSession(Table, table=True):
    """A signed-in browser. Only the hash of its cookie is kept."""

    token_hash: str = Field(unique=True)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime  # absolute end
    ended_at: datetime | None = None
    device: str = ""  # browser and system, in words
    is_shared_device: bool = False


class PendingSignIn(Table, table=True):
    """An officer whose password was right and whose second factor is awaited."""

    token_hash: str = Field(unique=True)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    browser: str  # only the browser that gave the password may go on
    device: str = ""
    is_shared_device: bool = False
    expires_at: datetime = Field(index=True)
    tries_left: int = 5


class TabBinding(Table, table=True):
    """Which browser and person a tab's token belongs to (FW-3)."""

    token_hash: str = Field(unique=True)
    owner: str
    bound_at: datetime = Field(index=True)  # last moment the owner used the tab


class PictureCode(Table, table=True):
    """A picture code (F12): five minutes, one use.

    The answer is kept nowhere: it follows from the id and the server's key,
    because the picture is drawn in a later request than the one that made it.
    """

    browser: str
    expires_at: datetime = Field(index=True)
    used_at: datetime | None = None


class SolvedChallenge(Table, table=True):
    """A computed proof already spent: each proof opens one door once."""

    signature: str = Field(unique=True)
    expires_at: datetime = Field(index=True)
