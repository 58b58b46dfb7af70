"""Files people send: bytes lie in the store, this row says what they are."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ARRAY, Index, Text
from sqlmodel import Field

from services.core.table import Table, choice


class FileState(StrEnum):
    """From the first byte to the verdict."""

    RECEIVING = "receiving"
    CHECKING = "checking"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class StoredFile(Table, table=True):
    """One file. Who may read it is decided by what it belongs to."""

    __table_args__ = (Index(None, "subject_id", "slot"),)
    owner_id: UUID = Field(index=True)  # the account that sends it
    subject_id: UUID  # the dossier it belongs to
    # Sent for somebody else: only while this delegation holds may it be touched.
    delegation_id: UUID | None = Field(
        default=None, foreign_key="delegation.id", index=True
    )
    slot: str  # component code, "other", or "result"
    name: str
    declared_size: int
    received: int = 0
    parts: list[str] = Field(default_factory=list, sa_type=ARRAY(Text))
    state: FileState = choice(FileState, FileState.RECEIVING, index=True)
    fault: str = ""  # why it was refused
    sha256: str = ""
    kinds: list[str] = Field(default_factory=list, sa_type=ARRAY(Text))  # taken here
    kind: str = ""  # pdf, jpeg, png, heic, docx, xlsx
    pages: int = 0
    is_signed: bool = False
    has_thumbnail: bool = False
    position: int = 0
    started_at: datetime
    finished_at: datetime | None = None
    removed_at: datetime | None = None
    sealed_at: datetime | None = None  # handed in: no swap, no removal (UP-9)

    @property
    def key(self) -> str:
        """Return where the bytes lie in the store."""
        return f"files/{self.id}"

    @property
    def thumbnail_key(self) -> str:
        """Return where the picture of page 1 lies."""
        return f"thumbnails/{self.id}"
