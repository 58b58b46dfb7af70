"""Remind whoever has a dossier that it waits (đôn đốc): once a day for each."""

from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict
from services.oversight.agency_of import agency_of
from services.oversight.models import Reminder
from services.processing.queries import agency_dossier, names_of, steps_of
from services.processing.rules import current_step
from services.signals import desk_topics, tell
from services.work import Role, Work


@dataclass(frozen=True)
class Reminded:
    """Who was reminded, and whether it was said only now."""

    code: str
    name: str
    is_new: bool


def remind(work: Work, code: str) -> Reminded:
    """Put a line on the desk of the officer who has the dossier.

    Said a second time on the same day it is said once, whoever says it.
    """
    leader_id = work.actor.require_officer(Role.APPROVER)
    dossier = agency_dossier(work, code)
    step = current_step(steps_of(work.session, dossier.id))
    if step is None or step.holder_id is None:
        raise Conflict("not_taken")
    row = insert(Reminder).values(
        id=uuid4(),
        dossier_id=dossier.id,
        agency_id=agency_of(work),
        holder_id=step.holder_id,
        by_id=leader_id,
        by_name=work.actor.name,
        day=local_day(work.now),
        at=work.now,
    )
    said = work.session.execute(
        row.on_conflict_do_nothing(
            index_elements=[col(Reminder.dossier_id), col(Reminder.day)],
            index_where=col(Reminder.step_id).is_(None),
        ).returning(col(Reminder.id))
    ).first()
    if said is not None:
        record(work, "remind", dossier.id)
        tell(work.session, *desk_topics([agency_of(work)]))
    name = names_of(work.session, [step.holder_id]).get(step.holder_id, "")
    return Reminded(dossier.code or "", name, said is not None)
