"""Choose the unit that receives the dossier (C10), and remember the step."""

from uuid import UUID

from services.audit.record import record
from services.core.errors import RuleViolation
from services.dossiers.queries import entitled_units, lock_own_draft
from services.dossiers.rules import Problem, Step
from services.dossiers.save_answers import SavedAt
from services.signals import dossier_topic, person_topic, tell
from services.work import Work


def choose_agency(work: Work, dossier_id: UUID, agency_id: UUID) -> SavedAt:
    """Take a unit entitled to the procedure, and no other."""
    dossier = lock_own_draft(work, dossier_id)
    units = entitled_units(work.session, dossier.procedure_id)
    if agency_id not in {unit.id for unit in units}:
        raise RuleViolation({"agency": Problem.AGENCY_NOT_ENTITLED})
    if dossier.agency_id != agency_id:
        dossier.agency_id = agency_id
        dossier.updated_at = work.now
        dossier.version += 1
        work.session.add(dossier)
        record(work, "choose_agency", dossier.id)
        tell(work.session, dossier_topic(dossier.id), person_topic(dossier.account_id))
    return SavedAt(work.now)


def set_step(work: Work, dossier_id: UUID, step: Step) -> SavedAt:
    """Remember where the person stands, so that they come back to it (R4)."""
    dossier = lock_own_draft(work, dossier_id)
    dossier.step = Step(step)
    record(work, "set_step", dossier.id, step=dossier.step)
    dossier.updated_at = work.now
    work.session.add(dossier)
    work.session.flush()
    return SavedAt(work.now)
