"""Which rules of a procedure hold on a day, and how its rules follow one another."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from services.fees.models import FeeRule
from services.fees.rule import Rule, read_rule

ONE_DAY = timedelta(days=1)


def stored_rule() -> ColumnElement[Any]:  # Any: a rule as JSON
    """Return the column that holds a rule with the end it has by now.

    What was published is never rewritten: a successor only closes it.
    """
    end = func.jsonb_build_object("valid_to", col(FeeRule.valid_to))
    return col(FeeRule.definition).op("||")(end)


def read_row(row: FeeRule) -> Rule:
    """Return a row as a rule, with the end it has by now."""
    ends = row.valid_to.isoformat() if row.valid_to else None
    return read_rule(row.definition | {"valid_to": ends})


def rows_of(session: Session, procedure_code: str) -> Sequence[FeeRule]:
    """Return every rule of a procedure, the earliest of each first."""
    query = select(FeeRule).where(FeeRule.procedure_code == procedure_code)
    order = (col(FeeRule.position), col(FeeRule.code), col(FeeRule.valid_from))
    return session.exec(query.order_by(*order)).all()


def have_begun(rules: Iterable[Rule], day: date) -> bool:
    """Say whether the rules alone tell what is due on this day.

    Once a procedure has rules, the amounts of the catalogue are not asked for any
    more, not even where a rule ended without another after it.
    """
    return any(rule.valid_from <= day for rule in rules)


def close_earlier(rows: Iterable[FeeRule]) -> None:
    """Let each version of one rule end the day before the next begins."""
    ordered = sorted(rows, key=lambda row: row.valid_from)
    for number, row in enumerate(ordered, 1):
        own = row.definition.get("valid_to")
        ends = [date.fromisoformat(own)] if own else []
        ends += [after.valid_from - ONE_DAY for after in ordered[number : number + 1]]
        row.valid_to = min(ends, default=None)
