"""Dossiers whose person, verified later, stands otherwise in the register (O04)."""

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import col, select

from services.core.identifiers import mask_name
from services.counter.models import CounterCase
from services.counter.stand_in import require_counter
from services.dossiers.models import Dossier
from services.work import Work

SHOWN_FOR = timedelta(days=30)
MOST = 20


@dataclass(frozen=True)
class Differing:
    """One dossier, and the fields the register has otherwise."""

    code: str
    person: str  # masked
    fields: tuple[str, ...]


def differing_people(work: Work) -> tuple[Differing, ...]:
    """List what verifying found while the dossier runs; it refuses nobody."""
    _, agency_id = require_counter(work)
    rows = work.session.exec(
        select(Dossier.code, Dossier.submitter_name, CounterCase.differences)
        .join(CounterCase, col(CounterCase.dossier_id) == Dossier.id)
        .where(
            CounterCase.agency_id == agency_id,
            col(CounterCase.verified_at) > work.now - SHOWN_FOR,
            col(CounterCase.differences) != [],
            col(Dossier.ended_at).is_(None),
        )
        .order_by(col(CounterCase.verified_at).desc())
        .limit(MOST)
    ).all()
    return tuple(
        Differing(code or "", mask_name(name), tuple(fields))
        for code, name, fields in rows
    )
