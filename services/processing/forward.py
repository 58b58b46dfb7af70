"""Forward the step one holds to a colleague (chuyển xử lý)."""

from dataclasses import dataclass
from uuid import UUID

from services.audit.record import record
from services.core.errors import RuleViolation
from services.processing.announce import announce
from services.processing.day_of_form import end_of_day
from services.processing.finish_step import open_step
from services.processing.queries import agency_dossier, steps_of
from services.processing.reassign import (
    Reassigned,
    pass_to,
    read_reason,
    receiver_of,
)
from services.work import Work


@dataclass(frozen=True)
class Forwarding:
    """To whom, with which opinion, until when; no day keeps the step's own."""

    officer_id: UUID | None
    opinion: str
    due: str = ""


def forward(work: Work, code: str, form: Forwarding, version: int) -> Reassigned:
    """Hand the step one holds to a colleague who may hold it, with an opinion.

    The day given may be earlier than the step's, never later: the promise to the
    person stands.
    """
    dossier = agency_dossier(work, code, lock=True)
    steps = steps_of(work.session, dossier.id)
    step = open_step(work, dossier, steps, version)
    if form.officer_id is None or form.officer_id == step.holder_id:
        raise RuleViolation({"officer": "officer_missing"})
    name = receiver_of(work, step, steps, form.officer_id)
    words = read_reason(form.opinion, "handover")
    due_at = end_of_day(work, form.due, "due") if form.due.strip() else step.due_at
    if due_at and step.due_at and due_at > step.due_at:
        raise RuleViolation({"due": "due_after_step"})
    pass_to(work, dossier, step, (form.officer_id, name), words)
    step.due_at = due_at
    work.session.add(step)
    record(work, "forward_step", dossier.id, position=step.position)
    announce(work, dossier)
    return Reassigned(dossier.code or "", step.name, name, dossier.version)
