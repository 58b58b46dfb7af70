"""Open the electronic form of a draft (C11)."""

from dataclasses import dataclass
from uuid import UUID

from services.core.clock import local_day
from services.dossiers.form_answers import names_owner, shown_form
from services.dossiers.models import DossierStatus
from services.dossiers.queries import Draft, load_own
from services.eforms.add_up import live_sums
from services.eforms.definition import EformDefinition
from services.eforms.prefill import Filled, texts_of
from services.work import Work


@dataclass(frozen=True)
class FormDraft:
    """The form of a draft: its definition, what stands in it, its sums so far."""

    definition: EformDefinition
    filled: dict[str, Filled]
    sums: dict[str, int | str]
    earlier_code: str  # the dossier that some of it was taken from
    names_owner: bool  # the form names the owner: not asked a second time

    @property
    def texts(self) -> dict[str, str]:
        """Return every answer by its key."""
        return texts_of(self.filled)


def open_form(work: Work, dossier_id: UUID) -> FormDraft | None:
    """Return the form of one's draft, in one statement; None without a form."""
    return view_form(work, load_own(work, dossier_id))


def view_form(work: Work, draft: Draft) -> FormDraft | None:
    """Return the form of a draft that was read already."""
    if draft.form is None or draft.dossier.status is not DossierStatus.DRAFT:
        return None
    filled = shown_form(draft)
    return FormDraft(
        definition=draft.form,
        filled=filled,
        sums=live_sums(draft.form, texts_of(filled), local_day(work.now)),
        earlier_code=draft.earlier.code if draft.earlier else "",
        names_owner=names_owner(draft),
    )
