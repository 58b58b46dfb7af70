"""Which procedures the officer's unit receives (Menu “Tiếp nhận hồ sơ”, O04)."""

from dataclasses import dataclass

from sqlmodel import col, select

from services.core.text import fold
from services.counter.stand_in import require_counter
from services.procedures.models import Procedure, ProcedureUnit, Sector
from services.work import Work

MOST = 30
LONGEST = 100


@dataclass(frozen=True)
class ProcedureHere:
    """A procedure that can be taken in at this counter."""

    code: str
    name: str
    sector: str
    sector_code: str


def procedures_here(
    work: Work, words: str = "", sector: str = ""
) -> tuple[ProcedureHere, ...]:
    """Search by words or code, the most used first; of one sector when one is named."""
    _, agency_id = require_counter(work)
    query = (
        select(Procedure.code, Procedure.name, Sector.name, Sector.code)
        .join(ProcedureUnit, col(ProcedureUnit.procedure_id) == Procedure.id)
        .outerjoin(Sector, col(Sector.id) == Procedure.sector_id)
        .where(
            ProcedureUnit.agency_id == agency_id,
            Procedure.is_filed_here,
            ~col(Procedure.is_suspended),
        )
    )
    if sector:
        query = query.where(Sector.code == sector)
    typed = words.strip()[:LONGEST]
    if typed.replace(".", "").isdigit():
        query = query.where(col(Procedure.code).startswith(typed, autoescape=True))
    else:
        for word in fold(typed).split()[:8]:
            in_name = col(Procedure.folded_name).contains(word, autoescape=True)
            in_words = col(Procedure.folded_words).contains(word, autoescape=True)
            query = query.where(in_name | in_words)
    query = query.order_by(
        col(Procedure.popularity).desc(), col(Procedure.name), col(Procedure.code)
    )
    rows = work.session.exec(query.limit(MOST)).all()
    return tuple(
        ProcedureHere(code, name, sector or "", key or "")
        for code, name, sector, key in rows
    )
