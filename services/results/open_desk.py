"""A dossier on the officer's page, with its result beside it (O05)."""

from services.processing.open_processing import ProcessingView, open_processing
from services.results.open_result import ResultView, view_result
from services.work import Work


def open_desk(work: Work, code: str) -> tuple[ProcessingView, ResultView | None]:
    """Show both to an officer of the agency; one reading is written down (P5)."""
    view = open_processing(work, code)
    return view, view_result(work.session, view.head.id)
