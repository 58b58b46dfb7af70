"""The vault of one person: electronic papers, their versions, uses and shares."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column

UNSAID = {"server_default": ""}  # of columns that came later


class DocumentSource(StrEnum):
    """Where a paper comes from; all but an upload come from an agency."""

    RESULT = "result"  # of a dossier of this portal
    CERTIFIED_COPY = "certified_copy"  # bản sao chứng thực điện tử
    UPLOAD = "upload"  # sent by the person
    NATIONAL_STORE = "national_store"  # Kho dữ liệu quốc gia (contracts 2)
    DIGITISED = "digitised"  # a component of a dossier, kept by the desk (O09)


class DocumentState(StrEnum):
    """What a paper is good for today; told from its file, its dates, its issuer."""

    CHECKING = "checking"
    KEPT = "kept"
    REFUSED = "refused"
    EXPIRED = "expired"
    REVOKED = "revoked"


class VaultDocument(Table, table=True):
    """One paper. Of somebody without an account yet it waits, by their number."""

    __table_args__ = (
        Index(None, "account_id", "added_at"),
        Index(None, "valid_until"),
        Index(
            "uq_vault_document_origin",
            "account_id",
            "origin",
            unique=True,
            postgresql_where=text("origin <> '' and removed_at is null"),
        ),
    )
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    waiting_for: str = Field(default="", index=True)  # keyed hash of a number
    source: DocumentSource = choice(DocumentSource)
    kind: str = "other"  # a code of kinds.toml
    title: str  # trích yếu, or the name its owner gave
    number: str = ""  # số, ký hiệu
    issuer: str = ""  # nơi cấp
    agency_id: UUID | None = Field(default=None, foreign_key="agency.id")
    issued_on: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    folded: str = ""  # what a search looks in
    fits: list[str] = json_column(list)  # kinds of component it may stand for
    fields: dict[str, str] = json_column(dict)  # extracted from the paper
    origin: str = ""  # what it was made from: kept once, however often it comes
    added_at: datetime
    updated_at: datetime
    revoked_at: datetime | None = None
    revoked_reason: str = ""
    removed_at: datetime | None = None


class DocumentVersion(Table, table=True):
    """One file of a paper; a newer one leaves the older where it is."""

    __table_args__ = (Index(None, "document_id", "number", unique=True),)
    document_id: UUID = Field(foreign_key="vault_document.id")
    number: int
    # No foreign key: a file nobody finished sending is swept away.
    file_id: UUID = Field(unique=True)
    added_at: datetime


class DocumentUse(Table, table=True):
    """A paper put into a dossier: where, for what, with whose consent."""

    __table_args__ = (Index(None, "dossier_id", "slot"),)
    document_id: UUID = Field(foreign_key="vault_document.id", index=True)
    version_id: UUID = Field(foreign_key="document_version.id")
    account_id: UUID = Field(foreign_key="account.id")
    # No foreign key: a draft may be thrown away, and that it was used stays.
    dossier_id: UUID
    slot: str  # component code, never a position
    file_id: UUID = Field(unique=True)  # the copy that the dossier holds
    sha256: str
    purpose: str  # the procedure
    unit: str = ""  # who is to read it
    consent: str  # key of the sentence that was agreed to
    used_at: datetime


class DocumentShare(Table, table=True):
    """A paper lent to whoever holds a code, until a moment."""

    document_id: UUID = Field(foreign_key="vault_document.id", index=True)
    code_hash: str = Field(unique=True)
    created_at: datetime
    until: datetime
    ended_at: datetime | None = None
    opened_count: int = 0


class DocumentOpening(Table, table=True):
    """One look at a shared paper, for its owner to see."""

    __table_args__ = (Index(None, "share_id", "at"),)
    share_id: UUID = Field(foreign_key="document_share.id")
    at: datetime
    act: str  # shown, read, downloaded


class ShareAttempt(Table, table=True):
    """A code that was wrong, counted to stop guessing (AU-7)."""

    __table_args__ = (Index(None, "browser", "at"), Index(None, "address", "at"))
    at: datetime = Field(index=True)
    browser: str
    address: str


class CorrectionOutcome(StrEnum):
    """What the issuer said to a correction that was asked for."""

    WAITING = ""
    MENDED = "mended"
    DECLINED = "declined"


class CorrectionRequest(Table, table=True):
    """A field of a paper its owner says was read wrongly.

    Answered, it is what is kept of the description before: what stood there, what
    stands there since, who said so and when.
    """

    __table_args__ = (
        Index(
            "ix_correction_request_waiting",
            "asked_at",
            postgresql_where=text("answered_at is null"),
        ),
        Index(None, "answered_at"),
    )
    document_id: UUID = Field(foreign_key="vault_document.id", index=True)
    account_id: UUID = Field(foreign_key="account.id")
    asked_at: datetime
    field: str
    present: str
    proposed: str
    note: str = ""
    answered_at: datetime | None = None
    answer: str = ""  # why it was declined
    outcome: CorrectionOutcome = choice(
        CorrectionOutcome, CorrectionOutcome.WAITING, sa_column_kwargs=UNSAID
    )
    written: str = Field(default="", sa_column_kwargs=UNSAID)  # what stands since
    replaced: str = Field(default="", sa_column_kwargs=UNSAID)  # what stood before
    answered_by: str = Field(default="", sa_column_kwargs=UNSAID)  # the officer
