"""Choose for whom a draft is filed: oneself, or somebody one acts for (R41)."""

from uuid import UUID

from sqlmodel import col, update

from services.audit.record import record
from services.delegations.queries import require_delegation
from services.dossiers.models import Dossier
from services.dossiers.queries import lock_own_draft
from services.dossiers.save_answers import SavedAt
from services.eforms.current_eform import stored_definition
from services.eforms.definition import PREFIX
from services.files.models import StoredFile
from services.signals import dossier_topic, person_topic, tell
from services.work import Work

# Answers about the owner: never carried from one person to the next.
OWNER_FIELDS = ("same_person", "applicant_name", "applicant_address")


def choose_principal(
    work: Work, dossier_id: UUID, delegation_id: UUID | None
) -> SavedAt:
    """File for somebody one may act for, or for oneself; the files go along.

    What was typed of one owner is dropped with them: two people's data are never
    mixed. An ended delegation refuses, and the draft stays as it was.
    """
    dossier = lock_own_draft(work, dossier_id, to_end=True)
    if dossier.delegation_id == delegation_id:
        return SavedAt(work.now)
    dossier.delegation_id = dossier.principal_id = None
    if delegation_id is not None:
        delegation = require_delegation(work, delegation_id)
        dossier.delegation_id = delegation.id
        dossier.principal_id = delegation.principal_id
    owned = _asked_of_owner(work, dossier)
    parts = tuple(f"{name}." for name in owned)
    kept = {
        name: text
        for name, text in dossier.answers.items()
        if name not in OWNER_FIELDS + owned and not name.startswith(parts or " ")
    }
    dossier.answers = kept
    dossier.updated_at = work.now
    dossier.version += 1
    work.session.add(dossier)
    work.session.exec(
        update(StoredFile)
        .where(col(StoredFile.subject_id) == dossier_id)
        .values(delegation_id=dossier.delegation_id)
    )
    work.session.flush()
    record(work, "choose_principal", dossier.id, for_other=delegation_id is not None)
    tell(work.session, dossier_topic(dossier.id), person_topic(dossier.account_id))
    return SavedAt(work.now)


def _asked_of_owner(work: Work, dossier: Dossier) -> tuple[str, ...]:
    """Return the fields of the form that are filled in with what is the owner's."""
    form = stored_definition(work.session, dossier.eform_id)
    fields = form.fields() if form else ()
    return tuple(
        f"{PREFIX}{one.code}"
        for one in fields
        if any(fact.startswith("owner.") for fact in one.prefill)
    )
