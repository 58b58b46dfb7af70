"""The form of a draft as it would be printed, marked as a draft (C11, C14)."""

from uuid import UUID

from services.core.errors import NotFound
from services.dossiers.form_answers import check_form
from services.dossiers.models import DossierStatus
from services.dossiers.queries import load_own
from services.eforms.form_sheet import Occasion, form_sheet
from services.papers.facts import FormSheet
from services.work import Work


def print_draft_form(work: Work, dossier_id: UUID) -> FormSheet:
    """Return the form of the actor's own draft, whatever is missing from it.

    What cannot be read yet is left dotted, as on paper. Once handed in, the form
    is printed from what was frozen, under the code of the dossier.
    """
    draft = load_own(work, dossier_id)
    dossier = draft.dossier
    if draft.form is None or dossier.status is not DossierStatus.DRAFT:
        raise NotFound("form")
    occasion = Occasion(
        unit=draft.agency.name if draft.agency else "",
        place=work.province.name,
        made_at=dossier.updated_at,
    )
    return form_sheet(draft.form, check_form(work, draft).values, {}, occasion)
