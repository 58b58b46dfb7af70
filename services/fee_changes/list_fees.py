"""The procedures with what they cost today and soon, searched and filtered (A05)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlmodel import col, func, or_, select

from services.administration.scope import require_administrator
from services.core.clock import local_day
from services.core.text import fold, searched
from services.fees.in_force import have_begun, read_row
from services.fees.models import FeeChange, FeeChangeState, FeeRule
from services.fees.price_list import Price, price_list
from services.fees.rule import Rule
from services.procedures.models import Procedure, ProcedureFee
from services.work import Work

PAGE = 25
LAST_PAGE = 10_000
LONGEST_SEARCH = 100


class FeeState(StrEnum):
    """What a list of procedures can be narrowed to."""

    IN_FORCE = "in_force"
    COMING = "coming"
    NO_AMOUNT = "no_amount"
    WAITS = "waits"


@dataclass(frozen=True)
class FeesRow:
    """One procedure of the list."""

    code: str
    name: str
    prices: tuple[Price, ...]
    has_rules: bool  # false: the catalogue alone tells what it costs
    coming: tuple[tuple[date, str], ...]  # from which day which rule
    waiting: int


@dataclass(frozen=True)
class FeesPage:
    """A page of the list."""

    rows: tuple[FeesRow, ...]
    total: int
    page: int


def list_fees(
    work: Work, text: str = "", state: FeeState | None = None, page: int = 1
) -> FeesPage:
    """Return the procedures filed here or with rules, by name, in three statements."""
    require_administrator(work)
    number, today = min(max(page, 1), LAST_PAGE), local_day(work.now)
    found = work.session.exec(
        select(Procedure.code, Procedure.name, func.count().over())
        .where(*_conditions(text, state, today))
        .order_by(col(Procedure.name), col(Procedure.code))
        .limit(PAGE)
        .offset((number - 1) * PAGE)
    ).all()
    codes = [code for code, _, _ in found]
    rules, waiting = _rules(work, codes), _waiting(work, codes)
    rows = tuple(
        FeesRow(
            code=code,
            name=name,
            prices=price_list(rules[code], today),
            has_rules=have_begun(rules[code], today),
            coming=_coming(rules[code], today),
            waiting=waiting.get(code, 0),
        )
        for code, name, _ in found
    )
    return FeesPage(rows, found[0][2] if found else 0, number)


def _conditions(text: str, state: FeeState | None, today: date) -> list[Any]:
    # Any: SQL conditions
    waits = _change(FeeChange.state == FeeChangeState.PROPOSED)
    conditions = [or_(col(Procedure.is_filed_here), _rule(), waits)]
    if typed := searched(text, LONGEST_SEARCH):
        conditions.append(
            or_(
                col(Procedure.folded_name).contains(fold(typed), autoescape=True),
                col(Procedure.code).contains(typed, autoescape=True),
            )
        )
    begun = col(FeeRule.valid_from) <= today
    ended = col(FeeRule.valid_to) < today
    holds = begun & (col(FeeRule.valid_to).is_(None) | ~ended)
    asked: dict[FeeState, Any] = {
        FeeState.IN_FORCE: _rule(holds),
        FeeState.COMING: _rule(col(FeeRule.valid_from) > today),
        FeeState.NO_AMOUNT: or_(
            _rule(holds, _untold()), ~_rule(begun) & _catalogue_untold()
        ),
        FeeState.WAITS: waits,
    }
    return [*conditions, asked[state]] if state else conditions


def _rule(*conditions: Any) -> Any:  # Any: SQL conditions
    query = select(FeeRule.id).where(FeeRule.procedure_code == Procedure.code)
    return query.where(*conditions).correlate(Procedure).exists()


def _change(*conditions: Any) -> Any:  # Any: as above
    query = select(FeeChange.id).where(FeeChange.procedure_code == Procedure.code)
    return query.where(*conditions).correlate(Procedure).exists()


def _untold() -> Any:  # Any: as above
    written: Any = col(FeeRule.definition)
    has_steps = func.jsonb_array_length(written["steps"]) > 0
    return written["amount"].astext.is_(None) & ~has_steps


def _catalogue_untold() -> Any:  # Any: as above
    untold = col(ProcedureFee.amount).is_(None) | col(ProcedureFee.needs_confirmation)
    query = select(ProcedureFee.id).where(ProcedureFee.procedure_id == Procedure.id)
    return query.where(untold).correlate(Procedure).exists()


def _rules(work: Work, codes: list[str]) -> dict[str, list[Rule]]:
    query = select(FeeRule).where(col(FeeRule.procedure_code).in_(codes))
    found: dict[str, list[Rule]] = defaultdict(list)
    order = (col(FeeRule.position), col(FeeRule.valid_from))
    for row in work.session.exec(query.order_by(*order)):
        found[row.procedure_code].append(read_row(row))
    return found


def _waiting(work: Work, codes: list[str]) -> dict[str, int]:
    query = select(FeeChange.procedure_code, func.count()).where(
        col(FeeChange.procedure_code).in_(codes),
        FeeChange.state == FeeChangeState.PROPOSED,
    )
    return dict(work.session.exec(query.group_by(FeeChange.procedure_code)).all())


def _coming(rules: Iterable[Rule], today: date) -> tuple[tuple[date, str], ...]:
    later = ((rule.valid_from, rule.name) for rule in rules if rule.valid_from > today)
    return tuple(sorted(later))
