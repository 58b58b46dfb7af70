"""People who sign in, their sessions, and the proofs they gave."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Index, Text
from sqlmodel import Field

from services.core.table import Table, choice, json_column


def _said(value: str) -> dict[str, str]:
    """Return what older rows, and the release before this one, say."""
    return {"server_default": value}


def _text(default: str = "") -> Any:  # Any as in `choice`
    return Field(default=default, sa_column_kwargs=_said(default))


def _json_object() -> Any:  # Any as in `choice`
    return json_column(dict, sa_column_kwargs=_said("{}"))


def _json_list() -> Any:  # Any as in `choice`
    return json_column(list, sa_column_kwargs=_said("[]"))


class AccountKind(StrEnum):
    """Citizens file dossiers, for themselves or an organisation; officers handle them."""

    CITIZEN = "citizen"
    OFFICER = "officer"


class Party(StrEnum):
    """Who files (đối tượng thực hiện): the tabs of C02, LoaiTaiKhoan of contracts 3."""

    CITIZEN = "citizen"
    ENTERPRISE = "enterprise"
    STATE_AGENCY = "state_agency"


class AccountStatus(StrEnum):
    """Only an active account signs in."""

    ACTIVE = "active"
    INVITED = "invited"  # an officer who has not set a password yet
    LOCKED = "locked"  # by an administrator, or because the officer has left
    DORMANT = "dormant"  # an officer who has not signed in for 45 days (AU-11)
    CLOSED = "closed"
    WALK_IN = "walk_in"  # made at the counter: nobody signs in, finds or recovers it


class Account(Table, table=True):
    """A person who signs in. Any of number, phone and email names a citizen.

    An organisation's account is signed in to by its tax code; `full_name` is
    then the organisation's, and people act for it by delegation.
    """

    kind: AccountKind = choice(AccountKind, AccountKind.CITIZEN)
    party: Party = choice(Party, Party.CITIZEN, sa_column_kwargs=_said("citizen"))
    status: AccountStatus = choice(AccountStatus, AccountStatus.ACTIVE)
    sign_in_name: str | None = Field(default=None, unique=True)  # officers
    citizen_id: str | None = Field(default=None, unique=True)
    tax_code: str | None = Field(default=None, unique=True)
    national_subject: str | None = Field(default=None, unique=True)  # TechID
    # TechID of an officer: the same person may also have an account as a citizen.
    officer_subject: str | None = Field(default=None, unique=True)
    phone: str | None = Field(default=None, unique=True)
    email: str | None = Field(default=None, unique=True)
    contact_phone: str = _text()  # given at the counter: written to, never signed in by
    full_name: str
    representative: str = _text()  # of an organisation
    old_id_number: str = _text()  # CMND, 9 digits
    sex: str = _text()  # male, female
    birth_date: date | None = None
    address: str = ""
    password_hash: str  # empty: signs in through the national portal only
    totp_secret: str = ""  # officers; encrypted
    totp_last_step: int = 0  # a code is good once
    # Superseded by OfficerPost; kept one release, so that the one before still runs.
    agency_id: UUID | None = Field(default=None, foreign_key="agency.id", index=True)
    roles: list[str] = Field(default_factory=list, sa_type=ARRAY(Text))
    assurance_level: int = 0  # IAL: 2 after a carrier's check (QĐ 766 group 4)
    assurance_source: str = ""
    field_sources: dict[str, str] = _json_object()  # field → who vouches for it
    sources_checked_at: datetime | None = None
    channels: list[str] = _json_list()  # notification channels, the first preferred
    last_signed_in_at: datetime | None = None
    activated_at: datetime | None = None  # officers: last made active
    created_at: datetime


class SecurityNotice(Table, table=True):
    """What an account's owner must know: a new device, a changed password."""

    __table_args__ = (Index(None, "account_id", "at"),)
    account_id: UUID = Field(foreign_key="account.id")
    at: datetime
    kind: str  # key of a sentence in the wording
    facts: dict[str, str] = json_column(dict)
    seen_at: datetime | None = None


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
    method: str = _text("mobile_subscription")  # key of a way to register (C02)
    party: Party = choice(Party, Party.CITIZEN, sa_column_kwargs=_said("citizen"))
    full_name: str
    birth_date: date | None = None
    citizen_id: str
    tax_code: str = _text()
    representative: str = _text()
    national_subject: str = _text()
    assurance_level: int = Field(default=2, sa_column_kwargs=_said("2"))
    field_sources: dict[str, str] = _json_object()
    certificate_challenge_id: UUID | None = Field(
        default=None, foreign_key="certificate_challenge.id"
    )
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


