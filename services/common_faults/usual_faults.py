"""What dossiers of this procedure are usually returned for (những lỗi hay gặp, N10)."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from services.common_faults.models import CommonFault, FaultSource
from services.dossiers.models import Dossier
from services.procedures.models import Agency, AgencyLevel, Procedure
from services.work import Work


@dataclass(frozen=True)
class UsualFault:
    """One reason, in how many dossiers of a year, and what to do about it."""

    source: FaultSource
    target: str
    label: str  # of the component; empty: a field, or the dossier as a whole
    reason_key: str
    reason: str  # empty: the wording has it
    how_to: str
    level: AgencyLevel
    cases: int


def usual_faults(work: Work, procedure_code: str) -> tuple[UsualFault, ...]:
    """Return what the nightly count found, the most frequent first; open to anybody."""
    rows = work.session.exec(
        select(CommonFault)
        .join(Procedure, col(Procedure.id) == CommonFault.procedure_id)
        .where(Procedure.code == procedure_code)
        .order_by(*_by_cases())
    ).all()
    return tuple(map(_view, rows))


def usual_faults_of_draft(work: Work, dossier_id: UUID) -> tuple[UsualFault, ...]:
    """Return those of the unit the actor's draft goes to; of a foreign draft none."""
    account_id = work.actor.require_citizen()
    rows = work.session.exec(
        select(CommonFault)
        .join(Dossier, col(Dossier.procedure_id) == CommonFault.procedure_id)
        .join(Agency, col(Agency.id) == Dossier.agency_id)
        .where(
            Dossier.id == dossier_id,
            Dossier.account_id == account_id,
            CommonFault.level == Agency.level,
        )
        .order_by(*_by_cases())
    ).all()
    return tuple(map(_view, rows))


def _by_cases() -> tuple[Any, ...]:  # Any: columns of a statement
    return col(CommonFault.cases).desc(), col(CommonFault.reason_key)


def _view(row: CommonFault) -> UsualFault:
    return UsualFault(
        row.source,
        row.target,
        row.label,
        row.reason_key,
        row.reason,
        row.how_to,
        row.level,
        row.cases,
    )
