"""The facts of a permit, as they are typed and as they were saved (O10)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from services.core.table import Table, choice, json_column
from services.outbox.models import Outward


class Permit(Table, table=True):
    """What an officer types of a dossier's permit; nothing of it is lost (R1)."""

    dossier_id: UUID = Field(foreign_key="dossier.id", unique=True)
    system: Outward = choice(Outward)  # the ministry it goes to
    answers: dict[str, str] = json_column(dict)  # as typed, by key of the record
    edited_at: datetime
    edited_by_id: UUID = Field(foreign_key="account.id")


class PermitVersion(Table, table=True):
    """The facts as they were saved; once asked to be sent they never change."""

    __table_args__ = (Index(None, "permit_id", "number", unique=True),)
    permit_id: UUID = Field(foreign_key="permit.id")
    number: int
    values: dict[str, Any] = json_column(dict)  # Any: JSON, as check_answers returns
    saved_at: datetime
    saved_by_id: UUID = Field(foreign_key="account.id")
    sent_at: datetime | None = None  # an officer had it sent
    sent_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    received_at: datetime | None = None
    their_number: str = ""  # MaDongBo
