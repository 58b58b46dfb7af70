"""Open a dossier in process (Chi tiết hồ sơ, O05)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.core.promises import PromiseLine
from services.dossiers.calendar import shown_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.record_read import record_read
from services.dossiers.show_dossier import Happening
from services.dossiers.snapshot import read_snapshot
from services.dossiers.time_limits import read_lines
from services.dossiers.views import RESULT, FileView
from services.processing.deadlines import TimeLeft, time_left
from services.processing.handing import Handing, read_handing
from services.processing.models import DossierStep, StepState
from services.processing.read_processing import ProcessingRows, read_processing
from services.processing.rules import current_step, is_barred, is_handler, may_take
from services.processing.views import (
    GeneralInformation,
    Heading,
    JudgedComponent,
    judge_component,
    view_files,
    view_general,
    view_heading,
)
from services.processing.way import Way, returnable, terms_of
from services.work import Role, Work


class Act(StrEnum):
    """What an officer may do next; the use case decides again."""

    RECEIVE = "receive"
    TAKE = "take"
    FINISH = "finish"
    APPROVE = "approve"
    ATTACH_RESULT = "attach_result"
    REMOVE_RESULT = "remove_result"
    RETURN_RESULT = "return_result"
    FORWARD = "forward"
    ASK_OPINION = "ask_opinion"
    RETURN_STEP = "return_step"
    REASSIGN = "reassign"
    ASK_FOR = "ask_for"
    NOTE = "note"


@dataclass(frozen=True)
class StepView:
    """One step: who, since when, by when, and what was found."""

    position: int
    name: str
    role: str
    state: StepState
    hours: float
    holder: str
    started_at: datetime | None
    due_at: datetime | None
    done_at: datetime | None
    opinion: str
    key: str = ""
    ways: tuple[Way, ...] = ()
    is_financial: bool = False
    returns: int = 0  # how often it was sent back to here
    is_mine: bool = False


@dataclass(frozen=True)
class ProcessingView:
    """All an officer needs to work on a dossier."""

    head: Heading
    left: TimeLeft  # of the step under way, else of the promise
    general: GeneralInformation
    declared: dict[str, str]
    steps: tuple[StepView, ...]
    components: tuple[JudgedComponent, ...]
    other_files: tuple[FileView, ...]
    result_files: tuple[FileView, ...]
    has_result: bool  # attached; approval is possible
    timeline: tuple[Happening, ...]
    acts: tuple[Act, ...]
    handing: Handing
    among: tuple[Act, ...]  # what passes between officers
    returnable: tuple[tuple[int, str], ...] = ()  # position and name
    promise: tuple[PromiseLine, ...] = ()  # why it is that day


def open_processing(work: Work, code: str) -> ProcessingView:
    """Show a dossier of the officer's agency, with the acts open to this officer.

    Every reading is written down (P5, AL-3).
    """
    work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    rows = read_processing(work, code)
    dossier, steps = rows.dossier, rows.steps
    handed_in = read_snapshot(dossier)
    files = view_files(work.session, dossier)
    listed = {component.code for component in handed_in.components} | {RESULT}
    record_read(work, "open_processing", dossier)
    handing = read_handing(work.session, dossier.id)
    step = current_step(steps)
    return ProcessingView(
        head=view_heading(dossier, handed_in),
        left=_left(work, dossier, steps),
        general=view_general(dossier, handed_in),
        declared=dict(handed_in.typed),
        steps=view_steps(work, rows, handing),
        components=tuple(
            judge_component(one, files, rows.verdicts.get(one.code), rows.names)
            for one in handed_in.components
        ),
        other_files=tuple(file for file in files if file.slot not in listed),
        result_files=tuple(file for file in files if file.slot == RESULT),
        has_result=bool(steps) and steps[-1].result_id is not None,
        timeline=rows.timeline,
        acts=open_acts(work, dossier, steps),
        handing=handing,
        among=acts_among(work, dossier, steps),
        returnable=tuple(
            (one.position, one.name)
            for one in (returnable(step, steps) if step else ())
        ),
        promise=read_lines(dossier.due_reasons),
    )


def open_acts(
    work: Work, dossier: Dossier, steps: Sequence[DossierStep]
) -> tuple[Act, ...]:
    """Name what this officer may do now, the next act first."""
    officer_id = work.actor.require_officer()
    if dossier.status == DossierStatus.SUBMITTED:
        return (Act.RECEIVE,) if Role.INTAKE in work.actor.roles else ()
    if dossier.status == DossierStatus.RESULT_READY:
        return (Act.RETURN_RESULT,) if Role.INTAKE in work.actor.roles else ()
    step = current_step(steps)
    if dossier.status != DossierStatus.PROCESSING or step is None:
        return ()
    of_step = () if dossier.suspended_since else _of_step(work, step, steps)
    return (*of_step, *_of_result(work, steps, officer_id))


def _of_step(
    work: Work, step: DossierStep, steps: Sequence[DossierStep]
) -> tuple[Act, ...]:
    officer_id, is_last = work.actor.require_officer(), step is steps[-1]
    if may_take(step, steps, officer_id, work.actor.roles):
        return (Act.TAKE,)
    if step.holder_id != officer_id:
        return ()
    if not is_last:
        return (Act.FINISH,)
    return (Act.APPROVE,) if step.result_id is not None else ()


def acts_among(
    work: Work, dossier: Dossier, steps: Sequence[DossierStep]
) -> tuple[Act, ...]:
    """Name what passes between officers: hand over, ask, send back, give, note."""
    step = current_step(steps)
    if dossier.status != DossierStatus.PROCESSING or step is None:
        return (Act.NOTE,)
    officer_id, roles = work.actor.require_officer(), work.actor.roles
    is_mine = step.holder_id == officer_id
    may_hold = step.role in roles and not is_barred(step, steps, officer_id)
    found = {
        Act.FORWARD: is_mine,
        Act.ASK_OPINION: is_mine and terms_of(step).opinions,
        Act.RETURN_STEP: is_mine and bool(returnable(step, steps)),
        Act.ASK_FOR: may_hold and step.holder_id is not None and not is_mine,
        Act.REASSIGN: Role.APPROVER in roles,
        Act.NOTE: True,
    }
    return tuple(act for act, is_open in found.items() if is_open)


def _of_result(
    work: Work, steps: Sequence[DossierStep], officer_id: UUID
) -> tuple[Act, ...]:
    is_open = Role.PROCESSING in work.actor.roles and is_handler(steps, officer_id)
    if not is_open:
        return ()
    has_result = steps[-1].result_id is not None
    return (Act.REMOVE_RESULT,) if has_result else (Act.ATTACH_RESULT,)


def _left(work: Work, dossier: Dossier, steps: Sequence[DossierStep]) -> TimeLeft:
    step = current_step(steps)
    until = step.due_at if step else dossier.due_at or dossier.receive_by
    counted_from = dossier.finished_at or work.now
    calendar = shown_calendar(work, dossier.agency_id)
    return time_left(calendar, counted_from, until, step.hours if step else 0)


def view_steps(
    work: Work, rows: ProcessingRows, handing: Handing
) -> tuple[StepView, ...]:
    """Return the steps with their holders' names, and where they may lead."""
    names, steps = rows.names, rows.steps
    back = _sent_back(steps, handing)
    return tuple(
        StepView(
            position=step.position,
            name=step.name,
            role=step.role,
            state=step.state,
            hours=step.hours,
            holder=names.get(step.holder_id, "") if step.holder_id else "",
            started_at=step.started_at,
            due_at=step.due_at,
            done_at=step.done_at,
            opinion=step.opinion,
            key=step.key,
            ways=terms_of(step).ways,
            is_financial=terms_of(step).financial,
            returns=back[step.position],
            is_mine=step.holder_id == work.actor.account_id,
        )
        for step in steps
    )


def _sent_back(steps: Sequence[DossierStep], handing: Handing) -> Counter[int]:
    """Count how often each step was opened again: a hand-over that leads back."""
    order = {step.name: step.position for step in steps}
    back = Counter[int]()
    for line in handing.log:
        target = order.get(line.to_step)
        if line.position is not None and target is not None:
            back[target] += target < line.position
    return back
