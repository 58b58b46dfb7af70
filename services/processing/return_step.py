"""Send a dossier back to an earlier step, with the reason (trả lại bước trước)."""

from services.audit.record import record
from services.core.errors import RuleViolation
from services.processing.announce import announce
from services.processing.close_opinions import close_opinions
from services.processing.finish_step import StepFinished, open_step, promise_step
from services.processing.models import DossierStep
from services.processing.queries import (
    agency_dossier,
    names_of,
    renew_version,
    steps_of,
)
from services.processing.reassign import read_reason
from services.processing.step_log import Handing, log_step
from services.processing.step_models import StepKind
from services.processing.way import go_to, returnable
from services.work import Work


def return_step(
    work: Work, code: str, position: int, reason: str, version: int
) -> StepFinished:
    """Open an earlier step again; those between wait anew, the log keeps everything.

    It goes back to whoever did it. Four eyes hold as before: hands are remembered
    over every return (AZ-9).
    """
    dossier = agency_dossier(work, code, lock=True)
    steps = steps_of(work.session, dossier.id)
    step = open_step(work, dossier, steps, version)
    target = next((s for s in returnable(step, steps) if s.position == position), None)
    if target is None:
        raise RuleViolation({"position": "return_where"})
    words = read_reason(reason)
    close_opinions(work, step, words)
    log_step(work, dossier, step, StepKind.RETURNED, _back(work, target, words))
    left = step.name
    go_to(target, steps, work.now)
    target.due_at = promise_step(work, dossier, target)
    work.session.add_all(steps)
    renew_version(work, dossier)
    record(work, "return_step", dossier.id, position=target.position)
    announce(work, dossier)
    return StepFinished(
        dossier.code or "", left, target.name, dossier.status, dossier.version
    )


def _back(work: Work, target: DossierStep, words: str) -> Handing:
    to_id = target.done_by_id
    name = names_of(work.session, [to_id]).get(to_id, "") if to_id else ""
    return Handing(to_id=to_id, to_name=name, note=words, to_step=target.name)
