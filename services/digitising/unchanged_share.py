"""How many fields officers take as they are offered: the measure of O09."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select

from services.digitising.models import SavedPaper
from services.work import Work


@dataclass(frozen=True)
class UnchangedShare:
    """Fields with a value, and those of them nobody had to touch."""

    papers: int
    filled: int
    unchanged: int

    @property
    def percent(self) -> float:
        """Return the share of a hundred; zero while nothing was kept."""
        return 100 * self.unchanged / self.filled if self.filled else 0.0


def unchanged_share(work: Work, first: datetime, until: datetime) -> UnchangedShare:
    """Count the papers the officer's agency kept from `first` until before `until`."""
    work.actor.require_officer()
    papers, filled, unchanged = work.session.exec(
        select(
            func.count(),
            func.coalesce(func.sum(SavedPaper.filled), 0),
            func.coalesce(func.sum(SavedPaper.unchanged), 0),
        ).where(
            SavedPaper.agency_id == work.actor.agency_id,
            col(SavedPaper.saved_at) >= first,
            col(SavedPaper.saved_at) < until,
        )
    ).one()
    return UnchangedShare(int(papers), int(filled), int(unchanged))
