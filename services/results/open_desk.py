"""A dossier on the officer's page, with its result beside it (O05)."""

from dataclasses import replace

from services.processing.open_processing import ProcessingView, open_processing
from services.results.correct_result import ISSUED
from services.results.open_result import ResultView, view_result
from services.results.queries import pending_correction
from services.work import Work


def open_desk(work: Work, code: str) -> tuple[ProcessingView, ResultView | None]:
    """Show both to an officer of the agency; one reading is written down (P5)."""
    view = open_processing(work, code)
    result = view_result(work.session, view.head.id)
    if result is not None and view.head.status in ISSUED:
        pending = pending_correction(work.session, view.head.id)
        result = replace(result, pending_why=pending.reason if pending else "")
    return view, result
