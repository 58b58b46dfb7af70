"""Count what dossiers were returned for in the last twelve months (N10), by night.

Only templates are counted, never what an officer wrote by hand, and nothing that
happened to fewer than three dossiers: no number leads to a person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import literal
from sqlmodel import Session, col, delete, func, select

from services.common_faults.models import CommonFault, FaultSource
from services.core.clock import local_day
from services.core.errors import Forbidden
from services.decisions.models import Decision, DecisionKind, DecisionState
from services.dossiers.models import Dossier
from services.procedures.models import (
    Agency,
    AgencyLevel,
    Procedure,
    ProcedureComponent,
)
from services.processing.models import ComponentVerdict
from services.supplements.models import (
    RequestStatus,
    SupplementPoint,
    SupplementRequest,
)
from services.templates.models import TemplateKind, TextTemplate
from services.templates.queries import templates_for
from services.work import Work

PERIOD = timedelta(days=365)
FEWEST = 3  # dossiers; what is rarer tells more of them than of the procedure
MOST = 5  # of one procedure at one level
SENT = (RequestStatus.ASKED, RequestStatus.EXPIRED, RequestStatus.ANSWERED)
KINDS = {
    FaultSource.VERDICT: TemplateKind.NOT_ACCEPTED,
    FaultSource.SUPPLEMENT: TemplateKind.SUPPLEMENT,
    FaultSource.REFUSAL: TemplateKind.REFUSAL,
}


@dataclass(frozen=True)
class Counted:
    """How many dossiers had this fault."""

    procedure_id: UUID
    level: AgencyLevel
    source: FaultSource
    target: str
    reason_key: str
    cases: int

    @property
    def place(self) -> tuple[str, str]:
        """Where it is shown: a procedure at a level of agencies."""
        return str(self.procedure_id), str(self.level)


def count_faults(work: Work) -> int:
    """Replace yesterday's list with today's; return how many lines it has."""
    if not work.actor.is_system:
        raise Forbidden("system")
    counted = [one for source in _sources(work) for one in _counts(work, source)]
    counted.sort(key=lambda one: (one.place, -one.cases, one.reason_key, one.target))
    chosen = [
        one
        for _, faults in groupby(counted, key=lambda one: one.place)
        for one in _first(faults)
    ]
    work.session.execute(delete(CommonFault))
    work.session.add_all(_rows(work, chosen))
    return len(chosen)


def _first(faults: Iterable[Counted]) -> list[Counted]:
    """Return the most frequent; the same reason given twice stands once."""
    said: dict[tuple[str, str], Counted] = {}
    for fault in faults:
        said.setdefault((fault.target, fault.reason_key), fault)
    return list(said.values())[:MOST]


def _sources(work: Work) -> Sequence[tuple[FaultSource, Any]]:
    """Return a statement per source: dossier, target, key. Any: selects."""
    since = work.now - PERIOD
    verdicts: Any = select(
        ComponentVerdict.dossier_id,
        col(ComponentVerdict.component_code).label("target"),
        col(ComponentVerdict.reason_key).label("key"),
    ).where(
        ~col(ComponentVerdict.is_accepted),
        ComponentVerdict.reason_key != "",
        ComponentVerdict.at > since,
    )
    points: Any = (
        select(
            SupplementRequest.dossier_id,
            col(SupplementPoint.target).label("target"),
            col(SupplementPoint.reason_key).label("key"),
        )
        .join(
            SupplementRequest, col(SupplementRequest.id) == SupplementPoint.request_id
        )
        .where(
            col(SupplementRequest.status).in_(SENT),
            SupplementPoint.reason_key != "",
            SupplementRequest.written_at > since,
        )
    )
    return (
        (FaultSource.VERDICT, verdicts),
        (FaultSource.SUPPLEMENT, points),
        (FaultSource.REFUSAL, _refusals(since)),
    )


def _refusals(since: datetime) -> Any:  # Any: a select
    return select(
        Decision.dossier_id,
        literal("").label("target"),
        col(Decision.template_key).label("key"),
    ).where(
        Decision.kind == DecisionKind.REFUSE,
        Decision.state == DecisionState.APPROVED,
        Decision.template_key != "",
        Decision.proposed_at > since,
    )


def _counts(work: Work, source: tuple[FaultSource, Any]) -> list[Counted]:
    kind, statement = source
    said = statement.subquery()
    cases = func.count(func.distinct(said.c.dossier_id))
    rows = work.session.execute(
        select(  # type: ignore[call-overload]
            Dossier.procedure_id, Agency.level, said.c.target, said.c.key, cases
        )
        .select_from(said)
        .join(Dossier, col(Dossier.id) == said.c.dossier_id)
        .join(Agency, col(Agency.id) == Dossier.agency_id)
        .group_by(Dossier.procedure_id, Agency.level, said.c.target, said.c.key)
        .having(cases >= FEWEST)
    ).all()
    return [
        Counted(procedure, AgencyLevel(level), kind, target, key, count)
        for procedure, level, target, key, count in rows
    ]


def _rows(work: Work, chosen: Sequence[Counted]) -> list[CommonFault]:
    """Write the words beside the counts, as the templates have them today."""
    procedures = {one.procedure_id for one in chosen}
    codes, names = _codes(work.session, procedures), _names(work.session, procedures)
    known: dict[tuple[str, FaultSource], dict[str, TextTemplate]] = {}
    rows = []
    for one in chosen:
        code = codes[one.procedure_id]
        if (code, one.source) not in known:
            found = templates_for(
                work.session, KINDS[one.source], code, local_day(work.now)
            )
            known[code, one.source] = {template.key: template for template in found}
        text = known[code, one.source].get(one.reason_key)
        rows.append(
            CommonFault(
                procedure_id=one.procedure_id,
                level=one.level,
                source=one.source,
                target=one.target,
                label=names.get((one.procedure_id, one.target), ""),
                reason_key=one.reason_key,
                reason=text.title if text else "",
                how_to=text.how_to if text else "",
                cases=one.cases,
                counted_at=work.now,
            )
        )
    return rows


def _codes(session: Session, procedures: set[UUID]) -> dict[UUID, str]:
    query = select(Procedure.id, Procedure.code)
    return dict(session.exec(query.where(col(Procedure.id).in_(procedures))).all())


def _names(session: Session, procedures: set[UUID]) -> dict[tuple[UUID, str], str]:
    rows = session.exec(
        select(
            ProcedureComponent.procedure_id,
            ProcedureComponent.code,
            ProcedureComponent.name,
        ).where(col(ProcedureComponent.procedure_id).in_(procedures))
    )
    return {(procedure, code): name for procedure, code, name in rows}
