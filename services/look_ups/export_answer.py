"""Take an answer away as a sheet; of an officer it is written down (AL-3)."""

from uuid import UUID

from services.audit.record import record
from services.core.errors import NotFound
from services.look_ups.answers import Answered, show
from services.look_ups.told import Told
from services.work import Work


def export_answer(work: Work, question_id: UUID) -> tuple[Answered, Told]:
    """Return the answer to who asked, with what it holds."""
    answered = show(work, question_id)
    if answered.told is None or answered.told.is_empty:
        raise NotFound("look_up")
    if work.actor.is_officer:
        record(work, "look_up.exported", question_id, question=str(answered.question))
    return answered, answered.told
