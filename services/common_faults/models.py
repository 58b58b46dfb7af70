"""The most frequent reasons of return, counted every night; nothing of any person."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from services.core.table import Table, choice
from services.procedures.models import AgencyLevel


class FaultSource(StrEnum):
    """Where an office said it."""

    VERDICT = "verdict"  # chưa đạt at reception
    SUPPLEMENT = "supplement"  # a point of a request
    REFUSAL = "refusal"


class CommonFault(Table, table=True):
    """How many dossiers were returned for one reason, at one level of agencies.

    Only reasons picked from templates are counted: what an officer wrote by hand
    might speak of a person.
    """

    __table_args__ = (
        Index(
            None, "procedure_id", "level", "source", "target", "reason_key", unique=True
        ),
    )
    procedure_id: UUID = Field(foreign_key="procedure.id")
    level: AgencyLevel = choice(AgencyLevel)
    source: FaultSource = choice(FaultSource)
    target: str = ""  # code of a component or name of a field
    label: str = ""  # of the component; fields are named by the wording
    reason_key: str  # of a template
    reason: str = ""  # its words, when the template is data; else the wording has them
    how_to: str = ""
    cases: int  # dossiers of the last twelve months
    counted_at: datetime
