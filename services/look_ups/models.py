"""What was asked of the registers, and the last good answer to each question."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class Register(StrEnum):
    """Who is asked, by its name in docs/systems."""

    ENTERPRISES = "enterprise_registry"
    BUDGET_UNITS = "budget_unit_registry"
    TRANSPORT = "transport_registry"


class Question(StrEnum):
    """What may be asked; each is a line of C26."""

    ENTERPRISE = "enterprise"
    ENTERPRISE_RECEIVED = "enterprise_received"
    ENTERPRISE_TODAY = "enterprise_today"
    ENTERPRISE_DOSSIER = "enterprise_dossier"
    BUDGET_DOSSIERS = "budget_dossiers"
    BUDGET_DOSSIER = "budget_dossier"
    BUDGET_COUNTS = "budget_counts"
    TRANSPORT_DOSSIERS = "transport_dossiers"
    TRANSPORT_DOSSIER = "transport_dossier"
    TRANSPORT_MONTH = "transport_month"


QUESTIONS: dict[Register, tuple[Question, ...]] = {
    Register.ENTERPRISES: (
        Question.ENTERPRISE,
        Question.ENTERPRISE_RECEIVED,
        Question.ENTERPRISE_TODAY,
        Question.ENTERPRISE_DOSSIER,
    ),
    Register.BUDGET_UNITS: (
        Question.BUDGET_DOSSIERS,
        Question.BUDGET_DOSSIER,
        Question.BUDGET_COUNTS,
    ),
    Register.TRANSPORT: (
        Question.TRANSPORT_DOSSIERS,
        Question.TRANSPORT_DOSSIER,
        Question.TRANSPORT_MONTH,
    ),
}
REGISTER_OF = {one: register for register, all_ in QUESTIONS.items() for one in all_}


class LookUpAnswer(Table, table=True):
    """The last good answer to a question, whoever asked; it is dropped after days."""

    __table_args__ = (
        Index(
            "ix_look_up_answer_wanted",
            "wanted_until",
            postgresql_where=text("wanted_until is not null"),
        ),
    )
    key: str = Field(unique=True)  # keyed hash of the question and its fields
    question: Question = choice(Question)
    fields: dict[str, str] = json_column(dict)
    told: dict[str, Any] = json_column(dict)  # Any: JSON of Told
    answered_at: datetime | None = None
    asked_at: datetime = Field(index=True)
    wanted_until: datetime | None = None  # it was silent: asked again until then


class LookUpQuestion(Table, table=True):
    """Who asked what, when, and what for; an officer says it each time (AL-3)."""

    __table_args__ = (Index(None, "account_id", "at"),)
    at: datetime = Field(index=True)
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    agency_id: UUID | None = Field(default=None, foreign_key="agency.id")
    browser: str = ""  # of who is not signed in
    question: Question = choice(Question)
    purpose: str = ""
    answer_id: UUID | None = Field(
        default=None, foreign_key="look_up_answer.id", ondelete="SET NULL", index=True
    )
