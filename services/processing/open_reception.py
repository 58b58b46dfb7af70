"""Open a new dossier for reception (Tiếp nhận hồ sơ, O03)."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import select

from services.core.promises import Promise
from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.record_read import record_read
from services.dossiers.show_dossier import Happening
from services.dossiers.snapshot import read_snapshot
from services.dossiers.views import RESULT, FeeView, FileView
from services.processing.deadlines import TimeLeft, time_left
from services.processing.hold import hold, holder_of
from services.processing.models import DossierReceipt
from services.processing.promise import promise_at
from services.processing.queries import agency_dossier
from services.processing.views import (
    GeneralInformation,
    Heading,
    JudgedComponent,
    LikelyProblem,
    likely_problems,
    view_components,
    view_files,
    view_general,
    view_heading,
    view_timeline,
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
    holder: str  # colleague who is looking at it; empty when it is the officer
    may_receive: bool
    general: GeneralInformation
    declared: dict[str, str]  # every field as the person typed it
    components: tuple[JudgedComponent, ...]
    other_files: tuple[FileView, ...]
    problems: tuple[LikelyProblem, ...]
    fees: tuple[FeeView, ...]
    timeline: tuple[Happening, ...]
    promise: Promise | None  # if it were received now
    receipt: IssuedReceipt | None


def open_reception(work: Work, code: str) -> ReceptionView:
    """Show a dossier of the officer's agency; opening a new one holds it a while.

    Every reading is written down (P5, AL-3).
    """
    officer_id = work.actor.require_officer(Role.INTAKE)
    dossier = agency_dossier(work, code)
    is_new = dossier.status == DossierStatus.SUBMITTED
    is_own = not is_new or hold(work, dossier, officer_id)
    handed_in, calendar = read_snapshot(dossier), work_calendar(work)
    files = view_files(work.session, dossier)
    components = view_components(work, dossier, handed_in, files)
    listed = {component.code for component in handed_in.components} | {RESULT}
    record_read(work, "open_reception", dossier)
    return ReceptionView(
        head=view_heading(dossier, handed_in),
        left=time_left(calendar, work.now, dossier.receive_by),
        holder="" if is_own else holder_of(work, dossier),
        may_receive=is_new,
        general=view_general(dossier, handed_in),
        declared=dict(handed_in.typed),
        components=components,
        other_files=tuple(file for file in files if file.slot not in listed),
        problems=likely_problems(dossier, components),
        fees=handed_in.fees,
        timeline=view_timeline(work.session, dossier.id),
        promise=promise_at(calendar, handed_in, work.now),
        receipt=_issued(work, dossier),
    )


def _issued(work: Work, dossier: Dossier) -> IssuedReceipt | None:
    if dossier.received_at is None:
        return None  # nothing can have been issued
    query = select(DossierReceipt).where(DossierReceipt.dossier_id == dossier.id)
    receipt = work.session.exec(query).first()
    if receipt is None:
        return None
    return IssuedReceipt(
        receipt.number, receipt.issued_at, receipt.officer_name, receipt.due_at
    )
