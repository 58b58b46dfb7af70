"""Declarations other portals hand over: which one became which of ours."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from services.core.table import Table


class ArrivedBundle(Table, table=True):
    """One declaration of the interlinked services; their id makes it one."""

    their_id: str = Field(unique=True)
    code: str = Field(unique=True)  # theirs, of the bundle
    door: str = ""  # dvcqg, lienthong: the portal it was filed at
    unit: str
    procedure: str
    module: str
    technical_id: str = ""
    received_at: datetime  # there
    arrived_at: datetime  # here
    # Nothing of ours yet: the unit or the procedure is unknown, and why.
    parked: str = ""
    dossier_id: UUID | None = Field(default=None, foreign_key="dossier.id", unique=True)
    acknowledged_at: datetime | None = None
