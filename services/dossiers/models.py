"""A dossier (hồ sơ), its timeline and the counter its code comes from."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column
from services.procedures.models import Channel


class DossierStatus(StrEnum):
    """One vocabulary (screens part 3); numbers are the national codes."""

    DRAFT = "draft"
    SUBMITTED = "submitted"  # 1, Mới đăng ký
    RECEIVED = "received"  # 2
    REFUSED = "refused"  # 3
    PROCESSING = "processing"  # 4
    SUPPLEMENT = "supplement"  # 5
    AWAITING_PAYMENT = "awaiting_payment"  # 6
    WITHDRAWN = "withdrawn"  # 7
    STOPPED = "stopped"  # 8
    RESULT_READY = "result_ready"  # 9, Chờ trả kết quả
    RETURNED = "returned"  # 10


class Delivery(StrEnum):
    """How the person wants the result (C13)."""

    COUNTER = "counter"
    POST = "post"


class Dossier(Table, table=True):
    """A dossier from its first answer to its result.

    While a draft, `answers` holds what was typed, as typed, keyed by field.
    From the submission on, `frozen` holds what was handed in, never changed.
    """

    __table_args__ = (
        Index(None, "account_id", "status", "updated_at"),
        Index(None, "agency_id", "status", "submitted_at"),
        Index(None, "agency_id", "status", "due_at"),
        # ‹Chờ bổ sung›: what a unit waits for, the nearest deadline first.
        Index(
            "ix_dossier_supplement_queue",
            "agency_id",
            "supplement_by",
            postgresql_where=text("status = 'supplement'"),
        ),
        # The register of an office, in the order received (Mẫu 07).
        Index(None, "agency_id", "received_at"),
        # ‹Bao giờ xong?›: how long this unit took for this procedure.
        Index(None, "agency_id", "procedure_id", "finished_at"),
        # The desk: what is closed only grows, and is read from its latest end.
        Index(None, "agency_id", "submitted_at"),
        Index(
            "ix_dossier_returned",
            "agency_id",
            "returned_at",
            postgresql_where=text("status = 'returned'"),
        ),
        Index(
            "ix_dossier_ended",
            "agency_id",
            "ended_at",
            postgresql_where=text("ended_at is not null"),
        ),
        Index(
            "ix_dossier_finished",
            "agency_id",
            "finished_at",
            postgresql_where=text("finished_at is not null"),
        ),
        Index(
            "ix_dossier_received",
            "agency_id",
            "received_at",
            postgresql_where=text("received_at is not null"),
        ),
        # A part of a name or a code is found wherever it stands.
        Index(
            "ix_dossier_applicant_trgm",
            "applicant_key",
            postgresql_using="gin",
            postgresql_ops={"applicant_key": "gin_trgm_ops"},
        ),
        Index(
            "ix_dossier_code_trgm",
            "code",
            postgresql_using="gin",
            postgresql_ops={"code": "gin_trgm_ops"},
        ),
        Index(
            "uq_dossier_open_draft_key",
            "account_id",
            "draft_key",
            unique=True,
            postgresql_where=text("draft_key <> ''"),
        ),
        Index(
            "uq_dossier_their_code",
            "their_code",
            "arrived_from",
            unique=True,
            postgresql_where=text("their_code <> ''"),
        ),
        Index(
            "ix_dossier_counter",
            "counter_agency_id",
            "updated_at",
            postgresql_where=text("status = 'draft'"),
        ),
    )
    status: DossierStatus = choice(DossierStatus, DossierStatus.DRAFT)
    account_id: UUID = Field(foreign_key="account.id")  # submitter (người nộp)
    # Filed for somebody else (R41): by which delegation, and whose account it is.
    delegation_id: UUID | None = Field(
        default=None, foreign_key="delegation.id", index=True
    )
    principal_id: UUID | None = Field(
        default=None, foreign_key="account.id", index=True
    )
    procedure_id: UUID = Field(foreign_key="procedure.id", index=True)
    agency_id: UUID | None = Field(default=None, foreign_key="agency.id")
    # A leg of an interlinked declaration, or the declaration itself: that one is
    # nobody's work at the desk, its legs are (services/interlinked).
    declaration_id: UUID | None = Field(
        default=None, foreign_key="dossier.id", index=True
    )
    is_bundle: bool = Field(
        default=False, sa_column_kwargs={"server_default": text("false")}
    )
    # Handed over by another system: which one, and its code of it.
    arrived_from: str = Field(default="", sa_column_kwargs={"server_default": ""})
    their_code: str = Field(default="", sa_column_kwargs={"server_default": ""})
    draft_key: str = ""  # one birth per intent: double clicks make one draft
    step: str = "agency"  # last wizard step reached
    answers: dict[str, str] = json_column(dict)
    answered_at: dict[str, str] = json_column(dict)  # field → moment, newest wins
    frozen: dict[str, Any] = json_column(dict)  # Any: a snapshot, read by views
    code: str | None = Field(default=None, unique=True)
    applicant_name: str = ""  # chủ hồ sơ
    applicant_key: str = Field(default="", index=True)  # folded, for search
    submitter_name: str = ""
    submitter_phone: str = ""
    submitter_birth_date: date | None = None
    delivery: Delivery = choice(Delivery, Delivery.COUNTER)
    # How it came in; who typed it at the counter, if an officer did.
    channel: Channel = choice(
        Channel, Channel.ONLINE, sa_column_kwargs={"server_default": "online"}
    )
    begun_by_id: UUID | None = Field(default=None, foreign_key="account.id", index=True)
    # A draft at a counter: of which unit, and which officer has it open until when.
    counter_agency_id: UUID | None = Field(default=None, foreign_key="agency.id")
    counter_officer_id: UUID | None = Field(default=None, foreign_key="account.id")
    counter_until: datetime | None = None
    # The version of the form it began with; None: the common form is all there is.
    eform_id: UUID | None = Field(default=None, foreign_key="eform.id", index=True)
    # What the receiving officer fills in, as typed, before the dossier is received.
    office_answers: dict[str, str] = json_column(
        dict, sa_column_kwargs={"server_default": "{}"}
    )
    submitted_at: datetime | None = None
    supplement_by: datetime | None = None  # while something is asked: until when
    receive_by: datetime | None = None  # eight working hours after submission
    received_at: datetime | None = None
    # Paid before it is handed in: since when it is closed, and when it is filed by itself.
    paying_since: datetime | None = None
    file_by: datetime | None = Field(default=None, index=True)
    # While it waits for a payment the clock stands still, and afterwards goes on there.
    awaiting_since: datetime | None = None
    awaiting_from: str = Field(default="", sa_column_kwargs={"server_default": ""})
    suspended_since: datetime | None = None  # tạm dừng: the office's own pause
    due_at: datetime | None = None  # ngày hẹn trả
    due_reasons: list[dict[str, Any]] = json_column(list)  # Any: promise lines
    finished_at: datetime | None = None  # result ready
    returned_at: datetime | None = None
    ended_at: datetime | None = None  # refused, stopped or withdrawn
    created_at: datetime
    updated_at: datetime
    version: int = 1


class TimelineEntry(Table, table=True):
    """One thing that happened; rows are only ever added."""

    # By moment: the sweep looks for what other systems were not told of (OB-11).
    __table_args__ = (Index(None, "dossier_id", "at"), Index(None, "at"))
    dossier_id: UUID = Field(foreign_key="dossier.id")
    at: datetime
    status: DossierStatus = choice(DossierStatus)
    event: str  # key of a sentence: submitted, received, step_done …
    unit: str = ""
    actor_name: str = ""
    facts: dict[str, str] = json_column(dict)


class WithdrawalState(StrEnum):
    """A wish to withdraw a received dossier: an officer of the unit decides."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Withdrawal(Table, table=True):
    """The wish to withdraw (rút hồ sơ), with its reason and what became of it."""

    __table_args__ = (
        Index(
            "uq_withdrawal_open",
            "dossier_id",
            unique=True,
            postgresql_where=text("state = 'asked'"),
        ),
        Index(None, "dossier_id", "at"),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id")
    at: datetime
    asked_by_id: UUID = Field(foreign_key="account.id")
    reason: str
    state: WithdrawalState = choice(WithdrawalState)
    decided_at: datetime | None = None
    decided_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    decision_reason: str = ""


class CodeCounter(Table, table=True):
    """Numbers handed out per agency and local day; never a sequence (NUM-1)."""

    __table_args__ = (Index(None, "agency_code", "day", unique=True),)
    agency_code: str
    day: date
    last: int


class LookUpAsked(Table, table=True):
    """A look-up by somebody who is not signed in, counted to slow guessing."""

    __table_args__ = (Index(None, "browser", "at"), Index(None, "address", "at"))
    at: datetime = Field(index=True)
    browser: str
    address: str
