"""Rows of several tables beside one row, gathered in a single statement (L-6)."""

from typing import Any, TypeVar

from sqlalchemy import ColumnElement, ScalarSelect, literal_column
from sqlmodel import func, select

from services.core.table import Table

Row = TypeVar("Row", bound=Table)


def rows_beside(
    part: Any, owner: Any, where: ColumnElement[bool]
) -> ScalarSelect[Any]:  # Any: tables of one shape
    """Return every row of a table that belongs to the owner, as one JSON column."""
    whole_row = func.to_jsonb(literal_column(part.__tablename__))
    rows = func.coalesce(func.jsonb_agg(whole_row), func.jsonb_build_array())
    query = select(rows).select_from(part).where(where)
    return query.correlate(owner).scalar_subquery()


def read_rows(part: type[Row], written: list[dict[str, Any]]) -> list[Row]:
    """Return the rows of such a column, in no order; Any: JSON."""
    return [part.model_validate(row) for row in written]
