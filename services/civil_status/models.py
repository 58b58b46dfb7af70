"""What the civil status registry made of a dossier."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice


class CaseState(StrEnum):
    """Where a declaration stands with the registry."""

    WAITING = "waiting"
    SUPPLEMENT = "supplement"  # they ask for more
    ELIGIBLE = "eligible"
    DONE = "done"  # the entry is in the register
    REFUSED = "refused"
    FAULT = "fault"  # they cannot read what was sent
    LOST = "lost"  # they took it, and do not know it any more


class CivilStatusCase(Table, table=True):
    """One declaration, followed from the push to the entry."""

    __table_args__ = (
        Index(
            "ix_civil_status_case_open",
            "module",
            "asked_at",
            postgresql_where=text("state not in ('done', 'refused')"),
        ),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id", unique=True)
    module: str  # KS, KT, KH; LTKS, LTKT of a bundle
    unit: str  # maDonVi it was declared under
    state: CaseState = choice(CaseState, CaseState.WAITING)
    words: str = ""  # theirs: what they ask, why they refuse
    supplement_by: date | None = None
    declared_at: datetime
    asked_at: datetime | None = None  # when they were last asked
    changed_at: datetime  # when they last said something new
    number: str = ""  # số
    book: str = ""  # quyển
    page: str = ""  # trang
    personal_number: str = ""
    registered_on: date | None = None
    registrar: str = ""
    file_id: UUID | None = Field(default=None, foreign_key="stored_file.id")
    note: str = ""  # what the officer adds when they asked for more
