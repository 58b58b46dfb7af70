"""A dossier with its decisions, slips and steps, in one statement (L-6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from services.core.errors import NotFound
from services.core.json_rows import read_rows, rows_beside
from services.decisions.give_back import has_paid
from services.decisions.models import Decision
from services.decisions.reached import is_unreached
from services.dossiers.models import Dossier
from services.processing.models import DossierStep
from services.slips.models import Slip
from services.work import Work


@dataclass(frozen=True)
class DecisionRows:
    """The dossier, and what was decided on it, each the latest first."""

    dossier: Dossier
    decisions: Sequence[Decision]
    slips: Sequence[Slip]
    steps: Sequence[DossierStep]  # in their order
    is_unreached: bool  # the latest message of weight reached nobody
    has_paid: bool


def read_decisions(work: Work, chosen: ColumnElement[bool]) -> DecisionRows:
    """Return the rows of the dossier that is chosen, or NotFound."""
    parts = map(_of_dossier, (Decision, Slip, DossierStep))
    columns: list[Any] = [Dossier, *parts, is_unreached(), has_paid()]
    query: Any = select(*columns)
    row = work.session.exec(query.where(chosen)).first()
    if row is None:
        raise NotFound("dossier")
    dossier, decisions, slips, steps, unreached, paid = row
    return DecisionRows(
        dossier,
        sorted(
            read_rows(Decision, decisions),
            key=lambda one: one.proposed_at,
            reverse=True,
        ),
        sorted(read_rows(Slip, slips), key=lambda one: one.issued_at, reverse=True),
        sorted(read_rows(DossierStep, steps), key=lambda one: one.position),
        bool(unreached),
        bool(paid),
    )


def _of_dossier(part: Any) -> Any:  # Any: tables of one shape
    return rows_beside(part, Dossier, col(part.dossier_id) == Dossier.id)
