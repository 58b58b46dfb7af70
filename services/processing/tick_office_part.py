"""Tick “phần thông tin điền của cán bộ tiếp nhận”: the officer's part is theirs (O03)."""

from services.audit.record import record
from services.core.errors import Conflict, NotFound
from services.dossiers.models import DossierStatus
from services.processing.office_part import TICKED, OfficePart, view_office_part
from services.processing.queries import agency_dossier
from services.signals import dossier_topic, tell
from services.work import Role, Work


def tick_office_part(work: Work, code: str, is_on: bool) -> OfficePart:
    """Keep the tick, until the dossier is received; ticked twice, ticked once."""
    work.actor.require_officer(Role.INTAKE)
    dossier = agency_dossier(work, code, lock=True)
    if dossier.status != DossierStatus.SUBMITTED:
        raise Conflict("received_already")
    part = view_office_part(work, dossier)
    if part.definition is None:
        raise NotFound("office_part")
    kept = {key: t for key, t in dossier.office_answers.items() if key != TICKED}
    kept |= {TICKED: "yes"} if is_on else {}
    if kept != dossier.office_answers:
        dossier.office_answers = kept
        work.session.add(dossier)
        work.session.flush()
        record(work, "tick_office_part", dossier.id, on=is_on)
        tell(work.session, dossier_topic(dossier.id))
    return view_office_part(work, dossier)
