"""Messages between a person and the office about one dossier (trao đổi)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from services.core.table import Table


class Message(Table, table=True):
    """One message; never changed. Notes among officers are something else."""

    __table_args__ = (
        Index(None, "dossier_id", "at"),
        Index(None, "dossier_id", "sender_id", "intent", unique=True),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id")
    at: datetime
    sender_id: UUID = Field(foreign_key="account.id", index=True)
    sender_name: str
    is_from_office: bool
    text: str
    seen_at: datetime | None = None  # by the other side
    intent: str  # the press that sent it: pressed twice, sent once
