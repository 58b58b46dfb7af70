"""The posts of officers, and the codes by which they come in."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ARRAY, Text
from sqlmodel import Field

from services.core.table import Table, choice


class OfficerPost(Table, table=True):
    """A place an officer holds: unit, roles by act, from when until when.

    A post another post lends (ủy quyền) is in force only while both are. A post
    granted by an administrator is in force only after a second one confirmed it.
    """

    account_id: UUID = Field(foreign_key="account.id", index=True)
    agency_id: UUID | None = Field(default=None, foreign_key="agency.id", index=True)
    roles: list[str] = Field(default_factory=list, sa_type=ARRAY(Text))
    title: str = ""  # chức vụ, as shown beside the name
    starts_at: datetime
    ends_at: datetime | None = None
    lent_by_post_id: UUID | None = Field(
        default=None, foreign_key="officer_post.id", index=True
    )
    granted_by_id: UUID | None = None
    granted_at: datetime
    confirmed_by_id: UUID | None = None
    confirmed_at: datetime | None = None
    ended_by_id: UUID | None = None
    ended_at: datetime | None = None


class ActivationPurpose(StrEnum):
    """What an officer sets with an activation code."""

    ACCOUNT = "account"  # a password and an authenticator
    FACTOR = "factor"  # another authenticator; the password stays


class Activation(Table, table=True):
    """A one-time code by which an officer sets password and second factor.

    Once the code is accepted a browser's token stands for it until an
    authenticator is confirmed; password and secret wait here, not in the account.
    """

    account_id: UUID = Field(foreign_key="account.id", index=True)
    purpose: ActivationPurpose = choice(ActivationPurpose, ActivationPurpose.ACCOUNT)
    code_hash: str = Field(unique=True)
    issued_by_id: UUID | None = None
    issued_at: datetime
    expires_at: datetime = Field(index=True)
    tries_left: int = 5
    accepted_at: datetime | None = None
    token_hash: str | None = Field(default=None, unique=True)
    browser: str = ""  # only the browser that gave the code may go on
    new_password_hash: str = ""
    new_totp_secret: str = ""  # encrypted
    used_at: datetime | None = None


class RecoveryCode(Table, table=True):
    """One of ten codes that stand in for an officer's lost authenticator (AU-10)."""

    account_id: UUID = Field(foreign_key="account.id", index=True)
    code_hash: str = Field(unique=True)
    created_at: datetime
    used_at: datetime | None = None
