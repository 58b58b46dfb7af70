"""Slips (văn bản, phiếu): forms 02–05 about a dossier, frozen as they were issued."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from services.core.table import Table, choice, json_column
from services.papers.form_sets import FormSet


class SlipKind(StrEnum):
    """What a slip says; its number in each set stands in form_sets.toml."""

    SUPPLEMENT = "supplement"  # 02: request to supplement
    REFUSAL = "refusal"  # 03
    EXTENSION = "extension"  # 04: apology and a new date
    STOP = "stop"  # 05, of the set of 2025 only


class Slip(Table, table=True):
    """One issued form. Its facts never change; the digest proves it."""

    __table_args__ = (
        # One slip for one act, however often it is pressed.
        Index(None, "dossier_id", "kind", "reference", unique=True),
        Index(None, "agency_id", "kind", "year", "number", unique=True),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id")
    kind: SlipKind = choice(SlipKind)
    form_set: FormSet = choice(FormSet)
    reference: UUID  # the request or decision it was issued for
    agency_id: UUID = Field(foreign_key="agency.id")
    year: int
    number: int  # of its kind, within the agency and year
    issued_at: datetime
    officer_id: UUID = Field(foreign_key="account.id")
    officer_name: str
    facts: dict[str, Any] = json_column(dict)  # Any: a SlipSheet as JSON
    digest: str  # SHA-256 of the facts
    revoked_at: datetime | None = None


class SlipCounter(Table, table=True):
    """Numbers of slips per agency, kind and year: without a gap (NUM-3)."""

    __table_args__ = (Index(None, "agency_id", "kind", "year", unique=True),)
    agency_id: UUID = Field(foreign_key="agency.id")
    kind: SlipKind = choice(SlipKind)
    year: int
    last: int
