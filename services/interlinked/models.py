"""The legs of an interlinked declaration, each a dossier once its turn has come."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class LegState(StrEnum):
    """Whether the dossier of a leg exists yet."""

    WAITING = "waiting"  # for the legs before it
    OPEN = "open"
    DROPPED = "dropped"  # a leg before it ended without a result


class BundleLeg(Table, table=True):
    """One procedure of a declaration (hồ sơ liên thông)."""

    __table_args__ = (Index(None, "declaration_id", "position", unique=True),)
    declaration_id: UUID = Field(foreign_key="dossier.id")
    position: int
    code: str
    procedure_id: UUID = Field(foreign_key="procedure.id")
    after: list[str] = json_column(list)
    papers: list[str] = json_column(list)
    groups: list[str] = json_column(list)
    has_office_part: bool = False
    state: LegState = choice(LegState, LegState.WAITING)
    dossier_id: UUID | None = Field(default=None, foreign_key="dossier.id", unique=True)
