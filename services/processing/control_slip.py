"""The control slip (Mẫu 06; Mẫu 05 of the earlier circular), written by the log."""

from services.core.clock import local, local_day
from services.core.errors import NotFound
from services.dossiers.record_read import record_read
from services.dossiers.snapshot import read_snapshot
from services.papers.control_sheet import ControlRow, ControlSheet
from services.papers.form_sets import form_on
from services.processing.queries import agency_dossier
from services.processing.receipt_facts import authority_of, one_stop_name
from services.processing.step_log import log_of
from services.processing.step_models import StepLog
from services.work import Role, Work


def control_slip(work: Work, code: str) -> ControlSheet:
    """Return every hand-over of a dossier, for officers of its agency only.

    The set of forms is that of the day the dossier was handed in.
    """
    work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    dossier = agency_dossier(work, code)
    lines = log_of(work.session, dossier.id)
    if not lines:
        raise NotFound("control_slip")
    record_read(work, "control_slip", dossier)
    handed_in = read_snapshot(dossier)
    form = form_on(local_day(dossier.submitted_at or work.now), "control")
    return ControlSheet(
        authority=authority_of(work, dossier),
        one_stop=one_stop_name(handed_in.unit.name),
        place=work.province.name,
        dossier_code=dossier.code or "",
        procedure=handed_in.procedure_name,
        applicant=dossier.applicant_name,
        received_at=local(dossier.received_at) if dossier.received_at else None,
        due_at=local(dossier.due_at) if dossier.due_at else None,
        rows=tuple(_row(line) for line in lines),
        printed_at=local(work.now),
        number=form.number,
        circular=form.circular,
    )


def _row(line: StepLog) -> ControlRow:
    return ControlRow(
        what=str(line.kind),
        giver=line.from_name,
        taker=line.to_name or line.to_step,
        at=local(line.at),
        due_at=local(line.due_at) if line.due_at else None,
        result=str(line.timing),
        note=line.note,
    )
