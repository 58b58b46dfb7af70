"""The procedure as a dossier needs it: rows of the catalogue, in one statement."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ScalarSelect, literal_column
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlmodel import col, func, select

from services.core.table import Table
from services.fees.in_force import stored_rule
from services.fees.models import FeeRule
from services.fees.rule import Rule, read_rule
from services.procedures.models import (
    CaseKind,
    Channel,
    Procedure,
    ProcedureCase,
    ProcedureChannel,
    ProcedureComponent,
    ProcedureFee,
)

PARTS = (ProcedureCase, ProcedureComponent, ProcedureFee, ProcedureChannel)
Row = TypeVar("Row", bound=Table)


@dataclass(frozen=True)
class Catalogue:
    """One procedure with its papers, fees and channels."""

    procedure: Procedure
    sector: str
    cases: tuple[ProcedureCase, ...]
    components: tuple[ProcedureComponent, ...]
    fees: tuple[ProcedureFee, ...]
    channels: tuple[ProcedureChannel, ...]
    rules: tuple[Rule, ...] = ()  # of fees, whenever they hold

    def choices(self) -> tuple[ProcedureCase, ...]:
        """Return the cases of which a person may be in one."""
        return tuple(case for case in self.cases if case.kind is CaseKind.WHEN)

    def chosen_case(self, case_id: str) -> UUID | None:
        """Return the case answered, or the only one there is."""
        choices = self.choices()
        always = {case.id for case in self.cases if case.kind is CaseKind.SUBMIT}
        if len(choices) == 1 and not always:
            return choices[0].id
        return next((case.id for case in choices if str(case.id) == case_id), None)

    def papers(self, case_id: str) -> tuple[ProcedureComponent, ...]:
        """Return the papers to send in this case; advice and papers shown at
        the counter are left out."""
        taken = {case.id for case in self.cases if case.kind is CaseKind.SUBMIT}
        if chosen := self.chosen_case(case_id):
            taken.add(chosen)
        return tuple(c for c in self.components if c.is_paper and c.case_id in taken)

    def fees_by(self, channel: Channel) -> tuple[ProcedureFee, ...]:
        """Return what is asked for when filing this way."""
        return tuple(f for f in self.fees if f.channel in (None, channel))


def parts_as_json() -> list[ScalarSelect[Any]]:
    """Return one JSON column per kind of part; Any: the rows as PostgreSQL has them.

    Five lists in the statement that reads the dossier, instead of five more.
    """
    return [*(_as_json(part) for part in PARTS), _rules_as_json()]


def _as_json(part: Any) -> ScalarSelect[Any]:  # Any: four tables of one shape
    whole_row = func.to_jsonb(literal_column(part.__tablename__))
    rows = func.coalesce(func.jsonb_agg(whole_row), func.jsonb_build_array())
    query = select(rows).select_from(part).where(part.procedure_id == Procedure.id)
    return query.correlate(Procedure).scalar_subquery()


def _rules_as_json() -> ScalarSelect[Any]:
    by_place = aggregate_order_by(stored_rule(), col(FeeRule.position))
    rows = func.coalesce(func.jsonb_agg(by_place), func.jsonb_build_array())
    query = select(rows).where(FeeRule.procedure_code == Procedure.code)
    return query.correlate(Procedure).scalar_subquery()


def read_catalogue(
    procedure: Procedure, sector: str | None, parts: Iterable[list[dict[str, Any]]]
) -> Catalogue:
    """Return the catalogue entry from the columns of `parts_as_json`."""
    cases, components, fees, channels, rules = parts
    return Catalogue(
        procedure=procedure,
        sector=sector or "",
        cases=_rows(ProcedureCase, cases),
        components=_rows(ProcedureComponent, components),
        fees=_rows(ProcedureFee, fees),
        channels=_rows(ProcedureChannel, channels),
        rules=tuple(read_rule(rule) for rule in rules),
    )


def _rows(part: type[Row], written: list[dict[str, Any]]) -> tuple[Row, ...]:
    ordered = sorted(written, key=lambda row: row["position"])
    return tuple(part.model_validate(row) for row in ordered)