class CodePurpose(StrEnum):
    """What a code opens; a code for one purpose opens no other (AU-6)."""

    SIGN_IN = "sign_in"
    RECOVERY = "recovery"
    PRESENT_CONTACT = "present_contact"  # the phone or email to be replaced
    NEW_CONTACT = "new_contact"
    CLOSE_ACCOUNT = "close_account"
    WITHDRAW = "withdraw"  # a dossier
    COUNTER = "counter"  # a new phone, after an officer compared card and person
    COSIGN = "cosign"  # a second person signs a dossier, with or without an account


class CodeRequest(Table, table=True):
    """A wish that a code must confirm, by somebody who may not have an account.

    Without an account nothing is sent, and the browser is told the same (AU-4).
    """

    browser: str = Field(index=True)  # only the browser that began may go on
    purpose: CodePurpose = choice(CodePurpose)
    account_id: UUID | None = Field(default=None, foreign_key="account.id", index=True)
    phone: str = ""  # where the code goes: one of the two
    email: str = ""
    is_by_email: bool = False
    name_key: str = Field(default="", index=True)  # keyed hash of the name typed
    shown: str = ""  # what may be said of phone or email: masked, or nothing
    return_to: str = ""
    created_at: datetime = Field(index=True)
    verified_at: datetime | None = None
    finished_at: datetime | None = None


class RecoverySlip(Table, table=True):
    """A code on paper for somebody whose card an officer compared at the counter."""

    # Empty: a number nobody has, kept because every question is counted.
    account_id: UUID | None = Field(default=None, foreign_key="account.id", index=True)
    code_hash: str
    issued_by_id: UUID = Field(foreign_key="account.id", index=True)
    agency_id: UUID | None = Field(default=None, foreign_key="agency.id")
    issued_at: datetime
    expires_at: datetime = Field(index=True)
    tries_left: int = 5
    used_at: datetime | None = None


class ContactChange(Table, table=True):
    """A new phone or email, taken when both the present and the new one confirmed."""

    account_id: UUID = Field(foreign_key="account.id", index=True)
    field: str  # phone, email
    new_value: str
    present_request_id: UUID | None = Field(default=None, foreign_key="code_request.id")
    new_request_id: UUID = Field(foreign_key="code_request.id")
    created_at: datetime
    finished_at: datetime | None = None


class OneTimeCode(Table, table=True):
    """A code sent to a phone or an email (F13): five minutes, five tries, once."""

    __table_args__ = (
        Index(None, "phone", "sent_at"),
        Index(None, "network_address", "sent_at"),
        Index(None, "sent_at"),
    )
    registration_id: UUID | None = Field(
        default=None, foreign_key="registration.id", index=True
    )
    request_id: UUID | None = Field(
        default=None, foreign_key="code_request.id", index=True
    )
    phone: str  # where it was sent: a phone, or an email of a request
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
    device_class: str = _text()  # desktop, phone: an officer has one session of each
    is_shared_device: bool = False
    post_id: UUID | None = Field(
        default=None, foreign_key="officer_post.id", index=True
    )
    proved_at: datetime | None = None  # last second factor or password in it
    method: str = _text("password")  # password, code, national …


class PendingSignIn(Table, table=True):
    """An officer whose password was right and whose second factor is awaited."""

    token_hash: str = Field(unique=True)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    browser: str  # only the browser that gave the password may go on
    device: str = ""
    device_class: str = _text("desktop")
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
