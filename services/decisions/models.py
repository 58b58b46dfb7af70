"""Decisions (quyết định về hồ sơ): refuse, suspend, extend, stop, transfer (O05, O07)."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice
from services.dossiers.models import DossierStatus


class DecisionKind(StrEnum):
    """What is decided."""

    REFUSE = "refuse"  # từ chối
    SUSPEND = "suspend"  # tạm dừng: the office's own pause
    RESUME = "resume"  # giải quyết tiếp
    EXTEND = "extend"  # gia hạn, with an apology
    APOLOGISE = "apologise"  # xin lỗi: the result is ready, and came late
    STOP = "stop"  # dừng giải quyết
    TRANSFER = "transfer"  # chuyển đơn vị đúng thẩm quyền


class RefusalKind(StrEnum):
    """Why a dossier is refused (O07)."""

    NOT_ACCEPTED = "not_accepted"  # không tiếp nhận: before reception
    NOT_ELIGIBLE = "not_eligible"  # không đủ điều kiện: in process
    WRONG_UNIT = "wrong_unit"  # sai thẩm quyền


class DecisionState(StrEnum):
    """Where a decision stands."""

    PROPOSED = "proposed"  # waits for the leader
    APPROVED = "approved"  # carried out
    DECLINED = "declined"  # the leader said no, and why
    LAPSED = "lapsed"  # the dossier went another way meanwhile


class Decision(Table, table=True):
    """One decision, as proposed and as decided; a dossier has one open at a time."""

    __table_args__ = (
        Index(None, "dossier_id", "intent", unique=True),
        Index(
            "uq_decision_open",
            "dossier_id",
            unique=True,
            postgresql_where=text("state = 'proposed'"),
        ),
        Index(None, "agency_id", "state", "proposed_at"),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id", index=True)
    agency_id: UUID = Field(foreign_key="agency.id")  # the unit that decides
    kind: DecisionKind = choice(DecisionKind)
    state: DecisionState = choice(DecisionState)
    refusal: str = ""  # a RefusalKind
    template_key: str = ""  # the text it began with
    ground: str
    legal_basis: str = ""  # the article
    what_next: str = ""  # what the person may do
    came_from: DossierStatus = choice(DossierStatus)
    stage: str = ""  # the step under way then
    gives_back: bool = False  # what was paid is asked back
    due_before: datetime | None = None
    new_due: datetime | None = None
    why_late: str = ""  # asked for less than a working day before the due date
    to_agency_id: UUID | None = Field(default=None, foreign_key="agency.id")
    to_agency_name: str = ""
    from_agency_name: str = ""
    proposed_by_id: UUID = Field(foreign_key="account.id")
    proposed_by_name: str
    proposed_at: datetime
    needs_leader: bool
    decided_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    decided_by_name: str = ""
    decided_at: datetime | None = None
    declined_reason: str = ""
    intent: str  # the press that proposed it
