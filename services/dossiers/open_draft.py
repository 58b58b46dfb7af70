"""Open a draft where it was left (C10–C14)."""

from uuid import UUID

from services.dossiers.calendar import work_calendar
from services.dossiers.queries import entitled_units, load_own
from services.dossiers.time_limits import promise_result
from services.dossiers.views import DraftView, view_draft
from services.files.queries import files_of
from services.work import Work


def open_draft(work: Work, dossier_id: UUID) -> DraftView:
    """Return all the wizard draws, in three statements.

    A dossier handed in already is returned too, with its code: a second tab
    goes on to the receipt instead of failing.
    """
    draft = load_own(work, dossier_id)
    units = entitled_units(work.session, draft.dossier.procedure_id)
    files = files_of(work.session, dossier_id)
    promise = promise_result(work_calendar(work), draft.catalogue, work.now)
    return view_draft(draft, units, files, promise)
