"""The month's figures count what they say they count."""

from datetime import UTC, datetime, timedelta

from services.dossiers.month_figures import month_figures
from services.work import Work
from tests.conftest import NOON
from tests.factories.dossiers import make_draft, make_filing

FIRST = datetime(2026, 10, 31, 17, 0, tzinfo=UTC)  # midnight of 1 November, local


def test_only_this_months_receptions_and_results_are_counted(work: Work) -> None:
    filing = make_filing(work.session)
    before = FIRST - timedelta(seconds=1)
    for received, finished, due in (
        (FIRST, None, None),
        (before, NOON, NOON),
        (before, NOON, NOON - timedelta(days=1)),
        (NOON, NOON, None),
        (before, before, before),
    ):
        make_draft(
            work.session,
            filing,
            received_at=received,
            finished_at=finished,
            due_at=due,
        )
    figures = month_figures(work)
    assert (figures.received, figures.finished, figures.on_time) == (2, 2, 1)
