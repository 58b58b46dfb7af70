"""Templates (mẫu văn bản): reasons, results, slips and messages, by date in force."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from services.core.table import Table, choice


class TemplateKind(StrEnum):
    """What a template is a text for."""

    NOT_ACCEPTED = "not_accepted"  # why a component is not accepted
    SUPPLEMENT = "supplement"  # what is asked for, and how to mend it
    REFUSAL = "refusal"
    EXTENSION = "extension"  # why it takes longer: apology
    STOP = "stop"
    RESULT = "result"  # the draft of a result
    MESSAGE = "message"  # what people are told, by subject and channel


class TemplateState(StrEnum):
    """A text that reaches citizens is read by a second person first (A08)."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class TextTemplate(Table, table=True):
    """One version of one text. Published ones are never changed, only followed."""

    __table_args__ = (
        Index(None, "kind", "key", "procedure_code", "version", unique=True),
        Index(None, "kind", "procedure_code", "state"),
    )
    kind: TemplateKind = choice(TemplateKind)
    key: str  # its name among those of its kind
    procedure_code: str = ""  # empty: of every procedure
    version: int = 1
    state: TemplateState = choice(TemplateState, TemplateState.DRAFT)
    title: str  # as it stands in a list
    subject: str = ""  # of a message by mail
    body: str  # with {names} that are filled in
    how_to: str = ""  # of a reason: what the person may do
    legal_basis: str = ""  # article it rests on
    position: int = 0
    valid_from: date
    valid_to: date | None = None
    written_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    written_at: datetime
    reviewed_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    reviewed_at: datetime | None = None
