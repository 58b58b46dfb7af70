"""Approve a paper result; a digital one is approved by signing it alone (O16)."""

from services.core.errors import RuleViolation
from services.processing.finish_step import Finding, StepFinished, finish_step
from services.processing.models import StepState
from services.processing.queries import agency_dossier, steps_of
from services.results.models import ResultForm
from services.results.queries import standing_result
from services.work import Work


def approve_result(
    work: Work, code: str, found: str | Finding, intent: str, version: int
) -> StepFinished:
    """Finish a step; the last one, of a digital result, is finished by a signature."""
    dossier = agency_dossier(work, code, lock=True)
    steps = steps_of(work.session, dossier.id)
    is_last = bool(steps) and steps[-1].state is StepState.CURRENT
    result = standing_result(work.session, dossier.id) if is_last else None
    if (
        result is not None
        and result.form is ResultForm.DIGITAL
        and result.signed_at is None
        and steps[-1].holder_id == work.actor.account_id
    ):
        raise RuleViolation({"result": "result_unsigned"})
    return finish_step(work, code, found, intent, version)
