"""Codes of dossiers: unique and gap-less per agency and day (P4, NUM-1)."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col

from services.core.clock import local_day
from services.core.identifiers import DossierCode, format_code
from services.dossiers.models import CodeCounter


def next_code(session: Session, agency_code: str, moment: datetime) -> DossierCode:
    """Hand out the next number of the local day.

    The counter's row stays locked until the commit and a rollback takes the
    number back, so call this last: every submission to the agency waits for it.
    """
    day = local_day(moment)
    first = insert(CodeCounter).values(
        id=uuid4(), agency_code=agency_code, day=day, last=1
    )
    counted = first.on_conflict_do_update(
        index_elements=["agency_code", "day"],
        set_={"last": CodeCounter.__table__.c.last + 1},  # type: ignore[attr-defined]
    ).returning(col(CodeCounter.last))
    return format_code(agency_code, day, session.execute(counted).scalar_one())
