"""What of a period is digitised and used again: numbers of the scorecard (QĐ 766)."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlmodel import col

from services.audit.record import record
from services.digitising.models import SavedPaper
from services.digitising.unchanged_share import unchanged_share
from services.dossiers.models import Dossier
from services.registers.figures import ended, of_period
from services.registers.units import own_unit
from services.registers.wanted import RegisterWanted, span_of
from services.work import Work


@dataclass(frozen=True)
class Digitised:
    """Dossiers of the period with a result, and the papers kept in it."""

    finished: int
    whole: int  # parts and result both kept: digitised as the scorecard counts it
    with_reused: int  # at least one paper came out of a store
    papers: int  # kept in the period
    fields: int  # of those papers, with a value
    unchanged: int  # taken as they were offered

    @property
    def whole_share(self) -> float | None:
        """Return the percentage digitised; None while nothing is finished."""
        return _percent(self.whole, self.finished)

    @property
    def reused_share(self) -> float | None:
        """Return the percentage with a paper nobody had to hand in again."""
        return _percent(self.with_reused, self.finished)

    @property
    def unchanged_share(self) -> float | None:
        """Return the percentage of fields nobody had to touch; None without fields."""
        return _percent(self.unchanged, self.fields)


def digitised(work: Work, wanted: RegisterWanted) -> Digitised:
    """Count for the officer's own unit, in two statements however many dossiers.

    The rule is that of `digitising.flags`: parts and result both have files.
    """
    agency_id = own_unit(work)
    span = span_of(wanted, work.now)
    part = ~col(SavedPaper.is_result)
    whole = _kept(part) & _kept(col(SavedPaper.is_result).is_(True))
    reused = _kept(part, col(SavedPaper.from_store).is_(True))
    query: Select[int, int, int] = (
        select(func.count(), func.count().filter(whole), func.count().filter(reused))
        .select_from(Dossier)
        .where(
            of_period([agency_id], span),
            col(Dossier.finished_at).is_not(None),
            ended() < span.until,
        )
    )
    finished, both, again = work.session.execute(query).one()
    fields = unchanged_share(work, span.since, span.until)
    record(work, "registers.digitised", finished=int(finished))
    return Digitised(
        int(finished),
        int(both),
        int(again),
        fields.papers,
        fields.filled,
        fields.unchanged,
    )


def _kept(*where: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(col(SavedPaper.dossier_id) == Dossier.id, *where)


def _percent(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None
