"""Say of one component whether it is accepted (đạt, chưa đạt)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from services.audit.record import record
from services.core.errors import Conflict, NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.dossiers.models import DossierStatus
from services.dossiers.snapshot import Snapshot, read_snapshot
from services.processing.models import ComponentVerdict
from services.processing.not_accepted import usual_reasons
from services.processing.queries import agency_dossier
from services.processing.vault_papers import is_unopened
from services.signals import dossier_topic, tell
from services.work import Role, Work

REASON_LENGTHS = (5, 500)
UNOPENED = "vault_unopened"


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

    What is not accepted has a reason, which the person will read. A paper from the
    vault is accepted by who has opened it: the record of reading tells.
    """
    officer_id = work.actor.require_officer(Role.INTAKE)
    dossier = agency_dossier(work, code, lock=True)
    if dossier.status != DossierStatus.SUBMITTED:
        raise Conflict("received_already")
    handed_in = read_snapshot(dossier)
    listed = {component.code for component in handed_in.components}
    if component_code not in listed:
        raise NotFound("component")
    if is_accepted and is_unopened(
        work.session, dossier.id, component_code, officer_id
    ):
        raise RuleViolation({"verdict": UNOPENED})
    verdict = {
        "is_accepted": is_accepted,
        "reason": "" if is_accepted else _read(reason),
        "reason_key": "" if is_accepted else _key(work, handed_in, reason),
        "by_id": officer_id,
        "at": work.now,
    }
    _write(work, {"dossier_id": dossier.id, "component_code": component_code}, verdict)
    record(work, "save_verdict", dossier.id, accepted=is_accepted)
    tell(work.session, dossier_topic(dossier.id))
    return SavedVerdict(component_code, is_accepted, str(verdict["reason"]), work.now)


def _write(work: Work, key: dict[str, Any], verdict: dict[str, Any]) -> None:
    # Any: the columns of a row
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


def _key(work: Work, handed_in: Snapshot, reason: str) -> str:
    """Return the template of these words; what was written by hand is not counted."""
    usual = usual_reasons(work, handed_in.procedure_code)
    return next((one.key for one in usual if one.reason == reason.strip()), "")


def _read(reason: str) -> str:
    try:
        return read_note(reason, *REASON_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"reason": fault.key}) from None
