"""The result of a dossier and how it reached the person."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table


class Result(Table, table=True):
    """A result attached by an officer, then returned.

    One that is taken back before the approval stays, marked as removed.
    """

    __table_args__ = (
        Index(
            "uq_result_standing",
            "dossier_id",
            unique=True,
            postgresql_where=text("removed_at is null"),
        ),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id", index=True)
    file_id: UUID = Field(foreign_key="stored_file.id")
    number: str = ""  # số, ký hiệu
    attached_at: datetime
    attached_by_id: UUID = Field(foreign_key="account.id")
    removed_at: datetime | None = None
    removed_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    returned_at: datetime | None = None
    returned_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    received_by: str = ""  # who took it
    return_intent: str = ""  # the press that returned it
