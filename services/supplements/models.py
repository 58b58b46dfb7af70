"""What the office asks a person to mend (yêu cầu bổ sung), and the answers."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice
from services.dossiers.models import DossierStatus


class RequestStatus(StrEnum):
    """Where a request stands; a second one waits for the leader's word."""

    WAITING = "waiting"
    ASKED = "asked"
    EXPIRED = "expired"  # the deadline passed; an answer is still taken
    ANSWERED = "answered"
    DECLINED = "declined"  # the leader let no second request go out


class TargetKind(StrEnum):
    """What a point is about."""

    FIELD = "field"
    COMPONENT = "component"
    FREE = "free"


class SupplementRequest(Table, table=True):
    """One request: everything that is missing, in one letter (decree 118/2025)."""

    __table_args__ = (
        Index(None, "dossier_id", "number", unique=True),
        Index(None, "dossier_id", "intent", unique=True),
        Index(
            "ix_supplement_request_open",
            "deadline",
            postgresql_where=text("status = 'asked'"),
        ),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id")
    number: int  # the first, the second …
    status: RequestStatus = choice(RequestStatus)
    asked_by_id: UUID = Field(foreign_key="account.id")
    asked_by_name: str
    written_at: datetime
    asked_at: datetime | None = None  # sent: the clock stops from here
    deadline: datetime
    note: str = ""
    why_again: str = ""  # why the first request missed it
    confirmed_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    confirmed_by_name: str = ""
    confirmed_at: datetime | None = None
    declined_reason: str = ""
    # Where the dossier stood, and so where the answer brings it back to.
    came_from: DossierStatus = choice(DossierStatus)
    due_before: datetime | None = None
    due_after: datetime | None = None
    reminded_at: datetime | None = None
    answered_at: datetime | None = None
    answered_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    intent: str  # the press that wrote it


class SupplementPoint(Table, table=True):
    """One thing to mend. Old and new stand side by side; what was handed in stays."""

    __table_args__ = (Index(None, "request_id", "position", unique=True),)
    request_id: UUID = Field(foreign_key="supplement_request.id")
    position: int
    kind: TargetKind = choice(TargetKind)
    target: str = ""  # field of a form, or code of a component
    label: str = ""  # of a component or a free point; fields are named by the wording
    reason_key: str = ""  # the template it began with
    reason: str
    how_to: str
    old_text: str = ""
    text: str = ""  # the answer, as typed
    typed_at: datetime | None = None  # of two tabs the newer text wins
    answered_at: datetime | None = None
