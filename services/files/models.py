"""Files people send: bytes lie in the store, this row says what they are."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Index, Text, text
from sqlmodel import Field

from services.core.table import Table, choice


class FileState(StrEnum):
    """From the first byte to the verdict."""

    RECEIVING = "receiving"
    CHECKING = "checking"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class SignatureVerdict(StrEnum):
    """What is known of the digital signatures in a file (R19)."""

    NONE = ""
    CHECKING = "checking"
    VALID = "valid"
    INVALID = "invalid"
    UNCERTAIN = "uncertain"  # a doubt nobody can settle from here
    UNREACHED = "unreached"  # who could tell was not heard; asked again


UNSETTLED = (SignatureVerdict.CHECKING, SignatureVerdict.UNREACHED)


def _no() -> Any:  # Any as in `choice`
    return Field(default=False, sa_column_kwargs={"server_default": text("false")})


def _text() -> Any:  # Any as in `choice`
    return Field(default="", sa_column_kwargs={"server_default": ""})


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
    note: str = _text()  # what it is, in its sender's words
    # A photo that waits to become a page (R20), as its sender wants it.
    is_page: bool = _no()
    turn: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    doubts: list[str] = Field(
        default_factory=list,
        sa_type=ARRAY(Text),
        sa_column_kwargs={"server_default": "{}"},
    )
    is_kept: bool = _no()  # “vẫn dùng”, for all the doubts
    bound_into: UUID | None = Field(default=None, index=True)  # the PDF it is in
    is_bound: bool = _no()  # a PDF made here, of pages
    signature: SignatureVerdict = choice(
        SignatureVerdict, SignatureVerdict.NONE, sa_column_kwargs={"server_default": ""}
    )
    signature_fault: str = _text()  # why it does not hold, or is in doubt
    signer: str = _text()
    signed_at: datetime | None = None
    started_at: datetime
    finished_at: datetime | None = None
    removed_at: datetime | None = None
    sealed_at: datetime | None = None  # handed in: no swap, no removal (UP-9)
    # Copied from the document vault: which source vouches for it; empty: sent here.
    origin: str = Field(default="", sa_column_kwargs={"server_default": ""})

    @property
    def key(self) -> str:
        """Return where the bytes lie in the store."""
        return f"files/{self.id}"

    @property
    def thumbnail_key(self) -> str:
        """Return where the picture of page 1 lies."""
        return f"thumbnails/{self.id}"
