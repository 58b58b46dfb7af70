"""Say of one component whether it is accepted (đạt, chưa đạt)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from services.audit.record import record
from services.core.errors import Conflict, NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.dossiers.models import DossierStatus
from services.dossiers.snapshot import read_snapshot
from services.processing.models import ComponentVerdict
from services.processing.queries import agency_dossier
from services.signals import dossier_topic, tell
from services.work import Role, Work

REASON_LENGTHS = (5, 500)


@dataclass(frozen=True)
class SavedVerdict:
    """The verdict as it is stored."""

    component_code: str
    is_accepted: bool
    reason: str
    at: datetime


def save_verdict(
    work: Work, code: str, component_code: str, is_accepted: bool, reason: str = ""
) -> SavedVerdict:
    """Keep the verdict on a paper of a dossier not yet received; the last one counts.

    What is not accepted has a reason, which the person will read.
    """
    officer_id = work.actor.require_officer(Role.INTAKE)
    dossier = agency_dossier(work, code, lock=True)
    if dossier.status != DossierStatus.SUBMITTED:
        raise Conflict("received_already")
    listed = {component.code for component in read_snapshot(dossier).components}
    if component_code not in listed:
        raise NotFound("component")
    verdict = {
        "is_accepted": is_accepted,
        "reason": "" if is_accepted else _read(reason),
        "by_id": officer_id,
        "at": work.now,
    }
    key = {"dossier_id": dossier.id, "component_code": component_code}
    work.session.execute(
        insert(ComponentVerdict)
        .values(id=uuid4(), **key, **verdict)
        .on_conflict_do_update(
            index_elements=[
                col(ComponentVerdict.dossier_id),
                col(ComponentVerdict.component_code),
            ],
            set_=verdict,
        )
    )
    record(work, "save_verdict", dossier.id, accepted=is_accepted)
    tell(work.session, dossier_topic(dossier.id))
    return SavedVerdict(component_code, is_accepted, str(verdict["reason"]), work.now)


def _read(reason: str) -> str:
    try:
        return read_note(reason, *REASON_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"reason": fault.key}) from None
