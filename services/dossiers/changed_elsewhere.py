"""What another tab or device changed in the form of a draft that is open (R2)."""

from collections.abc import Mapping
from uuid import UUID

from services.dossiers.form_answers import shown_form
from services.dossiers.models import DossierStatus
from services.dossiers.queries import load_own
from services.eforms.definition import PREFIX
from services.eforms.form_names import form_names
from services.eforms.prefill import texts_of
from services.work import Work


def changed_elsewhere(
    work: Work, dossier_id: UUID, seen: Mapping[str, str]
) -> tuple[str, ...]:
    """Name the fields whose saved text is another than this page knows.

    Only what was saved counts: what the state fills in by itself is no change of
    anybody's, and what this page saved it knows already.
    """
    draft = load_own(work, dossier_id)
    if draft.form is None or draft.dossier.status is not DossierStatus.DRAFT:
        return ()
    shown = texts_of(shown_form(draft))
    changed = [
        key
        for key in draft.dossier.answers
        if key.startswith(PREFIX) and key in shown and shown[key] != seen.get(key, "")
    ]
    if not changed:
        return ()
    names = form_names(draft.form, shown)
    return tuple(dict.fromkeys(names.get(key, "") for key in changed))
