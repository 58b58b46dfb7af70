"""Open a dossier in process (Chi tiết hồ sơ, O05)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.record_read import record_read
from services.dossiers.show_dossier import Happening
from services.dossiers.snapshot import read_snapshot
from services.dossiers.views import RESULT, FileView
from services.processing.deadlines import TimeLeft, time_left
from services.processing.models import DossierStep, StepState
from services.processing.queries import agency_dossier, names_of, steps_of
from services.processing.rules import current_step, is_handler, may_take
from services.processing.views import (
    GeneralInformation,
    Heading,
    JudgedComponent,
    view_components,
    view_files,
    view_general,
    view_heading,
    view_timeline,
)
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


def open_processing(work: Work, code: str) -> ProcessingView:
    """Show a dossier of the officer's agency, with the acts open to this officer.

    Every reading is written down (P5, AL-3).
    """
    work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    dossier = agency_dossier(work, code)
    handed_in, steps = read_snapshot(dossier), steps_of(work.session, dossier.id)
    files = view_files(work.session, dossier)
    listed = {component.code for component in handed_in.components} | {RESULT}
    record_read(work, "open_processing", dossier)
    return ProcessingView(
        head=view_heading(dossier, handed_in),
        left=_left(work, dossier, steps),
        general=view_general(dossier, handed_in),
        declared=dict(handed_in.typed),
        steps=_view_steps(work, steps),
        components=view_components(work, dossier, handed_in, files),
        other_files=tuple(file for file in files if file.slot not in listed),
        result_files=tuple(file for file in files if file.slot == RESULT),
        has_result=bool(steps) and steps[-1].result_id is not None,
        timeline=view_timeline(work.session, dossier.id),
        acts=open_acts(work, dossier, steps),
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
    return (*_of_step(work, step, steps), *_of_result(work, steps, officer_id))


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
    return time_left(work_calendar(work), counted_from, until)


def _view_steps(work: Work, steps: Sequence[DossierStep]) -> tuple[StepView, ...]:
    names = names_of(work.session, [step.holder_id for step in steps])
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
        )
        for step in steps
    )
