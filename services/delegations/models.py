"""Delegations (ủy quyền): who may act for whom, from when until when (AZ-10)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from services.core.table import Table, choice


class DelegationKind(StrEnum):
    """For whom somebody acts (R41)."""

    CHILD = "child"  # a minor without an account of their own
    RELATIVE = "relative"  # a parent or another adult, who agreed
    ORGANISATION = "organisation"


class Relation(StrEnum):
    """What the population database says a grown-up is to a child."""

    FATHER = "father"
    MOTHER = "mother"
    GUARDIAN = "guardian"


class Delegation(Table, table=True):
    """One person's right to act for another: explicit, dated, revocable.

    A child has no account: its facts stand here, and the population database
    says that the person is its parent. Everybody else grants from their own
    account to a number and a name; whoever holds both may accept. Until then
    the row has no delegate, whether or not there is such an account, so that
    the one who grants never learns which (AU-4).
    """

    __table_args__ = (Index(None, "delegate_key"),)
    delegate_id: UUID | None = Field(default=None, foreign_key="account.id", index=True)
    delegate_key: str = ""  # keyed hash of the number and name it was granted to
    delegate_name: str = ""  # as typed by who granted it
    delegate_number: str = ""  # masked, for who granted it
    kind: DelegationKind = choice(DelegationKind)
    principal_id: UUID | None = Field(
        default=None, foreign_key="account.id", index=True
    )
    child_name: str = ""
    child_birth_date: date | None = None
    child_citizen_id: str = ""
    relation: str = ""  # to the child
    is_manager: bool = False  # of an organisation: may grant to others in its name
    source: str = ""  # who vouches: population, principal
    starts_on: date
    ends_on: date  # the last day it holds
    created_at: datetime
    created_by_id: UUID
    accepted_at: datetime | None = None
    declined_at: datetime | None = None
    revoked_at: datetime | None = None
    revoked_by_id: UUID | None = None
