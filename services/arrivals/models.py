"""What other systems handed over: which of theirs became which of ours."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from services.core.table import Table


class ArrivedDossier(Table, table=True):
    """One dossier of another system; system and their code make it one."""

    __table_args__ = (
        Index(None, "system", "their_code", unique=True),
        Index(None, "arrived_at"),
    )
    system: str
    their_code: str
    unit: str  # codes as they said them
    procedure: str
    submitted_at: datetime  # there
    arrived_at: datetime  # here
    # Nothing of ours yet: the unit or the procedure is unknown here, and which.
    parked: str = ""
    dossier_id: UUID | None = Field(default=None, foreign_key="dossier.id", unique=True)
    acknowledged_at: datetime | None = None
