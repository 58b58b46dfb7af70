"""Take a step of a dossier (nhận việc)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.audit.record import record
from services.core.errors import Conflict, Forbidden
from services.dossiers.models import Dossier, DossierStatus
from services.processing.announce import announce
from services.processing.models import DossierStep
from services.processing.queries import (
    agency_dossier,
    names_of,
    renew_version,
    steps_of,
)
from services.processing.rules import current_step, give_to, is_barred
from services.processing.step_log import Handing, log_step
from services.processing.step_models import StepKind
from services.work import Role, Work


@dataclass(frozen=True)
class StepTaken:
    """The step that is the officer's now."""

    code: str
    step: str
    due_at: datetime | None
    version: int


def take_step(work: Work, code: str) -> StepTaken:
    """Take the step under way; a step has one holder, and four eyes hold (AZ-9)."""
    officer_id = work.actor.require_officer(Role.PROCESSING, Role.APPROVER)
    dossier = agency_dossier(work, code, lock=True)
    steps = steps_of(work.session, dossier.id)
    step = current_step(steps)
    if dossier.status != DossierStatus.PROCESSING or step is None:
        raise Conflict("not_in_process")
    if step.role not in work.actor.roles:
        raise Forbidden("role")
    if is_barred(step, steps, officer_id):
        raise Forbidden("four_eyes")
    if step.holder_id is None:
        hold_step(work, dossier, step, officer_id)
        record(work, "take_step", dossier.id, position=step.position)
        announce(work, dossier)
    check_holder(work, step, officer_id)
    return StepTaken(dossier.code or "", step.name, step.due_at, dossier.version)


def hold_step(
    work: Work, dossier: Dossier, step: DossierStep, officer_id: UUID
) -> None:
    """Give a free step to the officer who acts, and write it down."""
    give_to(step, officer_id)
    work.session.add(step)
    to = Handing(to_id=officer_id, to_name=work.actor.name)
    log_step(work, dossier, step, StepKind.TAKEN, to)
    renew_version(work, dossier)


def check_holder(work: Work, step: DossierStep, officer_id: UUID) -> None:
    """Refuse a step that somebody else holds, with that officer's name."""
    if step.holder_id is None:
        raise Conflict("not_taken")
    if step.holder_id != officer_id:
        name = names_of(work.session, [step.holder_id]).get(step.holder_id, "")
        raise Conflict("held_by", name)
