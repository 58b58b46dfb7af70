"""What other systems are owed, each try of it, and the switch of each system."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class Outward(StrEnum):
    """The systems that are told of dossiers; a question to a system owes nothing."""

    NATIONAL_PORTAL = "national_portal"  # Cổng DVC quốc gia
    INTERLINKED_SERVICES = "interlinked_services"  # DVCLT
    CIVIL_STATUS = "civil_status_registry"  # hộ tịch điện tử
    SOCIAL_ASSISTANCE = "social_assistance_registry"  # bảo trợ xã hội
    NATURAL_RESOURCES = "natural_resources"  # dvcthietyeu
    LAND = "land_registry"  # VBDLIS
    CONSTRUCTION = "construction_permits"  # giấy phép xây dựng
    PLANNING = "planning_information"  # quy hoạch


class MessageKind(StrEnum):
    """What a message tells; each system takes some of them."""

    DOSSIER = "dossier"  # the dossier as it stands: created or brought up to date
    PROGRESS = "progress"  # one thing that happened to it
    RESULT = "result"  # its result
    PERMIT = "permit"  # the facts of a permit
    RECEIPT = "receipt"  # that theirs was taken over


class MessageState(StrEnum):
    """Where a message stands."""

    WAITING = "waiting"  # to be sent, or to be tried again
    DELIVERED = "delivered"
    REFUSED = "refused"  # by them, for what it says: a person must look
    DEAD = "dead"  # tried for three days
    CLOSED = "closed"  # by two persons, with a reason


class OutboxMessage(Table, table=True):
    """One message; what it says is composed at its first try and then kept."""

    __table_args__ = (
        Index(None, "thread_id", "system", "sequence", unique=True),
        Index(None, "system", "cause_id", "kind", unique=True),
        Index(None, "system", "state", "written_at"),
        Index(None, "dossier_id", "written_at"),
        Index(
            "ix_outbox_message_open",
            "system",
            "next_try_at",
            postgresql_where=text("state = 'waiting'"),
        ),
    )
    system: Outward = choice(Outward)
    kind: MessageKind = choice(MessageKind)
    thread_id: UUID  # what it is about, mostly the dossier: such messages keep order
    sequence: int  # in its thread to this system: n + 1 waits for n (OB-4)
    dossier_id: UUID | None = Field(default=None, foreign_key="dossier.id")
    cause_id: UUID  # the timeline entry, permit … that is told: told once
    agency_id: UUID | None = Field(default=None, foreign_key="agency.id", index=True)
    state: MessageState = choice(MessageState, MessageState.WAITING)
    said: dict[str, Any] = json_column(dict)  # Any: what is sent, in their words
    tries: int = 0
    written_at: datetime
    first_try_at: datetime | None = None
    next_try_at: datetime | None = None
    sending_since: datetime | None = None  # a worker has it in its hand
    settled_at: datetime | None = None
    answer_code: str = ""
    answer: str = ""  # their words, masked
    their_reference: str = ""
    closing_reason: str = ""
    closing_asked_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    closed_by_id: UUID | None = Field(default=None, foreign_key="account.id")

    @property
    def key(self) -> str:
        """Return what makes this message one, however often it is sent (OB-2)."""
        return f"{self.system}:{self.thread_id}:{self.sequence}:{self.kind}"


class OutboxTry(Table, table=True):
    """One try of a message."""

    __table_args__ = (Index(None, "message_id", "at"),)
    message_id: UUID = Field(foreign_key="outbox_message.id")
    at: datetime
    outcome: str  # delivered, refused, later, unavailable
    code: str = ""
    words: str = ""  # masked
    milliseconds: int = 0


class SystemGate(Table, table=True):
    """Whether a system is spoken to now: pause, and the breaker (OB-6)."""

    system: str = Field(unique=True)
    paused_at: datetime | None = None
    paused_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    pause_reason: str = ""
    failures: int = 0  # one after another, none answered between
    open_until: datetime | None = None  # the breaker: nothing is sent before
    answered_at: datetime | None = None
    failed_at: datetime | None = None
