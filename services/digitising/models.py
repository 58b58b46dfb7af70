"""Papers of a dossier as a machine read them, and as an officer kept them."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class ReadingState(StrEnum):
    """How far the reading of a file is."""

    WAITING = "waiting"
    READ = "read"
    UNREADABLE = "unreadable"  # typed by hand


class PaperReading(Table, table=True):
    """One file of a dossier, read once; words and pictures lie in the store."""

    dossier_id: UUID = Field(foreign_key="dossier.id", index=True)
    # No foreign key: the file of a result that was taken back is swept away.
    file_id: UUID = Field(unique=True)
    state: ReadingState = choice(ReadingState, ReadingState.WAITING)
    kind: str = ""  # what its heading says it is
    fault: str = ""  # why it could not be read
    pages: int = 0  # that were read, each with a picture
    seconds: float = 0.0  # what the reading took
    asked_at: datetime
    read_at: datetime | None = None

    @property
    def words_key(self) -> str:
        """Return where the words lie in the store."""
        return f"readings/{self.file_id}/words"

    def picture_key(self, page: int) -> str:
        """Return where the picture of a page lies; pages count from 0."""
        return f"readings/{self.file_id}/{page}"


class SavedPaper(Table, table=True):
    """One paper put into the vault by an officer (“Đã lưu giấy tờ”).

    Group 4 of the scorecard counts these rows: what is digitised is a file with one.
    """

    __table_args__ = (
        UniqueConstraint("file_id"),
        UniqueConstraint("intent"),
        Index(None, "agency_id", "saved_at"),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id", index=True)
    file_id: UUID
    agency_id: UUID = Field(foreign_key="agency.id")
    document_id: UUID = Field(foreign_key="vault_document.id", index=True)
    is_result: bool = False
    is_linked: bool = False  # the vault had it already: linked, not doubled
    from_store: bool = False  # the file itself came out of the vault
    kind: str
    fields: dict[str, str] = json_column(dict)  # as they were kept
    changed: list[str] = json_column(list)  # fields that were not taken as offered
    filled: int = 0  # fields with a value
    unchanged: int = 0  # of those, taken as the dossier or the reading offered them
    saved_at: datetime
    saved_by_id: UUID = Field(foreign_key="account.id")
    intent: str
