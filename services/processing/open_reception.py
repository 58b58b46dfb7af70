"""Open a new dossier for reception (Tiếp nhận hồ sơ, O03)."""

from dataclasses import dataclass, replace
from datetime import datetime

from services.core.clock import local_day
from services.core.promises import Promise
from services.dossiers.calendar import shown_calendar
from services.dossiers.file_facts import KnownFiles, files_with_facts
from services.dossiers.look_over import look_over_dossier
from services.dossiers.machine_checks import Finding
from services.dossiers.models import DossierStatus
from services.dossiers.record_read import record_read
from services.dossiers.show_dossier import Happening
from services.dossiers.snapshot import FrozenComponent, Snapshot, read_snapshot
from services.dossiers.views import LATER, RESULT, FeeView, FileView, view_file
from services.processing.check_people import PersonCheckView, view_checks
from services.processing.deadlines import TimeLeft, time_left
from services.processing.hold import Held, hold, holder_of
from services.processing.models import DossierReceipt
from services.processing.not_accepted import UsualReason, usual_reasons
from services.processing.promise import promise_at
from services.processing.read_reception import ReceptionRows, read_reception
from services.processing.vault_papers import is_issued, must_open
from services.processing.views import (
    CopyView,
    GeneralInformation,
    Heading,
    JudgedComponent,
    judge_component,
    view_general,
    view_heading,
)
from services.work import Role, Work


@dataclass(frozen=True)
class IssuedReceipt:
    """That a receipt was issued, by whom and with which promise."""

    number: int
    issued_at: datetime
    officer: str
    due_at: datetime


@dataclass(frozen=True)
class ReceptionView:
    """All an officer needs to receive a dossier, or to see that it was received."""

    head: Heading
    left: TimeLeft
    held: Held  # who is looking at it, and who asks for it
    may_receive: bool
    general: GeneralInformation
    declared: dict[str, str]  # every field as the person typed it
    components: tuple[JudgedComponent, ...]
    other_files: tuple[FileView, ...]
    findings: tuple[Finding, ...]  # what the submitter was told before filing, too
    people: tuple[PersonCheckView, ...]  # compared with the population database
    reasons: tuple[UsualReason, ...]  # why a paper is usually not accepted
    fees: tuple[FeeView, ...]
    timeline: tuple[Happening, ...]
    promise: Promise | None  # if it were received now
    receipt: IssuedReceipt | None


def open_reception(work: Work, code: str) -> ReceptionView:
    """Show a dossier of the officer's agency; opening a new one holds it a while.

    Every reading is written down (P5, AL-3).
    """
    officer_id = work.actor.require_officer(Role.INTAKE)
    rows = read_reception(work, code)
    dossier = rows.dossier
    is_new = dossier.status == DossierStatus.SUBMITTED
    held = Held()
    if is_new:
        held = hold(work, dossier, officer_id) or holder_of(work, dossier)
    handed_in = read_snapshot(dossier)
    calendar = shown_calendar(work, dossier.agency_id)
    known = files_with_facts(work.session, dossier.id, officer_id)
    files = tuple(view_file(f) for f in known.files if not f.slot.startswith(LATER))
    listed = {component.code for component in handed_in.components} | {RESULT}
    record_read(work, "open_reception", dossier)
    return ReceptionView(
        head=view_heading(dossier, handed_in),
        left=time_left(calendar, work.now, dossier.receive_by),
        held=held,
        may_receive=is_new,
        general=view_general(dossier, handed_in),
        declared=dict(handed_in.typed),
        components=_components(work, rows, handed_in, known, files),
        other_files=tuple(file for file in files if file.slot not in listed),
        findings=look_over_dossier(work, dossier, rows.submitter, handed_in, known),
        people=view_checks(dossier, handed_in, rows.submitter, rows.checks),
        reasons=usual_reasons(work, handed_in.procedure_code) if is_new else (),
        fees=handed_in.fees,
        timeline=rows.timeline,
        promise=promise_at(calendar, handed_in, work.now),
        receipt=_issued(rows.receipt),
    )


def _components(
    work: Work,
    rows: ReceptionRows,
    handed_in: Snapshot,
    known: KnownFiles,
    files: tuple[FileView, ...],
) -> tuple[JudgedComponent, ...]:
    today = local_day(work.now)

    def whole(component: FrozenComponent) -> JudgedComponent:
        code = component.code
        verdict = rows.verdicts.get(code)
        return replace(
            judge_component(component, files, verdict, rows.judges),
            copy=_copy(rows, component),
            must_open=must_open(known, code),
            is_issued=is_issued(known, code, today),
        )

    return tuple(whole(component) for component in handed_in.components)


def _copy(rows: ReceptionRows, component: FrozenComponent) -> CopyView:
    copy = rows.copies.get(component.code)
    if copy is None:
        return CopyView(count=max(1, len(component.files)))
    return CopyView(copy.medium, copy.kind, copy.count, copy.is_compared)


def _issued(receipt: DossierReceipt | None) -> IssuedReceipt | None:
    if receipt is None:
        return None
    return IssuedReceipt(
        receipt.number, receipt.issued_at, receipt.officer_name, receipt.due_at
    )
