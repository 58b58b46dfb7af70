"""The report on how dossiers were dealt with: one line a group, every number a list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func

from services.audit.record import record
from services.core.errors import NotFound
from services.registers.figures import Figure, conditions, figures, late, of_period
from services.registers.grouping import KEY, NAME, GroupBy, grouped
from services.registers.units import own_unit, units_below
from services.registers.wanted import RegisterWanted, Span, span_of
from services.work import Work

MOST_LINES = 300


@dataclass(frozen=True)
class ReportLine:
    """One group with its numbers."""

    key: str  # what the filter of the list behind it is called; empty: no list
    name: str
    counts: Mapping[Figure, int]


@dataclass(frozen=True)
class Report:
    """The lines, their sum, and the moment they were counted."""

    by: GroupBy
    span: Span
    lines: tuple[ReportLine, ...]
    total: Mapping[Figure, int]
    is_cut: bool  # more groups than a page can hold; the sum is of all
    counted_at: datetime

    @property
    def on_time(self) -> float | None:
        """Return the percentage ended in time; None while nothing has ended."""
        done = self.total[Figure.DONE] - self.total[Figure.GIVEN_UP]
        if not done:
            return None
        return round(100 * (done - self.total[Figure.LATE]) / done, 1)

    @property
    def online(self) -> float | None:
        """Return the percentage of what came in the period that came online."""
        came = sum(self.total[f] for f in (Figure.ONLINE, Figure.DIRECT, Figure.POSTAL))
        return round(100 * self.total[Figure.ONLINE] / came, 1) if came else None


def summarise(work: Work, wanted: RegisterWanted, by: str) -> Report:
    """Count the dossiers of the officer's unit in a period, group by group (O13)."""
    agency_id = own_unit(work)
    group = _group(by)
    span = span_of(wanted, work.now)
    agencies = [agency_id]
    if group is GroupBy.UNIT:
        agencies = [unit.id for unit in units_below(work)]
    report = count_groups(work, agencies, wanted, group, span)
    record(work, "registers.summarise", by=str(group), lines=len(report.lines))
    return report


def count_groups(
    work: Work,
    agencies: list[UUID],
    wanted: RegisterWanted,
    group: GroupBy,
    span: Span,
) -> Report:
    """Count for whoever may see these units already."""
    where = [of_period(agencies, span), *conditions(wanted, span)]
    if group is GroupBy.CAUSE:
        where.append(late(span))
    lines = _lines(work, group, span, where)
    return Report(
        by=group,
        span=span,
        lines=lines[:MOST_LINES],
        total={f: sum(line.counts[f] for line in lines) for f in Figure},
        is_cut=len(lines) > MOST_LINES,
        counted_at=work.now,
    )


def _group(by: str) -> GroupBy:
    try:
        return GroupBy(by)
    except ValueError:
        raise NotFound("by") from None


def _lines(
    work: Work, group: GroupBy, span: Span, where: list[ColumnElement[bool]]
) -> tuple[ReportLine, ...]:
    """Count every column of every group in one statement."""
    key, name, query = grouped(group, span)
    counted = [func.count().filter(condition) for condition in figures(span).values()]
    found = work.session.execute(
        query.add_columns(key.label(KEY), name.label(NAME), *counted)
        .where(*where)
        .group_by(KEY, NAME)
        .order_by(func.count().desc(), NAME)
    )
    return tuple(
        ReportLine(
            key="" if row[0] is None else str(row[0]),
            name="" if row[1] is None else str(row[1]),
            counts=dict(zip(figures(span), map(int, row[2:]), strict=True)),
        )
        for row in found
    )
